/**
 * A subscription as the API prints it: the 2026 sample, camelCase, and the deprecated list
 * (reference B.1).
 */
import type { JsonObject } from '../../core/json.ts';
import { millisOf } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import type { CircuitBreaker } from './circuit-breaker.ts';
import type { Subscription } from './subscription.ts';

export function resourceOf(
  one: Subscription,
  breaker: CircuitBreaker,
  customerID: string,
  camelCase: boolean,
): JsonObject {
  const created = localStamp(one.createdMicros);
  const modified = localStamp(one.modifiedMicros);
  return {
    id: one.id,
    ...(camelCase
      ? { dateCreated: created, dateModified: modified }
      : { date_created: created, date_modified: modified }),
    version: one.version,
    dateVersionUpdated: localStamp(one.versionMicros),
    customerId: customerID,
    objId: one.objId,
    objCode: one.objCode,
    url: one.url,
    eventType: one.eventType,
    authToken: maskToken(one.authToken),
    base64Encoding: one.base64,
    filters: one.filtersSent,
    filterConnector: one.connector,
    subscription_url: {
      url: one.url,
      date_created: localStamp(breaker.createdMicros),
      successes: breaker.successes,
      failures: breaker.failures,
      disabled_at: stampOrNull(breaker.disabledAtMicros),
      frozen_at: stampOrNull(breaker.frozenAtMicros),
    },
  };
}

/** A row of the deprecated GET /subscriptions/list. */
export function deprecatedRow(one: Subscription, customerID: string): JsonObject {
  return {
    id: one.id,
    customer_id: customerID,
    obj_id: one.objId,
    obj_code: one.objCode,
    url: one.url,
    event_type: one.eventType,
    auth_token: maskToken(one.authToken),
  };
}

/** The last four characters; wholly masked up to eight (reference B.1). */
export function maskToken(token: string): string {
  return token.length <= 8 ? '*'.repeat(token.length) : `****${token.slice(-4)}`;
}

/** Microseconds and no zone, as in the samples. */
function localStamp(micros: Micros): string {
  const whole = new Date(Math.floor(millisOf(micros))).toISOString().slice(0, 19);
  return `${whole}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

function stampOrNull(micros: Micros | null): string | null {
  return micros === null ? null : localStamp(micros);
}
