/**
 * What a claim tells of an object, and what a version is: values of fields. Most states are
 * compared with one other and written once; who keeps them as text need not read them for that.
 * Pure.
 */
import { microsOf } from '../units.ts';
import type { Micros } from '../units.ts';
import { isJson, valueIn } from '../field-value.ts';
import type { FieldValue, Fields } from '../field-value.ts';

export interface State {
  readonly isEmpty: boolean;
  /** Whether it shows a change clock that Workfront stamped. */
  readonly showsClock: boolean;
  /** May be read out of text at each call. */
  fields(): Fields;
  /** The same of these names at least: what else it has need not be read. */
  fieldsAmong(names: readonly string[]): Fields;
  /** What can be told without reading either. */
  relationTo(other: State): Relation;
}

/**
 * `same`: the same fields with the same values. `moved`: the same fields, and not all have the same
 * values. `unread`: only their fields can tell.
 */
export type Relation = 'same' | 'moved' | 'unread';

export function stateOf(fields: Fields): State {
  return new FieldsState(fields);
}

class FieldsState implements State {
  readonly #fields: Fields;

  constructor(fields: Fields) {
    this.#fields = fields;
  }

  get isEmpty(): boolean {
    return Object.keys(this.#fields).length === 0;
  }

  get showsClock(): boolean {
    return showsChangeClock(this.#fields);
  }

  fields(): Fields {
    return this.#fields;
  }

  fieldsAmong(): Fields {
    return this.#fields;
  }

  relationTo(other: State): Relation {
    return other === this ? 'same' : 'unread';
  }
}

/** The field that bears the change clock: types have one or the other (reference B.6). */
export const CHANGE_CLOCKS = ['lastUpdateDate', 'updatedAt'] as const;

/** An empty text stands where a date belongs at times. */
function showsChangeClock(fields: Fields): boolean {
  const [first, second] = CHANGE_CLOCKS;
  return Boolean(valueIn(fields, first) ?? valueIn(fields, second));
}

export function sameState(a: State, b: State): boolean {
  const relation = a.relationTo(b);
  return relation === 'unread' ? sameFields(a.fields(), b.fields()) : relation === 'same';
}

function sameFields(a: Fields, b: Fields): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const left = valueIn(a, name);
    const right = valueIn(b, name);
    return left !== undefined && right !== undefined && sameValue(left, right);
  });
}

/** Equal for equal values only. */
export function keyOfValue(value: FieldValue): string {
  return isJson(value) ? `json ${value.json}` : `${typeof value} ${value}`;
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  if (a === b) return true;
  return isJson(a) && isJson(b) && a.json === b.json;
}

/** The change clock in a state, where one can be read. */
export function clockShown(fields: Fields): Micros | null {
  for (const name of CHANGE_CLOCKS) {
    const shown = valueIn(fields, name);
    const ms = typeof shown === 'string' ? Date.parse(shown) : NaN;
    if (!Number.isNaN(ms)) return microsOf(ms);
  }
  return null;
}
