/**
 * One Workfront object lives, and every path tells what it saw of it: the truth to hold the fold
 * against. No kinder than Workfront: silent recalculations, deletes, restores, lagging and stale
 * searches, missed, repeated and differing deliveries, journal rows with a clock of their own.
 */
import type { ChangeEvent, Operation, Path } from '../../services/core/change-event.generated.ts';
import { differencesOf } from '../../services/core/state-before.ts';
import { eventID } from '../../services/core/event-id.ts';
import type { Fields, FieldValue } from '../../services/core/field-value.ts';
import type { Random } from '../../services/core/random.ts';
import { asMicros } from '../../services/core/units.ts';

/** The object as it truly was from `at` on; null while deleted. */
export interface Truth {
  readonly at: number;
  readonly state: State | null;
  /** Fields that moved here without a save. */
  readonly silent: readonly string[];
}

type State = { readonly [key: string]: FieldValue };

export interface SimulatedObject {
  readonly truth: readonly Truth[];
  readonly events: readonly ChangeEvent[];
}

const MS = 1000;
const SECOND = 1000 * MS;
/**
 * Greatest distance between a save and its webhook's and journal rows' clocks (fixtures: 414
 * ms).
 */
export const SPREAD_MAX = 414 * MS;
/** How old the state may be that a search answers with. */
export const SEARCH_LAG = 30 * SECOND;
/** Fields whose edits the journal tracks. */
const TRACKED = ['name', 'status', 'percentComplete'];
/** Fields that events do not list (reference B.6). */
const UNLISTED = ['percentComplete', 'condition'];
/** Fields that recalculation moves. */
const CALCULATED = ['percentComplete', 'plannedCompletionDate', 'condition'];

export function simulateObject(random: Random, steps: number): SimulatedObject {
  const simulation = new Simulation(random);
  for (let step = 0; step < steps; step += 1) simulation.step();
  simulation.finish();
  return simulation;
}

class Simulation implements SimulatedObject {
  readonly truth: Truth[] = [];
  readonly events: ChangeEvent[] = [];
  private readonly random: Random;
  private now = 1_700_000_000 * SECOND;
  private quietUntil = 0;
  private serial = 0;
  private lastJournal = 0;

  constructor(random: Random) {
    this.random = random;
    this.save('CREATE');
  }

  step(): void {
    this.now = Math.max(this.now + this.random.int(1, 40_000) * MS, this.quietUntil);
    if (this.current() === null) {
      if (this.random.chance(0.5)) this.restore();
      else if (this.random.chance(0.3)) this.seeAbsent();
      return;
    }
    const dice = this.random.next();
    if (dice < 0.4) this.saveOnceOrTwice();
    else if (dice < 0.55) this.recalculate();
    else if (dice < 0.9) this.read(this.random.int(0, SEARCH_LAG));
    else this.remove();
  }

  /** All is quiet, and a last read or a last look tells how it ended. */
  finish(): void {
    this.now += 10 * SEARCH_LAG;
    if (this.current() === null) this.seeAbsent();
    else this.read(0);
  }

  private current(): State | null {
    return this.truth.at(-1)?.state ?? null;
  }

  /** Nothing else happens until every clock of this save has passed. */
  private settle(): void {
    this.quietUntil = this.now + 2 * SPREAD_MAX + 600 * MS;
  }

  /** Two saves can bear one clock, for it has milliseconds only, or follow within `sameSaveMs`. */
  private saveOnceOrTwice(): void {
    this.save('UPDATE');
    if (!this.random.chance(0.2)) return;
    if (this.random.chance(0.5)) this.now += this.random.int(1, 400) * MS;
    this.save('UPDATE');
  }

  private save(operation: 'CREATE' | 'UPDATE'): void {
    const before = this.current();
    const changed = this.changedFields(before === null);
    const state: State = { ...(before ?? {}), ...changed, lastUpdateDate: clockText(this.now) };
    this.truth.push({ at: this.now, state, silent: [] });
    this.settle();
    if (this.random.chance(0.85)) this.deliver(operation, state, before);
    if (before !== null && this.random.chance(0.8)) this.journal(changed, before);
  }

  private changedFields(all: boolean): Record<string, FieldValue> {
    const changed: Record<string, FieldValue> = {};
    const some = (): boolean => all || this.random.chance(0.4);
    if (some()) changed['name'] = `name ${++this.serial}`;
    if (some()) changed['status'] = this.random.pick(['NEW', 'INP', 'CPL']);
    if (some()) changed['percentComplete'] = this.random.int(0, 100);
    if (some()) changed['plannedCompletionDate'] = `day ${this.random.int(1, 28)}`;
    if (all) changed['condition'] = 0;
    if (this.random.chance(0.3)) changed['DE:Region'] = this.random.pick(['EU', 'US', null]);
    if (this.random.chance(0.2)) changed['DE:Cost'] = this.random.pick([1, 2, null]);
    return changed;
  }

  /** Fields move, the clock does not; Workfront may or may not send an event. */
  private recalculate(): void {
    const before = this.current();
    const moved = CALCULATED.filter(() => this.random.chance(0.5));
    const state: Record<string, FieldValue> = { ...before };
    for (const key of moved) state[key] = `recalculated ${++this.serial}`;
    this.truth.push({ at: this.now, state, silent: moved });
    this.settle();
    if (this.random.chance(0.4)) this.deliver('UPDATE', state, before);
  }

  private remove(): void {
    const before = this.current();
    this.truth.push({ at: this.now, state: null, silent: [] });
    this.settle();
    const at = this.now + this.spread();
    const journalAt = this.now + this.spread();
    const missed = this.random.chance(0.2);
    if (!missed) {
      const seen = this.random.chance(0.3) ? {} : listed(before ?? {});
      this.emit('WEBHOOK', 'DELETE', { entryDate: at, asOf: at }, seen, [], 2);
    }
    if (this.random.chance(0.5)) {
      this.emit('JOURNAL', 'DELETE', { entryDate: journalAt, asOf: journalAt }, {}, [], 0);
    } else if (missed) {
      this.now += 2 * SPREAD_MAX;
      this.seeAbsent();
    }
  }

  /**
   * From the bin, with the same ID; the clock may stay, and there may be no CREATE (reference C.9).
   */
  private restore(): void {
    const last = this.truth.findLast((one) => one.state !== null)?.state ?? {};
    const moves = this.random.chance(0.5);
    const state = moves ? { ...last, lastUpdateDate: clockText(this.now) } : last;
    this.truth.push({ at: this.now, state, silent: [] });
    this.settle();
    if (this.random.chance(0.6)) this.deliver('CREATE', state, null);
    else {
      this.now += 2 * SEARCH_LAG;
      this.read(0);
    }
  }

  /** A search answers with the object as it was up to `staleness` ago. */
  private read(staleness: number): void {
    const seenAt = this.now - staleness;
    const state = this.truth.findLast((one) => one.at <= seenAt)?.state;
    if (!state) return;
    const entryDate = clockOf(state);
    const asOf = Math.max(entryDate, this.now - SEARCH_LAG);
    this.emit('SEARCH', 'SNAPSHOT', { entryDate, asOf }, filled(state), ['DE:'], 0);
  }

  /** A GET by id finds nothing: deleted by absence. */
  private seeAbsent(): void {
    this.emit('SEARCH', 'DELETE', { entryDate: this.now, asOf: this.now }, {}, [], 0);
  }

  private deliver(operation: Operation, state: State, before: State | null): void {
    const entryDate = clockOf(state);
    const asOf = this.now + this.spread();
    const at = { entryDate, asOf };
    const body = listed(state);
    this.emit('WEBHOOK', operation, at, body, ['DE:'], 2, before);
    // The window of a version switch: the same change as v1, where a link may be falsely empty
    // (reference B.4).
    if (this.random.chance(0.2)) {
      this.emit('WEBHOOK', operation, at, { ...body, status: null }, ['DE:'], 1, before);
    }
  }

  private journal(changed: Fields, before: State): void {
    const at = Math.max(this.now + this.spread(), this.lastJournal + MS);
    this.lastJournal = at;
    for (const key of TRACKED) {
      const value = changed[key];
      if (value === undefined || value === before[key]) continue;
      const signalOnly = this.random.chance(0.2);
      const fields = signalOnly ? {} : { [key]: value };
      const old = signalOnly ? null : { [key]: before[key] ?? null };
      this.emit('JOURNAL', 'UPDATE', { entryDate: at, asOf: at }, fields, [], 0, old);
    }
  }

  private spread(): number {
    return this.random.int(18 * MS, SPREAD_MAX);
  }

  private emit(
    path: Path,
    operation: Operation,
    at: { readonly entryDate: number; readonly asOf: number },
    fields: Fields,
    clears: readonly string[],
    apiVersion: number,
    previous: Fields | null = null,
  ): void {
    const id = eventID(path, 'TASK', 'one', ++this.serial);
    const observedAt = asMicros(at.asOf + this.random.int(0, 100) * SECOND);
    const origin = { subscriptionID: null, journalEntryID: null, customerID: null, raw: null };
    this.events.push({
      eventID: id,
      objCode: 'TASK',
      objID: 'one',
      entryDate: asMicros(at.entryDate),
      asOf: asMicros(at.asOf),
      operation,
      fields,
      clears,
      ...told(path, fields, previous),
      actorID: null,
      path,
      observedAt,
      origin: { ...origin, apiVersion, deletedAfter: null, deletedBefore: null },
    });
  }
}

/** A journal row tells what one field was, a delivery what the state was. */
function told(
  path: Path,
  fields: Fields,
  previous: Fields | null,
): ReturnType<typeof differencesOf> {
  if (path !== 'JOURNAL') return differencesOf(fields, previous === null ? null : listed(previous));
  return { previous, previousAbsent: [], previousKnown: false };
}

/**
 * What an event carries of a state (reference B.6), empty custom fields left out (reference B.4).
 */
function listed(state: State): Fields {
  const entries = Object.entries(filled(state));
  return Object.fromEntries(entries.filter(([key]) => !UNLISTED.includes(key)));
}

function filled(state: State): Fields {
  const entries = Object.entries(state);
  return Object.fromEntries(entries.filter(([key, value]) => value !== null || !key.includes(':')));
}

function clockText(micros: number): string {
  return new Date(micros / MS).toISOString();
}

function clockOf(state: State): number {
  const shown = state['lastUpdateDate'];
  return typeof shown === 'string' ? Date.parse(shown) * MS : NaN;
}
