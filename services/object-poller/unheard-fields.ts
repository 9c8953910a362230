/**
 * The fields that no event of a type carries (reference B.6): only reads tell of them, and what
 * they were at a save between two reads nobody knows. Pure.
 */
import { createHash } from 'node:crypto';
import { stringifyJson } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { ObjCode } from '../core/units.ts';
import { eventFieldsOf } from '../workfront/catalogue/catalogue.ts';
import { nowDependentFields } from '../workfront/catalogue/now-dependent.ts';

/** Says when the calculated fields moved last, so a value that moved there and back is found. */
const CALCULATED = 'lastCalcDate';
/** They are those of the save, and move with each. */
const OF_EACH_SAVE = ['lastUpdateDate', 'lastUpdatedByID'];

const heardByType = new Map<ObjCode, ReadonlySet<string>>();

export function hashOfUnheard(objCode: ObjCode, state: JsonObject | null): Buffer {
  const heard = heardByType.get(objCode) ?? heardOf(objCode);
  heardByType.set(objCode, heard);
  const unheard = Object.entries(state ?? {}).filter(([name]) => !heard.has(name));
  return shortDigestOf(stringifyJson(Object.fromEntries(unheard)));
}

/** Short enough to be kept of every object. */
export function shortDigestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

function heardOf(objCode: ObjCode): ReadonlySet<string> {
  const heard = new Set(eventFieldsOf(objCode)?.fields.map(([name]) => name));
  for (const name of nowDependentFields(objCode)) heard.add(name);
  heard.delete(CALCULATED);
  for (const name of OF_EACH_SAVE) heard.add(name);
  return heard;
}
