/**
 * Which event subscriptions there should be, how those that are there differ, and what makes them
 * alike (reference B.1). Pure; nothing here ever holds a token, but the four characters that
 * Workfront shows of one.
 */
import { canonicalJson, isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import type { ExistingSubscription, WantedSubscription } from './subscription-client.ts';

export type SubscriptionStep =
  | { readonly act: 'create'; readonly wanted: WantedSubscription }
  /** What cannot be edited: the new one is made, the old one deleted. */
  | {
      readonly act: 'recreate';
      readonly wanted: WantedSubscription;
      readonly existing: ExistingSubscription;
      readonly why: readonly string[];
    }
  | { readonly act: 'switch'; readonly wanted: WantedSubscription; readonly id: string }
  | { readonly act: 'delete'; readonly existing: ExistingSubscription; readonly why: string };

export interface SubscriptionPlan {
  readonly steps: readonly SubscriptionStep[];
  /** As they should be. */
  readonly present: number;
  /** One sentence each, for a person to act on; nothing of it is done by `apply`. */
  readonly drift: readonly string[];
  /** Of other receivers, which are not our business. */
  readonly foreign: number;
}

/** `https://ingress.example/webhook/`: what all URLs of ours begin with. */
export function webhookBase(publicUrl: string): string {
  return `${publicUrl.replace(/\/+$/, '')}/webhook/`;
}

export function planSubscriptions(
  wanted: readonly WantedSubscription[],
  base: string,
  authToken: string,
  existing: readonly ExistingSubscription[],
): SubscriptionPlan {
  const urls = new Set(wanted.map(({ url }) => url));
  const ours = existing.filter(({ url }) => url.startsWith(base) || urls.has(url));
  const steps: SubscriptionStep[] = [];
  const kept = new Set<ExistingSubscription>();
  let present = 0;
  for (const one of wanted) {
    const same = ours.filter((other) => subscriptionKey(other) === subscriptionKey(one));
    const differences = same.map((other) => subscriptionDifferences(one, other, authToken));
    const at = differences.findIndex((why) => why.length === 0);
    const found = same[Math.max(at, 0)];
    if (found !== undefined) kept.add(found);
    if (found === undefined) steps.push({ act: 'create', wanted: one });
    else if (at < 0) {
      steps.push({ act: 'recreate', wanted: one, existing: found, why: differences[0] ?? [] });
    } else if (found.version !== null && found.version !== one.version) {
      steps.push({ act: 'switch', wanted: one, id: found.id });
    } else present += 1;
  }
  const keys = new Set(wanted.map(subscriptionKey));
  for (const one of ours) {
    if (kept.has(one)) continue;
    const why = keys.has(subscriptionKey(one)) ? 'is there twice' : 'is not in the file';
    steps.push({ act: 'delete', existing: one, why });
  }
  const drift = ours.filter(({ breaker }) => breaker !== 'closed').map(breakerSentence);
  return { steps, present, drift, foreign: existing.length - ours.length };
}

/** Whether what this subscription lets through, the wanted one would, and nothing is refused. */
export function subscriptionDifferences(
  wanted: WantedSubscription,
  found: ExistingSubscription,
  authToken: string,
): string[] {
  const why: string[] = [];
  if (found.objId !== '') why.push(`is for the object ${found.objId} alone`);
  if (!sameFilters(wanted, found)) why.push('has other filters');
  if (found.base64 !== null && found.base64 !== wanted.base64) {
    why.push(found.base64 ? 'encodes its states in base64' : 'does not encode in base64');
  }
  if (!isMaskOf(found.maskedToken, authToken)) {
    why.push('has another token: its deliveries are refused');
  }
  return why;
}

export function subscriptionName({ id, objCode, eventType }: ExistingSubscription): string {
  return `${objCode} ${eventType} (${id})`;
}

export function subscriptionKey({
  objCode,
  eventType,
  url,
}: Pick<ExistingSubscription, 'objCode' | 'eventType' | 'url'>): string {
  return `${objCode} ${eventType} ${url}`;
}

function breakerSentence(one: ExistingSubscription): string {
  const until =
    one.breaker === 'frozen'
      ? 'nothing is delivered until Adobe support thaws it'
      : 'Workfront tries it every ten minutes';
  return `${subscriptionName(one)} has a URL that Workfront has ${one.breaker}: look at the ingress; ${until}`;
}

// An answer need not show filters (reference B.1): what is not known is not made anew.
function sameFilters(wanted: WantedSubscription, { filters, connector }: ExistingSubscription) {
  if (filters === null) return true;
  if (filtersText(wanted.filters) !== filtersText(filters)) return false;
  return filters.length < 2 || connector === null || connector === wanted.filterConnector;
}

function filtersText(filters: readonly JsonValue[]): string {
  return filters.map(normalised).sort().join('\n');
}

/** `newState` is what a filter is about when it does not say (reference B.5). */
function normalised(filter: JsonValue): string {
  const isPlain = isJsonObject(filter) && 'fieldName' in filter;
  return canonicalJson(isPlain ? { state: 'newState', ...filter } : filter);
}

/** Masked to the last four characters, wholly up to eight (reference B.1). */
function isMaskOf(mask: string, token: string): boolean {
  if (/^\**$/.test(mask)) return true;
  return token.endsWith(mask.replace(/^\*+/, ''));
}
