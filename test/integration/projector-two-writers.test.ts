import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { createMetrics } from '../../services/platform/process/metrics.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { advancePositions, digestOf, readPositions } from '../../services/store/positions.ts';
import { objectsProjection } from '../../services/projector/projections/objects/objects.ts';
import { LostSchemas } from '../../services/projector/lost-schemas.ts';
import { projectorMetrics } from '../../services/projector/projector-metrics.ts';
import { Projector } from '../../services/projector/projector.ts';
import { createReadEntry, createReadTold } from '../../services/projector/read-entry.ts';
import { applyStore, inStore } from '../../services/store/live-store.ts';
import {
  closeStore,
  dumpTables,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seededRandom } from '../../services/core/random.ts';
import { FIRST_OFFSET, offsetOf } from '../../services/core/units.ts';
import { seedOfRun } from '../support/random.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
const projection = objectsProjection({ cacheBytesMax: 1_000_000, onMisfits: () => undefined });

let store: ProjectorStore;
let run: ProjectorRun;
beforeEach(async () => {
  store = await openStore();
  run = await openRun(store);
  const { pool, schema } = store;
  await applyStore(pool, { schema, definition: projection.store });
});
afterEach(async () => {
  await run.close();
  await closeStore(store);
});

it('a position moves only from where its writer believed it to be', async () => {
  await inStore(store.pool, store.schema, async (client) => {
    const at = { topic: 't', partition: 0 };
    await readPositions(client, [at]);
    const advance = {
      ...at,
      first: FIRST_OFFSET,
      next: offsetOf(5n),
      lastDigest: digestOf(Buffer.from('five')),
    };
    await advancePositions(client, [advance]);
    await expect(advancePositions(client, [advance])).rejects.toMatchObject({
      code: 'POSITION_TAKEN',
    });
    expect(await readPositions(client, [at])).toEqual([
      { ...at, next: 5n, lastDigest: advance.lastDigest },
    ]);
  });
});

it(`two writers that both believe to own everything write it once (SEED=${seed})`, async () => {
  const events = simulateTasks(random, 60, 20);
  const failed: unknown[] = [];
  const rivals = await Promise.all(
    ['one', 'two'].map(async (groupId) => {
      const pool = openPool({ url: store.database.url, max: 4, applicationName: groupId });
      const projector = new Projector({
        kafka: run.kafka,
        pool,
        schema: store.schema,
        projection,
        schemas: new LostSchemas({ codec: run.codec, policy: 'halt', clock: systemClock }),
        consumer: { groupId, topics: [run.topic], maxBytes: 1e6, maxBytesPerPartition: 1e6 },
        readEntry: createReadEntry(run.codec, projection),
        readTold: createReadTold(run.codec),
        park: async () => undefined,
        lanes: 2,
        limits: { entriesMax: 100, bytesMax: 1e6, batchEntriesMax: 20 },
        patienceMs: 60_000,
        stallMs: 60_000,
        metrics: projectorMetrics(createMetrics(groupId))(projection.name),
        clock: systemClock,
        logger: createLogger(groupId, { level: 'silent' }),
        onFailed: (error) => failed.push(error),
      });
      await projector.start();
      return { projector, pool };
    }),
  );
  await Promise.all(
    Array.from({ length: 10 }, async (_, part) => {
      await systemClock.sleep(part * 100);
      await run.publish(events.filter((_event, index) => index % 10 === part));
    }),
  );
  await run.caughtUp();
  for (const { projector, pool } of rivals) {
    await projector.stop();
    await pool.close();
  }
  expect(failed).toEqual([]);
  const contested = await dumpTables(store);
  expect(contested).toContain(`changes: ${events.length}\n`);

  // The same events in another order, by one writer.
  const calm = await openStore();
  const calmRun = await openRun(calm);
  await calmRun.publish(events);
  const alone = await calmRun.start();
  await calmRun.caughtUp();
  const expected = await dumpTables(calm);
  alone.signal('SIGTERM');
  await alone.exited;
  await calmRun.close();
  await closeStore(calm);
  expect(contested).toBe(expected);
});
