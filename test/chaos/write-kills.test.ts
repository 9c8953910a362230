import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { eventually } from '../support/eventually.ts';
import {
  awaitKillEnv,
  awaitPoints,
  countedAwaits,
  nameOfPoint,
  ONLY_COUNT,
  requestLines,
} from '../support/kill-at-await.ts';
import type { AwaitPoint } from '../support/kill-at-await.ts';
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

const seed = seedOfRun();
const random = seededRandom(seed);
/** `npm run certify:kills` goes through all of them, and writes its report. */
const wanted = process.env['KILL_POINTS'] ?? '2';
const REPORT = assetPath('test', 'certify', 'kill-results.md');
/** What a session that writes has run before its first transaction. */
const WRITERS = 'temp table if not exists batch_changes';
const BROKEN_PER_SLICE = 1;
/** After so many slices it is ended, since some requests are made at the end only. */
const SLICES_MAX = 2;
/** The share of places that must be come to again. */
const MET_MIN = 0.9;

type Point = Omit<KillPoint, 'behind'> | AwaitPoint;

// Every statement of the projector's transactions is a place where it can be killed, and every
// request to Kafka or the registry.
describe(`a projector that is killed while it writes (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let statements: number;
  let awaits: ReadonlyMap<string, number>;
  const told: ChangeEvent[] = [];
  let broken = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'write-kills-'));
    store = await openStore();
    run = await openRun(store);
    // The first of a group waits for the broker to make it, which those after it do not.
    await endWell(await run.start());
    await tellMore();
    const both = [envOf({ statement: Infinity, when: 'after' }), envOf(ONLY_COUNT)];
    const counting = await run.launch({
      NODE_OPTIONS: both.map((env) => env['NODE_OPTIONS']).join(' '),
    });
    await run.caughtUp();
    await endWell(counting);
    statements = countedStatements(join(folder, 'count'));
    awaits = countedAwaits(join(folder, 'awaits'));
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
  const envOf = (at: Point): Readonly<Record<string, string>> =>
    'site' in at
      ? awaitKillEnv(at, join(folder, 'awaits'))
      : killEnv({ ...at, behind: WRITERS }, join(folder, 'count'));

  /**
   * There is more to write until it is dead, and then an end. False where it came through all that:
   * a request that is made only when the broker is slow.
   */
  const killed = async (at: Point): Promise<boolean> => {
    const service = await run.launch(envOf(at));
    let isDead = false;
    void service.exited.then(() => (isDead = true));
    for (let slice = 0; slice < SLICES_MAX && !isDead; slice += 1) {
      await tellMore();
      const isThrough = run.caughtUp().then(() => true);
      await eventually(async () => isDead || (await Promise.race([isThrough, service.exited])), {
        what: 'it is killed, or has written all',
        deadlineMs: 90_000,
      }).catch((error: unknown) => {
        throw new Error(`${nameOf(at)}: ${service.log()}`, { cause: error });
      });
      isThrough.catch(() => undefined);
    }
    if (!isDead) service.signal('SIGTERM');
    const code = await service.exited;
    if (code === null) return true;
    expect(`${code}`, `not killed ${nameOf(at)}: ${service.log()}`).toBe('site' in at ? '0' : null);
    return false;
  };

  it(
    'loses nothing and doubles nothing, wherever that was',
    async () => {
      expect(statements).toBeGreaterThan(8);
      expect([...awaits.keys()].map((site) => site.split(' ')[0])).toEqual(
        expect.arrayContaining(['joinGroup', 'syncGroup', 'fetch', 'produce', 'schema']),
      );
      const points = chosen(statements, awaits);
      const met: Point[] = [];
      for (const point of points) if (await killed(point)) met.push(point);
      expect(met.length).toBeGreaterThanOrEqual(Math.floor(points.length * MET_MIN));
      const missed = points.filter((point) => !met.includes(point));
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
      if (wanted === 'all') writeFileSync(REPORT, report(met.length, missed, ids.size));
    },
    wanted === 'all' ? 5_400_000 : 120_000,
  );

  const report = (
    points: number,
    missed: readonly Point[],
    events: number,
  ): string => `# The kills' certificate

\`npm run certify:kills\`, SEED=${seed}: it holds.

A projector on a real Kafka, registry and Postgres is killed with -9 before and after each statement
of its sessions that write (${statements}), and before and after each request to Kafka or the
registry (${awaits.size}, told apart by who asks), of those that it took for one part of the log,
with late and repeated events and a record that nobody can read. Each kill is in a start of its own
that goes on where the last one died.

- places where it was killed: ${points}; come to no more: ${missed.map(nameOf).join(', ') || 'none'}
- events: ${events}; lost: 0; doubled: 0
- records set aside: ${broken}; lost: 0; doubled: 0
- rows other than those of a projector that nobody kills: 0

The requests:

${requestLines(awaits.keys())}
`;
});

function chosen(statements: number, awaits: ReadonlyMap<string, number>): Point[] {
  const whens = ['before', 'after'] as const;
  const all: Point[] = Array.from({ length: statements }, (_, index) =>
    whens.map((when) => ({ statement: index + 1, when })),
  ).flat();
  for (const point of awaitPoints(awaits, random)) all.push(point);
  return wanted === 'all' ? all : random.shuffle(all).slice(0, Number(wanted));
}

function nameOf(at: Point): string {
  return 'site' in at ? nameOfPoint(at) : `${at.when} statement ${at.statement}`;
}

async function positions({ pool, schema }: ProjectorStore): Promise<string> {
  const { rows } = await pool.query<{ at: string }>(
    `select string_agg(partition || ' ' || next, ', ' order by partition) as at
     from ${schema}.positions`,
  );
  return rows[0]?.at ?? '';
}
