/**
 * How much Planning holds: "exceeding any of these limits returns an HTTP 403 with a specific
 * `errorCode`" (OpenAPI file, description; reference E.1). Three codes are published, the others
 * are made like them. Texts that are too long are invalid, as their schemas say.
 */
import type { JsonValue } from '../../../core/json.ts';
import { isJsonObject } from '../../../core/json.ts';
import { unreachable } from '../../../core/unreachable.ts';
import { invalid, PlanningError } from '../../../workfront/planning/planning-error.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { Caller } from '../access.ts';
import { LIMITS } from './planning-model.ts';
import type { PlanningCode, PlanningModel } from './planning-model.ts';

/** Of 500 fields of a type, as v1 spells them. */
const FIELDS_PER_KIND: Readonly<Record<string, number>> = {
  'long-text': 20,
  formula: 20,
  reference: 30,
};
const FORMULA_LENGTH_MAX = 50_000;

const LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  WORKSPACE: { name: 256, description: 1024 },
  RECORD_TYPE: { displayName: 255, description: 1024 },
  FIELD: { displayName: 256, description: 512 },
  VIEW: { name: 255 },
};

export function checkLengths(objCode: PlanningCode, fields: ObjectRow): void {
  for (const [name, most] of Object.entries(LENGTHS[objCode] ?? {})) {
    const value = fields[name];
    if (typeof value === 'string' && value.length > most) {
      throw invalid(`size must be between 0 and ${most}`, name);
    }
  }
  const formula: JsonValue = fields['formulaOptions'] ?? null;
  const text = isJsonObject(formula) ? fieldText(formula, 'formula') : null;
  if ((text ?? '').length > FORMULA_LENGTH_MAX) {
    throw exceeded('FORMULA_LENGTH', `A formula has ${FORMULA_LENGTH_MAX} characters at most`);
  }
}

/** Who asks, and of which tenant. */
interface Asker {
  readonly model: PlanningModel;
  readonly caller: Caller;
}

/** Before one more is made. */
export function checkQuota(call: Asker, objCode: PlanningCode, made: ObjectRow): void {
  const { model, caller } = call;
  const typeID = fieldText(made, 'recordTypeId') ?? '';
  switch (objCode) {
    case 'WORKSPACE':
      return refuseBeyond('WORKSPACE', model.tenant.store.count('WORKSPACE'), LIMITS.workspaces);
    case 'RECORD_TYPE': {
      const count = model.typesOf(fieldText(made, 'workspaceId') ?? '').length;
      return refuseBeyond('RECORD_TYPE', count, LIMITS.typesPerWorkspace);
    }
    case 'VIEW': {
      const own = model.viewsOf(typeID).filter((view) => view['createdBy'] === caller.userID);
      return refuseBeyond('VIEW', own.length, LIMITS.viewsPerUser);
    }
    case 'FIELD': {
      const fields = model.fieldsOf(typeID);
      refuseBeyond('FIELD', fields.length, LIMITS.fieldsPerType);
      const kind = fieldText(made, 'type') ?? '';
      const most = Object.hasOwn(FIELDS_PER_KIND, kind) ? FIELDS_PER_KIND[kind] : undefined;
      if (most === undefined) return;
      return refuseBeyond('FIELD', fields.filter(({ type }) => type === kind).length, most);
    }
    case 'RECORD':
      return refuseBeyond('RECORD', model.storedRecordsOf(typeID).length, LIMITS.recordsPerType);
    default:
      return unreachable(objCode);
  }
}

/** "must be unique within the parent record type" (FieldDto). */
export function checkUnique(
  call: Asker,
  recordTypeId: string,
  id: string | null,
  name: JsonValue,
): void {
  const others = call.model.fieldsOf(recordTypeId).filter((field) => field.id !== id);
  if (others.some(({ row }) => row['displayName'] === name)) {
    throw invalid('must be unique within the record type', 'displayName');
  }
}

export function connectionsExceeded(): PlanningError {
  const most = LIMITS.linksPerConnection;
  return exceeded('CONNECTION', `A connection holds ${most} records at most`);
}

function refuseBeyond(what: string, count: number, most: number): void {
  if (count >= most) throw exceeded(what, `There are ${most} at most`);
}

function exceeded(what: string, message: string): PlanningError {
  return new PlanningError(403, `${what}_LIMIT_EXCEEDED`, message);
}
