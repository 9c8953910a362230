import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { seedOfRun } from '../../../test/support/random.ts';
import type { Random } from '../../core/random.ts';
import { instantText } from '../../store/states/field-rules.ts';
import { writeInstantJson } from './instant-bytes.ts';
import { JsonBytes } from './json-bytes.ts';

const seed = seedOfRun();

function written(text: string): string | null {
  const json = new JsonBytes();
  // In the middle of something, as in a record.
  const bytes = Buffer.from(`<${text}>`);
  return writeInstantJson(json, bytes, 1, bytes.length - 1)
    ? json.bytes.toString('utf8', 0, json.length)
    : null;
}

describe(`instants from bytes (SEED=${seed})`, () => {
  it('are what the slow way says, or are left to it', () => {
    const random = seededRandom(seed);
    let told = 0;
    for (let round = 0; round < 20_000; round += 1) {
      const text = random.chance(0.8) ? spelling(random) : damaged(random, spelling(random));
      const quick = written(text);
      if (quick === null) continue;
      told += 1;
      expect(quick, text).toBe(JSON.stringify(instantText(text)));
    }
    expect(told).toBeGreaterThan(5_000);
  });

  it.each([
    ['2020-05-18T17:00:00:000-0600', '2020-05-18T23:00:00.000Z'],
    ['2019-12-31T23:59:59.999-0001', '2020-01-01T00:00:59.999Z'],
    ['2020-01-01T00:00:00.000+0030', '2019-12-31T23:30:00.000Z'],
    ['2020-03-01T00:15:00.000+0100', '2020-02-29T23:15:00.000Z'],
    ['2021-02-28T23:15:00.000-1800', '2021-03-01T17:15:00.000Z'],
    ['2026-01-15T10:30:00.123Z', '2026-01-15T10:30:00.123Z'],
    ['9998-12-31T23:59:59.999-0000', '9998-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, instant) => {
    expect(written(text)).toBe(JSON.stringify(instant));
  });

  it.each([
    '2021-02-29T00:00:00.000Z',
    '2020-13-01T00:00:00.000Z',
    '2020-05-18T24:00:00.000Z',
    '2020-05-18T17:00:00:000Z',
    '2020-05-18T17:00:00.000+1900',
    '2020-05-18T17:00:00.0000000',
    '0999-12-31T23:59:59.999-0600',
    'ThisTextHasTAtTen-and-28-let',
    '',
  ])('%s is left to the slow way', (text) => {
    expect(written(text)).toBeNull();
  });
});

function spelling(random: Random): string {
  const two = (max: number): string => String(random.int(0, max)).padStart(2, '0');
  const year = String(random.int(random.chance(0.1) ? 0 : 1990, random.chance(0.1) ? 9999 : 2040));
  const date = `${year.padStart(4, '0')}-${two(13)}-${two(32)}`;
  const time = `${two(24)}:${two(60)}:${two(60)}`;
  const millis = String(random.int(0, 999)).padStart(3, '0');
  const mark = random.chance(0.5) ? '.' : ':';
  const zone = random.chance(0.3) ? 'Z' : `${random.chance(0.5) ? '+' : '-'}${two(19)}${two(60)}`;
  return `${date}T${time}${mark}${millis}${zone}`;
}

function damaged(random: Random, text: string): string {
  const at = random.int(0, text.length - 1);
  const other = random.chance(0.5) ? String.fromCharCode(random.int(32, 126)) : 'ä';
  return text.slice(0, at) + other + text.slice(at + 1);
}
