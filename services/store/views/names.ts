/** What a type's views and key are called: as in Data Connect, if there (reference F.1). */
import { objectType } from '../../workfront/catalogue/catalogue.ts';

/** `projects` for PROJ; `projects_current` and so on are its views. */
export function viewBaseOf(objCode: string): string {
  const base = objectType(objCode)?.dataConnect?.base;
  return base === undefined ? `${singularOf(objCode)}s` : base.toLowerCase();
}

/** Schemas that analysts have: Data Connect's WF and PLANNING (reference F.1). */
export const ANALYST_SCHEMAS = ['workfront', 'planning'] as const;

/** Qualified names of a type's views, for example `workfront.projects_current`. */
export function viewNamesOf(objCode: string): readonly [string, string, string, string] {
  const isPlanning = objectType(objCode)?.dataConnect?.schema === 'PLANNING';
  const base = `${isPlanning ? 'planning' : 'workfront'}.${viewBaseOf(objCode)}`;
  return [`${base}_current`, `${base}_event`, `${base}_daily_history`, `${base}_as_of`];
}

/** `projectid` for PROJ. */
export function keyColumnOf(objCode: string): string {
  const table = objectType(objCode)?.dataConnect;
  if (table?.key) return table.key.toLowerCase();
  if (table) return `${table.base.toLowerCase().replaceAll('_', '')}id`;
  return `${singularOf(objCode)}id`;
}

// Not in Data Connect: named the same way from the API's name of the type, or from its title.
function singularOf(objCode: string): string {
  const type = objectType(objCode);
  const words = type?.apiName ?? type?.name ?? objCode;
  return words.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
