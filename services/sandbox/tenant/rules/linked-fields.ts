/**
 * Fields that Workfront fills in by itself from where an object hangs: what hours, expenses and
 * documents refer to, what comes along from a template (reference B.4, B.6).
 */
import { withCalculated } from './calculated-values.ts';
import { parametersOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { Store } from '../store.ts';
import type { ObjCode, ObjID } from '../../../core/units.ts';

/** Further fields of a row on creation; what was sent wins over them. */
export function linkedFields(store: Store, objCode: ObjCode, sent: ObjectRow): ObjectRow {
  switch (objCode) {
    case 'PROJ':
      return fromTemplate(store, sent);
    case 'HOUR': {
      const { objID, refCode, ids } = placeOf(store, sent, null);
      const securityRootID = ids['projectID'] ?? null;
      return { referenceObjID: objID, referenceObjCode: refCode, securityRootID, ...ids };
    }
    case 'NOTE': {
      const { objID, refCode, ids, top } = placeOf(store, sent, 'noteObjCode');
      const links = {
        objID,
        noteObjCode: refCode,
        topObjID: top.objID,
        topNoteObjCode: top.refCode,
      };
      return { ...links, ...ids };
    }
    case 'DOCU': {
      const { objID, refCode, ids, top } = placeOf(store, sent, 'docObjCode');
      const tops = { topObjID: top.objID, securityRootID: top.objID };
      const code = refCode === null ? {} : { docObjCode: refCode };
      return { objID, referenceObjID: objID, ...code, ...tops, ...ids };
    }
    case 'EXPNS':
      return expenseLinks(store, sent);
    default:
      return {};
  }
}

const REFERENCES = [
  ['taskID', 'TASK'],
  ['opTaskID', 'OPTASK'],
  ['projectID', 'PROJ'],
  ['portfolioID', 'PORT'],
  ['programID', 'PRGM'],
  ['userID', 'USER'],
] as const;

interface Place {
  /** The nearest object that it hangs on, by ID or by `codeField` and `objID`. */
  readonly objID: ObjID | null;
  readonly refCode: string | null;
  /** The fields that name it, and its project's: `taskID`, `projectID`. */
  readonly ids: Readonly<Record<string, string>>;
  /** The project where there is one. */
  readonly top: { readonly objID: ObjID | null; readonly refCode: string | null };
}

function placeOf(store: Store, sent: ObjectRow, codeField: string | null): Place {
  const { objID, refCode } = referenceOf(sent, codeField);
  const ids: Record<string, string> = {};
  const field = REFERENCES.find(([, code]) => code === refCode)?.[0];
  if (field !== undefined && objID !== null) ids[field] = objID;
  const isWork = refCode === 'TASK' || refCode === 'OPTASK';
  const above = isWork ? fieldText(store.get(refCode, objID ?? ''), 'projectID') : null;
  const projectID = ids['projectID'] ?? fieldText(sent, 'projectID') ?? above;
  if (projectID === null) return { objID, refCode, ids, top: { objID, refCode } };
  ids['projectID'] = projectID;
  return { objID, refCode, ids, top: { objID: projectID, refCode: 'PROJ' } };
}

function referenceOf(
  sent: ObjectRow,
  codeField: string | null = null,
): Pick<Place, 'objID' | 'refCode'> {
  for (const [field, refCode] of REFERENCES) {
    const objID = fieldText(sent, field);
    if (objID !== null) return { objID, refCode };
  }
  return { objID: fieldText(sent, 'objID'), refCode: codeField && fieldText(sent, codeField) };
}

function expenseLinks(store: Store, sent: ObjectRow): ObjectRow {
  const { objID, refCode } = referenceOf(sent);
  const projectID = fieldText(sent, 'projectID');
  const project = projectID === null ? null : store.get('PROJ', projectID);
  return {
    objID,
    expObjCode: refCode,
    referenceObjID: objID,
    referenceObjCode: refCode,
    topObjID: projectID,
    topReferenceObjID: projectID,
    securityRootID: projectID,
    ...(project === null ? {} : { topObjCode: 'PROJ', topReferenceObjCode: 'PROJ' }),
    referenceObjectName: fieldText(project, 'name'),
  };
}

/** The form's values come along, calculated ones worked out at once (reference B.4, v1 to v2). */
function fromTemplate(store: Store, sent: ObjectRow): ObjectRow {
  const templateID = fieldText(sent, 'templateID');
  const template = templateID === null ? null : store.get('TMPL', templateID);
  if (template === null) return {};
  const values = { ...parametersOf(template), ...parametersOf(sent) };
  return {
    description: fieldText(template, 'description'),
    parameterValues: withCalculated(values),
  };
}
