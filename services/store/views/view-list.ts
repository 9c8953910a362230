/** Which views each type has, as a view itself: for queries that are made of types. Pure. */
import { sqlText } from '../../platform/postgres/quoting.ts';
import { keyColumnOf, viewNamesOf } from './names.ts';
import { VIEWED_OBJECT_CODES } from './object-views.ts';
import type { WantedView } from './replace-views.ts';

export function viewList(): WantedView {
  const rows = VIEWED_OBJECT_CODES.map((objCode) => {
    const cells = [objCode, ...viewNamesOf(objCode), keyColumnOf(objCode)];
    return `  (${cells.map(sqlText).join(', ')})`;
  });
  const names = COLUMNS.map(({ name }) => name).join(', ');
  return {
    name: VIEW_LIST,
    comment: 'The views and the key of each object type.',
    columns: COLUMNS,
    select: `\nselect * from (values\n${rows.join(',\n')}\n) as listed (${names})`,
  };
}

export const VIEW_LIST = 'workfront.object_views';

const COLUMNS = [
  { name: 'objcode', comment: 'Workfront type.' },
  { name: 'current_view', comment: 'One row per object as it stands.' },
  { name: 'event_view', comment: 'One row per version.' },
  { name: 'daily_history_view', comment: 'One row per object and UTC date.' },
  { name: 'as_of_view', comment: 'One row per object as it stood at the instant asked for.' },
  { name: 'key_column', comment: "The views' column with the object's ID." },
];
