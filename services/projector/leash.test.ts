import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { Leash, cutAt } from './leash.ts';
import { offsetOf } from '../core/units.ts';

const at = { topic: 't', partition: 0 };

function batch(from: bigint, to: bigint) {
  const records: LogRecord[] = [];
  for (let next = from; next < to; next += 1n) {
    const offset = offsetOf(next);
    records.push({ ...at, offset, key: null, value: null, headers: {}, timestampMs: 0 });
  }
  return { ...at, from: offsetOf(from), records, to: offsetOf(to) };
}

describe('a leash', () => {
  it('lets a batch through that ends where it ends', () => {
    const whole = batch(3n, 7n);
    expect(cutAt(whole, offsetOf(7n))).toBe(whole);
  });

  it('cuts what is beyond it, also within a batch', () => {
    expect(cutAt(batch(3n, 7n), offsetOf(5n))).toEqual({ ...batch(3n, 5n), to: 5n });
    expect(cutAt(batch(3n, 7n), offsetOf(3n))).toBeNull();
  });

  it('holds a partition back that it does not name, until it is let go', () => {
    const leash = new Leash(new Map([['t/1', offsetOf(5n)]]));
    expect(leash.limitOf(at)).toBe(0n);
    let moved = 0;
    leash.onMoved = () => (moved += 1);
    leash.moveTo(null);
    expect(leash.limitOf(at)).toBeNull();
    expect(moved).toBe(1);
  });
});
