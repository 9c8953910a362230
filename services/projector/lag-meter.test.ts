import { beforeEach, describe, expect, it } from 'vitest';
import { LagMeter } from './lag-meter.ts';
import { offsetOf } from '../core/units.ts';

const A0 = { topic: 'a', partition: 0 };
const A1 = { topic: 'a', partition: 1 };
const B0 = { topic: 'b', partition: 0 };

describe('the lag meter', () => {
  let nowMs: number;
  let shown: Map<unknown, number>;
  let meter: LagMeter;

  beforeEach(() => {
    nowMs = 0;
    shown = new Map();
    const gauge = {
      set: (value: number, labels?: Readonly<Record<string, string>>) =>
        void shown.set(labels?.['topic'], value),
      remove: ({ topic }: Readonly<Record<string, string>>) => void shown.delete(topic),
    };
    meter = new LagMeter(gauge, { monotonicMs: () => nowMs });
  });

  it('shows for each topic what its partitions have left together', () => {
    meter.begin(A0, offsetOf(5n), offsetOf(10n));
    meter.begin(A1, offsetOf(0n), offsetOf(7n));
    meter.begin(B0, offsetOf(3n), offsetOf(3n));
    expect(Object.fromEntries(shown)).toEqual({ a: 12, b: 0 });
    meter.ends(A1, offsetOf(9n));
    meter.writes(A0, offsetOf(10n));
    expect(Object.fromEntries(shown)).toEqual({ a: 9, b: 0 });
    meter.clear();
    expect(shown.size).toBe(0);
  });

  it('counts no marker at the end of the log as waiting, once it was served', () => {
    meter.begin(A0, offsetOf(5n), offsetOf(8n));
    meter.takes(A0, offsetOf(7n));
    meter.serves(A0, offsetOf(8n));
    // What was taken is not written yet.
    expect(shown.get('a')).toBe(3);
    meter.writes(A0, offsetOf(7n));
    expect(shown.get('a')).toBe(0);
  });

  it('counts what an open transaction holds back', () => {
    meter.begin(A0, offsetOf(5n), offsetOf(5n));
    meter.ends(A0, offsetOf(9n));
    expect(shown.get('a')).toBe(4);
  });

  it('tells which partition has stood longest with records that wait', () => {
    meter.begin(A0, offsetOf(5n), offsetOf(5n));
    meter.begin(A1, offsetOf(0n), offsetOf(7n));
    meter.begin(B0, offsetOf(0n), offsetOf(7n));
    nowMs = 100;
    meter.writes(B0, offsetOf(1n));
    nowMs = 150;
    expect(meter.stall()).toEqual({ at: A1, lag: 7n, sinceMs: 150 });
    meter.writes(A1, offsetOf(7n));
    expect(meter.stall()).toEqual({ at: B0, lag: 6n, sinceMs: 50 });
    // It was at the end until now, and a growing end is no progress.
    meter.ends(A0, offsetOf(6n));
    nowMs = 500;
    meter.ends(A0, offsetOf(7n));
    meter.writes(B0, offsetOf(7n));
    expect(meter.stall()).toEqual({ at: A0, lag: 2n, sinceMs: 350 });
    meter.writes(A0, offsetOf(7n));
    expect(meter.stall()).toBeNull();
  });
});
