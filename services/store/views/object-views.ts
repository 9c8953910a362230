/** The three views of an object type, as DDL over `live.current` and `live.versions`. Pure. */
import { objectType } from '../../workfront/catalogue/catalogue.ts';
import type { Column } from './columns.ts';
import { objectColumns } from './columns.ts';
import { viewNamesOf } from './names.ts';
import { sqlName, sqlText } from './sql-text.ts';

/** Types whose views are switched on. */
export const VIEWED_OBJECT_CODES: readonly string[] = ['PROJ', 'TASK', 'OPTASK'];

/**
 * Drops and creates `workfront.<base>_current`, `_event` and `_daily_history`, with a comment on
 * every view and column. Run it in one transaction, after `schema.sql` beside this file.
 */
export function objectViews(objCode: string): string {
  const views = viewsOf(objCode, objectColumns(objCode));
  const drop = `drop view if exists ${viewNamesOf(objCode).join(', ')};`;
  return [drop, ...views.map(viewSql)].join('\n\n');
}

interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  readonly from: string;
}

function viewsOf(objCode: string, columns: readonly Column[]): readonly View[] {
  const [current, event, dailyHistory] = viewNamesOf(objCode);
  const title = `Workfront ${objectType(objCode)?.name ?? objCode} (${objCode})`;
  const code = sqlText(objCode);
  return [
    {
      name: current,
      comment: `${title}: one row per object as it stands, deleted ones included.`,
      columns,
      from: `live.current where objcode = ${code}`,
    },
    {
      name: event,
      comment: `${title}: one row per version, valid from begin to before end.`,
      columns: [...columns, ...VALIDITY],
      from: versionsOf(code),
    },
    {
      name: dailyHistory,
      comment: `${title}: one row per object and UTC date, from its first version to today, as it stood at the end of that date.`,
      columns: [...columns, ...VALIDITY, ...CALENDAR],
      from: `${versionsOf(code)}
join workfront.calendar on calendar.calendardate >= (begun at time zone 'UTC')::date
  and calendar.calendardate < (ended at time zone 'UTC')::date
  and calendar.calendardate <= (now() at time zone 'UTC')::date`,
    },
  ];
}

// The window is by the key alone, so that `where projectid = …` goes through it to the key's index.
// An open version ends in 2300, never null (reference F.1).
function versionsOf(code: string): string {
  return `(
  select objid, deleted, fields, observedat, entrydate as begun,
    coalesce(lead(entrydate) over (partition by objcode, objid order by entrydate),
      timestamptz '2300-01-01T00:00:00Z') as ended
  from live.versions where objcode = ${code}
) as version`;
}

const VALIDITY: readonly Column[] = [
  {
    name: 'begin_effective_timestamp',
    expression: 'begun',
    comment: 'When the version took effect: the change clock, UTC.',
  },
  {
    name: 'end_effective_timestamp',
    expression: 'ended',
    comment: 'When the next version took effect, UTC; 2300-01-01 while it is open.',
  },
];

// The dictionary prints one spelling, the published queries use the other (reference F.1).
const CALENDAR: readonly Column[] = ['calendardate', 'calendar_date'].map((name) => ({
  name,
  expression: 'calendar.calendardate',
  comment: 'The UTC date at whose end the row was valid; for today, as of now.',
}));

function viewSql({ name, comment, columns, from }: View): string {
  const select = columns.map((column) => `  ${column.expression} as ${sqlName(column.name)}`);
  const comments = columns.map(
    (column) => `comment on column ${name}.${sqlName(column.name)} is ${sqlText(column.comment)};`,
  );
  return [
    `create view ${name} as\nselect\n${select.join(',\n')}\nfrom ${from};`,
    `comment on view ${name} is ${sqlText(comment)};`,
    ...comments,
  ].join('\n');
}
