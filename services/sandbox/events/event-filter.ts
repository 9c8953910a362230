/** Whether a subscription's filters let an event pass (reference B.5). Pure. */
import { isJsonObject, isList, ownMember } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { EventType } from '../../workfront/event-bodies.ts';
import { parseWorkfrontDate } from '../../workfront/dates.ts';
import { sameJson } from '../../workfront/object-row.ts';
import type { EventFilter, FilterGroup, Subscription } from './subscription.ts';

export interface EventStates {
  readonly eventType: EventType;
  readonly newState: JsonObject;
  readonly oldState: JsonObject;
}

export function passesFilters(
  subscription: Pick<Subscription, 'objCode' | 'filters' | 'connector'>,
  states: EventStates,
): boolean {
  const { filters, connector, objCode } = subscription;
  if (filters.length === 0) return true;
  const passes = (one: EventFilter | FilterGroup): boolean => {
    if (one.kind === 'filter') return passesFilter(one, objCode, states);
    return connect(one.connector, one.filters, (inner) => passesFilter(inner, objCode, states));
  };
  return connect(connector, filters, passes);
}

function connect<T>(
  connector: 'AND' | 'OR',
  items: readonly T[],
  passes: (item: T) => boolean,
): boolean {
  return connector === 'AND' ? items.every(passes) : items.some(passes);
}

/** userRoles only with `changed`, groups of a document not at all (reference B.5). */
const NOT_FILTERABLE: ReadonlySet<string> = new Set([
  'DOCU groups',
  'RECORD_TYPE data',
  'RECORD_TYPE fields',
]);

function passesFilter(filter: EventFilter, objCode: string, states: EventStates): boolean {
  const { fieldName, comparison } = filter;
  if (NOT_FILTERABLE.has(`${objCode} ${fieldName}`)) return false;
  if (objCode === 'USER' && fieldName === 'userRoles' && comparison !== 'changed') return false;
  const old = valueOf(states.oldState, fieldName);
  const now = valueOf(states.newState, fieldName);
  if (comparison === 'changed') {
    return states.eventType === 'UPDATE' && !sameJson(old ?? null, now ?? null);
  }
  // oldState on CREATE never matches, and a wrong field name is accepted and never matches
  // (reference B.5).
  if (filter.state === 'oldState' && states.eventType === 'CREATE') return false;
  const value = filter.state === 'oldState' ? old : now;
  return value !== undefined && compare(value, filter);
}

/** Undefined when the payload has no such field. */
function valueOf(state: JsonObject, fieldName: string): JsonValue | undefined {
  if (Object.hasOwn(state, fieldName)) return state[fieldName];
  const parameters = state['parameterValues'];
  if (!isJsonObject(parameters)) return undefined;
  const key = fieldName.startsWith('DE:') ? fieldName : `DE:${fieldName}`;
  return Object.hasOwn(parameters, key) ? parameters[key] : undefined;
}

function compare(value: JsonValue, filter: EventFilter): boolean {
  const { fieldValue, comparison } = filter;
  // A nested value is written as an object in fieldValue: {"F…": "planning"} (reference B.5).
  if (isJsonObject(fieldValue) && isJsonObject(value)) {
    const state = value;
    return Object.entries(fieldValue).every(([name, wanted]) =>
      compare(ownMember(state, name) ?? null, { ...filter, fieldValue: wanted }),
    );
  }
  switch (comparison) {
    case 'eq':
      return equal(value, fieldValue);
    case 'ne':
      return !equal(value, fieldValue);
    case 'gt':
    case 'gte':
    case 'lt':
    case 'lte':
      return ordered(comparison, value, fieldValue);
    case 'contains':
      return contains(value, fieldValue);
    case 'notContains':
      return !contains(value, fieldValue);
    case 'containsOnly':
      return sameSet(value, fieldValue);
    case 'exists':
      return value !== null && value !== '';
    case 'notExists':
      return value === null || value === '';
    case 'changed':
      return false; // decided before, with both states at hand
    default:
      return unreachable(comparison);
  }
}

function equal(value: JsonValue, wanted: JsonValue): boolean {
  if (sameJson(value, wanted)) return true;
  // Samples write numbers and booleans as text: fieldValue "100".
  if (value === null || wanted === null || typeof value === 'object') return false;
  if (typeof wanted === 'object') return false;
  return String(value) === String(wanted);
}

function ordered(
  comparison: 'gt' | 'gte' | 'lt' | 'lte',
  value: JsonValue,
  wanted: JsonValue,
): boolean {
  const order = orderOf(value, wanted);
  if (order === null) return false;
  if (comparison === 'gt') return order > 0;
  if (comparison === 'gte') return order >= 0;
  return comparison === 'lt' ? order < 0 : order <= 0;
}

/** Null where the two are not of one kind: a wrong type never matches (reference B.5). */
function orderOf(value: JsonValue, wanted: JsonValue): number | null {
  if (typeof value === 'number') {
    const isNumeral = typeof wanted === 'number' || (typeof wanted === 'string' && wanted !== '');
    const number = isNumeral ? Number(wanted) : Number.NaN;
    return Number.isNaN(number) ? null : value - number;
  }
  if (typeof value !== 'string' || typeof wanted !== 'string') return null;
  const [left, right] = [parseWorkfrontDate(value), parseWorkfrontDate(wanted)];
  if (left !== null && right !== null) return left - right;
  return value < wanted ? -1 : value > wanted ? 1 : 0;
}

function contains(value: JsonValue, wanted: JsonValue): boolean {
  if (isList(value)) return value.some((one) => equal(one, wanted));
  return typeof value === 'string' && typeof wanted === 'string' && value.includes(wanted);
}

function sameSet(value: JsonValue, wanted: JsonValue): boolean {
  if (!isList(value) || !isList(wanted)) return false;
  const left = new Set(value.map((one) => JSON.stringify(one)));
  const right = new Set(wanted.map((one) => JSON.stringify(one)));
  return left.size === right.size && [...left].every((one) => right.has(one));
}
