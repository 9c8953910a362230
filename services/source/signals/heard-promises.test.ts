import { expect, it } from 'vitest';
import { asMicros, offsetOf } from '../../core/units.ts';
import type { WatermarkKind } from '../promises/watermarks.ts';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { HeardPromises } from './heard-promises.ts';
import { HeardSignals } from './heard-signals.ts';

const TOPIC = 't';
const HOUR_MS = 3_600_000;

function open() {
  const clock = new ManualClock(0);
  const heard = new HeardSignals();
  const ended = new AbortController();
  const moved: unknown[] = [];
  const waiting: number[] = [];
  const control = {
    query: (_sql: string, values: readonly unknown[]) => {
      moved.push(values[4]);
      return Promise.resolve({ rows: [{ held: true }], rowCount: 1 });
    },
  };
  const place = { low: offsetOf(0n), high: offsetOf(5n), stable: offsetOf(5n) };
  const admin = { fetchOffsets: () => Promise.resolve([{ partition: 0, ...place }]) };
  const lease = { name: 'l', epoch: 1n };
  const again = <T>(act: () => Promise<T>): Promise<T> => act();
  const term = { lease, again, signal: ended.signal };
  const promises = new HeardPromises({
    term: term as never,
    control: control as never,
    kafka: { admin: () => admin } as never,
    clock,
    heard,
    metrics: {
      sweepsUnheard: { set: (value) => void waiting.push(value), remove: () => undefined },
    },
  });
  return {
    clock,
    moved,
    waiting,
    promises,
    hear: (next: bigint) => heard.take({ topic: TOPIC, partition: 0 }, offsetOf(next)),
    end: () => ended.abort(),
  };
}

function mark(kind: WatermarkKind, upTo: number, end = '5') {
  const ends = { [TOPIC]: { 0: end } };
  return { objCode: 'TASK', kind, upTo: asMicros(upTo), ends, asked: 'then' };
}

it('what was swept waits for the signals in front of it, and nothing else does', async () => {
  const { clock, moved, waiting, promises, hear, end } = open();
  const keeping = promises.keep().catch(() => undefined);
  await promises.make(mark('current', 1));
  await promises.make(mark('swept', 1));
  await promises.make(mark('swept', 2, '6')); // is made again by the next sweep
  hear(4n);
  await clock.advance(1_000);
  expect(moved).toEqual([1]);
  expect(waiting.at(-1)).toBe(1);
  hear(5n);
  await clock.advance(1_000);
  expect(moved).toEqual([1, 1]);
  expect(waiting.at(-1)).toBe(0);
  await promises.make(mark('swept', 3));
  expect(moved).toEqual([1, 1, 3]);
  end();
  await keeping;
});

it('nothing is promised that waited for hours: what held it back may be forgotten', async () => {
  const { clock, moved, promises, hear, end } = open();
  const keeping = promises.keep().catch(() => undefined);
  await promises.make(mark('swept', 1));
  await clock.advance(HOUR_MS + 1_000);
  hear(5n);
  await clock.advance(1_000);
  expect(moved).toEqual([]);
  await promises.make(mark('swept', 2));
  expect(moved).toEqual([2]);
  end();
  await keeping;
});
