/**
 * Turns changes into deliveries: which subscriptions want one, in which version (reference B.2
 * to B.5).
 */
import { objectType } from '../../workfront/catalogue/catalogue.ts';
import type { Micros, Millis } from '../../core/units.ts';
import type { Faults } from '../faults/faults.ts';
import type { Change } from '../tenant/change.ts';
import type { Dials } from '../memory/dial.ts';
import { BODY_BYTES_MAX, deliveryBody, eventTypeOf, toldStates } from './delivery-body.ts';
import type { BodyParts } from './delivery-body.ts';
import { passesFilters } from './event-filter.ts';
import { isTold } from './untold.ts';
import type { DeliveryQueue } from './delivery-queue.ts';
import type { BodyVersion, Subscription } from './subscription.ts';
import type { Subscriptions } from './subscription-register.ts';
import type { Told } from './version-one.ts';

export interface PublisherParts extends BodyParts {
  readonly subscriptions: Subscriptions;
  readonly queue: DeliveryQueue;
  readonly faults: Faults;
  readonly nowMicros: () => Micros;
  readonly drawLatencyMs: () => Millis;
}

export interface PublisherCounts {
  /** Bodies above 1 MB, never sent (reference B.2). */
  readonly oversized: number;
  /** Kept back by a fault. */
  readonly missed: number;
}

export class EventPublisher {
  readonly #parts: PublisherParts;
  #oversized = 0;
  #missed = 0;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  counts(): PublisherCounts {
    return { oversized: this.#oversized, missed: this.#missed };
  }

  get dials(): Dials {
    return {
      oversized: { read: () => this.#oversized, turn: (to) => (this.#oversized = to) },
      missed: { read: () => this.#missed, turn: (to) => (this.#missed = to) },
    };
  }

  onChange(change: Change): void {
    if (!isTold(change, this.#parts.settings.zone)) return;
    const wanted = this.#parts.subscriptions.matching(
      change.objCode,
      eventTypeOf(change),
      change.objID,
    );
    if (wanted.length === 0) return;
    const told = new Map<BodyVersion, readonly Told[]>();
    for (const subscription of wanted) {
      for (const version of versionsOf(subscription, this.#parts.nowMicros())) {
        let all = told.get(version);
        if (all === undefined) told.set(version, (all = toldStates(change, version, this.#parts)));
        for (const one of all) {
          if (passesFilters(subscription, one)) this.#send(change, one, subscription, version);
        }
      }
    }
  }

  #send(change: Change, states: Told, to: Subscription, version: BodyVersion): void {
    const { faults, queue } = this.#parts;
    const addressed = {
      subscriptionId: to.id,
      base64: false,
      eventVersion: version,
      subscriptionVersion: to.version,
    };
    let body = deliveryBody(change, states, addressed, this.#parts);
    if (body.length > BODY_BYTES_MAX / 4 && Buffer.byteLength(body) > BODY_BYTES_MAX) {
      this.#oversized += 1;
      return;
    }
    if (to.base64) body = deliveryBody(change, states, { ...addressed, base64: true }, this.#parts);
    const fate = faults.fateOfDelivery(states.eventType);
    if (fate.copies === 0) this.#missed += 1;
    for (let copy = 0; copy < fate.copies; copy += 1) {
      const delayMs = this.#parts.drawLatencyMs() + fate.extraDelayMs;
      const { url, authToken, id } = to;
      queue.enqueue({ subscriptionId: id, url, authToken, body }, delayMs);
    }
  }
}

/** For five minutes after a version switch both versions of each event are sent (reference B.4). */
function versionsOf(subscription: Subscription, nowMicros: Micros): readonly BodyVersion[] {
  // It knows no other (reference B.3).
  if (objectType(subscription.objCode)?.events === 'v2') return ['v2'];
  return nowMicros < subscription.bothVersionsUntilMicros ? ['v1', 'v2'] : [subscription.version];
}
