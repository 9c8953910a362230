/** Rows that not everybody sees, as conditions of a type's views. Pure. */
import { GUARDED_FIELD_NAMES, GUARDED_ROW_FLAGS } from '../../workfront/catalogue/field-classes.ts';
import { viewNamesOf } from './names.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';

/** Types whose rows are guarded one by one: of their views the reader holds columns, never all. */
export const ROW_GUARDED: ReadonlySet<string> = new Set(['JRNLE']);

/**
 * A journal row shows a guarded value in columns that others need for other fields. Who may read
 * the whole view sees it; the reader holds its columns one by one, which is not the whole view.
 */
export function rowGuardOf(objCode: string): string | null {
  if (!ROW_GUARDED.has(objCode)) return null;
  const [current] = viewNamesOf(objCode);
  const names = GUARDED_FIELD_NAMES.map(sqlText).join(', ');
  return `((coalesce(flags, '') !~ '\\y(${GUARDED_ROW_FLAGS.join('|')})\\y'
    and coalesce(fieldname, '') not in (${names}))
  or (select has_table_privilege(${sqlText(current)}, 'select')))`;
}
