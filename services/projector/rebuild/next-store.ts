/**
 * The store that a rebuild makes: its tables without keys while they are filled, then with them,
 * then with its positions, from when on it is a store like any other.
 */
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import { createTables, definitionMark, inStore } from '../../store/live-store.ts';
import type { StoreDefinition } from '../../store/live-store.ts';
import { sqlName, sqlText } from '../../platform/postgres/quoting.ts';
import type { SpillPlace } from './spill-files.ts';

/** How far a rebuild is that was begun; null where there is none of that id. */
export interface BuildProgress {
  readonly id: string;
  /** Buckets that are in the tables. */
  readonly done: ReadonlySet<number>;
}

/** A store behind all that are there: `store_2` behind `store_1`. */
export async function nextStoreName(pool: Pool, live: string): Promise<string> {
  const [, base = live] = /^(.*?)(?:_\d+)?$/.exec(live) ?? [];
  const { rows } = await pool.query<{ name: string }>('select nspname as name from pg_namespace');
  const numbers = rows.flatMap(({ name }) => {
    const [, prefix, number] = /^(.*)_(\d{1,6})$/.exec(name) ?? [];
    return prefix === base ? [Number(number)] : [];
  });
  return `${base}_${numbers.reduce((most, one) => Math.max(most, one), 1) + 1}`;
}

/** A store that was begun and is not whole yet. */
export async function unfinishedStore(
  pool: Pool,
  projection: string,
): Promise<{ readonly schema: string; readonly id: string } | null> {
  const { rows } = await pool.query<{ schema: string; mark: string }>(
    `select nspname as schema, obj_description(oid, 'pg_namespace') as mark from pg_namespace
     where obj_description(oid, 'pg_namespace') like $1`,
    [`Rebuild % of ${projection}.`],
  );
  const [found] = rows;
  const [, id = ''] = /^Rebuild (\S+) of/.exec(found?.mark ?? '') ?? [];
  return found === undefined ? null : { schema: found.schema, id };
}

/**
 * Tables without keys, and what is noted while they are filled; in one transaction.
 *
 * @param alsoSql of the same transaction, with search_path at the store
 */
export function beginStore(
  pool: Pool,
  schema: string,
  id: string,
  definition: StoreDefinition,
  alsoSql = '',
): Promise<void> {
  return inStore(pool, schema, (client) =>
    inTransaction(client, async () => {
      await createTables(client, schema, definition);
      await client.query(BEGIN_SQL);
      if (alsoSql !== '') await client.query(alsoSql);
      const mark = `Rebuild ${id} of ${definition.projection}.`;
      await client.query(`comment on schema ${schema} is ${sqlText(mark)}`);
    }),
  );
}

// Keys of filled tables are made by sorting, which costs a fraction of keeping them meanwhile.
const BEGIN_SQL = `
create table rebuild_buckets (bucket integer primary key);
create table rebuild_strays
  (topic text not null, partition integer not null, "offset" bigint not null, key bytea, value bytea);
create table rebuild_keys as
  select conrelid::regclass::text as tablename, conname as name,
    pg_get_constraintdef(oid) as definition
  from pg_constraint
  where connamespace = current_schema()::regnamespace and contype = 'p'
    and conrelid not in ('positions'::regclass, 'rebuild_buckets'::regclass);
do $$
declare key record;
begin
  for key in select * from rebuild_keys loop
    execute format('alter table %s drop constraint %I', key.tablename, key.name);
  end loop;
end $$`;

export async function doneBuckets(pool: Pool, schema: string): Promise<Set<number>> {
  const { rows } = await pool.query<{ bucket: number }>(
    `select bucket from ${schema}.rebuild_buckets`,
  );
  return new Set(rows.map(({ bucket }) => bucket));
}

/** Tables whose keys are missing still, the largest first. */
export async function missingKeys(pool: Pool, schema: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select tablename as name from ${schema}.rebuild_keys
     order by pg_relation_size(format('%I.%s', $1::text, tablename)::regclass) desc, tablename`,
    [schema],
  );
  return rows.map(({ name }) => name);
}

/** One table's key, and statistics for its first readers. */
export function makeKey(client: Client, table: string): Promise<void> {
  return inTransaction(client, async () => {
    const { rows } = await client.query<{ name: string; definition: string }>(
      'delete from rebuild_keys where tablename = $1 returning name, definition',
      [table],
    );
    for (const { name, definition } of rows) {
      await client.query(`alter table ${table} add constraint ${name} ${definition}`);
    }
    await client.query(`analyze ${table}`);
  });
}

/** Indexes and statistics that somebody made on the tables of `from`, and that `to` has not. */
export async function copyIndexes(client: Client, from: string, to: string): Promise<number> {
  const { rows } = await client.query<{ tablename: string; definition: string }>(
    `${INDEXES_SQL} union all ${STATISTICS_SQL}`,
    [from, to],
  );
  for (const { definition } of rows) await client.query(definition);
  const tables = new Set(rows.map(({ tablename }) => tablename));
  for (const table of tables) await client.query(`analyze ${to}.${sqlName(table)}`);
  return rows.length;
}

const INDEXES_SQL = `
select i.tablename,
  replace(i.indexdef, format(' ON %I.', $1::text), format(' ON %I.', $2::text)) as definition
from pg_indexes as i
where i.schemaname = $1
  and exists (select from pg_tables as t where t.schemaname = $2 and t.tablename = i.tablename)
  and not exists (
    select from pg_indexes as o where o.schemaname = $2 and o.indexname = i.indexname)`;

const STATISTICS_SQL = `
select relname, replace(
  replace(
    pg_get_statisticsobjdef(s.oid),
    format(' STATISTICS %I.', $1::text), format(' STATISTICS %I.', $2::text)),
  format(' FROM %I.', $1::text), format(' FROM %I.', $2::text))
from pg_statistic_ext as s
join pg_class on pg_class.oid = stxrelid
where stxnamespace = to_regnamespace($1)
  and exists (select from pg_tables as t where t.schemaname = $2 and t.tablename = relname)
  and not exists (
    select from pg_statistic_ext as o
    where o.stxnamespace = to_regnamespace($2) and o.stxname = s.stxname)`;

/**
 * The last step: with its positions it is a store, and what was noted is gone.
 *
 * @param source of rebuild-order.ts
 */
export async function finishStore(
  client: Client,
  schema: string,
  { definition, source }: { readonly definition: StoreDefinition; readonly source: string },
  enterPositions: () => Promise<void>,
): Promise<void> {
  await inTransaction(client, async () => {
    await enterPositions();
    await client.query('drop table rebuild_buckets, rebuild_strays, rebuild_keys');
    await client.query(`comment on table positions is ${sqlText(`${BUILT_FROM}${source}`)}`);
    await client.query(`comment on schema ${schema} is ${sqlText(definitionMark(definition))}`);
  });
}

const BUILT_FROM = 'How far the log is in these tables, which a rebuild made: ';

/** What a whole store was built from, as `finishStore` was told. */
export async function builtFrom(pool: Pool, schema: string): Promise<string> {
  const { rows } = await pool.query<{ comment: string | null }>(
    `select obj_description(to_regclass($1), 'pg_class') as comment`,
    [`${schema}.positions`],
  );
  return rows[0]?.comment?.split(BUILT_FROM)[1] ?? '';
}

/** Up to where each partition was read; the latest change clock is the one that readers see. */
export async function enterPlaces(
  client: Client,
  live: string,
  places: readonly SpillPlace[],
): Promise<void> {
  const read = places.filter(({ digest }) => digest !== null);
  await client.query(
    `insert into positions (topic, partition, next, lastdigest, newest)
     select topic, partition, read.next, decode(digest, 'hex'), known.newest
     from unnest($1::text[], $2::int[], $3::bigint[], $4::text[])
       as read (topic, partition, next, digest)
     left join ${live}.positions as known using (topic, partition)`,
    [
      read.map(({ topic }) => topic),
      read.map(({ partition }) => partition),
      read.map(({ next }) => next),
      read.map(({ digest }) => digest),
    ],
  );
}

export async function dropStore(pool: Pool, schema: string): Promise<void> {
  await pool.query(`drop schema if exists ${schema} cascade`);
}
