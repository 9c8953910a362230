/**
 * What a webhook left of an object, short enough to be kept of each (control.known_objects): the
 * next webhook must have found the same, also where another process than the one that saw the first
 * judges it (missed-changes.ts). Pure.
 */
import type { Fields } from '../../core/field-value.ts';
import { stringifyJson } from '../../core/json.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { nowDependentFields } from '../../workfront/catalogue/now-dependent.ts';
import { shortDigestOf } from '../known/read-digests.ts';

export interface LeftState {
  readonly asOf: Micros;
  /** Which fields it told of, then with which values. */
  readonly digest: Buffer;
}

/** What is settled of an object, as the last process kept it. */
export interface SettledObject {
  /** The last save of which it is settled whether it was told. */
  readonly judged: Micros | null;
  readonly left: LeftState | null;
}

export interface ObjectLeft {
  readonly objCode: ObjCode;
  readonly objID: ObjID;
  /**
   * Null where nothing can be held against the next: it is deleted, or version 1 told last. Without
   * it no webhook has told of the object since, and what was left before holds.
   */
  readonly left?: LeftState | null;
  /** Null where no save is known. */
  readonly judged: Micros | null;
}

/** The change clock moves with each save, and is looked at by itself. */
export const CLOCK = 'lastUpdateDate';
const NAMES_BYTES = 16;

/** @param clears prefixes of what was told whole: an empty member is as good as none */
export function digestOfState(objCode: ObjCode, fields: Fields, clears: readonly string[]): Buffer {
  const moving = nowDependentFields(objCode);
  const isWhole = (name: string): boolean => clears.some((prefix) => name.startsWith(prefix));
  const entries = Object.entries(fields)
    .filter(
      ([name, value]) => !moving.has(name) && name !== CLOCK && !(isWhole(name) && value === null),
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = entries.flatMap(([name]) => (isWhole(name) ? [] : [name]));
  const values = entries.map(([name, value]) => [name, value]);
  const told = shortDigestOf(stringifyJson([[...clears].sort(), names]));
  return Buffer.concat([told, shortDigestOf(stringifyJson(values))]);
}

/** Whether both tell of the same fields, with other values. */
export function isContradiction(a: Buffer, b: Buffer): boolean {
  const isComparable = a.subarray(0, NAMES_BYTES).equals(b.subarray(0, NAMES_BYTES));
  return isComparable && !a.equals(b);
}
