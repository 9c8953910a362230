/**
 * Deliveries in the data file: what is still to be delivered, how far each got in the retry table,
 * and every attempt, from which the breakers come to stand as they stood (reference B.2).
 */
import type { JsonObject } from '../../core/json.ts';
import type { Delivery, DeliveryQueue } from './delivery-queue.ts';
import type { Settings } from '../settings.ts';
import type { DataFile } from '../memory/data-file.ts';
import { numberOf, textOf } from '../../workfront/object-row.ts';

export function rememberDeliveries(queue: DeliveryQueue, file: DataFile): void {
  queue.listen({
    enqueued: ({ id, subscriptionId, url, authToken, body, dueMicros }) =>
      file.append({ what: 'delivery', id, subscriptionId, url, authToken, body, dueMicros }),
    attempted: ({ url }, accepted, at) => file.append({ what: 'attempt', url, accepted, at }),
    delayed: ({ id, retries, failedAtMicros, dueMicros }) =>
      file.append({ what: 'retry', id, retries, failedAtMicros, dueMicros }),
    ended: ({ id }) => file.append({ what: 'delivered', id }),
    unfrozen: () => file.append({ what: 'unfrozen' }),
  });
}

export class DeliveryMemory {
  readonly #queue: DeliveryQueue;
  readonly #settings: Settings;
  readonly #open = new Map<number, Delivery>();

  constructor(queue: DeliveryQueue, settings: Settings) {
    this.#queue = queue;
    this.#settings = settings;
  }

  /** One record of the file; what it does not know it passes over. */
  recall(record: JsonObject): void {
    const id = numberOf(record, 'id') ?? 0;
    switch (textOf(record, 'what') ?? '') {
      case 'delivery':
        this.#queue.continueFrom(id);
        this.#open.set(id, deliveryOf(record, id));
        return;
      case 'retry':
        this.#delay(id, record);
        return;
      case 'delivered':
        this.#open.delete(id);
        return;
      case 'attempt':
        this.#attempt(record);
        return;
      case 'unfrozen':
        this.#queue.unfreeze();
        return;
      default:
    }
  }

  /** What had not ended goes on; an attempt that was under way is made again (at least once). */
  resume(): void {
    for (const delivery of this.#open.values()) this.#queue.resume(delivery);
  }

  #delay(id: number, record: JsonObject): void {
    const delivery = this.#open.get(id);
    if (delivery === undefined) return;
    delivery.retries = numberOf(record, 'retries') ?? 0;
    delivery.failedAtMicros = numberOf(record, 'failedAtMicros');
    delivery.dueMicros = numberOf(record, 'dueMicros') ?? 0;
  }

  #attempt(record: JsonObject): void {
    const at = numberOf(record, 'at') ?? 0;
    const breaker = this.#queue.breakerOf(textOf(record, 'url') ?? '', at);
    breaker.admit(at, this.#settings.timeScale);
    if (record['accepted'] === true) breaker.succeeded(at);
    else breaker.failed(at, this.#settings.timeScale);
  }
}

function deliveryOf(record: JsonObject, id: number): Delivery {
  const text = (name: string): string => textOf(record, name) ?? '';
  return {
    id,
    subscriptionId: text('subscriptionId'),
    url: text('url'),
    authToken: text('authToken'),
    body: text('body'),
    dueMicros: numberOf(record, 'dueMicros') ?? 0,
    retries: 0,
    failedAtMicros: null,
  };
}
