/**
 * An event that says of no object that it is about, only that one of a type has changed: a signal
 * to list the type (reference B.6, FIELD). It is on the log as what it is, claims nothing, and has
 * the place of an object's ID filled with what is none. Pure.
 */
import { eventFieldsOf } from '../../workfront/catalogue/catalogue.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';

export const EVERY_OBJECT = '*';

export function isListingSignal({ objID }: { readonly objID: ObjID }): boolean {
  return objID === EVERY_OBJECT;
}

/** Types whose events bear no ID, nor parts of one. */
export function saysNoID(objCode: ObjCode): boolean {
  const events = eventFieldsOf(objCode);
  return events !== null && events.idField === null && objCode !== 'approval_stage_participant';
}
