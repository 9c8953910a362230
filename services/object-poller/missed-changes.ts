/**
 * Finds changes that nobody told of, from what was told (docs/decisions, "where a contradiction is
 * found"): a version 2 webhook whose state before is not the state after the webhook before it, and
 * a read that shows a newer change clock than any event did. Deliveries come late and in any order,
 * so nothing is said before `settleMs` have passed. Pure but for the clock; bounded (Law 7).
 */
import type { ChangeEvent, Micros } from '../core/change-event.generated.ts';
import type { Clock } from '../core/clock.ts';
import { isJson, valueIn } from '../core/field-value.ts';
import type { FieldValue, Fields } from '../core/field-value.ts';
import { stateBefore } from '../core/state-before.ts';
import type { ObjCode, ObjID } from '../core/units.ts';
import type { MissedChange } from '../source/recorded-gaps.ts';
import { nowDependentFields } from '../workfront/catalogue/now-dependent.ts';

export interface MissedChangesOptions {
  readonly clock: Clock;
  /** How long a delivery may be late before its absence counts. */
  readonly settleMs: number;
  /** Of objects, and of all their webhooks together. */
  readonly webhooksMax?: number;
}

interface Webhook {
  readonly asOf: Micros;
  readonly entryDate: Micros;
  readonly after: Fields;
  readonly clears: readonly string[];
  /** Null where it does not say; of a CREATE there was none. */
  readonly before: Fields | null;
}

interface Known {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** In order of `asOf`. */
  webhooks: Webhook[];
  /** Reads that showed what no webhook had told yet. */
  untold: { readonly began: Micros; readonly clock: Micros }[];
  dueMs: number;
}

/** The journal's and the search's clocks are a little off the webhook's (reference A.1). */
const SAME_SAVE_MICROS = 500_000;
const WEBHOOKS_MAX = 40_000;

export class MissedChanges {
  readonly #options: MissedChangesOptions;
  readonly #objects = new Map<string, Known>();
  /** Of types that nobody subscribes to, every change is untold. */
  readonly #told = new Set<string>();
  #count = 0;

  constructor(options: MissedChangesOptions) {
    this.#options = options;
  }

  /** An event of another path, as it came in the log. */
  tell(event: ChangeEvent): void {
    if (event.path !== 'WEBHOOK') return;
    const { objCode, objID, asOf, entryDate, clears, operation } = event;
    this.#told.add(objCode);
    const known = this.#known(objCode, objID);
    known.untold = known.untold.filter(({ clock }) => clock > entryDate + SAME_SAVE_MICROS);
    // Version 1 shows nulls that never were (reference B.4); of a DELETE nothing follows.
    if (operation === 'DELETE' || event.origin.apiVersion !== 2) {
      this.#forget(known);
      return;
    }
    const before = operation === 'CREATE' || !event.previousKnown ? null : stateBefore(event);
    const webhook: Webhook = { asOf, entryDate, after: event.fields, clears, before };
    if (known.webhooks.some((one) => one.asOf === asOf)) return; // a repeat
    known.webhooks = [...known.webhooks, webhook].sort((a, b) => a.asOf - b.asOf);
    this.#count += 1;
    this.#bound();
  }

  /** A poll showed a change clock that is newer than what was known of the object. */
  show(objCode: ObjCode, objID: ObjID, began: Micros, clock: Micros): void {
    if (!this.#told.has(objCode)) return;
    const known = this.#known(objCode, objID);
    const isTold = known.webhooks.some((one) => one.entryDate + SAME_SAVE_MICROS >= clock);
    if (!isTold) known.untold.push({ began, clock });
  }

  /** What is certain by now, each once. */
  takeMissed(): MissedChange[] {
    const nowMs = this.#options.clock.monotonicMs();
    const missed: MissedChange[] = [];
    for (const known of this.#objects.values()) {
      if (known.dueMs > nowMs) continue;
      for (const one of contradictionsOf(known)) missed.push(one);
      for (const one of untoldOf(known)) missed.push(one);
      this.#settle(known);
    }
    return missed;
  }

  /** The latest webhook stays, to be compared with the next. */
  #settle(known: Known): void {
    known.untold = [];
    known.dueMs = Infinity;
    const last = known.webhooks.at(-1);
    this.#count -= Math.max(0, known.webhooks.length - 1);
    known.webhooks = last === undefined ? [] : [last];
    if (last === undefined) this.#objects.delete(objectKeyOf(known));
  }

  #known(objCode: ObjCode, objID: ObjID): Known {
    const key = objectKeyOf({ objCode, objID });
    const known = this.#objects.get(key) ?? { objCode, objID, webhooks: [], untold: [], dueMs: 0 };
    // To the end: those that were told of longest ago are forgotten first.
    this.#objects.delete(key);
    this.#objects.set(key, known);
    known.dueMs = this.#options.clock.monotonicMs() + this.#options.settleMs;
    return known;
  }

  #forget(known: Known): void {
    this.#count -= known.webhooks.length;
    this.#objects.delete(objectKeyOf(known));
  }

  #bound(): void {
    const most = this.#options.webhooksMax ?? WEBHOOKS_MAX;
    for (const known of this.#objects.values()) {
      if (this.#count <= most) return;
      this.#forget(known);
    }
  }
}

function objectKeyOf({ objCode, objID }: Pick<Known, 'objCode' | 'objID'>): string {
  return `${objCode} ${objID}`;
}

function* contradictionsOf({ objCode, objID, webhooks }: Known): Generator<MissedChange> {
  let last: Webhook | null = null;
  for (const webhook of webhooks) {
    if (last !== null && webhook.before !== null) {
      const fields = differingFields(objCode, last, webhook.before);
      const window = { began: last.asOf, ended: webhook.asOf };
      if (fields.length > 0) yield { objCode, objID, fields, reason: 'contradiction', ...window };
    }
    last = webhook;
  }
}

function* untoldOf({ objCode, objID, untold }: Known): Generator<MissedChange> {
  for (const { began, clock } of untold) {
    yield { objCode, objID, fields: [], reason: 'untold', began, ended: clock };
  }
}

/** Fields that both tell of, and members of what both read whole, with another value. */
function differingFields(objCode: ObjCode, last: Webhook, before: Fields): string[] {
  const moving = nowDependentFields(objCode);
  const isWhole = (name: string): boolean => last.clears.some((prefix) => name.startsWith(prefix));
  const names = new Set([...Object.keys(last.after), ...Object.keys(before)]);
  return [...names]
    .filter((name) => {
      if (moving.has(name) || name === 'lastUpdateDate') return false;
      const [known, found] = [valueIn(last.after, name), valueIn(before, name)];
      if ((known === undefined || found === undefined) && !isWhole(name)) return false;
      return !isSameValue(known ?? null, found ?? null);
    })
    .sort();
}

function isSameValue(a: FieldValue, b: FieldValue): boolean {
  return isJson(a) && isJson(b) ? a.json === b.json : Object.is(a, b);
}
