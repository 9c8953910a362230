import { expect, it } from 'vitest';
import { asMicros } from '../../../core/units.ts';
import { formatRestDate } from '../../dates.ts';
import { zoneOffsetMinutes } from '../../time-zone.ts';
import { restDate } from './rest-date.ts';

it('writes every instant as formatRestDate does, in zones of odd quarters too', () => {
  const zones = ['America/Denver', 'Europe/Paris', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'];
  for (const zone of zones) {
    for (let n = 0; n < 500; n += 1) {
      const micros = asMicros(Date.UTC(2026, 0, 1) * 1000 + n * 61_234_567_891_000);
      expect(restDate(micros, zone)).toBe(formatRestDate(micros, zoneOffsetMinutes(zone, micros)));
    }
  }
});
