/** Deliveries straight to Kafka. */
import type { Publisher } from '../platform/kafka/publisher.ts';
import type { SourceRecord } from '../source/log/record-of.ts';
import type { Translated } from '../source/log/translation.ts';
import { recordOfDelivery, translateBody } from './acceptance.ts';
import type { AcceptOptions, DeliveredBody } from './acceptance.ts';
import type { DurableSink } from './durable-sink.ts';
import type { IngressMetrics } from './ingress-metrics.ts';
import { RefusedRequest } from './refusal.ts';

export interface LogSinkParts {
  /** Null while the registry or Kafka has not been read. */
  readonly accepting: () => AcceptOptions | null;
  readonly customerID: string | null;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly metrics: Pick<IngressMetrics, 'published' | 'parked'>;
}

export class LogSink implements DurableSink {
  readonly #parts: LogSinkParts;

  constructor(parts: LogSinkParts) {
    this.#parts = parts;
  }

  async keep(delivered: DeliveredBody): Promise<SourceRecord> {
    return this.send(delivered, translateBody(delivered, this.#parts.customerID));
  }

  /** The same for what is translated already. */
  async send(delivered: DeliveredBody, translated: Translated): Promise<SourceRecord> {
    const options = this.#parts.accepting();
    if (options === null) throw new RefusedRequest('NOT_READY', 'Kafka or the registry is away.');
    const sent = recordOfDelivery(delivered, translated, options);
    await this.#parts.publisher.publish(sent.records); // Law 1
    countSent(this.#parts.metrics, sent);
    return sent;
  }
}

export function countSent(
  metrics: Pick<IngressMetrics, 'published' | 'parked'>,
  { parked }: SourceRecord,
): void {
  if (parked === null) metrics.published.add();
  else metrics.parked.add(1, { reason: parked });
}
