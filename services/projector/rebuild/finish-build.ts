/** Filled tables become a store: keys, sums, what others made on the old ones, positions. */
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import { inStore } from '../../store/live-store.ts';
import { copySettled } from '../../store/parked.ts';
import { createReadEntry } from '../read-entry.ts';
import { addStrays } from './fill-store.ts';
import { copyIndexes, finishStore, makeKey, missingKeys } from './next-store.ts';
import { ProgressLine } from './progress-line.ts';
import type { BuildOptions } from './rebuild-options.ts';
import { sourceOf } from './rebuild-order.ts';

/** @param enterPositions in the transaction from which on it is a store */
export async function finishBuild(
  options: BuildOptions,
  schema: string,
  enterPositions: (client: Client) => Promise<void>,
): Promise<void> {
  const { parts, log, pool, live, order, teller } = options;
  await makeKeys(options, schema);
  await inStore(pool, schema, async (client) => {
    const { codec } = log;
    const { projection } = parts;
    const writer = projection.openBulkWriter();
    if (writer.finish !== undefined) {
      await writer.prepare(client);
      await inTransaction(client, async () => writer.finish?.(client));
    }
    await addStrays(client, { projection, codec, readEntry: createReadEntry(codec, projection) });
    const indexes = await copyIndexes(client, live, schema);
    if (indexes > 0)
      teller.note(`${indexes} indexes and statistics of ${live} made on ${schema} too.`);
    await copySettled(client, live, schema);
    const built = { definition: projection.store, source: sourceOf(order) };
    await finishStore(client, schema, built, () => enterPositions(client));
  });
}

/** Each lane one table at a time: to sort the rows of two fills two cores. */
async function makeKeys(
  { parts, pool, teller, clock, signal }: BuildOptions,
  schema: string,
): Promise<void> {
  const waiting = await missingKeys(pool, schema);
  const progress = new ProgressLine('making keys', waiting.length, 0, clock, teller);
  const lane = async (): Promise<void> => {
    await inStore(pool, schema, async (client) => {
      await client.query(`set maintenance_work_mem = '128MB'`);
      for (let table = waiting.shift(); table !== undefined; table = waiting.shift()) {
        signal.throwIfAborted();
        await makeKey(client, table);
        progress.add(1);
      }
    });
  };
  await Promise.all(Array.from({ length: parts.config.PROJECTOR_LANES }, lane));
  teller.note(progress.text());
}
