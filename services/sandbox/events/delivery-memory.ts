/**
 * Deliveries in the data file: what is still to be delivered, how far each got in the retry table,
 * and every attempt, from which the breakers come to stand as they stood (reference B.2).
 */
import type { JsonObject } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import { fieldText, microsIn, numberOf } from '../../workfront/object-row.ts';
import type { RoomMemory } from '../memory/room-memory.ts';
import type { Settings } from '../settings.ts';
import type { Delivery, DeliveryQueue } from './delivery-queue.ts';

type DeliveryKind = 'delivery' | 'attempt' | 'retry' | 'delivered' | 'unfrozen';

export function deliveryMemory(queue: DeliveryQueue, settings: Settings): RoomMemory<DeliveryKind> {
  const open = new Map<number, Delivery>();
  return {
    remember: (append) =>
      queue.listen({
        enqueued: ({ id, subscriptionId, url, authToken, body, dueMicros }) =>
          append({ what: 'delivery', id, subscriptionId, url, authToken, body, dueMicros }),
        attempted: ({ url }, accepted, at) => append({ what: 'attempt', url, accepted, at }),
        delayed: ({ id, retries, failedAtMicros, dueMicros }) =>
          append({ what: 'retry', id, retries, failedAtMicros, dueMicros }),
        ended: ({ id }) => append({ what: 'delivered', id }),
        unfrozen: () => append({ what: 'unfrozen' }),
      }),
    recall: {
      delivery: (line) => {
        const delivery = deliveryOf(line);
        queue.continueFrom(delivery.id);
        open.set(delivery.id, delivery);
      },
      retry: (line) => delay(open.get(idOf(line)), line),
      delivered: (line) => void open.delete(idOf(line)),
      attempt: (line) => attempt(queue, settings, line),
      unfrozen: () => queue.unfreeze(),
    },
    // What had not ended goes on; an attempt that was under way is made again (at least once).
    resume: () => {
      for (const delivery of open.values()) queue.resume(delivery);
    },
  };
}

function idOf(line: JsonObject): number {
  return numberOf(line, 'id') ?? 0;
}

function delay(delivery: Delivery | undefined, line: JsonObject): void {
  if (delivery === undefined) return;
  delivery.retries = numberOf(line, 'retries') ?? 0;
  delivery.failedAtMicros = microsIn(line, 'failedAtMicros');
  delivery.dueMicros = microsIn(line, 'dueMicros') ?? asMicros(0);
}

function attempt(queue: DeliveryQueue, { timeScale }: Settings, line: JsonObject): void {
  const at = microsIn(line, 'at') ?? asMicros(0);
  const breaker = queue.breakerOf(fieldText(line, 'url') ?? '', at);
  breaker.admit(at, timeScale);
  if (line['accepted'] === true) breaker.succeeded(at);
  else breaker.failed(at, timeScale);
}

function deliveryOf(line: JsonObject): Delivery {
  const text = (name: string): string => fieldText(line, name) ?? '';
  return {
    id: idOf(line),
    subscriptionId: text('subscriptionId'),
    url: text('url'),
    authToken: text('authToken'),
    body: text('body'),
    dueMicros: microsIn(line, 'dueMicros') ?? asMicros(0),
    retries: 0,
    failedAtMicros: null,
  };
}
