import { expect, it } from 'vitest';
import { offsetOf } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import { behindPromised, SettledPlaces, takePlaces } from './signal-places.ts';
import type { KeptRange } from './signal-places.ts';

it('what is told of a type while no signals are read is news: its first place is kept at once', async () => {
  const partitions = ['new', 'quiet', 'busy'].map((topic) => ({ topic, partition: 0 }));
  const taken: Record<string, Offset | null> = {
    new: null,
    quiet: offsetOf(0n),
    busy: offsetOf(90n),
  };
  const sought: Record<string, bigint> = {};
  const committed: Record<string, bigint> = {};
  const admin = {
    fetchGroupOffsets: () =>
      Promise.resolve(partitions.map((one) => ({ ...one, offset: taken[one.topic] ?? null }))),
    fetchOffsets: () =>
      Promise.resolve([
        { partition: 0, low: offsetOf(0n), high: offsetOf(7n), stable: offsetOf(7n) },
      ]),
  };
  const consumer = {
    seek: (topic: string, _partition: number, offset: bigint) => {
      sought[topic] = offset;
    },
    commit: (places: readonly { topic: string; offset: bigint }[]) => {
      for (const { topic, offset } of places) committed[topic] = offset;
      return Promise.resolve();
    },
  };
  const group = { groupId: 'group', beginsAt: ({ high }: KeptRange) => high };
  const begins = await takePlaces(admin, consumer, group, partitions);
  expect(sought).toEqual({ new: 7n });
  expect(committed).toEqual({ new: 7n });
  const from = Object.fromEntries(begins.map(({ topic, offset }) => [topic, offset]));
  expect(from).toEqual({ new: 7n, quiet: 0n, busy: 90n });
});

it('where Kafka has forgotten the group, what was told since the last promise is told again', () => {
  const promised = new Map([[partitionKey({ topic: 'told', partition: 0 }), offsetOf(40n)]]);
  const from = (topic: string, low: bigint, high: bigint): bigint =>
    behindPromised({ topic, partition: 0, low: offsetOf(low), high: offsetOf(high) }, promised);
  expect(from('told', 0n, 90n)).toBe(40n);
  // The records are past their retention; the topic was made again.
  expect(from('told', 60n, 90n)).toBe(60n);
  expect(from('told', 0n, 7n)).toBe(7n);
  expect(from('new', 0n, 90n)).toBe(90n);
});

it('what is not settled is told again to the process that takes over', () => {
  const settled = new SettledPlaces(1_000);
  const place = { topic: 't', partition: 0 };
  expect(settled.take(place, offsetOf(10n), 0)).toBeNull();
  expect(settled.take(place, offsetOf(20n), 600)).toBeNull();
  expect(settled.take(place, offsetOf(30n), 1_700)).toBe(20n);
  expect(settled.take(place, offsetOf(40n), 1_800)).toBeNull();
});
