/** What must answer once before a delivery can be accepted: the registry and Kafka's topics. */
import type { RetryOptions } from '../core/retry.ts';
import { retrying } from '../core/retry.ts';
import { sourceTopics } from '../source/topic-name.ts';
import { registryOptions } from '../platform/process/connection-options.ts';
import { openEventCodec } from '../platform/avro/event-codec.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type { AcceptOptions } from './accept-body.ts';
import type { IngressConfig } from './config.ts';

/** Until `ready`, deliveries are answered 503 (NOT_READY). */
export class Dependencies {
  #waitingFor: string | null = 'the schema registry';
  #options: AcceptOptions | null = null;

  get options(): AcceptOptions | null {
    return this.#options;
  }

  readiness(): { ready: boolean; reason?: string } {
    const waitingFor = this.#waitingFor;
    return waitingFor === null
      ? { ready: true }
      : { ready: false, reason: `waiting for ${waitingFor}` };
  }

  /** Waits for what is away. Throws where a person must act: no schema, a missing topic. */
  async read(
    config: IngressConfig,
    { kafka, publisher }: { kafka: Pick<Kafka, 'partitionsOf'>; publisher: Publisher },
    retry: RetryOptions,
  ): Promise<void> {
    const codec = await retrying(() => openEventCodec(registryOptions(config)), retry);
    this.#waitingFor = 'Kafka';
    const topicPrefix = config.TOPIC_PREFIX;
    const topics = sourceTopics(topicPrefix, CAPTURED_OBJECT_CODES);
    await retrying(() => kafka.partitionsOf(topics), retry);
    await retrying(() => publisher.ready(), retry);
    this.#options = { codec, topicPrefix, customerID: config.WORKFRONT_CUSTOMER_ID ?? null };
    this.#waitingFor = null;
  }
}
