/** Why the rows of one object are not the same in two stores, in words. */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { z } from '../../platform/process/config.ts';
import { sqlName } from '../../platform/postgres/quoting.ts';
import type { DifferingObject } from './compare-stores.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';

/**
 * Best known first: what comes from the log, then what the fold makes of it. Empty for a projection
 * that does not keep its events as those of the objects are kept.
 */
export async function explainDifference(
  database: Queryable,
  before: string,
  after: string,
  { objID, objCode, tables }: DifferingObject,
): Promise<string> {
  const { rows: kept } = await database.query<{ there: boolean }>(
    `select to_regclass($1) is not null as there`,
    [`${after}.changes`],
  );
  if (kept[0]?.there !== true) return '';
  if (tables.every((table) => table === 'parked'))
    return parkedReason(database, before, after, objID);
  const [was, is] = [
    await rowsOfObject(database, before, 'changes', objID, objCode),
    await rowsOfObject(database, after, 'changes', objID, objCode),
  ];
  const reasons = eventReasons(was, is);
  if (reasons.length > 0) return reasons.join('; ');
  for (const table of tables.filter((one) => one !== 'changes')) {
    const [rowsWas, rowsIs] = await Promise.all([
      rowsOfObject(database, before, table, objID, objCode),
      rowsOfObject(database, after, table, objID, objCode),
    ]);
    for (const reason of versionReasons(table, rowsWas, rowsIs)) reasons.push(reason);
  }
  return `the same events, and other versions of them: ${reasons.join('; ')}`;
}

/** Records that only one of them could not take. */
async function parkedReason(
  database: Queryable,
  before: string,
  after: string,
  topic: string,
): Promise<string> {
  const { rows } = await database.query<{ store: string; records: string }>(
    `with parked as (
       select 'the old tables' as store, partition, "offset", reason from ${before}.parked
       where topic = $1
       union all
       select 'the new', partition, "offset", reason from ${after}.parked where topic = $1
     ), alone as (
       select min(store) as store, partition, "offset", reason from parked
       group by partition, "offset", reason having count(*) = 1
     )
     select store, string_agg(format('%s/%s %s', partition, "offset", reason), ', '
       order by partition, "offset") as records
     from alone group by store order by store desc`,
    [topic],
  );
  return rows.map(({ store, records }) => `set aside by ${store} only: ${records}`).join('; ');
}

type ComparedRow = Readonly<Record<string, unknown>>;

const stored = z.record(z.string(), z.unknown());

async function rowsOfObject(
  database: Queryable,
  store: string,
  table: string,
  objID: ObjID,
  objCode: ObjCode | null,
): Promise<ComparedRow[]> {
  // A type's own tables say by their name whose rows they hold.
  const { rows } = await database.query<{ row: string }>(
    `select to_jsonb(t)::text as row from ${store}.${sqlName(table)} as t
     where objid = $1 and coalesce(to_jsonb(t) ->> 'objcode', $2, '') = coalesce($2, '')`,
    [objID, objCode],
  );
  return rows.map(({ row }) => stored.parse(JSON.parse(row)));
}

function eventReasons(was: readonly ComparedRow[], is: readonly ComparedRow[]): string[] {
  const { lost, come, moved } = sortOut('eventid', was, is);
  const reasons: string[] = [];
  if (come.length > 0) reasons.push(`${events(come)} of the log not in the old tables`);
  if (lost.length > 0) reasons.push(`${events(lost)} of the old tables not in the new`);
  // Where the values of a claim stand is the version's matter.
  const said = moved.filter(([a, b]) => differingColumns(a, b).some((name) => !PLACED.has(name)));
  const [first] = said;
  if (come.length + lost.length === 0 && first !== undefined) {
    const columns = differingColumns(...first).join(', ');
    reasons.push(
      `${said.length} events are claimed otherwise (${eventPlace(first[1])}: ${columns})`,
    );
  }
  return reasons;
}

const PLACED: ReadonlySet<string> = new Set(['untold', 'fields']);

function events(rows: readonly ComparedRow[]): string {
  const [first] = rows;
  const place = first === undefined ? '' : eventPlace(first);
  return rows.length === 1 ? `event ${place} is` : `${rows.length} events (${place}, …) are`;
}

function eventPlace({ topic, partition, offset }: ComparedRow): string {
  return `${String(topic)}/${String(partition)}/${String(offset)}`;
}

function versionReasons(
  table: string,
  was: readonly ComparedRow[],
  is: readonly ComparedRow[],
): string[] {
  const { lost, come, moved } = sortOut('began', was, is);
  const began = (rows: readonly ComparedRow[]): string =>
    rows.map((row) => String(row['began'])).join(', ');
  return [
    ...(lost.length > 0 ? [`${table} had one from ${began(lost)}`] : []),
    ...(come.length > 0 ? [`${table} has one from ${began(come)} now`] : []),
    ...moved.map(([a, b]) => `${table} from ${began([b])}: ${valuesOf(a, b)}`),
  ];
}

function valuesOf(a: ComparedRow, b: ComparedRow): string {
  const names = differingColumns(a, b);
  const shown = names
    .slice(0, COLUMNS_SHOWN)
    .map((name) => `${name} was ${short(a[name])}, is ${short(b[name])}`);
  const more = names.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` and ${more} columns more` : '');
}

const COLUMNS_SHOWN = 4;

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length <= 60 ? text : `${text.slice(0, 59)}…`;
}

interface SortedOut {
  readonly lost: readonly ComparedRow[];
  readonly come: readonly ComparedRow[];
  /** Of one key in both, and not the same. */
  readonly moved: readonly (readonly [ComparedRow, ComparedRow])[];
}

function sortOut(key: string, was: readonly ComparedRow[], is: readonly ComparedRow[]): SortedOut {
  const known = new Map(was.map((row) => [row[key], row]));
  const come: ComparedRow[] = [];
  const moved: [ComparedRow, ComparedRow][] = [];
  for (const row of is) {
    const before = known.get(row[key]);
    known.delete(row[key]);
    if (before === undefined) come.push(row);
    else if (differingColumns(before, row).length > 0) moved.push([before, row]);
  }
  return { lost: [...known.values()], come, moved };
}

/** Of those that both have. */
function differingColumns(a: ComparedRow, b: ComparedRow): string[] {
  return Object.keys(b).filter(
    (name) => Object.hasOwn(a, name) && JSON.stringify(a[name]) !== JSON.stringify(b[name]),
  );
}
