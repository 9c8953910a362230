/**
 * Fields that Workfront fills in by itself from where an object hangs: what hours, expenses and
 * documents refer to, what comes along from a template (reference B.4, B.6).
 */
import { withCalculated } from './calculated-values.ts';
import { parametersOf, textOf } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { Store } from '../store.ts';

/** Further fields of a row on creation; what was sent wins over them. */
export function linkedFields(store: Store, objCode: string, sent: ObjectRow): ObjectRow {
  switch (objCode) {
    case 'PROJ':
      return fromTemplate(store, sent);
    case 'HOUR': {
      const { objID, refCode } = referenceOf(sent);
      const securityRootID = textOf(sent, 'projectID');
      return { referenceObjID: objID, referenceObjCode: refCode, securityRootID };
    }
    case 'DOCU':
      return documentLinks(sent);
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

/** The nearest object that it hangs on. */
function referenceOf(sent: ObjectRow): {
  readonly objID: string | null;
  readonly refCode: string | null;
} {
  for (const [field, refCode] of REFERENCES) {
    const objID = textOf(sent, field);
    if (objID !== null) return { objID, refCode };
  }
  return { objID: textOf(sent, 'objID'), refCode: null };
}

function documentLinks(sent: ObjectRow): ObjectRow {
  const { objID } = referenceOf(sent);
  const topObjID = textOf(sent, 'projectID') ?? objID;
  return { objID, referenceObjID: objID, topObjID, securityRootID: topObjID };
}

function expenseLinks(store: Store, sent: ObjectRow): ObjectRow {
  const { objID, refCode } = referenceOf(sent);
  const projectID = textOf(sent, 'projectID');
  const project = projectID === null ? null : store.get('PROJ', projectID);
  return {
    ...{ objID, expObjCode: refCode, referenceObjID: objID, referenceObjCode: refCode },
    ...{ topObjID: projectID, topReferenceObjID: projectID, securityRootID: projectID },
    ...(project === null ? {} : { topObjCode: 'PROJ', topReferenceObjCode: 'PROJ' }),
    referenceObjectName: textOf(project, 'name'),
  };
}

/** The form's values come along, calculated ones worked out at once (reference B.4, v1 to v2). */
function fromTemplate(store: Store, sent: ObjectRow): ObjectRow {
  const templateID = textOf(sent, 'templateID');
  const template = templateID === null ? null : store.get('TMPL', templateID);
  if (template === null) return {};
  const values = { ...parametersOf(template), ...parametersOf(sent) };
  return { description: textOf(template, 'description'), parameterValues: withCalculated(values) };
}
