/**
 * Finds changes that nobody told of, from what was told (docs/decisions, "where a contradiction is
 * found"): a version 2 webhook whose state before is not the state after the webhook before it, and
 * a save whose clock a read shows, or the state before of a webhook, but no webhook of its own.
 * Deliveries come late and in any order, so nothing is said before `settleMs` have passed. Pure but
 * for the clock; bounded (Law 7).
 */
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { Clock } from '../../core/clock.ts';
import type { Fields } from '../../core/field-value.ts';
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { stateBefore } from '../../core/state-before.ts';
import { BEFORE_ALL, greatest, microsOf, minus } from '../../core/units.ts';
import type { Micros, Millis, ObjCode, ObjID } from '../../core/units.ts';
import type { MissedChange } from '../../source/promises/recorded-gaps.ts';
import { digestOfState, isContradiction } from './left-state.ts';
import type { LeftState, ObjectLeft, SettledObject } from './left-state.ts';
import { clockIn, differingFields, madeIn } from './told-fields.ts';

export interface MissedChangesOptions {
  readonly clock: Clock;
  /** How long a delivery may be late before its absence counts. */
  readonly settleMs: number;
  /** Of objects, and of all their webhooks together. */
  readonly webhooksMax?: number;
}

interface Webhook {
  readonly asOf: Micros;
  readonly after: Fields;
  readonly clears: readonly string[];
  /** Instead of `after`, of one that another process told of. */
  readonly left: LeftState | null;
  /** Null where it does not say; of a CREATE there was none. */
  readonly before: Fields | null;
  readonly isEnd: boolean;
}

/** A save, by its change clock. */
interface Save {
  readonly clock: Micros;
  /** The last save before it that is known; null where none is. */
  began: Micros | null;
  told: boolean;
}

interface Known {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /** In order of `asOf`. */
  webhooks: Webhook[];
  saves: Save[];
  dueMs: number;
  /** A webhook told of it since it was settled. */
  isTold: boolean;
}

const NOTHING_SETTLED: SettledObject = { judged: null, left: null };
const WEBHOOKS_MAX = 40_000;

export class MissedChanges {
  readonly #options: MissedChangesOptions;
  readonly #objects = new Map<string, Known>();
  /** Types of which there are webhooks, with one of them: whether that was taken. */
  readonly #told = new Map<ObjCode, { readonly asOf: Micros; isTaken: boolean }>();
  #left: ObjectLeft[] = [];
  #count = 0;

  constructor(options: MissedChangesOptions) {
    this.#options = options;
  }

  /** What is older than this is settled, and need not be told again. */
  get memoryMs(): Millis {
    return 2 * this.#options.settleMs;
  }

  /** An event as it came in the log. */
  tell(event: ChangeEvent, { judged, left }: SettledObject = NOTHING_SETTLED): void {
    if (event.path === 'SEARCH') this.#tellRead(event, judged);
    if (event.path !== 'WEBHOOK') return;
    const { objCode, objID, asOf, entryDate, clears, operation } = event;
    const isEnd = operation === 'DELETE';
    if (!this.#told.has(objCode)) this.#told.set(objCode, { asOf, isTaken: false });
    const known = this.#known(objCode, objID);
    if (!known.isTold && known.webhooks.length === 0 && left !== null) this.#take(known, left);
    known.isTold = true;
    // A DELETE tells the state before it, and leaves none.
    const before = isEnd ? event.fields : operation === 'CREATE' ? null : stateBefore(event);
    const [save, own] = [clockIn(before), clockIn(event.fields)];
    // One that found the clock which it shows is a recalculation: of that save it tells nothing.
    if (!isEnd && (own === null || own !== save)) this.#markTold(known, entryDate, own === null);
    if (save !== null && save > (judged ?? BEFORE_ALL))
      this.#shown(known, save, judged ?? madeIn(before));
    // Version 1 shows nulls that never were (reference B.4).
    if (event.origin.apiVersion !== 2) {
      this.#count -= known.webhooks.length;
      known.webhooks = [];
      return;
    }
    const same = known.webhooks.find((one) => one.asOf === asOf);
    if (same?.left === null) return; // a repeat
    const after = isEnd ? {} : event.fields;
    const found = isEnd || event.previousKnown ? before : null;
    const others = known.webhooks.filter((one) => one !== same);
    const webhook: Webhook = { asOf, after, clears, left: null, before: found, isEnd };
    known.webhooks = [...others, webhook].sort((a, b) => a.asOf - b.asOf);
    this.#count += known.webhooks.length - others.length - (same === undefined ? 0 : 1);
    this.#bound();
  }

  #take(known: Known, left: LeftState): void {
    const told = { asOf: left.asOf, after: {}, clears: [], before: null, isEnd: false };
    known.webhooks = [{ ...told, left }];
    this.#count += 1;
  }

  /** Whether a read of a type with a change clock, which is its entryDate, tells us nothing. */
  isLongAgo({ entryDate, asOf }: Pick<ChangeEvent, 'entryDate' | 'asOf'>): boolean {
    return entryDate < asOf - microsOf(this.memoryMs);
  }

  /**
   * A poll showed a change clock that is newer than what was known of the object.
   * @param began the last save of which it is settled whether it was told, or when it was made
   */
  show(objCode: ObjCode, objID: ObjID, began: Micros | null, clock: Micros): void {
    this.#shown(this.#known(objCode, objID), clock, began);
    this.#bound();
  }

  /** Of a save of lately: one that was long ago is no news, and what a first reading is full of. */
  #tellRead({ objCode, objID, fields, asOf }: ChangeEvent, judged: Micros | null): void {
    const clock = clockIn(fields);
    if (clock === null || this.isLongAgo({ entryDate: clock, asOf })) return;
    if (clock <= (judged ?? BEFORE_ALL)) return;
    this.show(objCode, objID, judged ?? madeIn(fields), clock);
  }

  #markTold(known: Known, clock: Micros, isNear: boolean): void {
    const spread = isNear ? SAME_SAVE_MICROS : 0;
    for (const save of known.saves) if (Math.abs(save.clock - clock) <= spread) save.told = true;
    if (!known.saves.some((save) => save.clock === clock)) {
      this.#addSave(known, { clock, began: null, told: true });
    }
  }

  #shown(known: Known, clock: Micros, began: Micros | null): void {
    const save = known.saves.find((one) => one.clock === clock);
    if (save === undefined) this.#addSave(known, { clock, began, told: false });
    else save.began ??= began;
  }

  #addSave(known: Known, save: Save): void {
    known.saves.push(save);
    this.#count += 1;
  }

  /** What is certain by now, each once: of types that are watched (record-missed.ts). */
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

  /** What is settled since: to be kept where the next process finds it. */
  takeLeft(): readonly ObjectLeft[] {
    const left = this.#left;
    this.#left = [];
    return left;
  }

  /** Types of which the first webhook came since, and when. */
  takeTold(): ReadonlyMap<ObjCode, Micros> {
    const fresh = new Map<ObjCode, Micros>();
    for (const [objCode, told] of this.#told) {
      if (!told.isTaken) fresh.set(objCode, told.asOf);
      told.isTaken = true;
    }
    return fresh;
  }

  /** The latest webhook and save stay, to be compared with the next. */
  #settle(known: Known): void {
    if (known.isTold || known.saves.length > 0) this.#left.push(leftOf(known));
    known.isTold = false;
    known.dueMs = Infinity;
    this.#count -= known.webhooks.length + known.saves.length;
    const last = known.webhooks.at(-1);
    known.webhooks = last === undefined || last.isEnd ? [] : [last];
    const clock = known.saves.reduce((latest, save) => greatest(latest, save.clock), BEFORE_ALL);
    known.saves = known.saves.length === 0 ? [] : [{ clock, began: null, told: true }];
    this.#count += known.webhooks.length + known.saves.length;
    if (known.webhooks.length + known.saves.length === 0) this.#objects.delete(objectKeyOf(known));
  }

  #known(objCode: ObjCode, objID: ObjID): Known {
    const key = objectKeyOf({ objCode, objID });
    const fresh = { objCode, objID, webhooks: [], saves: [], dueMs: 0, isTold: false };
    const known: Known = this.#objects.get(key) ?? fresh;
    // To the end: those that were told of longest ago are forgotten first.
    this.#objects.delete(key);
    this.#objects.set(key, known);
    known.dueMs = this.#options.clock.monotonicMs() + this.#options.settleMs;
    return known;
  }

  #forget(known: Known): void {
    this.#count -= known.webhooks.length + known.saves.length;
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

function leftOf({ objCode, objID, webhooks, saves, isTold }: Known): ObjectLeft {
  const latest = saves.map(({ clock }) => clock).reduce(greatest, BEFORE_ALL);
  const judged = latest === BEFORE_ALL ? null : latest;
  if (!isTold) return { objCode, objID, judged };
  const last = webhooks.at(-1);
  if (last === undefined || last.isEnd) return { objCode, objID, judged, left: null };
  const { asOf, after, clears } = last;
  const left = last.left ?? { asOf, digest: digestOfState(objCode, after, clears) };
  return { objCode, objID, judged, left };
}

function* contradictionsOf({ objCode, objID, webhooks }: Known): Generator<MissedChange> {
  let last: Webhook | null = null;
  for (const webhook of webhooks) {
    if (last !== null && webhook.before !== null) {
      const fields = differingFields(objCode, last, webhook.before);
      const isOther = fields.length > 0 || isLeftOther(objCode, last, webhook);
      // What it shows is as of its save: the event is dated up to the spread of one save later.
      const window = { began: minus(last.asOf, SAME_SAVE_MICROS), ended: webhook.asOf };
      if (isOther) yield { objCode, objID, fields, reason: 'contradiction', ...window };
    }
    last = webhook.isEnd ? null : webhook;
  }
}

function isLeftOther(objCode: ObjCode, { left }: Webhook, { before, clears }: Webhook): boolean {
  if (left === null || before === null) return false;
  return isContradiction(left.digest, digestOfState(objCode, before, clears));
}

function* untoldOf({ objCode, objID, saves }: Known): Generator<MissedChange> {
  const clocks = saves.map(({ clock }) => clock);
  for (const { began, clock, told } of saves) {
    if (told) continue;
    const known = [...clocks, began ?? BEFORE_ALL].filter((one) => one < clock);
    // Before all, where no save is known: no earlier than the type is watched (record-missed.ts).
    const from = known.reduce(greatest, BEFORE_ALL);
    yield { objCode, objID, fields: [], reason: 'untold', began: from, ended: clock };
  }
}
