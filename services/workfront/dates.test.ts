import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedOfRun } from '../../test/support/random.ts';
import { asMicros } from '../core/units.ts';
import {
  formatEventDate,
  formatIsoDate,
  formatRestDate,
  parseClock,
  parseWorkfrontDate,
} from './dates.ts';

describe('parseWorkfrontDate', () => {
  test('reads one instant in every spelling of reference C.6 as the same number', () => {
    const instant = Date.UTC(2017, 9, 6, 19, 48, 7, 776) * 1000;
    for (const text of [
      '2017-10-06T13:48:07:776-0600', // REST: colon before the milliseconds
      '2017-10-06T13:48:07.776-0600', // events: dot
      '2017-10-06T13:48:07.776-06:00',
      '2017-10-06T13:48:07.776-06',
      '2017-10-06T19:48:07.776Z', // Planning
      '2017-10-06T19:48:07.776000Z',
      '2017-10-07T01:18:07:776+0530',
    ])
      expect(parseWorkfrontDate(text), text).toBe(instant);
  });

  test('keeps microseconds and floors what is finer', () => {
    expect(parseWorkfrontDate('1970-01-01T00:00:00.0000019Z')).toBe(1);
    expect(parseWorkfrontDate('1970-01-01T00:00:01.5Z')).toBe(1_500_000);
    expect(parseWorkfrontDate('1969-12-31T23:59:59.999999Z')).toBe(-1);
  });

  test('reads a date without a time as its midnight in UTC, and a time without seconds', () => {
    expect(parseWorkfrontDate('2020-05-18')).toBe(Date.UTC(2020, 4, 18) * 1000);
    expect(parseWorkfrontDate('2020-05-18T17:00-0600')).toBe(Date.UTC(2020, 4, 18, 23) * 1000);
  });

  test('says null for what names no instant', () => {
    for (const text of [
      '',
      ' ',
      'now',
      '2020-05-18T17:00:00.000', // no zone: another hour in every session
      '2020-02-30',
      '2021-02-29T00:00:00.000Z',
      '2020-13-01',
      '2020-00-10',
      '2020-01-00',
      '2020-05-18T24:00:00.000Z',
      '2020-05-18T23:60:00.000Z',
      '2020-05-18T23:59:60.000Z',
      '2020-05-18T00:00:00.000+1960',
      '2020-05-18T00:00:00.000+9900',
      '2020-05-18T17:00:00:000-0600 ',
      'x2020-05-18',
      '1507318444',
    ])
      expect(parseWorkfrontDate(text), text).toBeNull();
  });

  test('reads the first century and the end of time', () => {
    expect(parseWorkfrontDate('0099-01-01')).toBe(Date.parse('0099-01-01T00:00:00Z') * 1000);
    expect(parseWorkfrontDate('2300-01-01')).toBe(Date.UTC(2300, 0, 1) * 1000);
    expect(parseClock('2300-01-01')).toBeNull();
    expect(parseClock('2200-01-01')).toBe(Date.UTC(2200, 0, 1) * 1000);
    for (const empty of ['1970-01-01', '0001-01-01T00:00:00.000Z']) {
      expect(parseClock(empty)).toBeNull();
    }
    expect(parseClock(null)).toBeNull();
    expect(parseClock(1507318444)).toBeNull();
  });
});

const seed = seedOfRun();

describe('the formatters', () => {
  test('write the published samples', () => {
    const five = asMicros(Date.UTC(2020, 4, 18, 23) * 1000);
    expect(formatRestDate(five, -360)).toBe('2020-05-18T17:00:00:000-0600');
    expect(formatEventDate(asMicros(five + 776_000), -360)).toBe('2020-05-18T17:00:00.776-0600');
    expect(formatRestDate(five, 330)).toBe('2020-05-19T04:30:00:000+0530');
    expect(formatRestDate(five)).toBe('2020-05-18T23:00:00:000+0000');
    expect(formatIsoDate(asMicros(five + 999))).toBe('2020-05-18T23:00:00.000Z');
  });

  test(`write what the parser reads back, in any zone (SEED=${seed})`, () => {
    const millis = fc.integer({ min: Date.UTC(1, 0, 1), max: Date.UTC(4200, 0, 1) });
    const zone = fc.integer({ min: -14 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(millis, zone, (ms, minutes) => {
        const micros = asMicros(ms * 1000);
        expect(parseWorkfrontDate(formatRestDate(micros, minutes))).toBe(micros);
        expect(parseWorkfrontDate(formatEventDate(micros, minutes))).toBe(micros);
        expect(parseWorkfrontDate(formatIsoDate(micros))).toBe(micros);
      }),
      { seed },
    );
  });
});
