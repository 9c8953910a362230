/**
 * What the fold works on: an event as a claim that its fields held these values from `entryDate`
 * until `asOf` (docs/architecture.md, "The fold"). Pure; imports neither platform nor npm; knows
 * nothing of Kafka or SQL.
 */
import type { ChangeEvent, Micros, Operation, Path } from '../change-event.generated.ts';
import type { Fields } from '../field-value.ts';
import { stateOf } from './state.ts';
import type { State } from './state.ts';

export interface Claim {
  readonly eventID: string;
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
  readonly observedAt: Micros;
}

/** What an event tells beside its fields. */
type Told = Pick<
  ChangeEvent,
  'eventID' | 'operation' | 'path' | 'entryDate' | 'asOf' | 'clears' | 'observedAt'
> & { readonly origin: Pick<ChangeEvent['origin'], 'apiVersion'> };

/**
 * @param state the event's fields as the projection normalised them
 *
 * A DELETE claims only what it fills: before-states of v1 deletes were falsely empty
 * (reference B.4, HOUR and DOCU), and an empty value there would wipe out a known one.
 */
export function toClaim(event: Told, state: State): Claim {
  const { eventID, operation, path, entryDate, asOf, observedAt } = event;
  const isDelete = operation === 'DELETE';
  return {
    eventID,
    operation,
    path,
    apiVersion: event.origin.apiVersion,
    entryDate,
    asOf,
    clocked: !isDelete && path !== 'JOURNAL' && state.showsClock,
    state: isDelete ? stateOf(filledOnly(state.fields())) : state,
    clears: isDelete ? [] : event.clears,
    observedAt,
  };
}

/** Two sightings of one event: the earliest observation and the greatest API version stand. */
export function mergeRepeat(a: Claim, b: Claim): Claim {
  if (a.observedAt <= b.observedAt && a.apiVersion >= b.apiVersion) return a;
  return {
    ...a,
    observedAt: Math.min(a.observedAt, b.observedAt),
    apiVersion: Math.max(a.apiVersion, b.apiVersion),
  };
}

/**
 * An update that tells no value, such as a journal row of a kind that cannot be used, is a signal
 * to read its object again, and claims nothing.
 */
export function saysSomething({ operation, state, clears }: Claim): boolean {
  return operation !== 'UPDATE' || !state.isEmpty || clears.length > 0;
}

function filledOnly(fields: Fields): Fields {
  const filled: Record<string, Fields[string]> = {};
  for (const [key, value] of Object.entries(fields)) if (value !== null) filled[key] = value;
  return filled;
}
