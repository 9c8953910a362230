/** Which event subscriptions there should be, and how those that are there differ. Pure. */
import { SUBSCRIBABLE_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type {
  EventKind,
  ExistingSubscription,
  WantedSubscription,
} from '../workfront/subscription-client.ts';

export interface SubscriptionPlan {
  readonly missing: readonly WantedSubscription[];
  readonly present: number;
  /** One sentence each, for a person to act on; nothing here is changed by `apply`. */
  readonly drift: readonly string[];
}

const KINDS: readonly EventKind[] = ['CREATE', 'UPDATE', 'DELETE'];

/**
 * Each type has a URL of its own, because Workfront's breaker is per URL (reference B.2): one
 * type that fails must not silence the others.
 */
export function wantedSubscriptions(publicUrl: string): WantedSubscription[] {
  const base = webhookBase(publicUrl);
  return SUBSCRIBABLE_OBJECT_CODES.flatMap((objCode) =>
    KINDS.map((eventType) => ({ objCode, eventType, url: base + objCode })),
  );
}

export function planSubscriptions(
  publicUrl: string,
  authToken: string,
  existing: readonly ExistingSubscription[],
): SubscriptionPlan {
  const wanted = wantedSubscriptions(publicUrl);
  const base = webhookBase(publicUrl);
  const ours = existing.filter(({ url }) => url.startsWith(base));
  const serving = new Map(ours.filter(serves).map((one) => [keyOf(one), one]));
  const keys = new Set(wanted.map(keyOf));
  return {
    missing: wanted.filter((one) => !serving.has(keyOf(one))),
    present: wanted.filter((one) => serving.has(keyOf(one))).length,
    drift: [
      ...ours.filter((one) => !keys.has(keyOf(one))).map((one) => `${nameOf(one)} is not ours`),
      ...ours.flatMap((one) => faultsOf(one, authToken).map((fault) => `${nameOf(one)} ${fault}`)),
      ...repeatsOf(ours),
    ],
  };
}

/** A subscription that lets only some changes through does not stand for one that lets all. */
function serves({ objId, filters }: ExistingSubscription): boolean {
  return objId === '' && filters === 0;
}

function faultsOf(one: ExistingSubscription, authToken: string): string[] {
  const faults: string[] = [];
  if (one.objId !== '') faults.push(`is for the object ${one.objId} alone`);
  if (one.filters > 0) faults.push('has filters');
  if (!isMaskOf(one.maskedToken, authToken)) {
    faults.push('has another token: its deliveries are refused; delete it, then apply again');
  }
  if (one.version === 'v1') faults.push('is version v1, which repeats some changes');
  if (one.breaker !== 'closed') {
    faults.push(`has a URL that Workfront has ${one.breaker}: look at the ingress`);
  }
  return faults;
}

/** Masked to the last four characters, wholly up to eight (reference B.1). */
function isMaskOf(mask: string, token: string): boolean {
  if (/^\**$/.test(mask)) return true;
  return token.endsWith(mask.replace(/^\*+/, ''));
}

function repeatsOf(ours: readonly ExistingSubscription[]): string[] {
  const counts = new Map<string, { one: ExistingSubscription; times: number }>();
  for (const one of ours.filter(serves)) {
    const times = (counts.get(keyOf(one))?.times ?? 0) + 1;
    counts.set(keyOf(one), { one, times });
  }
  return [...counts.values()]
    .filter(({ times }) => times > 1)
    .map(({ one, times }) => `${nameOf(one)} is there ${times} times: each change comes as often`);
}

function webhookBase(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhook/`;
}

function keyOf({ objCode, eventType, url }: WantedSubscription | ExistingSubscription): string {
  return `${objCode} ${eventType} ${url}`;
}

function nameOf({ id, objCode, eventType }: ExistingSubscription): string {
  return `${objCode} ${eventType} (${id})`;
}
