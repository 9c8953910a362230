/**
 * Names of the collections that an object can be asked for in `fields` (`tasks:*`, reference C.4).
 */

/** The members of a collection: rows of `objCode` whose `field` holds the owner's ID. */
export interface Collection {
  readonly objCode: string;
  readonly field: string;
}

const COLLECTIONS: Readonly<Record<string, Readonly<Record<string, Collection>>>> = {
  PROJ: {
    tasks: { objCode: 'TASK', field: 'projectID' },
    openOpTasks: { objCode: 'OPTASK', field: 'projectID' },
    issues: { objCode: 'OPTASK', field: 'projectID' },
    hours: { objCode: 'HOUR', field: 'projectID' },
    expenses: { objCode: 'EXPNS', field: 'projectID' },
    documents: { objCode: 'DOCU', field: 'projectID' },
    baselines: { objCode: 'BLIN', field: 'projectID' },
    risks: { objCode: 'RISK', field: 'projectID' },
    notes: { objCode: 'NOTE', field: 'projectID' },
  },
  TASK: {
    assignments: { objCode: 'ASSGN', field: 'taskID' },
    children: { objCode: 'TASK', field: 'parentID' },
    hours: { objCode: 'HOUR', field: 'taskID' },
    expenses: { objCode: 'EXPNS', field: 'taskID' },
    documents: { objCode: 'DOCU', field: 'taskID' },
    notes: { objCode: 'NOTE', field: 'taskID' },
  },
  OPTASK: {
    assignments: { objCode: 'ASSGN', field: 'opTaskID' },
    hours: { objCode: 'HOUR', field: 'opTaskID' },
    documents: { objCode: 'DOCU', field: 'opTaskID' },
    notes: { objCode: 'NOTE', field: 'opTaskID' },
  },
  PORT: {
    programs: { objCode: 'PRGM', field: 'portfolioID' },
    projects: { objCode: 'PROJ', field: 'portfolioID' },
    documents: { objCode: 'DOCU', field: 'portfolioID' },
  },
  PRGM: { projects: { objCode: 'PROJ', field: 'programID' } },
  DOCU: { versions: { objCode: 'DOCV', field: 'documentID' } },
  TSHET: { hours: { objCode: 'HOUR', field: 'timesheetID' } },
};

export function collectionOf(objCode: string, name: string): Collection | null {
  const names = Object.hasOwn(COLLECTIONS, objCode) ? COLLECTIONS[objCode] : undefined;
  return names !== undefined && Object.hasOwn(names, name) ? (names[name] ?? null) : null;
}

export function collectionsOf(objCode: string): Readonly<Record<string, Collection>> {
  return (Object.hasOwn(COLLECTIONS, objCode) ? COLLECTIONS[objCode] : undefined) ?? {};
}
