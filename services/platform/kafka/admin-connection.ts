/** kafkajs's admin client as far as it is used here, and the connection that it keeps. */
import { classifyKafkaError } from './errors.ts';

/** The part of kafkajs's admin client that is used here. */
export interface AdminClient {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  listTopics(): Promise<string[]>;
  fetchTopicMetadata(options: { topics: string[] }): Promise<{
    topics: {
      name: string;
      partitions: { partitionId: number; leader: number; replicas: number[] }[];
    }[];
  }>;
  describeConfigs(options: {
    resources: { type: number; name: string }[];
    includeSynonyms: boolean;
  }): Promise<{
    resources: {
      resourceName: string;
      configEntries: { configName: string; configValue: string }[];
    }[];
  }>;
  createTopics(options: TopicCreation): Promise<boolean>;
  deleteTopics(options: { topics: string[]; timeout?: number }): Promise<void>;
  deleteTopicRecords(options: {
    topic: string;
    partitions: { partition: number; offset: string }[];
  }): Promise<void>;
  fetchTopicOffsets(topic: string): Promise<{ partition: number; low: string; high: string }[]>;
  fetchTopicOffsetsByTimestamp(
    topic: string,
    timestamp: number,
  ): Promise<{ partition: number; offset: string }[]>;
  fetchOffsets(options: {
    groupId: string;
    topics?: string[];
  }): Promise<{ topic: string; partitions: { partition: number; offset: string }[] }[]>;
  describeCluster(): Promise<{ clusterId: string }>;
}

/** Topics to make, as kafkajs asks for them. */
export interface TopicCreation {
  waitForLeaders: boolean;
  timeout: number;
  topics: {
    topic: string;
    numPartitions: number;
    replicationFactor: number;
    configEntries: { name: string; value: string }[];
  }[];
}

/** Connects at first use, and again after a failure. */
export class AdminConnection {
  readonly #admin: AdminClient;
  #connected: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(admin: AdminClient) {
    this.#admin = admin;
  }

  /**
   * One at a time: kafkajs 2.2.4 keeps one set of target topics for all calls of an admin, so that
   * one call can find the metadata of another's (`low.pop()` of fetchTopicOffsets is undefined).
   */
  use<T>(act: () => Promise<T>): Promise<T> {
    const done = this.#last.then(() => this.#attempt(act));
    this.#last = done.catch(() => undefined);
    return done;
  }

  async #attempt<T>(act: () => Promise<T>): Promise<T> {
    try {
      this.#connected ??= this.#admin.connect();
      await this.#connected;
      return await act();
    } catch (error) {
      const classified = classifyKafkaError(error);
      if (classified.code === 'KAFKA_UNAVAILABLE') {
        this.#connected = null;
        // kafkajs asks the leaders that it knows for minutes; they go with the connection.
        await this.#admin.disconnect().catch(() => undefined);
      }
      throw classified;
    }
  }

  async close(): Promise<void> {
    if (this.#connected === null) return;
    this.#connected = null;
    await this.#admin.disconnect();
  }
}
