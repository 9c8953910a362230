/**
 * What version 1 of an event tells differently from version 2 (reference B.4, the table v1 to
 * v2): values that seem to change, values that are missing, UPDATEs too many. Pure but for a draw.
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { asMicros, minus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { unreachable } from '../../core/unreachable.ts';
import { sameJson } from '../../workfront/object-row.ts';
import type { EventStates } from './event-filter.ts';

/** One event to send; a change makes more than one in version 1. */
export interface Told extends EventStates {
  readonly eventTimeMicros: Micros;
}

const MILLI = asMicros(1000);

/** Shown as changed from null whenever a custom field changes. */
const FALSE_WITH_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  DOCU: ['referenceObjID'],
  EXPNS: ['topReferenceObjCode', 'referenceObjectName'],
  OPTASK: ['rootGroupID'],
  PROJ: ['rootGroupID'],
  TASK: ['rootGroupID'],
};

/** Shown as changed from null sometimes, whatever changes. */
const FALSE_SOMETIMES: Readonly<Record<string, readonly string[]>> = {
  ASSGN: ['projectID', 'taskID', 'opTaskID', 'customerID'],
  OPTASK: ['resolveProjectID', 'resolveTaskID', 'resolvingObjID'],
  PROJ: ['convertedOpTaskID'],
  TASK: ['convertedOpTaskID'],
};

/** Null in the before-state of a DELETE: the nine links of an hour. */
const HOUR_LINKS = (
  'projectID taskID roleID timesheetID hourTypeID projectOverheadID referenceObjID ' +
  'referenceObjCode securityRootID'
).split(' ');
const PROOF = ['proofDecision', 'proofName', 'proofProgress'];
const EXPENSE_REFERENCE = ['topReferenceObjCode', 'referenceObjectName'];

/** @param falseNull draws whether a null is shown that never was */
export function asVersionOne(
  objCode: string,
  { eventTimeMicros, ...states }: Told,
  falseNull: () => boolean,
): readonly Told[] {
  const at = { eventTimeMicros };
  switch (states.eventType) {
    case 'CREATE':
      return created(objCode, states).map((one) => ({ ...one, ...at }));
    case 'DELETE':
      return deleted(objCode, states, eventTimeMicros);
    case 'UPDATE':
      return updated(objCode, states, falseNull).map((one) => ({ ...one, ...at }));
    default:
      return unreachable(states.eventType);
  }
}

/** From a template with a form: a CREATE without its values, then an UPDATE with them. */
function created(objCode: string, states: EventStates): readonly EventStates[] {
  const { newState } = states;
  const template = newState[objCode === 'TASK' ? 'templateTaskID' : 'templateID'] ?? null;
  const values = newState['parameterValues'];
  const filled = isJsonObject(values) && Object.keys(values).length > 0;
  if (objCode === 'TMPL' || template === null || !filled) return [states];
  const bare = { ...newState, parameterValues: {} };
  return [
    { ...states, newState: bare },
    { eventType: 'UPDATE', newState, oldState: bare },
  ];
}

function updated(
  objCode: string,
  states: EventStates,
  falseNull: () => boolean,
): readonly EventStates[] {
  const oldState = { ...states.oldState };
  const { newState } = states;
  const parametersChanged = !sameJson(
    oldState['parameterValues'] ?? null,
    newState['parameterValues'] ?? null,
  );
  const names = [
    ...(parametersChanged ? (FALSE_WITH_PARAMETERS[objCode] ?? []) : []),
    ...(FALSE_SOMETIMES[objCode] ?? []).filter(falseNull),
  ];
  for (const name of names) {
    // A null that is one, and a change that is one, are told as they are.
    if (!sameJson(oldState[name] ?? null, newState[name] ?? null)) continue;
    if ((newState[name] ?? null) === null) continue;
    oldState[name] = name === 'topReferenceObjCode' ? objCode : null;
  }
  const told = { ...states, oldState };
  if (objCode !== 'DOCV') return [told];
  // Two UPDATEs, of which the first leaves the proof's fields out.
  return [
    { ...told, newState: without(newState, PROOF), oldState: without(oldState, PROOF) },
    told,
  ];
}

function deleted(objCode: string, states: EventStates, eventTimeMicros: Micros): readonly Told[] {
  const told = { ...states, eventTimeMicros };
  if (objCode === 'DOCU') return [inBefore(told, { groups: [] })];
  if (objCode === 'HOUR') return [inBefore(told, nulls(HOUR_LINKS))];
  if (objCode !== 'EXPNS') return [told];
  const before = Object.keys(states.oldState).length > 0 ? states.oldState : states.newState;
  const emptied = { ...before, ...nulls(EXPENSE_REFERENCE) };
  const update: Told = {
    eventType: 'UPDATE',
    newState: emptied,
    oldState: before,
    eventTimeMicros: minus(eventTimeMicros, MILLI),
  };
  return [update, told];
}

/** In whichever state carries the object. */
function inBefore(told: Told, values: JsonObject): Told {
  const change = (state: JsonObject): JsonObject =>
    Object.keys(state).length === 0 ? state : { ...state, ...values };
  return { ...told, newState: change(told.newState), oldState: change(told.oldState) };
}

function nulls(names: readonly string[]): JsonObject {
  return Object.fromEntries(names.map((name) => [name, null]));
}

function without(state: JsonObject, names: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)));
}
