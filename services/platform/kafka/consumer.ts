/** What a reader of the log asks for and gets; `group-reader.ts` does it. */
import type { RecordHeaders } from './outgoing-record.ts';
import type { TopicPartition } from './topic-partition.ts';
import type { Millis, Offset } from '../../core/units.ts';

export interface LogRecord extends TopicPartition {
  readonly offset: Offset;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: Readonly<Record<string, string>>;
  /** All of them, byte for byte. */
  readonly rawHeaders?: RecordHeaders;
  /** When the producer wrote it, as it says: any number, beyond every date too. */
  readonly timestampMs: Millis;
}

export interface LogBatch extends TopicPartition {
  /** From this offset on the broker serves nothing but `records`: what is between are holes. */
  readonly from: Offset;
  /** Never empty, in order of their offsets, which may have holes. */
  readonly records: readonly LogRecord[];
  /** Up to this offset, exclusive, the broker serves nothing else either. */
  readonly to: Offset;
  /** The offset that the next record of this partition will get. */
  readonly highWatermark: Offset;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly topics: readonly string[];
  /** Of one fetch. */
  readonly maxBytes: number;
  readonly maxBytesPerPartition: number;
  /** How many `onBatch` may run at once, each for another partition. */
  readonly partitionsConsumedConcurrently: number;
  /** Longest wait of a fetch that finds nothing. */
  readonly maxWaitMs?: Millis;
  /**
   * From one fetch to the next, at least, where the first found something: at a steady pace that
   * makes few fetches of many records, and what comes after a pause is read at once.
   */
  readonly fetchEveryMs?: Millis;
  /** After a crash the partitions go to others, or to the restarted process, this much later. */
  readonly sessionTimeoutMs?: Millis;
  readonly heartbeatIntervalMs?: Millis;
  /**
   * All partitions that this member now has. Nothing is fetched before it resolves; seek in it.
   * What is not sought starts at the group's committed offset, else at the log's beginning. A
   * rejection ends in `onCrash`.
   */
  readonly onAssigned: (partitions: readonly TopicPartition[]) => Promise<void>;
  /** Before the next assignment, and at stop: none of these may be written for any more. */
  readonly onRevoked?: (partitions: readonly TopicPartition[]) => void;
  /**
   * Resolves when the batch may be forgotten; the next begins behind it. A rejection with a `retry`
   * error is fetched again after a pause; any other ends in `onCrash`. Heartbeats go on meanwhile.
   */
  readonly onBatch: (batch: LogBatch) => Promise<void>;
  /**
   * Everything before `next` was served, markers of transactions and the like among it, and what of
   * it are records was handed to `onBatch`.
   */
  readonly onServed?: (at: TopicPartition, next: Offset) => void;
  /** The consumer has stopped for good and will not start again by itself. */
  readonly onCrash: (error: Error) => void;
}

export interface LogConsumer {
  /** Joins the group; resolves when reading has begun (or `onCrash` was called). */
  run(): Promise<void>;
  /** The next batch of this partition begins at `offset`. */
  seek(topic: string, partition: number, offset: Offset): void;
  pause(partitions: readonly TopicPartition[]): void;
  /** A new assignment resumes everything. */
  resume(partitions: readonly TopicPartition[]): void;
  /** Commits group offsets (next to read), for lag displays only. */
  commit(offsets: readonly (TopicPartition & { readonly offset: Offset })[]): Promise<void>;
  /** Milliseconds since the last fetch, heartbeat or batch: how long ago the loop turned. */
  idleMs(): Millis;
  /**
   * Waits for batches in hand, leaves the group, disconnects. May be called at any time, and twice.
   */
  stop(): Promise<void>;
}

/** The part of kafkajs's consumer that is used here. */
export interface ConsumerClient {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  subscribe(subscription: { topics: string[]; fromBeginning: boolean }): Promise<void>;
  run(config: {
    autoCommit: boolean;
    eachBatchAutoResolve: boolean;
    partitionsConsumedConcurrently: number;
    eachBatch: (payload: BatchPayload) => Promise<void>;
  }): Promise<void>;
  commitOffsets(offsets: { topic: string; partition: number; offset: string }[]): Promise<void>;
  seek(to: { topic: string; partition: number; offset: string }): void;
  pause(topics: { topic: string; partitions: number[] }[]): void;
  resume(topics: { topic: string; partitions: number[] }[]): void;
  on(event: 'consumer.group_join', listener: (event: GroupJoin) => void): unknown;
  on(event: 'consumer.crash', listener: (event: Crash) => void): unknown;
  on(event: 'consumer.end_batch_process', listener: (event: BatchEnd) => void): unknown;
  on(
    event:
      'consumer.rebalancing' | 'consumer.heartbeat' | 'consumer.fetch_start' | 'consumer.fetch',
    listener: () => void,
  ): unknown;
}

export interface GroupJoin {
  readonly payload: { readonly memberAssignment: Readonly<Record<string, number[]>> };
}

export interface Crash {
  readonly payload: { readonly error: Error; readonly restart: boolean };
}

/** Told also of a batch of which nothing is for us: markers, records of failed transactions. */
export interface BatchEnd {
  readonly payload: TopicPartition & {
    readonly batchSize: number;
    readonly lastOffset: string | null;
  };
}

export interface Message {
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<
    Record<string, Buffer | string | (Buffer | string)[] | undefined | null>
  >;
  readonly timestamp: string;
}

export interface BatchPayload {
  readonly batch: {
    readonly topic: string;
    readonly partition: number;
    readonly highWatermark: string;
    readonly messages: readonly Message[];
    /** Where the fetch began; kafkajs has it and does not declare it. */
    readonly fetchedOffset?: string;
    /** Of all that was fetched, also of what is not among `messages`. */
    lastOffset(): string;
  };
  resolveOffset(offset: string): void;
  heartbeat(): Promise<void>;
  isRunning(): boolean;
  isStale(): boolean;
}
