import { expect, test } from 'vitest';
import { systemClock } from '../../core/clock.ts';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { offsetOf } from '../../core/units.ts';
import type { BatchPayload, ConsumerClient, ConsumerOptions, LogBatch } from './consumer.ts';
import type { LogConsumer } from './consumer.ts';
import { openLogConsumer } from './group-reader.ts';

/** Plays kafkajs: emits its events and calls eachBatch as its runner does. */
class FakeClient implements ConsumerClient {
  readonly calls: string[] = [];
  readonly #listeners = new Map<string, (event: never) => void>();
  eachBatch: (payload: BatchPayload) => Promise<void> = async () => undefined;
  stale = false;

  async connect(): Promise<void> {}
  async disconnect(): Promise<void> {
    this.calls.push('disconnect');
  }
  async subscribe(): Promise<void> {}
  async run(config: { eachBatch: (payload: BatchPayload) => Promise<void> }): Promise<void> {
    this.eachBatch = config.eachBatch;
  }
  async commitOffsets(): Promise<void> {}
  seek({ topic, partition, offset }: { topic: string; partition: number; offset: string }): void {
    this.calls.push(`seek ${topic}/${partition} ${offset}`);
    this.stale = true;
  }
  pause(topics: { topic: string; partitions: number[] }[]): void {
    this.calls.push(`pause ${JSON.stringify(topics)}`);
  }
  resume(topics: { topic: string; partitions: number[] }[]): void {
    this.calls.push(`resume ${JSON.stringify(topics)}`);
  }
  on(event: string, listener: (event: never) => void): void {
    this.#listeners.set(event, listener);
  }
  emit(event: string, payload: object = {}): void {
    this.#listeners.get(event)?.({ payload } as never);
  }

  join(memberAssignment: Record<string, number[]>): void {
    this.stale = false;
    this.emit('consumer.group_join', { memberAssignment });
  }

  /** @param last of the batch as it was fetched, where that is no record for us */
  async batch(offsets: readonly number[], from = offsets[0], last = offsets.at(-1)): Promise<void> {
    await this.eachBatch({
      batch: {
        topic: 't',
        partition: 0,
        highWatermark: '100',
        fetchedOffset: String(from),
        lastOffset: () => String(last),
        messages: offsets.map((offset) => ({
          offset: String(offset),
          key: null,
          value: Buffer.from('v'),
          headers: { a: Buffer.from('ä'), b: ['x', 'y'], none: undefined },
          timestamp: '1700000000000',
        })),
      },
      resolveOffset: (offset) => void this.calls.push(`resolve ${offset}`),
      heartbeat: async () => void this.calls.push('heartbeat'),
      isRunning: () => true,
      isStale: () => this.stale,
    });
  }
}

interface Setup {
  readonly client: FakeClient;
  readonly consumer: LogConsumer;
  readonly batches: LogBatch[];
  readonly crashes: Error[];
  /** Behind what was served, as it was told. */
  readonly served: bigint[];
}

const LOG_STARTS_AT = 5n;

async function start(
  more: Partial<ConsumerOptions> = {},
  clock: typeof systemClock = systemClock,
): Promise<Setup> {
  const client = new FakeClient();
  const batches: LogBatch[] = [];
  const crashes: Error[] = [];
  const served: bigint[] = [];
  const options: ConsumerOptions = {
    groupId: 'g',
    topics: ['t'],
    maxBytes: 1,
    maxBytesPerPartition: 1,
    partitionsConsumedConcurrently: 1,
    onAssigned: async () => undefined,
    onBatch: async (batch) => void batches.push(batch),
    onServed: (_at, next) => void served.push(next),
    onCrash: (error) => void crashes.push(error),
    ...more,
  };
  const consumer = openLogConsumer(client, options, clock, {
    check: async () => undefined,
    readLogStart: async () => offsetOf(LOG_STARTS_AT),
  });
  await consumer.run();
  return { client, consumer, batches, crashes, served };
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

test('nothing is fetched before the caller has sought', async () => {
  const { client, consumer } = await start({
    onAssigned: async (partitions) => {
      await settle();
      for (const { topic, partition } of partitions) consumer.seek(topic, partition, offsetOf(5n));
    },
  });
  client.join({ t: [0] });
  const paused = 'pause [{"topic":"t","partitions":[0]}]';
  expect(client.calls).toEqual([paused]);
  await settle();
  await settle();
  expect(client.calls).toEqual([paused, 'seek t/0 5', 'resume [{"topic":"t","partitions":[0]}]']);
});

test('a batch is resolved after the caller is done with it', async () => {
  const { client, batches } = await start();
  client.join({ t: [0] });
  await settle();
  await client.batch([3, 4]);
  expect(batches[0]).toMatchObject({ topic: 't', partition: 0, highWatermark: 100n });
  expect(batches[0]?.records.map(({ offset }) => offset)).toEqual([3n, 4n]);
  expect(batches[0]?.records[0]).toMatchObject({ timestampMs: 1_700_000_000_000 });
  expect(batches[0]?.records[0]?.headers).toEqual({ a: 'ä', b: 'y' });
  expect(client.calls.at(-1)).toBe('resolve 4');
});

test('after a fetch that found something the next comes no sooner than asked for', async () => {
  const clock = new ManualClock(0);
  const { client, consumer } = await start({ fetchEveryMs: 30 }, clock);
  client.join({ t: [0] });
  await settle();
  let isDone = false;
  client.emit('consumer.fetch_start');
  await clock.advance(10);
  const first = client.batch([1]).then(() => (isDone = true));
  await clock.advance(19);
  expect(client.calls.at(-1)).toBe('resolve 1');
  expect(isDone).toBe(false);
  await clock.advance(1);
  await first;
  await client.batch([2]); // of a fetch that has lasted long enough
  client.emit('consumer.fetch_start');
  await consumer.stop();
  await client.batch([3]); // nobody waits while it stops
});

test('offset-hole: what the broker passed over is no gap', async () => {
  const { client, batches, served } = await start();
  client.join({ t: [0] });
  await settle();
  await client.batch([5, 7], 5, 8);
  // Of the next fetch the first is an aborted record, and the last a marker.
  await client.batch([11], 9, 12);
  expect(batches.map(({ from }) => from)).toEqual([5n, 9n]);
  expect(served).toEqual([9n, 13n]);
});

test('offset-hole: behind a batch of markers alone it is asked for again, and taken then', async () => {
  const { client, batches, served } = await start();
  client.join({ t: [0] });
  await settle();
  await client.batch([5]);
  const end = { topic: 't', partition: 0, batchSize: 0, lastOffset: '6' };
  client.emit('consumer.end_batch_process', end);
  expect(served).toEqual([6n, 7n]);
  await client.batch([7]);
  expect(client.calls.at(-1)).toBe('seek t/0 6');
  expect(batches).toHaveLength(1);
  client.stale = false;
  await client.batch([7]);
  expect(batches.map(({ from }) => from)).toEqual([5n, 6n]);
});

test.each([
  ['begins behind what comes next', 2n, [6]],
  ['goes back', 9n, [6]],
])('offset-gap: a log that %s ends the consumer', async (_, sought, offsets) => {
  const { client, consumer, crashes } = await start({
    onAssigned: async () => consumer.seek('t', 0, offsetOf(sought)),
  });
  client.join({ t: [0] });
  await settle();
  client.stale = false;
  await expect(client.batch(offsets)).rejects.toMatchObject({ retriable: false });
  client.emit('consumer.crash', { error: new Error('wrapped by kafkajs'), restart: false });
  expect(crashes).toEqual([expect.objectContaining({ code: 'LOG_MISMATCH' })]);
});

test('a seek during a batch counts more than the batch', async () => {
  const { client, consumer } = await start({
    onBatch: async () => consumer.seek('t', 0, offsetOf(1n)),
  });
  client.join({ t: [0] });
  await settle();
  await client.batch([3]);
  expect(client.calls).not.toContain('resolve 3');
  client.stale = false;
  await client.batch([1]);
});

test('an error to be retried is left to kafkajs, any other ends the consumer', async () => {
  const away = new PipelineError('POSTGRES_UNAVAILABLE', 'away');
  let error: Error = away;
  const { client, crashes } = await start({ onBatch: () => Promise.reject(error) });
  client.join({ t: [0] });
  await settle();
  await expect(client.batch([3])).rejects.toBe(away);
  client.emit('consumer.crash', { error: away, restart: true });
  expect(crashes).toEqual([]);
  error = new TypeError('a bug');
  await expect(client.batch([3])).rejects.toMatchObject({ retriable: false });
  client.emit('consumer.crash', { error: new Error('wrapped'), restart: false });
  expect(crashes).toEqual([error]);
});

test('a failed assignment ends the consumer, and stays paused', async () => {
  const error = new PipelineError('POSTGRES_REFUSED', 'no table');
  const { client, crashes } = await start({ onAssigned: () => Promise.reject(error) });
  client.join({ t: [0] });
  await settle();
  expect(crashes).toEqual([error]);
  expect(client.calls.some((call) => call.startsWith('resume'))).toBe(false);
});

test('rebalance: partitions are revoked before others are assigned, and an old answer is void', async () => {
  const events: string[] = [];
  let release: () => void = () => undefined;
  const { client } = await start({
    onAssigned: (partitions) => {
      events.push(`assigned ${partitions.length}`);
      return partitions.length === 2 ? new Promise((resolve) => (release = resolve)) : settle();
    },
    onRevoked: (partitions) => void events.push(`revoked ${partitions.length}`),
  });
  client.join({ t: [0, 1] });
  await settle();
  client.emit('consumer.rebalancing');
  client.join({ t: [0] });
  release();
  await settle();
  await settle();
  await settle();
  expect(events).toEqual(['assigned 2', 'revoked 2', 'assigned 1']);
  expect(client.calls.filter((call) => call.startsWith('resume'))).toEqual([
    'resume [{"topic":"t","partitions":[0]}]',
  ]);
});

test('heartbeats go on during a long batch', async () => {
  let release: () => void = () => undefined;
  const { client } = await start({
    heartbeatIntervalMs: 1,
    onBatch: () => new Promise((resolve) => (release = resolve)),
  });
  client.join({ t: [0] });
  await settle();
  const reading = client.batch([3]);
  while (client.calls.filter((call) => call === 'heartbeat').length < 2) {
    await systemClock.sleep(1);
  }
  release();
  await reading;
});

test('shutdown: stopping twice disconnects once and revokes', async () => {
  const revoked: number[] = [];
  const { client, consumer } = await start({
    onRevoked: (partitions) => void revoked.push(partitions.length),
  });
  client.join({ t: [0, 1] });
  await Promise.all([consumer.stop(), consumer.stop()]);
  expect(client.calls.filter((call) => call === 'disconnect')).toHaveLength(1);
  expect(revoked).toEqual([2]);
});

test('shutdown: a join that comes after the stop is undone', async () => {
  const { client, consumer } = await start();
  await consumer.stop();
  client.join({ t: [0] });
  await settle();
  client.emit('consumer.crash', { error: new Error('x'), restart: true });
  await settle();
  expect(client.calls).toEqual(['disconnect', 'disconnect', 'disconnect']);
});
