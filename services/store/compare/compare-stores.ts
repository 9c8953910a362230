/**
 * Two stores of one projection, at one place in the log: hashes of their rows by table and bucket,
 * and where those differ the objects. Promises to find every row that differs by a byte.
 */
import { createHash } from 'node:crypto';
import type { Client, Queryable } from '../../platform/postgres/postgres.ts';
import { TYPE_TABLES } from '../tables/type-tables.ts';
import { sqlName } from '../../platform/postgres/quoting.ts';

/** A table that both have, with the columns that both have. */
export interface ComparedTable {
  readonly name: string;
  /** As SQL has them. */
  readonly columns: readonly string[];
  /** Columns of the key, by which rows are one and the same, in their order. */
  readonly key: readonly string[];
  /** What rows are told by: the first column of the key. */
  readonly subject: string;
}

export interface StoreDigest {
  readonly rows: bigint;
  /** By table and bucket. */
  readonly buckets: ReadonlyMap<string, string>;
}

/** An object some of whose rows differ, and in which tables. */
export interface DifferingObject {
  /** Of a table that is not by object: the first column of its key. */
  readonly objID: string;
  readonly objCode: string | null;
  readonly tables: readonly string[];
}

export interface Comparison {
  readonly rows: bigint;
  readonly tables: number;
  /** Buckets of which each was hashed. */
  readonly buckets: number;
  /** Of all of them, of the store after: two stores of the same rows have the same. */
  readonly hash: string;
  readonly differing: readonly DifferingObject[];
  /** Columns that only one of them has. */
  readonly unshared: readonly string[];
}

/**
 * @param client whose transaction sees both at the same place in the log
 * @param ignored columns of no matter here
 */
export async function compareStores(
  client: Client,
  before: string,
  after: string,
  ignored: readonly string[] = [],
): Promise<Comparison> {
  const { tables, unshared } = await sharedTables(client, before, after, ignored);
  // Text of instants and of floating numbers is then the same in every session.
  await client.query("set local timezone = 'UTC'; set local datestyle = 'ISO'");
  let rows = 0n;
  let buckets = 0;
  const hash = createHash('sha256');
  const found = new Map<string, { objID: string; objCode: string | null; tables: string[] }>();
  for (const table of tables) {
    const [a, b] = [await digest(client, before, table), await digest(client, after, table)];
    rows += b.rows;
    buckets += b.buckets.size;
    for (const name of [...b.buckets.keys()].sort()) {
      hash.update(`${table.name} ${name} ${b.buckets.get(name) ?? ''}\n`);
    }
    const names = new Set([...a.buckets.keys(), ...b.buckets.keys()]);
    const differing = [...names].filter((name) => a.buckets.get(name) !== b.buckets.get(name));
    if (differing.length === 0) continue;
    for (const { objid, objcode } of await objectsIn(client, before, after, table, differing)) {
      const objCode = objcode ?? CODES.get(table.name) ?? null;
      const key = `${objid}\0${objCode ?? ''}`;
      const known = found.get(key);
      if (known === undefined) found.set(key, { objID: objid, objCode, tables: [table.name] });
      else known.tables.push(table.name);
    }
  }
  return {
    rows,
    tables: tables.length,
    buckets,
    hash: hash.digest('hex').slice(0, 32),
    differing: [...found.values()],
    unshared,
  };
}

async function sharedTables(
  database: Queryable,
  before: string,
  after: string,
  ignored: readonly string[],
): Promise<{ tables: ComparedTable[]; unshared: string[] }> {
  const { rows } = await database.query<{
    table: string;
    column: string;
    both: boolean;
    key: number | null;
  }>(COLUMNS_SQL, [before, after, ignored]);
  const tables = new Map<string, { columns: string[]; key: string[] }>();
  const unshared: string[] = [];
  for (const { table, column, both, key } of rows) {
    if (!both) {
      unshared.push(`${table}.${column}`);
      continue;
    }
    const one = tables.get(table) ?? { columns: [], key: [] };
    tables.set(table, one);
    one.columns.push(sqlName(column));
    if (key !== null) one.key[key - 1] = sqlName(column);
  }
  return { tables: [...tables].map(toTable), unshared };
}

function toTable([name, { columns, key }]: [
  string,
  { columns: string[]; key: string[] },
]): ComparedTable {
  const [subject] = key;
  if (subject === undefined) throw new Error(`table ${name} of the store has no key`);
  return { name, columns, key, subject };
}

// By name and not by place: two definitions may order them otherwise.
const COLUMNS_SQL = `
with columns as (
  select n.nspname as store, c.relname as "table", a.attname as "column",
    format_type(a.atttypid, a.atttypmod) as type,
    (select array_position(i.indkey::int2[], a.attnum) + 1
      from pg_index i
      where i.indrelid = c.oid and i.indisprimary) as key
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ($1, $2) and c.relkind = 'r' and c.relname <> 'positions'
    and a.attname <> all($3) and (cardinality($3::text[]) = 0 or c.relname <> 'parked')
    -- When each set a record aside; what became of it is told to the store that readers see.
    and not (c.relname = 'parked' and a.attname in ('parkedat', 'until'))
)
select "table", "column", count(distinct store) = 2 as both, min(key) as key
from columns
group by "table", "column"
order by "table" collate "C", "column" collate "C"`;

async function digest(
  database: Queryable,
  store: string,
  { name, columns, subject }: ComparedTable,
): Promise<StoreDigest> {
  const { rows } = await database.query<{ bucket: number; rows: bigint; hash: string }>(
    `select (hashtextextended(subject, 0) & ${BUCKETS - 1})::int as bucket, count(*) as rows,
       sum(hashtextextended(row_to_compare::text, 0)::numeric)::text as hash
     from (select ${subject}::text as subject, row(${columns.join(', ')}) as row_to_compare
       from ${store}.${sqlName(name)}) as compared
     group by 1`,
  );
  return {
    rows: rows.reduce((sum, one) => sum + one.rows, 0n),
    buckets: new Map(
      rows.map(({ bucket, rows: count, hash }) => [`${bucket}`, `${count} ${hash}`]),
    ),
  };
}

/** Of what a type's own tables hold. */
const CODES: ReadonlyMap<string, string | null> = new Map(
  TYPE_TABLES.flatMap(({ objCode, now, past }) => [
    [now, objCode],
    [past, objCode],
  ]),
);

/** Law 7: of one table. */
const NAMED_MAX = 100_000;
/** A power of two. */
const BUCKETS = 1024;

async function objectsIn(
  database: Queryable,
  before: string,
  after: string,
  { name, columns, key, subject }: ComparedTable,
  buckets: readonly string[],
): Promise<{ objid: string; objcode: string | null }[]> {
  const hasCode = key.includes('"objcode"');
  const side = (store: string): string => `
    select ${key.join(', ')}, hashtextextended(row(${columns.join(', ')})::text, 0) as hash
    from ${store}.${sqlName(name)}
    where (hashtextextended(${subject}::text, 0) & ${BUCKETS - 1}) = any($1::int[])`;
  const { rows } = await database.query<{ objid: string; objcode: string | null }>(
    `select distinct ${subject}::text as objid, ${hasCode ? 'objcode' : 'null::text as objcode'}
     from (${side(before)}) as was
     full join (${side(after)}) as "is" using (${key.join(', ')})
     where was.hash is distinct from "is".hash
     order by 1, 2
     limit ${NAMED_MAX}`,
    [buckets],
  );
  return rows;
}
