/**
 * Whether what came of a crowded object is right of another object that told the very same: then
 * nobody who has the events alone can tell the two apart. Looks through all histories that the
 * oracle could have drawn (`crowded-object.ts`), with as much missed as was, or less; knows nothing
 * of the fold.
 */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { CUSTOM, LISTED, TRACKED, valueOf } from './crowded-object.ts';
import type { CrowdCase, CrowdedObject, TrueSave } from './crowded-object.ts';
import {
  UNSEEN_CLOCK,
  shownClockOf,
  isUnseen,
  listedWith,
  unified,
  unseen,
  unseenState,
} from './held-state.ts';
import type { HeldState } from './held-state.ts';
import { evidenceOf } from './told-evidence.ts';
import type { ToldDelivery, ToldRow } from './told-evidence.ts';

/** `too many`: not all of them were looked through. */
export type OtherTruth = 'found' | 'none' | 'too many';

/** @param isRight whether what came out would be right of that object */
export function lookForTruth(
  object: CrowdedObject,
  of: CrowdCase,
  isRight: (truth: CrowdedObject) => boolean,
): OtherTruth {
  const search = new Search(object, of, isRight);
  if (search.run()) return 'found';
  return search.isExhausted ? 'none' : 'too many';
}

const MS = 1000;
/** How far the clocks of one save are apart, which is all that a reader knows of their lags. */
const SPREAD = 500 * MS;
/** How much the clock of an event or a row may be before its save. */
const EARLY = 40 * MS;
const PLACES_MAX = 300_000;
const TOLD = [...LISTED, CUSTOM, 'lastUpdateDate'] as const;
/** How far a history is told; at its end all that came is in it. */
interface Place {
  readonly saves: readonly TrueSave[];
  readonly held: HeldState;
  readonly isAlive: boolean;
  /** Between which instants its last save was. */
  readonly earliest: number;
  readonly latest: number;
  /** Sets of bits: what is in it. */
  readonly deliveries: number;
  readonly rows: number;
  readonly missed: number;
}

interface Window {
  readonly earliest: number;
  readonly latest: number;
}

const EVER: Window = { earliest: -Infinity, latest: Infinity };

class Search {
  readonly #object: CrowdedObject;
  readonly #case: CrowdCase;
  readonly #isRight: (truth: CrowdedObject) => boolean;
  readonly #deliveries: readonly ToldDelivery[];
  readonly #rows: readonly ToldRow[];
  readonly #read: ChangeEvent | undefined;
  readonly #clocks: readonly number[];
  readonly #missedMax: number;
  #places = 0;

  constructor(object: CrowdedObject, of: CrowdCase, isRight: (truth: CrowdedObject) => boolean) {
    this.#object = object;
    this.#case = of;
    this.#isRight = isRight;
    const told = evidenceOf(object);
    this.#deliveries = told.deliveries;
    this.#rows = told.rows;
    this.#read = told.read;
    this.#clocks = told.clocks;
    this.#missedMax = told.missed;
  }

  get isExhausted(): boolean {
    return this.#places <= PLACES_MAX;
  }

  run(): boolean {
    const nothing: Place = {
      saves: [],
      held: unseenState(this.#case.isClockless),
      isAlive: false,
      earliest: -Infinity,
      latest: Infinity,
      deliveries: 0,
      rows: 0,
      missed: 0,
    };
    return this.#begins(nothing).some((place) => this.#lookFrom(place));
  }

  #lookFrom(place: Place): boolean {
    this.#places += 1;
    if (!this.isExhausted || this.#isDead(place)) return false;
    if (this.#isWhole(place) && this.#isRight({ ...this.#object, saves: place.saves })) return true;
    if (place.saves.length > this.#case.saves[1]) return false;
    const next = place.isAlive
      ? [...this.#updates(place), ...this.#ends(place)]
      : this.#restores(place);
    return next.some((one) => this.#lookFrom(one));
  }

  #isWhole({ deliveries, rows }: Place): boolean {
    return deliveries === all(this.#deliveries) && rows === all(this.#rows);
  }

  /** Something is left that can only have been before. */
  #isDead({ earliest, deliveries, rows, missed }: Place): boolean {
    return (
      missed > this.#missedMax ||
      this.#deliveries.some((one, at) => !has(deliveries, at) && this.#latestOf(one) < earliest) ||
      this.#rows.some(({ at }, index) => !has(rows, index) && at + EARLY < earliest)
    );
  }

  /** A state is of its clock's instant; what shows none came within the lag of an event. */
  #when({ clock, asOf }: Pick<ToldDelivery, 'clock' | 'asOf'>): Window | null {
    const window = { earliest: asOf - SPREAD, latest: asOf + EARLY };
    return clock === null ? window : within(window, clock, clock);
  }

  /** A restored object may have kept its clock. */
  #latestOf({ operation, clock, asOf }: ToldDelivery): number {
    return operation === 'UPDATE' && clock !== null ? clock : asOf + EARLY;
  }

  #begins(nothing: Place): Place[] {
    const read = this.#read;
    const told = this.#deliveries.flatMap((one, at) => {
      if (one.operation !== 'CREATE') return [];
      const window = this.#when(one);
      if (window === null || one.shows === null) return [];
      const held = listedWith(nothing.held, read?.fields ?? one.shows);
      const begun = { ...nothing, ...window, held, isAlive: true, deliveries: 1 << at };
      const saved = this.#saved(nothing, begun, true, []);
      // Then it was quiet: what follows is near no other save.
      return [read === undefined ? saved : { ...saved, earliest: read.asOf, latest: Infinity }];
    });
    if (read !== undefined || this.#case.missed === 'nothing') return told;
    const untold = this.#clocksWithin({ ...nothing, isAlive: true, missed: 1 }).map((begun) =>
      this.#saved(nothing, begun, false, []),
    );
    return [...told, ...untold];
  }

  #updates(place: Place): Place[] {
    const told = this.#deliveries.flatMap((one, at) => {
      if (one.operation !== 'UPDATE' || has(place.deliveries, at)) return [];
      const when = this.#when(one);
      const window = when && this.#following(place, when);
      const found = one.before === null ? place.held : unified(place.held, one.before, TOLD);
      if (window === null || found === null || one.shows === null) return [];
      const { before, shows } = one;
      const differs = (name: string): boolean => valueOf(before, name) !== valueOf(shows, name);
      const changed = ['name', 'status'].filter(differs);
      const next = { ...place, ...window, held: listedWith(found, shows) };
      const marked = { ...next, deliveries: place.deliveries | (1 << at) };
      return this.#withRows(marked, found, changed, ['progress']).map(({ place: to, rows }) =>
        this.#saved({ ...place, held: found }, to, true, rows),
      );
    });
    return [...told, ...this.#untoldUpdates(place)];
  }

  #untoldUpdates(place: Place): Place[] {
    if (!this.#mayMiss(place)) return [];
    const when = this.#following(place, EVER);
    if (when === null) return [];
    const free = ['note', 'constructor', CUSTOM].map(
      (name) => [name, unseen(name, place.saves.length)] as const,
    );
    const held = { ...place.held, ...Object.fromEntries(free) };
    const next = { ...place, ...when, held, missed: place.missed + 1 };
    return this.#withRows(next, place.held, [], TRACKED).flatMap(({ place: to, rows }) =>
      this.#clocksWithin(to).map((clocked) => this.#saved(place, clocked, false, rows)),
    );
  }

  #ends(place: Place): Place[] {
    const told = this.#deliveries.flatMap((one, at) => {
      if (one.operation !== 'DELETE' || has(place.deliveries, at)) return [];
      const when = this.#when(one);
      const window = when && this.#following(place, when);
      const found = one.shows === null ? place.held : unified(place.held, one.shows, TOLD);
      if (window === null || found === null) return [];
      const next = { ...place, ...window, held: found, deliveries: place.deliveries | (1 << at) };
      return [next, ...this.#withEndRow(next)].map((to) => this.#ended(place, to, true));
    });
    if (!this.#mayMiss(place)) return told;
    const when = this.#following(place, EVER);
    if (when === null) return told;
    const next = { ...place, ...when, missed: place.missed + 1 };
    const untold = this.#withEndRow(next);
    if (this.#case.missed === 'a fifth') untold.push({ ...next, missed: next.missed + 1 });
    return [...told, ...untold.map((to) => this.#ended(place, to, false))];
  }

  #withEndRow(place: Place): Place[] {
    return this.#rows.flatMap(({ field, at }, index) => {
      if (field !== null || has(place.rows, index)) return [];
      const window = rowWindow(at, place);
      return window === null ? [] : [{ ...place, ...window, rows: place.rows | (1 << index) }];
    });
  }

  #ended(place: Place, to: Place, isTold: boolean): Place {
    return this.#saved(place, { ...to, isAlive: false }, isTold, []);
  }

  /** A restored object shows what it was, under its clock or that of its restoring. */
  #restores(place: Place): Place[] {
    const told = this.#deliveries.flatMap((one, at) => {
      if (one.operation !== 'CREATE' || has(place.deliveries, at) || one.shows === null) return [];
      const found = unified(place.held, one.shows, [...LISTED, CUSTOM]);
      if (found === null) return [];
      const held = listedWith(found, one.shows);
      const next = { ...place, held, isAlive: true, deliveries: place.deliveries | (1 << at) };
      const isKept = valueOf(held, 'lastUpdateDate') === valueOf(found, 'lastUpdateDate');
      const windows = [this.#when(one), ...(isKept ? [this.#when({ ...one, clock: null })] : [])];
      return windows.flatMap((window) => {
        const when = window && this.#following(place, window);
        return when === null ? [] : [this.#saved(place, { ...next, ...when }, true, [])];
      });
    });
    if (!this.#mayMiss(place)) return told;
    const when = this.#following(place, EVER);
    if (when === null) return told;
    const next = { ...place, ...when, isAlive: true, missed: place.missed + 1 };
    const untold = this.#case.isClockless ? [next] : [next, ...this.#clocksWithin(next)];
    return [...told, ...untold.map((to) => this.#saved(place, to, false, []))];
  }

  /**
   * Every way in which journal rows tell of a save.
   *
   * @param changed fields that it changed, from `found` to what is held now
   * @param free those that it may have changed
   */
  #withRows(
    next: Place,
    found: HeldState,
    changed: readonly string[],
    free: readonly string[],
  ): Chronicle[] {
    let chronicles: Chronicle[] = [{ place: next, rows: [] }];
    for (const name of changed)
      chronicles = chronicles.flatMap((one) => this.#withRow(one, found, name, true));
    for (const name of free)
      chronicles = chronicles.flatMap((one) => [one, ...this.#withRow(one, found, name, false)]);
    return chronicles;
  }

  #withRow(
    { place, rows }: Chronicle,
    found: HeldState,
    name: string,
    isShown: boolean,
  ): Chronicle[] {
    const was = valueOf(found, name);
    const with_ = this.#rows.flatMap(({ at, field, before, after }, index) => {
      const isIt = field === name && !has(place.rows, index) && (isUnseen(was) || was === before);
      const window = rowWindow(at, place);
      if (!isIt || window === null || (isShown && valueOf(place.held, name) !== after)) return [];
      const held = { ...place.held, [name]: after };
      const to = { ...place, ...window, held, rows: place.rows | (1 << index) };
      return [{ place: to, rows: [...rows, name] }];
    });
    if (this.#case.missed !== 'a fifth') return with_;
    const held = isShown ? place.held : { ...place.held, [name]: unseen(name, place.saves.length) };
    return [...with_, { place: { ...place, held, missed: place.missed + 1 }, rows }];
  }

  #mayMiss({ missed }: Place): boolean {
    return missed < this.#missedMax;
  }

  /** However long after: how near to each other saves are is nothing that a reader knows. */
  #following({ earliest }: Window, window: Window): Window | null {
    return within(window, earliest, Infinity);
  }

  /** Under each clock that anything shows, and under one that nothing shows. */
  #clocksWithin(place: Place): Place[] {
    if (this.#case.isClockless) return [place];
    const { held, earliest, latest } = place;
    const shown = this.#clocks.filter((clock) => clock >= earliest && clock <= latest);
    return [
      { ...place, held: { ...held, lastUpdateDate: UNSEEN_CLOCK } },
      ...shown.map((clock) => {
        const lastUpdateDate = new Date(clock / MS).toISOString();
        return { ...place, held: { ...held, lastUpdateDate }, earliest: clock, latest: clock };
      }),
    ];
  }

  #saved(before: Place, after: Place, isTold: boolean, rows: readonly string[]): Place {
    const was = before.isAlive ? before.held : null;
    const state = after.isAlive ? after.held : null;
    const names = Object.keys(after.held).filter((name) => name !== 'lastUpdateDate');
    const changed = names.filter((name) => valueOf(was, name) !== valueOf(state, name));
    const clock = shownClockOf(after.held) ?? -1;
    const hasEndRow = state === null && !isTold && before.rows !== after.rows;
    const save = { at: after.earliest, clock, state, changed, isTold, rows, hasEndRow };
    return { ...after, saves: [...before.saves, save] };
  }
}

interface Chronicle {
  readonly place: Place;
  readonly rows: readonly string[];
}

function within(window: Window, earliest: number, latest: number): Window | null {
  const both = {
    earliest: Math.max(window.earliest, earliest),
    latest: Math.min(window.latest, latest),
  };
  return both.earliest <= both.latest ? both : null;
}

/** When a save was of which a row came at `at`. */
function rowWindow(at: number, window: Window): Window | null {
  return within(window, at - SPREAD, at + EARLY);
}

function all(items: readonly unknown[]): number {
  return (1 << items.length) - 1;
}

function has(bits: number, index: number): boolean {
  return (bits & (1 << index)) !== 0;
}
