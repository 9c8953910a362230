/**
 * Buckets into tables: each is read whole, folded object by object, and written by COPY in one
 * transaction that also notes that it is done, so that a kill loses at most the bucket in hand and
 * doubles none (Laws 2, 8).
 */
import { rmSync } from 'node:fs';
import { hasReaction, PipelineError } from '../../core/errors.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import { inStore } from '../../store/live-store.ts';
import { portionsOf } from '../log-entry.ts';
import type { Unusable } from '../log-entry.ts';
import type { Park } from '../parking.ts';
import { parkedKey, recordParked, storableKey } from '../../store/parked.ts';
import type { ParkedRecord } from '../../store/parked.ts';
import type { BulkWriter, Projection } from '../projections/projection.ts';
import type { ReadEntry } from '../read-entry.ts';
import { bucketPath, readBucket } from './spill-files.ts';
import type { SpilledRecord } from './spill-files.ts';

export interface FillOptions<Row> {
  readonly pool: Pool;
  readonly schema: string;
  readonly folder: string;
  readonly topics: readonly string[];
  /** Of which none is in the tables yet. */
  readonly buckets: readonly number[];
  readonly codec: Pick<EventCodec, 'prepare'>;
  readonly projection: Projection<Row>;
  readonly readEntry: ReadEntry<Row>;
  readonly lanes: number;
  readonly signal: AbortSignal;
  /** Resolves when letters of what no table takes are durable. */
  readonly setAside: Park;
  readonly onFilled: (records: number, unusable: number) => void;
}

/** Rejects with the signal's reason where it is aborted; what is noted stays. */
export async function fillStore<Row>(options: FillOptions<Row>): Promise<void> {
  const waiting = [...options.buckets];
  const lane = async (): Promise<void> => {
    await inStore(options.pool, options.schema, async (client) => {
      const writer = options.projection.openBulkWriter();
      await writer.prepare(client);
      for (;;) {
        const bucket = waiting.shift();
        if (bucket === undefined) return;
        options.signal.throwIfAborted();
        await fillBucket(client, bucket, writer, options);
      }
    });
  };
  await Promise.all(Array.from({ length: options.lanes }, lane));
}

async function fillBucket<Row>(
  client: Client,
  bucket: number,
  writer: BulkWriter<Row>,
  options: FillOptions<Row>,
): Promise<void> {
  const records = readBucket(options.folder, bucket, options.topics);
  await options.codec.prepare(records.map(({ value }) => value));
  const added = addRecords(records, writer, options);
  const write = async (): Promise<LeftOut> => {
    await writer.write(client);
    return added;
  };
  const left = await inBucket(client, bucket, options, write).catch((error: unknown) => {
    if (!hasReaction(error, 'park')) throw error;
    return inBucket(client, bucket, options, () => writeInParts(client, records, writer, options));
  });
  rmSync(bucketPath(options.folder, bucket), { force: true });
  options.onFilled(records.length, left.unusable.length);
}

/** In one transaction: the rows, what is left out of them, and that the bucket is done. */
function inBucket<Row>(
  client: Client,
  bucket: number,
  { setAside }: FillOptions<Row>,
  write: () => Promise<LeftOut>,
): Promise<LeftOut> {
  return inTransaction(client, async () => {
    await client.query('insert into rebuild_buckets values ($1)', [bucket]);
    const left = await write();
    await setAside(left.unusable);
    await recordParked(client, left.unusable.map(toParked)); // Law 3
    await keepStrays(client, left.strays);
    return left;
  });
}

/** Records that are not in the tables with the others of their bucket. */
interface LeftOut {
  readonly unusable: readonly Unusable[];
  readonly strays: readonly SpilledRecord[];
}

function addRecords<Row>(
  records: readonly SpilledRecord[],
  writer: BulkWriter<Row>,
  { readEntry }: Pick<FillOptions<Row>, 'readEntry'>,
): LeftOut {
  const strays: SpilledRecord[] = [];
  const unusable: Unusable[] = [];
  for (const portion of portionsOf(records, PORTION_RECORDS)) {
    const rows: Row[] = [];
    for (const record of portion) {
      const read = readEntry(record);
      // The first is what the record is about; what else it gives comes under the same key each
      // time.
      const [row] = read instanceof PipelineError ? [] : read;
      if (read instanceof PipelineError) unusable.push(unusableOf(record, read));
      else if (row === undefined || writer.keyOf(row) === record.key?.toString()) {
        for (const one of read) rows.push(one);
      } else strays.push(record);
    }
    const refused = new Map(writer.add(rows).map(({ row, error }) => [parkedKey(row), error]));
    if (refused.size === 0) continue;
    for (const record of portion) {
      const error = refused.get(parkedKey(record));
      if (error !== undefined) unusable.push(unusableOf(record, error));
    }
  }
  return { unusable, strays };
}

/** Postgres refuses one of them: halved by their keys until it is found, and set aside. */
async function writeInParts<Row>(
  client: Client,
  records: readonly SpilledRecord[],
  writer: BulkWriter<Row>,
  options: FillOptions<Row>,
): Promise<LeftOut> {
  const added = addRecords(records, writer, options);
  await client.query('savepoint part');
  try {
    await writer.write(client);
    return added;
  } catch (error) {
    if (!hasReaction(error, 'park')) throw error;
    await client.query('rollback to savepoint part');
    const keys = [...new Set(records.map(keyText))];
    if (keys.length < 2) {
      return { unusable: records.map((record) => unusableOf(record, error)), strays: [] };
    }
    const first = new Set(keys.slice(0, keys.length >>> 1));
    const isFirst = (record: SpilledRecord): boolean => first.has(keyText(record));
    const halves = [records.filter(isFirst), records.filter((record) => !isFirst(record))];
    const left: LeftOut[] = [];
    for (const half of halves) left.push(await writeInParts(client, half, writer, options));
    return {
      unusable: left.flatMap(({ unusable }) => unusable),
      strays: left.flatMap(({ strays }) => strays),
    };
  }
}

function keyText({ key }: SpilledRecord): string {
  return key?.toString('latin1') ?? '';
}

/** Few, so that what is read of an object is written and forgotten while it is young. */
const PORTION_RECORDS = 32;

function unusableOf(record: SpilledRecord, error: PipelineError): Unusable {
  return { entry: { ...record, follows: record.offset }, error };
}

function toParked({ entry, error }: Unusable): ParkedRecord {
  return { ...entry, objID: storableKey(entry.key), reason: error.code };
}

/** Records of one object under other keys: they are in other buckets than the rest of it. */
async function keepStrays(client: Client, strays: readonly SpilledRecord[]): Promise<void> {
  if (strays.length === 0) return;
  await client.query(
    `insert into rebuild_strays
     select * from unnest($1::text[], $2::int[], $3::bigint[], $4::bytea[], $5::bytea[])`,
    [
      strays.map(({ topic }) => topic),
      strays.map(({ partition }) => partition),
      strays.map(({ offset }) => `${offset}`),
      strays.map(({ key }) => key),
      strays.map(({ value }) => value),
    ],
  );
}

/** With keys on the tables: the ordinary way, which trusts nothing. */
export async function addStrays<Row>(
  client: Client,
  { projection, readEntry, codec }: Pick<FillOptions<Row>, 'projection' | 'readEntry' | 'codec'>,
): Promise<void> {
  const { rows: strays } = await client.query<Omit<SpilledRecord, never>>(
    'select topic, partition, "offset", key, value from rebuild_strays',
  );
  if (strays.length === 0) return;
  await codec.prepare(strays.map(({ value }) => value));
  const rows = strays.flatMap((stray) => {
    const read = readEntry(stray);
    return read instanceof PipelineError ? [] : read;
  });
  const writer = projection.openWriter();
  await writer.prepare(client);
  await inTransaction(client, async () => {
    await client.query('delete from rebuild_strays');
    await writer.add(client, rows, 'careful');
    await writer.flush(client);
  });
}
