/**
 * What the next start, or the next rebuild, would change of what analysts see and of the tables: by
 * making all of it beside what is there, in a transaction that is rolled back.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Client, Pool, Queryable } from '../../platform/postgres/postgres.ts';
import { sqlName } from '../../platform/postgres/quoting.ts';
import { createTables } from '../live-store.ts';
import type { StoreDefinition } from '../live-store.ts';
import { VIEWED_OBJECT_CODES, objectViews, referenceView } from './object-views.ts';
import type { WantedView } from './replace-views.ts';

/** A column's type by the column's name, for each view or table. */
export type ColumnTypes = ReadonlyMap<string, ReadonlyMap<string, string>>;

export interface ColumnChange {
  readonly of: string;
  readonly column: string;
  /** Null: it is not there. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface ViewsPlan {
  /** What the next start of the projector changes. */
  readonly views: readonly ColumnChange[];
  /** What only a rebuild changes. */
  readonly tables: readonly ColumnChange[];
}

/** Locks nothing that readers or writers want. */
export async function planViews(
  pool: Pool,
  definition: StoreDefinition,
  live: string,
): Promise<ViewsPlan> {
  return pool.withClient(async (client) => {
    await client.query('begin');
    try {
      const wanted = await makeWanted(client, definition);
      const there = await columnTypes(client, ['workfront', 'planning'], 'v');
      const named = new Map([...there].filter(([name]) => wanted.views.has(name)));
      const tables = await columnTypes(client, [live], 'r');
      return {
        views: changesBetween(named, wanted.views),
        tables: changesBetween(withoutSchema(tables), wanted.tables),
      };
    } finally {
      await client.query('rollback');
    }
  });
}

const TABLES = 'workfront_plan_tables';
const VIEWS = 'workfront_plan_views';

async function makeWanted(
  client: Client,
  definition: StoreDefinition,
): Promise<{ views: ColumnTypes; tables: ColumnTypes }> {
  await client.query(`set local search_path = ${TABLES}`);
  await createTables(client, TABLES, definition);
  await client.query(`create schema ${VIEWS}`);
  const views = [...VIEWED_OBJECT_CODES.flatMap(objectViews), referenceView()];
  for (const view of views) await client.query(besideSql(view));
  const made = await columnTypes(client, [VIEWS], 'v');
  const tables = withoutSchema(await columnTypes(client, [TABLES], 'r'));
  const names = new Map(views.map(({ name }) => [`${VIEWS}.${flatName(name)}`, name]));
  return {
    views: new Map([...made].map(([name, columns]) => [names.get(name) ?? name, columns])),
    tables,
  };
}

/** The same view, of other tables and under another name. */
function besideSql({ name, select }: WantedView): string {
  const body = select
    .replaceAll(/\blive\./g, `${TABLES}.`)
    .replaceAll(/\bplanning\.(\w+_(?:current|event))\b/g, `${VIEWS}.planning_$1`);
  return `create view ${VIEWS}.${flatName(name)} as ${body}`;
}

function flatName(name: string): string {
  return sqlName(name.replace('.', '_')).replaceAll('"', '');
}

/** @param kind as pg_class has it */
export async function columnTypes(
  database: Queryable,
  schemas: readonly string[],
  kind: 'v' | 'r',
): Promise<ColumnTypes> {
  const { rows } = await database.query<{ of: string; column: string; type: string }>(COLUMNS_SQL, [
    schemas,
    kind,
  ]);
  const found = new Map<string, Map<string, string>>();
  for (const { of, column, type } of rows) {
    const columns = found.get(of) ?? new Map<string, string>();
    columns.set(column, type);
    found.set(of, columns);
  }
  return found;
}

const COLUMNS_SQL = `
select format('%s.%s', n.nspname, c.relname) as of, a.attname as "column",
  format_type(a.atttypid, a.atttypmod) as type
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname = any($1) and c.relkind = $2
order by 1, a.attnum`;

export function changesBetween(before: ColumnTypes, after: ColumnTypes): ColumnChange[] {
  const changes: ColumnChange[] = [];
  for (const of of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(of) ?? NONE, after.get(of) ?? NONE];
    for (const column of new Set([...was.keys(), ...is.keys()])) {
      const [then, now] = [was.get(column) ?? null, is.get(column) ?? null];
      if (then !== now) changes.push({ of, column, before: then, after: now });
    }
  }
  return changes;
}

const NONE: ReadonlyMap<string, string> = new Map();

function withoutSchema(types: ColumnTypes): ColumnTypes {
  return new Map([...types].map(([of, columns]) => [of.slice(of.indexOf('.') + 1), columns]));
}

/** A type that readers may rely on no more, or another type. */
export function isBreak({ before, after }: ColumnChange): boolean {
  return before !== null && before !== after;
}

export function noStore(): PipelineError {
  return new PipelineError('USAGE', 'There is no store yet: start the projector, which makes it.');
}
