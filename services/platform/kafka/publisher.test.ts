import { expect, test } from 'vitest';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { RawProducer, TopicMessages } from './raw-producer.ts';
import { partitionOf } from './partition-of-key.ts';
import { openPublisher } from './publisher.ts';
import type { OutgoingRecord, Publisher, PublisherOptions } from './publisher.ts';

type Answer = (batch: readonly TopicMessages[]) => Promise<void>;

class FakeKafka {
  readonly batches: (readonly TopicMessages[])[] = [];
  topics = new Map([
    ['a', 4],
    ['b', 1],
  ]);
  lookups = 0;
  closed = false;
  answer: Answer = async () => undefined;

  rawProducer(): RawProducer {
    return {
      connect: async () => undefined,
      sendBatch: (batch) => {
        this.batches.push(batch);
        return this.answer(batch);
      },
      close: async () => {
        this.closed = true;
      },
    };
  }

  async partitionsServed(topic: string): Promise<number> {
    this.lookups += 1;
    const count = this.topics.get(topic);
    if (count === undefined) throw new PipelineError('TOPIC_MISSING', `no ${topic}`);
    return count;
  }

  keysSent(): string[] {
    return this.batches.flatMap((batch) =>
      batch.flatMap(({ messages }) => messages.map(({ key }) => String(key))),
    );
  }
}

function start(options: PublisherOptions = {}): { kafka: FakeKafka; publisher: Publisher } {
  const kafka = new FakeKafka();
  return { kafka, publisher: openPublisher(kafka, { lingerMs: 1, ...options }) };
}

function record(key: string, bytes = 10, topic = 'a'): OutgoingRecord {
  return { topic, key, value: Buffer.alloc(bytes), headers: {} };
}

function away(): PipelineError {
  return new PipelineError('KAFKA_UNAVAILABLE', 'away');
}

test('records of callers that come together go in one send, to the partitions of their keys', async () => {
  const { kafka, publisher } = start();
  await publisher.publish([record('warm')]);
  const callers = ['x', 'y', 'z'].map((key) => publisher.publish([record(key)]));
  await Promise.all(callers);
  expect(kafka.batches).toHaveLength(2);
  const messages = kafka.batches[1]?.[0]?.messages ?? [];
  expect(messages.map(({ key }) => String(key))).toEqual(['x', 'y', 'z']);
  for (const { key, partition } of messages) {
    expect(partition).toBe(partitionOf(key ?? Buffer.alloc(0), 4));
  }
});

test('while the partitions of a topic are not known nobody overtakes', async () => {
  const { kafka, publisher } = start();
  const served = kafka.partitionsServed.bind(kafka);
  let away = 3;
  kafka.partitionsServed = async (topic) => {
    // Each answer takes another time, as retries with jitter do.
    for (let turns = (away * 7) % 5; turns > 0; turns -= 1) await systemClock.turn();
    away -= 1;
    if (away >= 0) throw new PipelineError('KAFKA_UNAVAILABLE', 'away');
    return served(topic);
  };
  const keys = Array.from({ length: 30 }, (_, at) => String(at));
  const early = keys.slice(0, 20).map((key) => publisher.publish([record(key, 10, 'b')]));
  await early[0];
  const late = keys.slice(20).map((key) => publisher.publish([record(key, 10, 'b')]));
  await Promise.all([...early, ...late]);
  expect(kafka.keysSent()).toEqual(keys);
});

test('a publish resolves only after the acknowledgement', async () => {
  const { kafka, publisher } = start();
  let acknowledge: () => void = () => undefined;
  kafka.answer = () => new Promise((resolve) => (acknowledge = resolve));
  let done = false;
  const publishing = publisher.publish([record('x')]).then(() => (done = true));
  await until(() => kafka.batches.length === 1);
  expect(done).toBe(false);
  expect(publisher.pendingBytes()).toBeGreaterThan(0);
  acknowledge();
  await publishing;
  await until(() => publisher.pendingBytes() === 0);
});

test('what nobody waits for any more is not sent again with what came beside it', async () => {
  const clock = new ManualClock(0);
  const { kafka, publisher } = start({ clock, lingerMs: 5_000, sendDeadlineMs: 10_000 });
  kafka.answer = () => Promise.reject(away());
  const late = publisher.publish([record('late')]).catch((error: unknown) => error);
  await clock.advance(3_000);
  const live = publisher.publish([record('live')]);
  await clock.advance(7_500);
  expect(await late).toMatchObject({ code: 'SEND_DEADLINE' });
  expect(new Set(kafka.keysSent())).toEqual(new Set(['late', 'live']));
  kafka.batches.length = 0;
  kafka.answer = async () => undefined;
  await clock.advance(2_000);
  await live;
  expect(kafka.keysSent()).toEqual(['live']);
});

test('while Kafka is away a publish waits and is sent again', async () => {
  const { kafka, publisher } = start();
  let failures = 2;
  kafka.answer = async () => {
    if (failures-- > 0) throw away();
  };
  await publisher.publish([record('x')]);
  expect(kafka.keysSent()).toEqual(['x', 'x', 'x']);
});

test('what is not acknowledged in time fails with SEND_DEADLINE, and is not sent any more', async () => {
  const { kafka, publisher } = start({ sendDeadlineMs: 30 });
  kafka.answer = () => Promise.reject(away());
  await expect(publisher.publish([record('x')])).rejects.toMatchObject({ code: 'SEND_DEADLINE' });
  await until(() => publisher.pendingBytes() === 0);
  const tries = kafka.batches.length;
  kafka.answer = async () => undefined;
  await publisher.publish([record('y')]);
  expect(kafka.keysSent().slice(tries)).toEqual(['y']);
});

test('bytes of a send that outlives its deadline stay counted until Kafka answers', async () => {
  const { kafka, publisher } = start({ sendDeadlineMs: 20 });
  let fail: (error: Error) => void = () => undefined;
  kafka.answer = () => new Promise((_, reject) => (fail = reject));
  await expect(publisher.publish([record('x')])).rejects.toMatchObject({ code: 'SEND_DEADLINE' });
  expect(publisher.pendingBytes()).toBeGreaterThan(0);
  fail(away());
  await until(() => publisher.pendingBytes() === 0);
});

test('more than pendingBytesMax is refused with BACKPRESSURE, one large call is not', async () => {
  const { kafka, publisher } = start({ pendingBytesMax: 1000 });
  let acknowledge: () => void = () => undefined;
  kafka.answer = () => new Promise((resolve) => (acknowledge = resolve));
  const large = publisher.publish([record('x', 5000)]);
  await expect(publisher.publish([record('y')])).rejects.toMatchObject({ code: 'BACKPRESSURE' });
  await until(() => kafka.batches.length === 1);
  acknowledge();
  await large;
});

test('a record that Kafka refuses fails its own caller only', async () => {
  const { kafka, publisher } = start();
  await publisher.publish([record('warm')]);
  kafka.answer = async (batch) => {
    const keys = batch.flatMap(({ messages }) => messages.map(({ key }) => String(key)));
    if (keys.includes('bad')) throw new PipelineError('KAFKA_REFUSED', 'too large');
  };
  const results = await Promise.allSettled(
    ['x', 'bad', 'y'].map((key) => publisher.publish([record(key)])),
  );
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a missing topic fails its own caller only', async () => {
  const { kafka, publisher } = start();
  const lost = publisher.publish([record('x', 1, 'nowhere')]);
  await Promise.all([expect(lost).rejects.toMatchObject({ code: 'TOPIC_MISSING' })]);
  await publisher.publish([record('y')]);
  expect(kafka.keysSent()).toEqual(['y']);
  expect(publisher.pendingBytes()).toBe(0);
});

test('when a topic was made anew its partitions are looked up again', async () => {
  const { kafka, publisher } = start();
  await publisher.publish([record('x')]);
  kafka.topics.set('a', 1);
  let first = true;
  kafka.answer = async () => {
    if (!first) return;
    first = false;
    const context = { type: 'UNKNOWN_TOPIC_OR_PARTITION' };
    throw new PipelineError('KAFKA_UNAVAILABLE', 'unknown', context);
  };
  await publisher.publish([record('x')]);
  expect(kafka.batches.at(-1)?.[0]?.messages[0]?.partition).toBe(0);
});

test('records without a key are spread over the partitions', async () => {
  const { kafka, publisher } = start();
  const keyless = { topic: 'a', key: null, value: Buffer.alloc(1), headers: {} };
  await publisher.publish(Array.from({ length: 8 }, () => keyless));
  const partitions = kafka.batches.flatMap((batch) =>
    batch.flatMap(({ messages }) => messages.map(({ partition }) => partition)),
  );
  expect(new Set(partitions).size).toBe(4);
});

test('closing sends what waits, refuses more, and can be asked twice', async () => {
  const { kafka, publisher } = start({ lingerMs: 10_000 });
  await expect(publisher.ready()).resolves.toBeUndefined();
  const publishing = publisher.publish([record('x')]);
  const closing = Promise.all([publisher.close(), publisher.close()]);
  await Promise.all([publishing, closing]);
  expect(kafka.keysSent()).toEqual(['x']);
  expect(kafka.closed).toBe(true);
  await expect(publisher.publish([record('y')])).rejects.toMatchObject({ code: 'CLOSING' });
});

async function until(condition: () => boolean): Promise<void> {
  for (let turn = 0; !condition(); turn += 1) {
    if (turn > 2_000) throw new Error('did not happen');
    await systemClock.sleep(1);
  }
}
