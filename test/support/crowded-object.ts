/**
 * An object whose saves crowd: the truth of it, and what each path tells. The oracle of the fold,
 * which it does not import. What Workfront may do to us is drawn here, and no more is promised
 * than the reference does: event and journal bear clocks of their own (reference B.4, I.8),
 * v1 says other things than v2, a restored object may keep its clock (reference C.9).
 */
import { differencesOf, NOTHING_BEFORE } from '../../services/core/state-before.ts';
import type { ChangeEvent, Operation, Path } from '../../services/core/change-event.generated.ts';
import { eventID } from '../../services/core/event-id.ts';
import type { FieldValue } from '../../services/core/field-value.ts';
import type { Random } from '../../services/core/random.ts';
import { asMicros } from '../../services/core/units.ts';

type State = { readonly [name: string]: FieldValue };

export interface CrowdCase {
  readonly name: string;
  /** Saves of a crowd. */
  readonly saves: readonly [number, number];
  /** Between two saves; 0: they bear one clock. */
  readonly gapMs: readonly [number, number];
  /** Of the eventTime behind the save. */
  readonly eventLagMs: readonly [number, number];
  readonly isClockless: boolean;
  /** Of texts and numbers: few, so that values come again, or each once. */
  readonly values: 'few' | 'unique';
  /** Whether it was read in a quiet time before; otherwise its creation may be in the crowd. */
  readonly isStartKnown: boolean;
  /** Saves are deletes and restores with this probability. */
  readonly ends: number;
  /** Of a v1 twin that says a link is empty. */
  readonly twins: number;
  readonly missed: 'nothing' | 'one webhook' | 'a fifth';
  readonly finalRead: boolean;
}

/** A save, as it truly was. */
export interface TrueSave {
  readonly at: number;
  readonly clock: number;
  /** Null: deleted. */
  readonly state: State | null;
  readonly changed: readonly string[];
  /** Whether a webhook of it came. */
  readonly isTold: boolean;
  /** The fields of which a journal row came. */
  readonly rows: readonly string[];
  /** Whether a journal row came of its being a delete. */
  readonly hasEndRow: boolean;
}

export interface CrowdedObject {
  readonly saves: readonly TrueSave[];
  readonly events: readonly ChangeEvent[];
}

const MS = 1000;
const START = 1_700_000_000_000 * MS;
export const ROW_LAG_MS = [18, 414] as const;
/** What events list; `progress` only the journal and reads tell (reference B.6). */
export const LISTED = ['name', 'status', 'note', 'constructor'] as const;
export const TRACKED = ['name', 'status', 'progress'] as const;
export const CUSTOM = 'DE:Region';

export function simulateCrowd(random: Random, of: CrowdCase): CrowdedObject {
  return new Crowd(random, of).run();
}

interface Draft {
  readonly at: number;
  readonly kind: 'CREATE' | 'UPDATE' | 'DELETE' | 'RESTORE';
  readonly clock: number;
  readonly before: State | null;
  readonly after: State | null;
  readonly changed: readonly string[];
}

class Crowd {
  readonly #random: Random;
  readonly #case: CrowdCase;
  readonly #drafts: Draft[] = [];
  readonly #events: ChangeEvent[] = [];
  #serial = 0;
  #at = START;
  #state: State | null = null;
  #last: State = {};
  #clock = 0;

  constructor(random: Random, of: CrowdCase) {
    this.#random = random;
    this.#case = of;
  }

  run(): CrowdedObject {
    const random = this.#random;
    // Half of the objects are known for long; of the others the creation is in the crowd.
    this.#save('CREATE');
    const isKnown = this.#case.isStartKnown || random.chance(0.5);
    if (isKnown) this.#at += 60_000 * MS;
    const count = random.int(...this.#case.saves);
    for (let save = 0; save < count; save += 1) {
      if (save > 0 || !isKnown) this.#at += random.int(...this.#case.gapMs) * MS;
      this.#next();
    }
    const saves = this.#tell(isKnown);
    if (this.#case.finalRead) this.#readAtTheEnd();
    return { saves, events: this.#events };
  }

  #next(): void {
    const isEnd = this.#random.chance(this.#case.ends);
    if (this.#state === null) this.#save('RESTORE');
    else if (isEnd) this.#save('DELETE');
    else this.#save('UPDATE');
  }

  #save(kind: Draft['kind']): void {
    const before = this.#state;
    const movesClock = kind !== 'RESTORE' || this.#random.chance(0.5);
    if (movesClock && kind !== 'DELETE') this.#clock = this.#at;
    if (kind === 'DELETE') this.#state = null;
    else if (kind === 'RESTORE') this.#state = this.#stamped(this.#last);
    else this.#state = this.#stamped(this.#changed(kind === 'CREATE'));
    if (this.#state !== null) this.#last = this.#state;
    const after = this.#state;
    const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
    const differs = (name: string): boolean => valueOf(before, name) !== valueOf(after, name);
    const changed = [...names].filter((name) => name !== 'lastUpdateDate' && differs(name));
    this.#drafts.push({ at: this.#at, kind, clock: this.#clock, before, after, changed });
  }

  #stamped(state: State): State {
    if (this.#case.isClockless) return state;
    return { ...state, lastUpdateDate: new Date(this.#clock / MS).toISOString() };
  }

  #changed(all: boolean): State {
    const random = this.#random;
    const names = [...LISTED, 'progress', CUSTOM];
    const wanted = names.filter(() => all || random.chance(0.4));
    if (wanted.length === 0) wanted.push(random.pick(names));
    const changed = wanted.map((name) => [name, this.#otherValue(name)] as const);
    return Object.fromEntries([...Object.entries(this.#last), ...changed]);
  }

  #otherValue(name: string): FieldValue {
    const known = valueOf(this.#last, name);
    if (this.#case.values === 'unique' && name !== 'status') {
      return name === 'progress' ? ++this.#serial : `${name} ${++this.#serial}`;
    }
    const few =
      name === 'progress' ? [0, 50, 100] : name === CUSTOM ? ['EU', 'US', null] : ['A', 'B', 'C'];
    return this.#random.pick(few.filter((value) => value !== known));
  }

  /** What came of it all. */
  #tell(isKnown: boolean): TrueSave[] {
    const random = this.#random;
    const { missed } = this.#case;
    const missing = random.int(isKnown ? 1 : 0, this.#drafts.length - 1);
    return this.#drafts.map((draft, index) => {
      const isOld = isKnown && index === 0;
      const isMissed = (): boolean => !isOld && missed === 'a fifth' && random.chance(0.2);
      const isTold = missed === 'one webhook' ? index !== missing : !isMissed();
      if (isTold) this.#deliver(draft);
      const rows = draft.kind === 'UPDATE' ? this.#journal(draft, isMissed) : [];
      const hasEndRow = draft.kind === 'DELETE' && (!isTold || random.chance(0.5)) && !isMissed();
      if (hasEndRow) this.#emitRow('DELETE', draft.at + this.#lag(ROW_LAG_MS), null, null);
      // What the journal knows of before: a read of it, when it was quiet.
      if (isOld) this.#read(draft.after ?? {}, draft.clock, 30_000 * MS + draft.at);
      const { at, clock, changed } = draft;
      return { at, clock, state: draft.after, changed, isTold, rows, hasEndRow };
    });
  }

  #deliver({ at, kind, clock, before, after }: Draft): void {
    const asOf = at + this.#lag(this.#case.eventLagMs);
    const isEnd = kind === 'DELETE';
    const operation = kind === 'RESTORE' ? 'CREATE' : kind;
    const entryDate = isEnd || this.#case.isClockless ? asOf : clock;
    const fields = isEnd && this.#random.chance(0.3) ? {} : listed(after ?? before ?? {});
    const previous = kind === 'UPDATE' && before !== null ? listed(before) : null;
    this.#emit('WEBHOOK', operation, { entryDate, asOf }, fields, previous, 2);
    if (isEnd || !this.#random.chance(this.#case.twins)) return;
    const falsely = { ...fields, status: null };
    this.#emit('WEBHOOK', operation, { entryDate, asOf }, falsely, previous, 1);
  }

  #journal({ at, before, after, changed }: Draft, isMissed: () => boolean): string[] {
    const rows = TRACKED.filter((name) => changed.includes(name) && !isMissed());
    for (const name of rows) {
      const [old, value] = [valueOf(before, name), valueOf(after, name)];
      this.#emitRow('UPDATE', at + this.#lag(ROW_LAG_MS), { [name]: value }, { [name]: old });
    }
    return rows;
  }

  #readAtTheEnd(): void {
    this.#at += 600_000 * MS;
    if (this.#state !== null) return this.#read(this.#state, this.#clock, this.#at);
    const at = { entryDate: this.#at, asOf: this.#at };
    this.#emit('SEARCH', 'DELETE', at, {}, null, 0);
  }

  #read(state: State, clock: number, asOf: number): void {
    const entryDate = this.#case.isClockless ? asOf : clock;
    this.#emit('SEARCH', 'SNAPSHOT', { entryDate, asOf }, filled(state), null, 0);
  }

  #emitRow(operation: Operation, at: number, fields: State | null, previous: State | null): void {
    const when = { entryDate: at, asOf: at };
    this.#emit('JOURNAL', operation, when, fields ?? {}, previous, 0);
  }

  #lag([from, to]: readonly [number, number]): number {
    return this.#random.int(from, to) * MS;
  }

  #emit(
    path: Path,
    operation: Operation,
    at: { readonly entryDate: number; readonly asOf: number },
    fields: State,
    previous: State | null,
    apiVersion: number,
  ): void {
    // Ids are hashes, so they say nothing of an order.
    const id = eventID(path, 'TASK', 'one', this.#random.int(0, 2 ** 30), ++this.#serial);
    const origin = { subscriptionID: null, journalEntryID: null, customerID: null, raw: null };
    this.#events.push({
      eventID: id,
      objCode: this.#case.isClockless ? 'NOTE' : 'TASK',
      objID: 'one',
      entryDate: asMicros(at.entryDate),
      asOf: asMicros(at.asOf),
      operation,
      fields,
      clears: path === 'JOURNAL' || operation === 'DELETE' ? [] : ['DE:'],
      ...(path === 'JOURNAL' ? { ...NOTHING_BEFORE, previous } : differencesOf(fields, previous)),
      actorID: null,
      path,
      observedAt: asMicros(at.asOf + this.#random.int(0, 100_000) * MS),
      origin: { ...origin, apiVersion, deletedAfter: null, deletedBefore: null },
    });
  }
}

/** Names come from outside: one of them is `constructor`, which every plain object inherits. */
export function valueOf(state: State | null, name: string): FieldValue {
  return state !== null && Object.hasOwn(state, name) ? (state[name] ?? null) : null;
}

function listed(state: State): State {
  return Object.fromEntries(Object.entries(filled(state)).filter(([name]) => name !== 'progress'));
}

/** Custom fields without a value are not listed (reference B.4). */
function filled(state: State): State {
  const entries = Object.entries(state);
  return Object.fromEntries(entries.filter(([name, value]) => value !== null || name !== CUSTOM));
}
