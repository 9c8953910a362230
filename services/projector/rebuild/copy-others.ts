/** Types that are not built from the log: rows and positions as they stand in the live store. */
import { inTransaction } from '../../platform/postgres/postgres.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';
import { inStore } from '../../store/live-store.ts';
import { CLAIM_COLUMNS } from '../../store/tables/claim-rows.ts';
import { namesOf } from '../../store/tables/row-columns.ts';
import { TYPE_TABLES } from '../../store/tables/type-tables.ts';
import type { TypeTable } from '../../store/tables/type-tables.ts';
import { closedColumns, openColumns } from '../../store/tables/version-rows.ts';
import { changesTopic } from '../../source/log/topic-name.ts';
import type { BuildOptions } from './rebuild-options.ts';

/** In one transaction, which sees the live store at one place in the log. */
export async function copyOthers(
  { pool, parts, live, teller }: BuildOptions,
  schema: string,
  types: readonly string[],
): Promise<void> {
  const built = new Set<string | null>(types);
  const topics = types.map((objCode) => changesTopic(parts.config.TOPIC_PREFIX, objCode));
  await inStore(pool, schema, (client) =>
    inTransaction(client, async () => {
      await client.query('set transaction isolation level repeatable read');
      const { rowCount } = await client.query(
        'insert into rebuild_buckets values ($1) on conflict do nothing',
        [COPIED],
      );
      if (rowCount === 0) return;
      teller.progress(`copying the other types from ${live}`);
      const claims = namesOf(CLAIM_COLUMNS);
      // What the topics also gave of other types, as rows of the journal, comes from the log too.
      await client.query(
        `create temp table rebuilt on commit drop as
         select distinct objid, objcode from ${live}.changes
         where topic = any($1) and objcode <> all($2)`,
        [topics, types],
      );
      await client.query(
        `insert into changes (${claims})
         select ${claims} from ${live}.changes where objcode <> all($1) and topic <> all($2)`,
        [types, topics],
      );
      for (const table of TYPE_TABLES.filter(({ objCode }) => !built.has(objCode))) {
        await client.query(copySql(live, table.now, openColumns(table).names, table));
        await client.query(copySql(live, table.past, closedColumns(table).names, table));
      }
      await client.query(
        `insert into positions (topic, partition, next, lastdigest, newest)
         select topic, partition, next, lastdigest, newest from ${live}.positions
         where topic <> all($1) and next > 0`,
        [topics],
      );
      // No promise passes them: so it is in the store whose positions are behind them.
      await client.query(
        `insert into parked select * from ${live}.parked where topic <> all($1)
         on conflict do nothing`,
        [topics],
      );
    }),
  );
}

function copySql(live: string, name: string, columns: string, { objCode }: TypeTable): string {
  const code = objCode === null ? 'one.objcode' : sqlText(objCode);
  return `insert into ${name} (${columns}) select ${columns} from ${live}.${name} as one
where not exists (
  select from rebuilt where rebuilt.objid = one.objid and rebuilt.objcode = ${code})`;
}

/** No bucket has this number. */
const COPIED = -1;
