/**
 * What the fold works on: an event as a claim that its fields held these values from `entryDate`
 * until `asOf` (docs/architecture.md, "The fold"). Pure; imports neither platform nor npm; knows
 * nothing of Kafka or SQL.
 */
import type { ChangeEvent, Operation, Path } from '../change-event.generated.ts';
import { valueIn } from '../field-value.ts';
import type { Fields } from '../field-value.ts';
import { CHANGE_CLOCKS, sameValue, stateOf } from './state.ts';
import type { State } from './state.ts';
import { greatest, least } from '../units.ts';
import type { EventID, Micros } from '../units.ts';

/**
 * All of it decides the fold, so whoever keeps claims must keep all of it: with `before` left out,
 * what is folded anew differs from what was appended. Nothing else of an event is asked for.
 */
export interface Claim {
  readonly eventID: EventID;
  readonly operation: Operation;
  readonly path: Path;
  /** WEBHOOK: version of the event body, 1 or 2. 0 elsewhere. */
  readonly apiVersion: number;
  readonly entryDate: Micros;
  readonly asOf: Micros;
  /** True where `entryDate` is a change clock that Workfront stamped on the state itself. */
  readonly clocked: boolean;
  readonly state: State;
  readonly clears: readonly string[];
  /** UPDATE: what it says of the instant before; null where it says nothing. */
  readonly before: Before | null;
  readonly observedAt: Micros;
}

/** What was different before a save. */
export interface Before {
  /** The fields that had another value, with that value. */
  readonly state: State;
  /** Those that were not there. */
  readonly absent: readonly string[];
  /** Whether all others that `state` of the claim tells were as they are; unknown otherwise. */
  readonly isWhole: boolean;
}

/** What an event tells beside its fields. */
type Told = Pick<
  ChangeEvent,
  'eventID' | 'operation' | 'path' | 'entryDate' | 'asOf' | 'clears' | 'observedAt'
> & { readonly origin: Pick<ChangeEvent['origin'], 'apiVersion'> };

/**
 * @param state the event's fields as the projection normalised them
 * @param before its previous values likewise
 *
 * A DELETE claims only what it fills: before-states of v1 deletes were falsely empty
 * (reference B.4, HOUR and DOCU), and an empty value there would wipe out a known one.
 */
export function toClaim(event: Told, state: State, before: Before | null): Claim {
  const { eventID, operation, path, entryDate, asOf, observedAt } = event;
  const isDelete = operation === 'DELETE';
  const isTelling = saysSomething({ operation, state, clears: event.clears });
  return {
    eventID,
    operation,
    path,
    apiVersion: event.origin.apiVersion,
    entryDate,
    asOf,
    clocked: !isDelete && path !== 'JOURNAL' && isClockOf(event, state),
    state: isDelete ? stateOf(filledOnly(state.fields())) : state,
    clears: isDelete ? [] : event.clears,
    before: operation === 'UPDATE' && isTelling ? before : null,
    observedAt,
  };
}

/** The first and the last instant that it bears. */
export function instantsOf({ operation, entryDate, asOf }: Claim): { first: Micros; last: Micros } {
  if (operation === 'DELETE') return { first: asOf, last: asOf };
  return { first: least(entryDate, asOf), last: greatest(entryDate, asOf) };
}

/**
 * A row of a history, the journal's or that of Planning. It tells one field, its clock is its own,
 * and its eventID is the row's, whatever its source made of it.
 */
export function isRow({ path, operation }: Pick<Claim, 'path' | 'operation'>): boolean {
  return path === 'JOURNAL' || (path === 'PLANNING' && operation === 'UPDATE');
}

/** A row about a field, not about the beginning or the end of an object. */
export function isFieldRow(claim: Pick<Claim, 'path' | 'operation'>): boolean {
  return claim.operation === 'UPDATE' && isRow(claim);
}

/**
 * An update that tells no value, such as a journal row of a kind that cannot be used, is a signal
 * to read its object again, and claims nothing.
 */
export function saysSomething({
  operation,
  state,
  clears,
}: Pick<Claim, 'operation' | 'state' | 'clears'>): boolean {
  return operation !== 'UPDATE' || !state.isEmpty || clears.length > 0;
}

/**
 * Whether `entryDate` is the change clock that the state shows. Where that cannot be read (year
 * 9999, no zone), the source dated the event otherwise, and that must not count as a change clock.
 */
function isClockOf({ entryDate, asOf }: Told, state: State): boolean {
  if (!state.showsClock) return false;
  // Without one it is `asOf`: to look into the state is seldom needed.
  if (entryDate !== asOf) return true;
  const fields = state.fields();
  return CHANGE_CLOCKS.some((name) => {
    const shown = valueIn(fields, name);
    return typeof shown === 'string' && Date.parse(shown) === Math.floor(entryDate / 1000);
  });
}

/** What tells of the instant before. */
type ToldBefore = Pick<ChangeEvent, 'operation' | 'path' | 'previousAbsent' | 'previousKnown'>;

/**
 * What an UPDATE says of the instant before; null where it says nothing.
 *
 * @param now the event's fields as the projection normalised them
 * @param previous its previous values likewise
 */
export function beforeOf(event: ToldBefore, now: State, previous: Fields | null): Before | null {
  if (event.operation !== 'UPDATE' || previous === null) return null;
  // A row tells what one field was; other paths tell the whole state.
  if (isFieldRow(event)) return { state: stateOf(previous), absent: [], isWhole: false };
  const told = Object.entries(previous);
  if (told.length === 0 && !event.previousKnown) return null;
  const since = event.previousKnown
    ? now.fieldsAmong([...Object.keys(previous), ...event.previousAbsent])
    : now.fields();
  const different = told.filter(([name, value]) => {
    const then = valueIn(since, name);
    return then === undefined || !sameValue(then, value);
  });
  // Events of before `previousKnown` hold the state before whole: what it lacks was not there.
  const wasAbsent = event.previousKnown
    ? event.previousAbsent.filter((name) => Object.hasOwn(since, name))
    : Object.keys(since).filter((name) => !Object.hasOwn(previous, name));
  const state = stateOf(Object.fromEntries(different));
  return { state, absent: wasAbsent.sort(), isWhole: true };
}

function filledOnly(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}
