import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { systemClock } from '../../services/core/clock.ts';
import { fold } from '../../services/core/fold/fold.ts';
import { claimOfEvent } from '../support/claim-of-event.ts';
import {
  closeStore,
  dumpTables,
  endWell,
  metricBecomes,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seededRandom } from '../../services/core/random.ts';
import { seedOfRun } from '../support/random.ts';
import { restartServer } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** `npm run certify` asks for more. */
const OBJECTS = Number(process.env['CERTIFY_OBJECTS'] ?? 120);

describe(`the projector (SEED=${seed})`, () => {
  let events: ChangeEvent[];
  /** The tables that one projector makes of the events in order. */
  let expected: string;
  let store: ProjectorStore;
  let run: ProjectorRun;

  const open = async (): Promise<void> => {
    store = await openStore();
    run = await openRun(store);
  };
  const close = async (): Promise<void> => {
    await run.close();
    await closeStore(store);
  };

  beforeAll(async () => {
    events = simulateTasks(random, OBJECTS, 25);
    await open();
    await run.publish(events);
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    expected = await dumpTables(store);
    await close();
  });
  beforeEach(open);
  afterEach(close);

  /** In portions with pauses, so that there is a time in which things can happen. */
  const publishSlowly = async (some: readonly ChangeEvent[], portions: number): Promise<void> => {
    const size = Math.ceil(some.length / portions);
    for (let from = 0; from < some.length; from += size) {
      await run.publish(some.slice(from, from + size));
      await systemClock.sleep(random.int(0, 200));
    }
  };

  it('writes the fold of all events of each object', () => {
    const objects = new Map<string, ChangeEvent[]>();
    for (const event of events) {
      objects.set(event.objID, [...(objects.get(event.objID) ?? []), event]);
    }
    const folded = [...objects.values()].map((own) =>
      fold(own.map((event) => claimOfEvent(event))),
    );
    const versions = folded.reduce((sum, one) => sum + one.versions.length, 0);
    expect(expected).toContain(`changes: ${events.length}\n`);
    expect(expected).toContain(`task_past: ${versions - objects.size}\n`);
    expect(expected).toContain(`task_now: ${objects.size}\n`);
  });

  it('makes the same tables of any order, repetition and batching', async () => {
    const repeats = events.filter(() => random.chance(0.2));
    await run.publish(random.shuffle([...events, ...repeats]));
    const projector = await run.start({
      PROJECTOR_BATCH_EVENTS_MAX: String(random.int(1, 200)),
      PROJECTOR_LANES: String(random.int(1, 3)),
      // Nothing is remembered, so that every state is read back from the table.
      PROJECTOR_CACHE_BYTES_MAX: '0',
    });
    await run.caughtUp();
    const all = events.length + repeats.length;
    await metricBecomes(projector, 'workfront_cdc_applied_total', all);
    await endWell(projector);
    expect(await dumpTables(store)).toBe(expected);
  });

  it('loses nothing and repeats nothing when a second one comes, and one goes', async () => {
    const first = await run.start();
    const publishing = publishSlowly(events, 20);
    const second = await run.start();
    await publishing;
    await run.publish(events.slice(0, 100));
    await endWell(first);
    await run.caughtUp();
    expect(await second.metric('workfront_cdc_applied_total')).toBeGreaterThan(0);
    await endWell(second);
    expect(await dumpTables(store)).toBe(expected);
  });

  it('survives kill -9 at any moment', async () => {
    const publishing = publishSlowly(random.shuffle(events), 40);
    for (let kills = 0; kills < 4; kills += 1) {
      const projector = await run.start({ PROJECTOR_BATCH_EVENTS_MAX: '20' });
      await systemClock.sleep(random.int(0, 400));
      projector.signal('SIGKILL');
      await projector.exited;
    }
    await publishing;
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    expect(await dumpTables(store)).toBe(expected);
  });

  it('reads again what Postgres has lost in a crash, though nothing new comes', async () => {
    const projector = await run.start();
    const half = events.length >>> 1;
    await run.publish(events.slice(0, half));
    await run.caughtUp();
    await store.pool.query('create table public.earlier as table store_1.positions');
    await run.publish(events.slice(half));
    await run.caughtUp();
    // As after a crash: the last commits are gone, and the sessions that made them have ended.
    await store.pool.query(
      `update store_1.positions set next = earlier.next, lastdigest = earlier.lastdigest
       from public.earlier where positions.partition = earlier.partition`,
    );
    await store.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid()`,
    );
    await run.caughtUp();
    await endWell(projector);
    expect(await dumpTables(store)).toBe(expected);
  });

  it('lives through a restart of Postgres, and of the broker', async () => {
    // So many batches that restarts meet them, however long the log is.
    const batch = Math.max(10, Math.ceil(events.length / 150));
    const projector = await run.start({ PROJECTOR_BATCH_EVENTS_MAX: String(batch) });
    const half = events.length >>> 1;
    const publishing = publishSlowly(events.slice(0, half), 10);
    await restartServer('postgres', 'kill');
    await publishing;
    await run.caughtUp();
    await restartServer('kafka', 'kill');
    await run.publish(events.slice(half));
    // Before the test's own deadline, so that a failure says where each partition stood.
    await run.caughtUp(85_000);
    await endWell(projector);
    expect(await dumpTables(store)).toBe(expected);
  });
});
