/** The administrator's list of fields that the journal records (reference A.5). */
import { fieldsOf } from '../../workfront/catalogue/catalogue.ts';

/** Types whose fields can be chosen; TMPL, DOCU and TSHET log a fixed set (reference A.5). */
const CHOOSABLE: ReadonlySet<string> = new Set(['PROJ', 'TASK', 'OPTASK', 'PORT', 'PRGM', 'USER']);
const FIXED: Readonly<Record<string, readonly string[]>> = {
  TMPL: ['name', 'description', 'ownerID'],
  DOCU: ['name', 'description', 'ownerID'],
  TSHET: ['status', 'displayName'],
};

/** Built-in and custom fields of the whole tenant (reference A.5). */
export const TRACKED_FIELDS_MAX = 300;

export const DEFAULT_TRACKED: Readonly<Record<string, readonly string[]>> = {
  PROJ: (
    'name description status condition priority ownerID sponsorID plannedStartDate ' +
    'plannedCompletionDate actualCompletionDate percentComplete budget portfolioID ' +
    'programID companyID DE:*'
  ).split(' '),
  TASK: (
    'name description status condition priority assignedToID workRequired ' +
    'plannedStartDate plannedCompletionDate actualCompletionDate percentComplete ' +
    'durationMinutes parentID DE:*'
  ).split(' '),
  OPTASK: (
    'name description status condition priority severity ownerID assignedToID ' +
    'plannedStartDate plannedCompletionDate actualCompletionDate percentComplete DE:*'
  ).split(' '),
  PORT: ['name', 'description', 'ownerID', 'DE:*'],
  PRGM: ['name', 'description', 'ownerID', 'DE:*'],
  USER: ['name', 'title', 'isActive', 'emailAddr', 'DE:*'],
};

export class TrackedFieldsRefused extends Error {}

export class TrackedFields {
  #byType = asSets(DEFAULT_TRACKED);

  /** Replaces the whole list. `DE:*` stands for every custom field that is not calculated. */
  replace(list: Readonly<Record<string, readonly string[]>>): void {
    let count = 0;
    for (const [objCode, names] of Object.entries(list)) {
      if (!CHOOSABLE.has(objCode)) throw new TrackedFieldsRefused(`${objCode} has no field list`);
      const unknown = names.find((name) => !name.startsWith('DE:') && !fieldsOf(objCode).has(name));
      if (unknown !== undefined) throw new TrackedFieldsRefused(`${objCode} has no ${unknown}`);
      count += names.length;
    }
    if (count > TRACKED_FIELDS_MAX) {
      throw new TrackedFieldsRefused(`${count} fields; ${TRACKED_FIELDS_MAX} can be tracked`);
    }
    this.#byType = asSets(list);
  }

  has(objCode: string, field: string): boolean {
    const names = this.#byType.get(objCode);
    if (names === undefined) return false;
    return names.has(field) || (field.startsWith('DE:') && names.has('DE:*'));
  }

  /** What `replace` takes: without the types whose set is fixed. */
  chosen(): Record<string, readonly string[]> {
    const all = Object.entries(this.list());
    return Object.fromEntries(all.filter(([objCode]) => CHOOSABLE.has(objCode)));
  }

  list(): Record<string, readonly string[]> {
    return Object.fromEntries([...this.#byType].map(([objCode, names]) => [objCode, [...names]]));
  }
}

function asSets(list: Readonly<Record<string, readonly string[]>>): Map<string, Set<string>> {
  return new Map(
    Object.entries({ ...FIXED, ...list }).map(([objCode, names]) => [objCode, new Set(names)]),
  );
}
