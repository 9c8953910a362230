/** The views of an object type over the live tables of the type. Pure. */
import { CAPTURED_OBJECT_CODES, objectType } from '../../workfront/catalogue/catalogue.ts';
import type { Column } from './view-column.ts';
import { objectColumns } from './columns.ts';
import { tableOf } from '../tables/type-tables.ts';
import type { TypeTable } from '../tables/type-tables.ts';
import { viewNamesOf } from './names.ts';
import type { WantedView } from './replace-views.ts';
import { rowGuardOf } from './row-guards.ts';
import { REFERENCE_VIEW } from './reference-view.ts';
import { sqlName } from '../../platform/postgres/quoting.ts';

/** Types that have views. */
export const VIEWED_OBJECT_CODES: readonly string[] = CAPTURED_OBJECT_CODES;

/** The other view, beside those of the types: its columns derive from records. */
export function referenceView(): WantedView {
  return wantedView(REFERENCE_VIEW);
}

/**
 * `workfront.<base>_current`, `_event`, `_daily_history` and `_as_of`, with a comment on every view
 * and column. They stand on what `schema.sql` and `as-of.sql` beside this file make.
 */
export function objectViews(objCode: string): readonly WantedView[] {
  return viewsOf(objCode, objectColumns(objCode)).map((view) => ({
    ...wantedView(view),
    isBarrier: view.where !== null,
  }));
}

interface View {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly Column[];
  readonly from: string;
  /** Which rows are seen; null: all. */
  readonly where: string | null;
}

function viewsOf(objCode: string, columns: readonly Column[]): readonly View[] {
  const [current, event, dailyHistory, asOf] = viewNamesOf(objCode);
  const title = `Workfront ${objectType(objCode)?.name ?? objCode} (${objCode})`;
  const table = tableOf(objCode);
  const versions = versionsOf(table);
  const where = rowGuardOf(objCode);
  return [
    {
      name: current,
      comment: `${title}: one row per object as it stands, deleted ones included.`,
      columns,
      from: `live.${table.now} as version`,
      where,
    },
    {
      name: event,
      comment: `${title}: one row per version, valid from begin to before end.`,
      columns: [...columns, ...VALIDITY],
      from: versions,
      where,
    },
    {
      name: dailyHistory,
      comment: `${title}: one row per object and UTC date, from its first version to today, as it stood at the end of that date.`,
      columns: [...columns, ...VALIDITY, ...CALENDAR],
      from: daysOf(versions),
      where,
    },
    {
      name: asOf,
      comment: `${title}: one row per object as it stood at the instant of the setting workfront.as_of, or now.`,
      columns: [...columns, ...VALIDITY],
      from: versionsOf(table, AT_INSTANT),
      where,
    },
  ];
}

/** In a query of its own, so that it is looked up once and not for each row. */
const INSTANT = '(select workfront.as_of_instant())';
const AT_INSTANT = {
  past: ` where began <= ${INSTANT} and ended > ${INSTANT}`,
  now: ` where began <= ${INSTANT}`,
};

// Both tables as one: the planner looks into each by its own key. An open version ends in 2300,
// never null (reference F.1).
export function versionsOf(table: TypeTable, which = { past: '', now: '' }): string {
  // prettier-ignore
  const names = [
    'objid', 'deleted', 'observedat', 'began', 'custom', 'other',
    ...table.columns.map(({ name }) => sqlName(name)),
  ].join(', ');
  return `(
  select ${names}, ended from live.${table.past}${which.past}
  union all
  select ${names}, timestamptz '2300-01-01T00:00:00Z' from live.${table.now}${which.now}
) as version`;
}

/** Each version on each UTC date at whose end it held; `versions` as `versionsOf` makes them. */
export function daysOf(versions: string): string {
  return `${versions}
join workfront.calendar on calendar.calendardate >= (began at time zone 'UTC')::date
  and calendar.calendardate < (ended at time zone 'UTC')::date
  and calendar.calendardate <= (now() at time zone 'UTC')::date`;
}

export const VALIDITY: readonly Column[] = [
  {
    name: 'begin_effective_timestamp',
    expression: 'began',
    comment: 'When the version took effect: the change clock, UTC.',
  },
  {
    name: 'end_effective_timestamp',
    expression: 'ended',
    comment: 'When the next version took effect, UTC; 2300-01-01 while it is open.',
  },
];

// The dictionary prints one spelling, the published queries use the other (reference F.1).
export const CALENDAR: readonly Column[] = ['calendardate', 'calendar_date'].map((name) => ({
  name,
  expression: 'calendar.calendardate',
  comment: 'The UTC date at whose end the row was valid; for today, as of now.',
}));

function wantedView({ name, comment, columns, from, where }: View): WantedView {
  const list = columns.map((column) => `  ${column.expression} as ${sqlName(column.name)}`);
  const condition = where === null ? '' : `\nwhere ${where}`;
  const select = `\nselect\n${list.join(',\n')}\nfrom ${from}${condition}`;
  return { name, comment, columns, select };
}
