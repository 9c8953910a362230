import { describe, expect, it } from 'vitest';
import { settlePromises } from '../../test/support/manual-clock.ts';
import { BatchQueue } from './batch-queue.ts';
import type { Parcel } from './log-entry.ts';
import { offsetOf } from '../core/units.ts';

const limits = { entriesMax: 4, bytesMax: 100, batchEntriesMax: 3 };

function parcel(from: number, count: number, bytes = count): Parcel {
  const entries = Array.from({ length: count }, (_, index) => ({
    topic: 't',
    partition: 0,
    offset: offsetOf(BigInt(from + index)),
    follows: offsetOf(BigInt(from + index)),
    key: null,
    value: null,
  }));
  return { entries, bytes };
}

async function take(queue: BatchQueue): Promise<number[] | null> {
  return (await queue.take())?.map(({ offset }) => Number(offset)) ?? null;
}

describe('the batch queue', () => {
  it('gives what it holds in order, no more than a batch at once', async () => {
    const queue = new BatchQueue(limits);
    await queue.put(parcel(0, 2));
    await queue.put(parcel(2, 2));
    expect(await take(queue)).toEqual([0, 1, 2]);
    expect(await take(queue)).toEqual([3]);
  });

  it('gathers what comes soon after the first into an empty queue, and waits for nothing else', async () => {
    const queue = new BatchQueue(limits);
    const gathers: (() => void)[] = [];
    const gather = (): Promise<void> => new Promise((resolve) => gathers.push(resolve));
    const taking = queue.take({ gather });
    await queue.put(parcel(0, 1));
    await settlePromises();
    await queue.put(parcel(1, 1));
    gathers[0]?.();
    expect((await taking)?.length).toBe(2);
    await queue.put(parcel(2, 1));
    expect((await queue.take({ gather }))?.length).toBe(1);
    expect(gathers.length).toBe(1);
  });

  it('takes nothing of what was cleared while it gathered', async () => {
    const queue = new BatchQueue(limits);
    const taking = queue.take({ gather: async () => queue.clear() });
    await queue.put(parcel(0, 1));
    await settlePromises();
    queue.close();
    expect(await taking).toBeNull();
  });

  it('throws why its session has ended, waiting or not, and keeps nobody from what comes next', async () => {
    const queue = new BatchQueue(limits);
    const session = new AbortController();
    const taking = queue.take({ signal: session.signal });
    session.abort(new Error('terminated'));
    await expect(taking).rejects.toThrow('terminated');
    await queue.put(parcel(0, 1));
    await expect(queue.take({ signal: session.signal })).rejects.toThrow('terminated');
    expect(await take(queue)).toEqual([0]);
  });

  it('makes who puts wait for room in entries and in bytes', async () => {
    for (const second of [parcel(3, 2), parcel(3, 1, 99)]) {
      const queue = new BatchQueue(limits);
      await queue.put(parcel(0, 3));
      let isIn = false;
      const putting = queue.put(second).then((accepted) => (isIn = accepted));
      await settlePromises();
      expect(isIn).toBe(false);
      await take(queue);
      await putting;
      expect(isIn).toBe(true);
    }
  });

  it('takes a parcel of any size when it is empty', async () => {
    const queue = new BatchQueue(limits);
    expect(await queue.put(parcel(0, 10, 1000))).toBe(true);
    expect(await take(queue)).toEqual([0, 1, 2]);
  });

  it('forgets everything when it is cleared, also what waits for room', async () => {
    const queue = new BatchQueue(limits);
    await queue.put(parcel(0, 4));
    const late = queue.put(parcel(4, 4));
    queue.clear();
    expect(await late).toBe(false);
    await queue.put(parcel(9, 1));
    expect(await take(queue)).toEqual([9]);
  });

  it('gives what is left when it is closed, then nothing', async () => {
    const queue = new BatchQueue(limits);
    await queue.put(parcel(0, 1));
    queue.close();
    expect(await take(queue)).toEqual([0]);
    expect(await take(queue)).toBeNull();
    expect(await queue.put(parcel(1, 1))).toBe(false);
  });
});
