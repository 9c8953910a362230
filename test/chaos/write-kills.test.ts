import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { eventually } from '../support/eventually.ts';
import { countedStatements, killEnv } from '../support/kill-at-statement.ts';
import type { KillPoint } from '../support/kill-at-statement.ts';
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
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** `npm run certify:kills` goes through all of them, and writes its report. */
const wanted = process.env['KILL_POINTS'] ?? '2';
const REPORT = assetPath('test', 'certify', 'kill-results.md');
/** What a session that writes has run before its first transaction. */
const WRITERS = 'temp table if not exists batch_changes';
const BROKEN_PER_SLICE = 1;

// Every statement of the projector's transactions is a place where it can be killed.
describe(`a projector that is killed while it writes (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let statements: number;
  const told: ChangeEvent[] = [];
  let broken = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'write-kills-'));
    store = await openStore();
    run = await openRun(store);
    await tellMore();
    const counting = await start({ statement: Infinity, when: 'after' });
    await run.caughtUp();
    await endWell(counting);
    statements = countedStatements(join(folder, 'count'));
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  /** New facts and old ones of the same tasks, in any order, and a record that nobody can read. */
  const tellMore = async (): Promise<void> => {
    const events = simulateTasks(random, 12, 6);
    const again = told.length === 0 ? [] : [random.pick(told), random.pick(told)];
    for (const event of events) told.push(event);
    await run.publish(random.shuffle([...events, ...again]));
    broken += BROKEN_PER_SLICE;
    const value = Buffer.from(`no event ${broken}`);
    await run.publishRecords([{ topic: run.topic, key: `key ${broken}`, value, headers: {} }]);
  };
  const start = (at: Omit<KillPoint, 'behind'>): Promise<Service> =>
    run.launch(killEnv({ ...at, behind: WRITERS }, join(folder, 'count')));

  /** Resolves when it is dead; there is always more to write until it is. */
  const killed = async (at: Omit<KillPoint, 'behind'>): Promise<void> => {
    const service = await start(at);
    let isDead = false;
    void service.exited.then(() => (isDead = true));
    while (!isDead) {
      await tellMore();
      const isThrough = run.caughtUp().then(() => true);
      await eventually(async () => isDead || (await Promise.race([isThrough, service.exited])), {
        what: 'it is killed, or has written all',
        deadlineMs: 90_000,
      }).catch((error: unknown) => {
        throw new Error(`${at.when} ${at.statement}: ${service.log()}`, { cause: error });
      });
      isThrough.catch(() => undefined);
    }
    expect(await service.exited).toBeNull();
  };

  it(
    'loses nothing and doubles nothing, wherever that was',
    async () => {
      expect(statements).toBeGreaterThan(8);
      const points = chosen(statements);
      for (const point of points) await killed(point);
      const last = await run.start();
      await run.caughtUp();
      await endWell(last);
      const contested = await dumpTables(store);
      const ids = new Set(told.map(({ objID, eventID }) => `${objID} ${eventID}`));
      expect(contested).toContain(`changes: ${ids.size}\n`);
      const { rows } = await store.pool.query(`select from ${store.schema}.parked`);
      expect(rows).toHaveLength(broken);

      const calm = { ...store, schema: 'store_calm_1' };
      const alone = await run.start({ STORE_SCHEMA: calm.schema });
      await eventually(async () => (await positions(calm)) === (await positions(store)), {
        what: 'the other store has caught up',
        deadlineMs: 60_000,
      });
      await endWell(alone);
      expect(await dumpTables(calm)).toBe(contested);
      if (wanted === 'all') writeFileSync(REPORT, report(points.length, statements, ids.size));
    },
    wanted === 'all' ? 3_600_000 : 120_000,
  );

  const report = (points: number, of: number, events: number): string => `# The kills' certificate

\`npm run certify:kills\`, SEED=${seed}: it holds.

A projector on a real Kafka and Postgres is killed with -9 before and after each statement of its
sessions that write: the ${of} that it took for one part of the log, with late and repeated events
and a record that nobody can read, each in a start of its own that goes on where the last one died.

- places where it was killed: ${points}
- events: ${events}; lost: 0; doubled: 0
- records set aside: ${broken}; lost: 0; doubled: 0
- rows other than those of a projector that nobody kills: 0
`;
});

function chosen(statements: number): Omit<KillPoint, 'behind'>[] {
  const whens = ['before', 'after'] as const;
  const all = Array.from({ length: statements }, (_, index) =>
    whens.map((when) => ({ statement: index + 1, when })),
  ).flat();
  return wanted === 'all' ? all : random.shuffle(all).slice(0, Number(wanted));
}

async function positions({ pool, schema }: ProjectorStore): Promise<string> {
  const { rows } = await pool.query<{ at: string }>(
    `select string_agg(partition || ' ' || next, ', ' order by partition) as at
     from ${schema}.positions`,
  );
  return rows[0]?.at ?? '';
}
