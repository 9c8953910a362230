/**
 * What a read says, short enough to be kept of each object. Pure.
 * In one pass over the row and without an object made of its members: a first reading is made of
 * this (`npm run bench -- snapshot`).
 */
import { createHash } from 'node:crypto';
import { stringifyJson, stringifyMember } from '../../core/json.ts';
import type { ObjCode } from '../../core/units.ts';
import { eventFieldsOf } from '../../workfront/catalogue/catalogue.ts';
import { nowDependentFields } from '../../workfront/catalogue/now-dependent.ts';
import type { ObjectRead } from '../object-read.ts';

export interface ReadDigests {
  /** Without the fields that move with the clock alone: each listing would see them changed. */
  readonly hash: Buffer;
  /**
   * Of the fields that no event of the type carries (reference B.6): only reads tell of them, and
   * what they were at a save between two reads nobody knows.
   */
  readonly unheard: Buffer;
}

export function digestsOf(objCode: ObjCode, { sent, state }: ObjectRead): ReadDigests {
  const moving = nowDependentFields(objCode);
  const heard = heardByType.get(objCode) ?? heardOf(objCode);
  heardByType.set(objCode, heard);
  let still = '';
  let unheard = '';
  for (const name of Object.keys(state ?? {})) {
    const isStill = !moving.has(name);
    const isUnheard = !heard.has(name);
    const value = state?.[name];
    if (value === undefined || !(isStill || isUnheard)) continue;
    const member = stringifyMember(name, value);
    if (isStill) still += still === '' ? member : `,${member}`;
    if (isUnheard) unheard += unheard === '' ? member : `,${member}`;
  }
  const text = state === null ? stringifyJson(sent) : `{${still}}`;
  return { hash: shortDigestOf(text), unheard: shortDigestOf(`{${unheard}}`) };
}

/** Short enough to be kept of every object. */
export function shortDigestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest().subarray(0, 16);
}

/** Says when the calculated fields moved last, so a value that moved there and back is found. */
const CALCULATED = 'lastCalcDate';
/** They are those of the save, and move with each. */
const OF_EACH_SAVE = ['lastUpdateDate', 'lastUpdatedByID'];

const heardByType = new Map<ObjCode, ReadonlySet<string>>();

function heardOf(objCode: ObjCode): ReadonlySet<string> {
  const heard = new Set(eventFieldsOf(objCode)?.fields.map(([name]) => name));
  for (const name of nowDependentFields(objCode)) heard.add(name);
  heard.delete(CALCULATED);
  for (const name of OF_EACH_SAVE) heard.add(name);
  return heard;
}
