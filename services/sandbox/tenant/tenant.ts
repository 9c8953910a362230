/**
 * The tenant: its objects and the one way to change them. A save gives each listener one `Change`;
 * the clocks of a save (lastUpdateDate, eventTime, journal entryDate) differ by the configured
 * spreads (reference I.8).
 */
import type { Clock } from '../../core/clock.ts';
import type { Random } from '../../core/random.ts';
import { asMicros, plus } from '../../core/units.ts';
import type { Micros, Millis, ObjCode, ObjID } from '../../core/units.ts';
import type { Settings, SpreadMs } from '../settings.ts';
import type { Change, ChangeKind, Save } from './change.ts';
import { History } from './history.ts';
import type { Dials } from '../memory/dial.ts';
import { Ids } from './ids.ts';
import { changedFields, idOf, withChanges } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { clockField, schemaOf } from '../../workfront/catalogue/schema.ts';
import { LastClocks } from './save-clocks.ts';
import { SearchView } from './search-view.ts';
import { Store } from './store.ts';

export interface SaveOptions {
  readonly actorID: string | null;
  /** Default UPDATE for `update`. */
  readonly kind?: ChangeKind;
  /** No event (a missed one, or a recalculation). */
  readonly silent?: boolean;
  /** lastUpdateDate stays where it was. */
  readonly keepsClock?: boolean;
  readonly journaled?: boolean;
  /** Until search shows it, instead of the lag that is drawn. */
  readonly shownAfterMs?: Millis;
}

export type ChangeListener = (change: Change) => void;
export type JournalListener = (row: ObjectRow, when: Shown) => void;

/** When a row was written by the sandbox's own clock, and when search begins to show it. */
export type Shown = Pick<Change, 'savedMicros' | 'shownMicros'>;

const MILLI = 1000;
const AT_ONCE: Shown = { savedMicros: asMicros(0), shownMicros: asMicros(0) };
const PLANNING: ReadonlySet<string> = new Set('WORKSPACE RECORD_TYPE FIELD RECORD VIEW'.split(' '));

/** Objects of Planning have `id`, `customerId` and `createdAt` (reference B.6, E). */
function isPlanning(objCode: string): boolean {
  return PLANNING.has(objCode);
}

export class Tenant {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly random: Random;
  customerID: string;
  readonly store = new Store();
  readonly view = new SearchView();
  readonly history = new History();
  readonly dials: Dials;
  readonly #ids: Ids;
  readonly #listeners: ChangeListener[] = [];
  readonly #journalListeners: JournalListener[] = [];
  readonly #clocks = new LastClocks((spread) => this.draw(spread));
  #sequence = 0;
  /** Set while a rehearsal runs. */
  #rehearsal: ((save: Save) => void) | null = null;
  #clockLagMs = 0;

  constructor(clock: Clock, settings: Settings, random: Random) {
    this.clock = clock;
    this.settings = settings;
    this.random = random;
    this.#ids = new Ids(random.fork('ids'));
    this.dials = this.#ids.dials;
    this.customerID = random.fork('customer').hex(32);
  }

  onChange(listener: ChangeListener): void {
    this.#listeners.push(listener);
  }

  /** Before all others: listeners that change things themselves tell of it in between. */
  onChangeFirst(listener: ChangeListener): void {
    this.#listeners.unshift(listener);
  }

  onJournal(listener: JournalListener): void {
    this.#journalListeners.push(listener);
  }

  /**
   * Runs it and takes back all that it did; nobody is told but `follow`. What gets through can be
   * run for real without stopping halfway.
   */
  rehearse(act: () => void, follow: (save: Save) => void): void {
    this.#rehearsal = follow;
    try {
      this.store.rehearse(act);
    } finally {
      this.#rehearsal = null;
    }
  }

  get isRehearsing(): boolean {
    return this.#rehearsal !== null;
  }

  /** A row of the journal is written: seen by search after a while, never changed. */
  appendJournal(row: ObjectRow): void {
    const when = this.#whenShown();
    this.replayJournal(row, when);
    for (const listener of this.#journalListeners) listener(row, when);
  }

  /** A journal row of an earlier run, told to nobody. */
  replayJournal(row: ObjectRow, when: Shown): void {
    this.store.put('JRNLE', row);
    this.view.apply('JRNLE', idOf(row), row, when);
  }

  /** A change of an earlier run, told to nobody. */
  replay(change: Change): void {
    const { objCode, objID, after } = change;
    this.history.add(change);
    if (after === null) this.store.remove(objCode, objID);
    else this.store.put(objCode, after);
    this.view.apply(objCode, objID, after, change);
    this.#sequence = Math.max(this.#sequence, change.sequence);
    const clocks = { event: change.eventTimeMicros, journal: change.journalMicros };
    this.#clocks.put(`${objCode} ${objID}`, clocks);
  }

  /** Whole milliseconds, as Workfront keeps time; behind by the lag that a fault asks for. */
  now(): Micros {
    const ms = Math.floor(this.clock.nowMicros() / MILLI) - this.#clockLagMs;
    return asMicros(ms * MILLI);
  }

  set clockLagMs(lagMs: Millis) {
    this.#clockLagMs = lagMs;
  }

  newID(): string {
    return this.#ids.next(this.now());
  }

  get sequence(): number {
    return this.#sequence;
  }

  create(objCode: string, fields: ObjectRow, options: SaveOptions): ObjectRow {
    const at = this.now();
    const schema = schemaOf(objCode);
    const row: Record<string, ObjectRow[string]> = {
      ...(isPlanning(objCode)
        ? { customerId: this.customerID, createdAt: at, createdBy: options.actorID }
        : { ID: this.newID(), customerID: this.customerID }),
      objCode,
      ...fields,
    };
    if (schema.get('entryDate') === 'dateTime' && row['entryDate'] === undefined) {
      row['entryDate'] = at - this.draw(this.settings.createSpreadMs) * MILLI;
    }
    if (schema.has('enteredByID')) row['enteredByID'] ??= options.actorID;
    this.#stamp(objCode, row, at, options);
    this.#commit(options.kind ?? 'CREATE', objCode, null, row, at, options);
    return row;
  }

  /** Returns the row as it is; a save that changes nothing is no change. */
  update(objCode: ObjCode, id: ObjID, changes: ObjectRow, options: SaveOptions): ObjectRow | null {
    const before = this.store.get(objCode, id);
    if (before === null) return null;
    const after = { ...withChanges(before, changes) };
    if (changedFields(before, after).length === 0) return before;
    const at = this.now();
    if (options.keepsClock !== true) this.#stamp(objCode, after, at, options);
    this.#commit(options.kind ?? 'UPDATE', objCode, before, after, at, options);
    return after;
  }

  remove(objCode: ObjCode, id: ObjID, options: SaveOptions): ObjectRow | null {
    const before = this.store.get(objCode, id);
    if (before === null) return null;
    this.#commit('DELETE', objCode, before, null, this.now(), options);
    return before;
  }

  /** Back from the bin under the same ID (reference C.9). */
  restore(objCode: string, row: ObjectRow, options: SaveOptions): ObjectRow {
    const at = this.now();
    const after = { ...row };
    if (options.keepsClock !== true) this.#stamp(objCode, after, at, options);
    this.#commit('RESTORE', objCode, null, after, at, options);
    return after;
  }

  /** Puts a row as it is, telling nobody: the generator, and a reload. */
  seed(objCode: string, row: ObjectRow): void {
    this.store.put(objCode, row);
    this.view.apply(objCode, idOf(row), row, AT_ONCE);
  }

  /** A row as it would stand after being created at that instant; it is put nowhere. */
  seedNew(
    objCode: string,
    fields: ObjectRow,
    createdMicros: Micros,
    userID: string | null,
  ): ObjectRow {
    const schema = schemaOf(objCode);
    const made = asMicros(Math.floor(createdMicros / MILLI) * MILLI);
    const row: Record<string, ObjectRow[string]> = {
      ID: this.#ids.next(made),
      objCode,
      customerID: this.customerID,
      ...fields,
    };
    if (schema.get('entryDate') === 'dateTime') row['entryDate'] ??= made;
    if (schema.has('enteredByID')) row['enteredByID'] ??= userID;
    this.#stamp(objCode, row, made, { actorID: userID });
    return row;
  }

  draw([from, to]: SpreadMs): number {
    return this.random.int(from, to);
  }

  #stamp(
    objCode: string,
    row: Record<string, ObjectRow[string]>,
    at: Micros,
    by: SaveOptions,
  ): void {
    const schema = schemaOf(objCode);
    // Views have no events, hence no field list; they have the columns of the others.
    const clock = objCode === 'VIEW' ? 'updatedAt' : clockField(objCode);
    if (clock === 'lastUpdateDate' || clock === 'updatedAt') row[clock] = at;
    if (by.actorID === null) return; // Workfront itself: the last person stays
    if (schema.has('lastUpdatedByID')) row['lastUpdatedByID'] = by.actorID;
    const hasEditor = schema.has('updatedBy') || objCode === 'VIEW';
    if (clock === 'updatedAt' && hasEditor) row['updatedBy'] = by.actorID;
  }

  #commit(
    kind: ChangeKind,
    objCode: string,
    before: ObjectRow | null,
    after: ObjectRow | null,
    at: Micros,
    options: SaveOptions,
  ): void {
    const objID = idOf(after ?? before ?? {});
    if (after === null) this.store.remove(objCode, objID);
    else this.store.put(objCode, after);
    if (this.#rehearsal !== null) {
      this.#rehearsal({ objCode, before, after });
      return;
    }
    const when = this.#whenShown(options.shownAfterMs);
    this.view.apply(objCode, objID, after, when);
    this.#sequence += 1;
    const clocks = this.#clocks.next(`${objCode} ${objID}`, at, this.settings);
    const change: Change = {
      sequence: this.#sequence,
      kind,
      objCode,
      objID,
      before,
      after,
      atMicros: at,
      ...when,
      eventTimeMicros: clocks.event,
      journalMicros: clocks.journal,
      actorID: options.actorID,
      sendsEvent: options.silent !== true,
      journaled: options.journaled !== false,
    };
    this.history.add(change);
    for (const listener of this.#listeners) listener(change);
  }

  #whenShown(afterMs?: Millis): Shown {
    const { searchLagMs } = this.settings;
    const drawn = searchLagMs[1] === 0 ? 0 : this.draw(searchLagMs);
    const lag = afterMs ?? drawn;
    const savedMicros = this.clock.nowMicros();
    return { savedMicros, shownMicros: plus(savedMicros, asMicros(lag * MILLI)) };
  }
}
