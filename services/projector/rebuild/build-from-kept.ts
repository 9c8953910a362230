/**
 * Makes the next store from what the live one keeps of the log, where retention has cut it: its
 * claims, object by object, as they stand. Positions are taken before the first claim is read, so
 * that what is told meanwhile comes again from the log, as a repeat (Law 5). All that is noted
 * stands in the next store: any machine can go on after a kill.
 */
import { randomUUID } from 'node:crypto';
import { PipelineError } from '../../core/errors.ts';
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import { definitionMark, inStore, markOfStore } from '../../store/live-store.ts';
import { parkedRow, recordParked } from '../../store/parked.ts';
import type { KeptRows } from '../projections/projection.ts';
import { finishBuild } from './finish-build.ts';
import {
  beginStore,
  doneBuckets,
  dropStore,
  nextStoreName,
  unfinishedStore,
} from './next-store.ts';
import { storeBytesOf, storeNeed } from './plan-rebuild.ts';
import { ProgressLine } from './progress-line.ts';
import type { BuildOptions } from './rebuild-options.ts';

/** Resolves with the schema of a whole store. */
export async function buildFromKept(options: BuildOptions): Promise<string> {
  const schema = await beginOrResume(options);
  await fill(options, schema);
  await finishBuild(options, schema, (client) => enterKept(client, options.live));
  return schema;
}

async function beginOrResume(options: BuildOptions): Promise<string> {
  const { pool, parts, live, order, teller } = options;
  const { projection } = parts;
  if (order.types !== null || order.untilMs !== null) {
    throw new PipelineError('USAGE', '--from-changes builds all there is: no --types, no --until.');
  }
  if ((await markOfStore(pool, live)) !== definitionMark(projection.store)) {
    throw new PipelineError(
      'STORE_MISMATCH',
      `The tables of ${live} are of another version, which this release cannot read: only the log ` +
        'can give them another shape.',
      { schema: live },
    );
  }
  const found = await unfinishedStore(pool, projection.store.projection);
  if (found !== null && order.restart) {
    teller.note(`Dropping the unfinished ${found.schema}.`);
    await dropStore(pool, found.schema);
  } else if (found !== null) {
    if (await hasRanges(pool, found.schema)) {
      teller.note(`Going on with ${found.schema}.`);
      return found.schema;
    }
    throw new PipelineError(
      'USAGE',
      `${found.schema} was begun from the log: go on without --from-changes, or add --restart.`,
      { schema: found.schema },
    );
  }
  const schema = await nextStoreName(pool, live);
  const also = rangesSql(live, projection.kept.table);
  await beginStore(pool, schema, randomUUID(), projection.store, also);
  const events = (await rangesOf(pool, schema)).reduce((sum, { records }) => sum + records, 0);
  const need = storeNeed(await storeBytesOf(pool, live));
  const count = events.toLocaleString('en');
  teller.print(`Building ${schema} from the ${count} events that ${live} keeps: needs ${need}.`);
  return schema;
}

async function hasRanges(pool: Pool, schema: string): Promise<boolean> {
  const { rows } = await pool.query<{ has: boolean }>('select to_regclass($1) is not null as has', [
    `${schema}.rebuild_ranges`,
  ]);
  return rows[0]?.has === true;
}

interface KeptRange {
  readonly bucket: number;
  readonly above: string;
  readonly upTo: string | null;
  readonly records: number;
}

async function rangesOf(pool: Pool, schema: string): Promise<KeptRange[]> {
  const { rows } = await pool.query<KeptRange>(
    `select bucket, above, upto as "upTo", records from ${schema}.rebuild_ranges order by bucket`,
  );
  return rows;
}

async function fill(options: BuildOptions, schema: string): Promise<void> {
  const { pool, parts, live, teller, clock, signal } = options;
  const done = await doneBuckets(pool, schema);
  const ranges = await rangesOf(pool, schema);
  const sum = (some: readonly KeptRange[]): number =>
    some.reduce((total, { records }) => total + records, 0);
  const begun = sum(ranges.filter(({ bucket }) => done.has(bucket)));
  const progress = new ProgressLine('folding', sum(ranges), begun, clock, teller);
  const waiting = ranges.filter(({ bucket }) => !done.has(bucket));
  let unusable = 0;
  const lane = (): Promise<void> =>
    inStore(pool, live, (reader) =>
      inStore(pool, schema, async (client) => {
        const writer = parts.projection.openBulkWriter();
        await writer.prepare(client);
        for (let range = waiting.shift(); range !== undefined; range = waiting.shift()) {
          signal.throwIfAborted();
          const { bucket, records } = range;
          const rows = await readRange(reader, parts.projection.kept, range);
          const refused = writer.add(rows);
          await inTransaction(client, async () => {
            await client.query('insert into rebuild_buckets values ($1)', [bucket]);
            await writer.write(client);
            await recordParked(
              client,
              refused.map(({ row, error }) => parkedRow(row, error)),
            ); // Law 3
          });
          unusable += refused.length;
          progress.add(records);
        }
      }),
    );
  await Promise.all(Array.from({ length: parts.config.PROJECTOR_LANES }, lane));
  teller.note(progress.text());
  // The comparison names each of them: they are in the live store, and not in the next one.
  if (unusable > 0) teller.note(`${unusable} events cannot be folded.`);
}

/** A claim may stand in its version: both are read at one instant. */
function readRange<Row>(
  reader: Client,
  kept: KeptRows<Row>,
  { above, upTo }: KeptRange,
): Promise<readonly Row[]> {
  return inTransaction(reader, async () => {
    await reader.query('set transaction isolation level repeatable read, read only');
    return kept.read(reader, above, upTo);
  });
}

// What was set aside cannot be made from claims, which it never was: it goes along as it stands.
async function enterKept(client: Client, live: string): Promise<void> {
  await client.query(`
insert into positions select * from rebuild_positions where next > 0;
insert into parked
select one.* from ${live}.parked as one join rebuild_positions using (topic, partition)
where one."offset" < rebuild_positions.next
on conflict do nothing;
drop table rebuild_ranges, rebuild_positions`);
}

// Positions first: claims that come later are in the ranges too, and once more in the log.
const rangesSql = (live: string, table: string): string => `
create table rebuild_positions as select * from ${live}.positions;
create table rebuild_ranges
  (bucket integer primary key, above text not null, upto text, records integer not null);
with numbered as (
  select objid, row_number() over (order by objid) as place from ${live}.${table}
), ends as (
  select objid as upto, max(place) as place from numbered
  where place % ${RANGE_RECORDS} = 0 group by objid
  union all
  select null, coalesce(max(place), 0) from numbered
)
insert into rebuild_ranges (bucket, above, upto, records)
select row_number() over ordered - 1, coalesce(lag(upto) over ordered, ''), upto,
  place - coalesce(lag(place) over ordered, 0)
from ends window ordered as (order by upto nulls last)`;

/** About as many as a transaction likes. */
const RANGE_RECORDS = 4_000;
