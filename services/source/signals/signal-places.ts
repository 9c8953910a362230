/**
 * Where the reading of signals begins in each partition of the log, and how far it is committed.
 */
import type { Millis, Offset } from '../../core/units.ts';
import type { KafkaAdmin } from '../../platform/kafka/admin.ts';
import type { LogConsumer } from '../../platform/kafka/kafka.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';

type Offsets = Pick<KafkaAdmin, 'fetchGroupOffsets' | 'fetchOffsets'>;

const TOPICS_AT_ONCE = 16;

/** Whether somebody has read signals before: what is told from now on is not lost. */
export async function areSignalsKept(
  admin: Pick<Offsets, 'fetchGroupOffsets'>,
  groupId: string,
  topics: readonly string[],
): Promise<boolean> {
  const offsets = await admin.fetchGroupOffsets(groupId, topics);
  return offsets.length > 0 && offsets.every(({ offset }) => offset !== null);
}

export interface SignalGroup {
  readonly groupId: string;
  /**
   * Where reading begins in a partition of which the group keeps no place: it is new, or nobody
   * read for so long that Kafka has forgotten the group.
   */
  readonly beginsAt: (kept: KeptRange) => Offset;
}

/** What the log keeps of a partition. */
export interface KeptRange extends TopicPartition {
  readonly low: Offset;
  /** Behind its last record. */
  readonly high: Offset;
}

/**
 * For signals that are older than whatever the source reads first: at the end; but where promises
 * were made, behind the last signal that they rest on.
 *
 * @param promised of the last promises, by partitionKey
 */
export function behindPromised(
  { topic, partition, low, high }: KeptRange,
  promised: ReadonlyMap<string, Offset>,
): Offset {
  const end = promised.get(partitionKey({ topic, partition })) ?? high;
  if (end > high) return high;
  return end < low ? low : end;
}

export type SignalPlace = TopicPartition & { readonly offset: Offset };

/**
 * First places are committed at once: what is told of a quiet type while nobody reads signals is
 * news to the next process.
 * @returns where the reading goes on
 */
export async function takePlaces(
  admin: Offsets,
  consumer: Pick<LogConsumer, 'seek' | 'commit'>,
  { groupId, beginsAt }: SignalGroup,
  partitions: readonly TopicPartition[],
): Promise<readonly SignalPlace[]> {
  const topics = [...new Set(partitions.map(({ topic }) => topic))];
  const committed = await admin.fetchGroupOffsets(groupId, topics);
  const kept = committed.flatMap(({ offset, ...place }) =>
    offset === null ? [] : [{ ...place, offset }],
  );
  const known = new Set(kept.map(partitionKey));
  const fresh = partitions.filter((one) => !known.has(partitionKey(one)));
  const freshTopics = [...new Set(fresh.map(({ topic }) => topic))];
  const begun: SignalPlace[] = [];
  for (let at = 0; at < freshTopics.length; at += TOPICS_AT_ONCE) {
    const some = freshTopics.slice(at, at + TOPICS_AT_ONCE);
    const ends = await Promise.all(some.map((topic) => admin.fetchOffsets(topic)));
    for (const [index, topic] of some.entries()) {
      for (const { partition, low, high } of ends[index] ?? []) {
        const place = { topic, partition, offset: beginsAt({ topic, partition, low, high }) };
        if (fresh.some((one) => partitionKey(one) === partitionKey(place))) begun.push(place);
      }
    }
  }
  for (const { topic, partition, offset } of begun) consumer.seek(topic, partition, offset);
  if (begun.length > 0) await consumer.commit(begun);
  return [...kept, ...begun];
}

interface Taken {
  readonly next: Offset;
  readonly atMs: Millis;
}

/**
 * How far each partition may be committed: only what has been settled. What is younger is told
 * again to a process that takes over, which would not know of it otherwise.
 */
export class SettledPlaces {
  readonly #memoryMs: Millis;
  readonly #taken = new Map<string, Taken[]>();

  constructor(memoryMs: Millis) {
    this.#memoryMs = memoryMs;
  }

  /** Everything before `next` was taken at `atMs`; gives what may be committed beyond before. */
  take(place: TopicPartition, next: Offset, atMs: Millis): Offset | null {
    const key = partitionKey(place);
    const taken = this.#taken.get(key) ?? [];
    taken.push({ next, atMs });
    const old = taken.filter((one) => one.atMs <= atMs - this.#memoryMs);
    this.#taken.set(key, taken.slice(old.length));
    return old.at(-1)?.next ?? null;
  }

  /** Of another assignment. */
  clear(): void {
    this.#taken.clear();
  }
}
