/** Subscriptions in the data file: as they were asked for, and what came to be of them. */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { fieldText, microsIn } from '../../workfront/object-row.ts';
import type { RoomMemory } from '../memory/room-memory.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import { readSubscription } from './subscription-request.ts';
import type { Subscription } from './subscription.ts';
import type { Subscriptions } from './subscription-register.ts';

export function subscriptionMemory(
  subscriptions: Subscriptions,
  queue: DeliveryQueue,
): RoomMemory<'subscription'> {
  return {
    remember: (append) =>
      subscriptions.onChange((id, subscription) => {
        const kept = subscription === null ? null : keptOf(subscription);
        append({ what: 'subscription', id, subscription: kept });
      }),
    recall: {
      subscription: (line) => {
        const id = fieldText(line, 'id') ?? '';
        const kept = line['subscription'] ?? null;
        if (isJsonObject(kept)) recall(subscriptions, queue, id, kept);
        else subscriptions.remove(id);
      },
    },
  };
}

function keptOf(one: Subscription): JsonObject {
  const { objCode, objId, eventType, url, authToken, filtersSent, connector } = one;
  const { createdMicros, modifiedMicros, version, versionMicros, bothVersionsUntilMicros } = one;
  const base64Encoding = one.base64 ? 'true' : 'false';
  const asked = { objCode, objId, eventType, url, authToken, base64Encoding };
  return {
    asked: { ...asked, filters: filtersSent, filterConnector: connector },
    createdMicros,
    modifiedMicros,
    version,
    versionMicros,
    bothVersionsUntilMicros,
  };
}

function recall(
  subscriptions: Subscriptions,
  queue: DeliveryQueue,
  id: string,
  kept: Readonly<Record<string, JsonValue>>,
): void {
  const micros = (name: string): Micros => microsIn(kept, name) ?? asMicros(0);
  const asked = readSubscription(kept['asked'] ?? null);
  queue.breakerOf(asked.url, micros('createdMicros'));
  subscriptions.put({
    id,
    ...asked,
    createdMicros: micros('createdMicros'),
    modifiedMicros: micros('modifiedMicros'),
    version: kept['version'] === 'v1' ? 'v1' : 'v2',
    versionMicros: micros('versionMicros'),
    bothVersionsUntilMicros: micros('bothVersionsUntilMicros'),
  });
}
