/**
 * What was uploaded becomes a document's version: `currentVersion` of a create or an edit is an
 * object of its own (DOCV), to which the document points (WF api-basics, upload; reference D).
 */
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject } from '../../../core/json.ts';
import { invalidData } from '../../../workfront/attask/attask-error.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { AttaskCall } from './attask-call.ts';
import { readFields } from './read-fields.ts';

/** The fields of a create or an edit, and the version of a document that came with them. */
export interface SentFields {
  readonly fields: ObjectRow;
  readonly version: ObjectRow | null;
}

export function readSent(
  { request, parameters, zone, tenant }: AttaskCall,
  objCode: string,
  sent: JsonObject,
  before: ObjectRow | null,
): SentFields {
  const context = { version: request.version, parameters, zone };
  const { currentVersion, ...others } = sent;
  if (objCode !== 'DOCU' || currentVersion === undefined) {
    return { fields: readFields(objCode, sent, before, context), version: null };
  }
  if (!isJsonObject(currentVersion)) throw invalidData('currentVersion takes an object');
  const fields = readFields(objCode, others, before, context);
  const version = { ...readFields('DOCV', currentVersion, null, context), ID: tenant.newID() };
  return { fields: { ...fields, currentVersionID: version.ID }, version };
}

export function addVersion(
  { tenant, caller }: AttaskCall,
  documentID: string,
  version: ObjectRow,
): void {
  tenant.create('DOCV', { ...version, documentID }, { actorID: caller.userID });
}
