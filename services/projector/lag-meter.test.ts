import { describe, expect, it } from 'vitest';
import { LagMeter } from './lag-meter.ts';

describe('the lag meter', () => {
  it('shows for each topic what its partitions have left together', () => {
    const shown = new Map<unknown, number>();
    const meter = new LagMeter({
      set: (value, labels) => shown.set(labels?.['topic'], value),
      remove: ({ topic }) => shown.delete(topic),
    });
    meter.begin({ topic: 'a', partition: 0 }, 5n, 10n);
    meter.begin({ topic: 'a', partition: 1 }, 0n, 7n);
    meter.begin({ topic: 'b', partition: 0 }, 3n, 3n);
    expect(Object.fromEntries(shown)).toEqual({ a: 12, b: 0 });
    meter.seen({ topic: 'a', partition: 1 }, 9n);
    meter.written({ topic: 'a', partition: 0 }, 10n);
    expect(Object.fromEntries(shown)).toEqual({ a: 9, b: 0 });
    meter.clear();
    expect(shown.size).toBe(0);
  });
});
