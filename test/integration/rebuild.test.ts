import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { systemClock } from '../../services/core/clock.ts';
import { seededRandom } from '../../services/core/random.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { runAdmin } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { killEnv } from '../support/kill-at-statement.ts';
import {
  closeStore,
  dumpTables,
  endWell,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { sharedStack } from '../support/shared-stack.ts';
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();
const random = seededRandom(seed);

// One story: a store with a row that somebody damaged, rebuilt while changes flow and readers read.
describe(`a rebuild (SEED=${seed})`, { timeout: 300_000 }, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let projector: Service;
  let flow: Flow;
  let readers: Readers;
  let damaged: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-'));
    store = await openStore();
    run = await openRun(store);
    const events = simulateTasks(random, 400, 25);
    const half = Math.floor(events.length / 2);
    await run.publish(events.slice(0, half));
    projector = await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    damaged = await damage(store, events.slice(half));
    flow = new Flow(run, events.slice(half));
    readers = new Readers(store.database.url);
  });
  afterAll(async () => {
    await readers.stop();
    await flow.stop();
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const env = (): Readonly<Record<string, string>> => ({
    ...run.env,
    STORE_SCHEMA: '',
    KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
    WORKFRONT_CDC_DATA_DIR: folder,
  });
  const rebuild = (...args: readonly string[]): Promise<CommandOutcome> =>
    runAdmin(env(), ['rebuild', ...args]);
  const liveStore = async (): Promise<string | undefined> => {
    const { rows } = await store.pool.query<{ store: string }>('select store from live.stores');
    return rows[0]?.store;
  };

  it('goes on after kill -9, and names the object that is not as the log says', async () => {
    for (let time = 0; time < 3; time += 1) {
      // A whole one makes more statements than that (test/chaos/rebuild-kills.test.ts).
      const at = { statement: random.int(10, 100), when: 'after' } as const;
      const killed = await runAdmin({ ...env(), ...killEnv(at, join(folder, 'count')) }, [
        'rebuild',
      ]);
      expect(killed.code, `killed after statement ${at.statement}`).not.toBe(0);
      expect(killed.stdout).not.toContain('objects differ');
    }
    const { code, stdout, stderr } = await rebuild();
    expect(stderr).not.toContain('because');
    expect(stdout).toContain('1 objects differ');
    expect(stdout).toMatch(
      new RegExp(`TASK ${damaged} \\(task_now\\): the same events.*deleted was`),
    );
    expect(stdout).toContain('Readers stay on store_1');
    expect(code).toBe(1);
    expect(await liveStore()).toBe('store_1');
  });

  it('switches readers, and the projector goes with them', async () => {
    const { code, stdout, stderr } = await rebuild('--switch');
    expect(stderr).not.toContain('because');
    expect(stdout).toContain('Readers are on store_2');
    expect(code).toBe(0);
    expect(await liveStore()).toBe('store_2');
    await flow.done();
    const rebuilt = { ...store, schema: 'store_2' };
    await caughtUp(run, rebuilt);
    const again = { ...store, schema: 'store_9' };
    const other = await run.start({ STORE_SCHEMA: 'store_9' });
    await caughtUp(run, again);
    await endWell(other);
    expect(await dumpTables(rebuilt)).toBe(await dumpTables(again));
  });

  it('goes back at once, to a store that is brought up to date before', async () => {
    const { code, stdout } = await rebuild('--back');
    expect(stdout).toContain('Readers are back on store_1');
    expect(code).toBe(0);
    expect(await liveStore()).toBe('store_1');
    const dropped = await rebuild('--drop');
    expect(dropped.stdout).toContain('Dropped store_2');
    const { rows } = await store.pool.query(`select from pg_namespace where nspname = 'store_2'`);
    expect(rows).toHaveLength(0);
  });

  it('was met by no reader with an error, a mixture of two stores, or a step back', async () => {
    const seen = await readers.stop();
    expect(seen.errors).toEqual([]);
    expect(seen.mixtures).toBe(0);
    expect(seen.stepsBack).toBe(0);
    expect(seen.queries).toBeGreaterThan(200);
    expect(projector.log()).toContain('readers were switched to another store');
  });
});

/** Of an object of which nothing more comes. */
async function damage({ pool }: ProjectorStore, coming: readonly ChangeEvent[]): Promise<string> {
  const busy = coming.map(({ objID }) => objID);
  const { rows } = await pool.query<{ objid: string }>(
    `update store_1.task_now set deleted = not deleted
     where objid = (select min(objid) from store_1.task_now where objid <> all($1))
     returning objid`,
    [busy],
  );
  const [row] = rows;
  if (row === undefined) throw new Error('every object has more to come');
  return row.objid;
}

async function caughtUp(run: ProjectorRun, { pool, schema }: ProjectorStore): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const { rows } = await pool.query<{ partition: number; next: bigint }>(
      `select partition, next from ${schema}.positions where topic = $1`,
      [run.topic],
    );
    const ends = await run.kafka.admin().fetchOffsets(run.topic);
    const next = new Map(rows.map((row) => [row.partition, row.next]));
    return ends.every(({ partition, high }) => (next.get(partition) ?? 0n) === high);
  };
  await eventually(isThere, { what: `${schema} has caught up`, deadlineMs: 60_000 });
}

/** Events that come while the rest happens. */
class Flow {
  #stopped = false;
  readonly #flowing: Promise<void>;

  constructor(run: ProjectorRun, events: readonly ChangeEvent[]) {
    this.#flowing = this.#publish(run, events);
  }

  done(): Promise<void> {
    this.#stopped = true;
    return this.#flowing;
  }

  stop(): Promise<void> {
    return this.done();
  }

  async #publish(run: ProjectorRun, events: readonly ChangeEvent[]): Promise<void> {
    for (let from = 0; from < events.length && !this.#stopped; from += 5) {
      await run.publish(events.slice(from, from + 5));
      await systemClock.sleep(100);
    }
  }
}

interface Seen {
  readonly queries: number;
  readonly errors: readonly string[];
  readonly mixtures: number;
  readonly stepsBack: number;
}

/** 200 queries a second, from four sessions. */
class Readers {
  readonly #pool;
  readonly #running: Promise<unknown>;
  #stopped = false;
  #queries = 0;
  #mixtures = 0;
  #stepsBack = 0;
  readonly #errors: string[] = [];

  constructor(url: string) {
    this.#pool = openPool({ url, max: 4, applicationName: 'reader' });
    this.#running = Promise.all([0, 1, 2, 3].map(() => this.#read()));
  }

  async stop(): Promise<Seen> {
    this.#stopped = true;
    await this.#running;
    await this.#pool.close();
    const [queries, errors] = [this.#queries, this.#errors];
    return { queries, errors, mixtures: this.#mixtures, stepsBack: this.#stepsBack };
  }

  async #read(): Promise<void> {
    let before = 0n;
    while (!this.#stopped) {
      try {
        const { rows } = await this.#pool.query<{ claims: bigint; strays: bigint }>(CONSISTENT_SQL);
        const [row] = rows;
        if (row === undefined) continue;
        this.#queries += 1;
        if (row.strays > 0n) this.#mixtures += 1;
        if (row.claims < before) this.#stepsBack += 1;
        before = row.claims;
      } catch (error) {
        this.#errors.push(String(error));
      }
      await systemClock.sleep(20);
    }
  }
}

// Written in one transaction, so in one store no object is without its events.
const CONSISTENT_SQL = `
select (select count(*) from live.changes) as claims,
  (select count(*) from workfront.tasks_current as task
   where not exists (select from live.changes as c where c.objid = task.taskid)) as strays`;
