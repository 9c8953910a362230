/**
 * What the other paths told of a source's types, read back from the log, beside the source's work.
 * Promises that no signal is missed: a process that takes over goes on where the last one was.
 */
import type { Clock } from '../../core/clock.ts';
import { isError } from '../../core/errors.ts';
import { offsetAfter } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import type { Kafka, LogBatch, LogConsumer } from '../../platform/kafka/kafka.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';
import type { LeaseTerm } from '../lease/leased-loop.ts';
import type { HeardSignals } from './heard-signals.ts';
import { areSignalsKept, SettledPlaces, takePlaces } from './signal-places.ts';
import type { SignalGroup } from './signal-places.ts';

export interface HearingParts {
  readonly kafka: Pick<Kafka, 'admin' | 'openConsumer'>;
  readonly term: Pick<LeaseTerm, 'again' | 'signal'>;
  readonly clock: Clock;
  readonly group: SignalGroup;
  readonly topics: readonly string[];
  /** What is younger is told again to a process that takes over. */
  readonly memoryMs: Millis;
  readonly heard: HeardSignals;
  /** Resolves when the records are dealt with. */
  readonly take: (batch: LogBatch) => Promise<void>;
}

const LOOK_MS = 100;

/** Rejects where the signals or the work fail; work that goes on ends with the term. */
export async function whileHearing(
  parts: HearingParts,
  work: () => Promise<unknown>,
): Promise<void> {
  const { kafka, term, clock, group, topics } = parts;
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const areKept = (): Promise<boolean> =>
    term.again(() => areSignalsKept(kafka.admin(), group.groupId, topics));
  const wereKept = await areKept();
  const opening = term.again(() => openSignals(parts, fail));
  opening.catch(fail);
  const closed = (): Promise<void> =>
    opening.then(
      (signals) => signals.stop(),
      () => undefined,
    );
  try {
    // Where the log keeps them work does not wait: Kafka gives the signals to the next process only
    // when the one that was killed has been silent for a while. Where it does not, what is told
    // between the first read and the first place of a signal would be no signal.
    if (!wereKept) await Promise.race([failed, keepingBegun(areKept, clock, term.signal)]);
    await Promise.race([failed, work()]);
  } catch (error) {
    // What ends the process is said at once, also where Kafka is away and nothing could be opened.
    if (term.signal.aborted) await closed();
    else void closed().catch(() => undefined);
    throw error;
  }
  await closed();
}

/** A group has joined some time before its first places are committed. */
async function keepingBegun(
  areKept: () => Promise<boolean>,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted && !(await areKept())) await clock.sleep(LOOK_MS, signal);
}

async function openSignals(
  { kafka, term, clock, group, topics, memoryMs, heard, take }: HearingParts,
  onFailed: (error: Error) => void,
): Promise<LogConsumer> {
  const settled = new SettledPlaces(memoryMs);
  const consumer = kafka.openConsumer({
    groupId: group.groupId,
    topics: [...topics],
    maxBytes: 4 * 1024 * 1024,
    maxBytesPerPartition: 1024 * 1024,
    partitionsConsumedConcurrently: 4,
    onAssigned: async (partitions) => {
      settled.clear();
      const places = await term.again(() => takePlaces(kafka.admin(), consumer, group, partitions));
      for (const { offset, ...place } of places) heard.take(place, offset);
    },
    onBatch: async (batch) => {
      await take(batch);
      const last = batch.records.at(-1);
      if (last === undefined) return;
      const { topic, partition } = batch;
      const atMs = clock.monotonicMs();
      const offset = settled.take({ topic, partition }, offsetAfter(last.offset), atMs);
      if (offset !== null) await commit(consumer, { topic, partition, offset });
    },
    // Also of what holds no record: the end of a transaction.
    onServed: (at, next) => heard.take(at, next),
    onCrash: onFailed,
  });
  try {
    await consumer.run();
  } catch (error) {
    // Whoever tries again opens another: two members of one process would share the signals.
    await consumer.stop();
    throw error;
  }
  return consumer;
}

/** What a member that is one no more cannot commit is told to the next one again. */
async function commit(
  consumer: Pick<LogConsumer, 'commit'>,
  place: TopicPartition & { readonly offset: Offset },
): Promise<void> {
  try {
    await consumer.commit([place]);
  } catch (error) {
    if (!isError(error, 'KAFKA_REFUSED')) throw error;
  }
}
