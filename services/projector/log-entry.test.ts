import { describe, expect, it } from 'vitest';
import { advancesOf, portionsOf, toParcel } from './log-entry.ts';
import type { LogEntry } from './log-entry.ts';
import { digestOf } from '../store/positions.ts';
import { offsetOf } from '../core/units.ts';

function entry(topic: string, partition: number, offset: number, key: string | null): LogEntry {
  const value = Buffer.from(`${topic} ${partition} ${offset}`);
  return {
    topic,
    partition,
    offset: offsetOf(BigInt(offset)),
    follows: offsetOf(BigInt(offset)),
    key: key === null ? null : Buffer.from(key),
    value,
  };
}

describe('log entries', () => {
  it('move each partition from its first entry behind its last, in one order for all', () => {
    const last = entry('a', 1, 8, 'x');
    const entries = [entry('b', 0, 3, 'x'), entry('a', 1, 7, 'y'), entry('b', 0, 4, 'z'), last];
    expect(advancesOf(entries)).toEqual([
      { topic: 'a', partition: 1, first: 7n, next: 9n, lastDigest: digestOf(last.value) },
      {
        topic: 'b',
        partition: 0,
        first: 3n,
        next: 5n,
        lastDigest: digestOf(Buffer.from('b 0 4')),
      },
    ]);
  });

  it('follow one another over the holes of the log', () => {
    const { entries } = toParcel([entry('a', 0, 5, 'x'), entry('a', 0, 9, 'y')], offsetOf(3n));
    expect(entries.map(({ follows }) => follows)).toEqual([3n, 6n]);
    const [advance] = advancesOf(entries);
    expect(advance).toMatchObject({ first: 3n, next: 10n });
    const [second] = advancesOf(entries.slice(1));
    expect(second).toMatchObject({ first: 6n, next: 10n });
  });

  it('come in portions by key, those of one key together and in their order', () => {
    const entries = [entry('a', 0, 1, 'y'), entry('a', 0, 2, 'x'), entry('a', 0, 3, 'y')];
    entries.push(entry('a', 0, 4, null), entry('a', 0, 5, 'z'));
    const portions = portionsOf(entries, 3);
    expect(portions.map((one) => one.map(({ offset }) => Number(offset)))).toEqual([
      [4, 2, 1, 3],
      [5],
    ]);
  });
});
