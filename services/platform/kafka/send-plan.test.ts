import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planSend } from './send-plan.ts';
import type { Pending } from './send-plan.ts';

const LIMITS = { batchBytesMax: 100, sendBytesMax: 250, batchRecordsMax: 3 };

function pending(partition: number, bytes: number, entry = 0): Pending<number> {
  const record = { topic: 't', key: 'k', value: Buffer.alloc(0), headers: {} };
  return { record, key: null, bytes, entry, partition };
}

test('a record larger than a batch goes, alone in its partition', () => {
  const { send, rest } = planSend([pending(0, 500), pending(0, 1)], LIMITS);
  expect(send.map(({ bytes }) => bytes)).toEqual([500]);
  expect(rest.map(({ bytes }) => bytes)).toEqual([1]);
});

test('a small record does not overtake a large one of its partition', () => {
  const { send, rest } = planSend([pending(0, 60), pending(0, 60), pending(0, 1)], LIMITS);
  expect(send.map(({ bytes }) => bytes)).toEqual([60]);
  expect(rest.map(({ bytes }) => bytes)).toEqual([60, 1]);
});

test('every record is sent once, in order per partition, within the limits', () => {
  const records = fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 150 })));
  fc.assert(
    fc.property(records, (list) => {
      let waiting = list.map(([partition, bytes], at) => pending(partition, bytes, at));
      const sent: Pending<number>[] = [];
      while (waiting.length > 0) {
        const { send, rest } = planSend(waiting, LIMITS);
        expect(send.length).toBeGreaterThan(0);
        for (const partition of new Set(send.map((one) => one.partition))) {
          const batch = send.filter((one) => one.partition === partition);
          const bytes = batch.reduce((sum, one) => sum + one.bytes, 0);
          expect(bytes <= LIMITS.batchBytesMax || batch.length === 1).toBe(true);
          expect(batch.length).toBeLessThanOrEqual(LIMITS.batchRecordsMax);
        }
        sent.push(...send);
        waiting = rest;
      }
      expect(sent.map(({ entry }) => entry).sort((a, b) => a - b)).toEqual(list.map((_, at) => at));
      for (const partition of [0, 1, 2, 3]) {
        const order = sent.filter((one) => one.partition === partition).map(({ entry }) => entry);
        expect(order).toEqual([...order].sort((a, b) => a - b));
      }
    }),
  );
});
