/**
 * Analysts' queries over the views, each against the same over a typed table made by hand, in turn
 * in the same run. What counts is the ratio; two have a limit of their own.
 */
import { systemClock } from '../../services/core/clock.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { analystQueries } from './analyst-queries.ts';
import type { AnalystQuery } from './analyst-queries.ts';
import { checkpoint } from './copy-ceiling.ts';
import { grouped, say } from './progress.ts';
import { fillQueryTables } from './query-tables.ts';
import type { Measured } from './report.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'queries';
const TASKS = 100_000;
const VERSIONS_PER_TASK = 5;
const ROUNDS = 7;
/** A view may cost this much more than a typed table. */
const RATIO_MAX = 1.3;

interface Timed {
  readonly query: AnalystQuery;
  readonly viewsMs: number;
  readonly handMs: number;
}

export async function queries(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const tasks = events === null ? TASKS : Math.ceil(events / VERSIONS_PER_TASK);
  const database = await stand.makeDatabase('queries');
  try {
    const startMs = systemClock.monotonicMs();
    await fillQueryTables(database.observer, { tasks, versionsPerTask: VERSIONS_PER_TASK });
    await checkpoint(database.observer);
    say(`${NAME}: tables filled in ${seconds(startMs)} s`);
    const timed: Timed[] = [];
    for (const query of analystQueries(await placesIn(database.observer))) {
      const one = await timeQuery(database.observer, query);
      say(`${NAME}: ${query.name}: ${wordsOf(one)}`);
      timed.push(one);
    }
    return measured(timed, tasks, seed);
  } finally {
    await database.drop();
  }
}

function seconds(sinceMs: number): string {
  return ((systemClock.monotonicMs() - sinceMs) / 1000).toFixed(0);
}

async function placesIn(pool: Pool) {
  const { rows } = await pool.query<{ project: string; task: string }>(
    `select min(projectid) as project, min(objid) as task from live.task_now`,
  );
  const { project = '', task = '' } = rows[0] ?? {};
  return { day: '2025-06-30', instant: '2025-06-30 12:00Z', project, task };
}

/** The same answer is asked for first; then both in turn, and of each the median. */
async function timeQuery(pool: Pool, query: AnalystQuery): Promise<Timed> {
  await mustAgree(pool, query);
  const views: number[] = [];
  const hand: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    views.push(await millisOf(pool, query.views));
    hand.push(await millisOf(pool, query.hand));
  }
  return { query, viewsMs: median(views), handMs: median(hand) };
}

async function mustAgree(pool: Pool, { name, views, hand }: AnalystQuery): Promise<void> {
  const { rows } = await pool.query<{ differ: bigint; found: bigint }>(
    `with views as (${views}), hand as (${hand})
     select (select count(*) from views) as found, (select count(*) from (
       (select * from views except all select * from hand)
       union all (select * from hand except all select * from views)) as x) as differ`,
  );
  const [row] = rows;
  if (row?.differ !== 0n) throw new Error(`${name}: ${row?.differ} rows differ`);
  if (row.found === 0n) throw new Error(`${name}: finds nothing`);
}

/** Planned and run within the server; no row goes to the client. */
async function millisOf(pool: Pool, sql: string): Promise<number> {
  const { rows } = await pool.query<Record<string, string>>(
    `explain (analyze, timing off, buffers off, format json) ${sql}`,
  );
  const text = JSON.stringify(rows[0]?.['QUERY PLAN']);
  const times = [...text.matchAll(/\\?"(?:Planning|Execution) Time\\?": ?([\d.]+)/g)];
  if (times.length !== 2) throw new Error(`no times in ${text.slice(0, 200)}`);
  return times.reduce((sum, [, ms = '0']) => sum + Number(ms), 0);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >>> 1] ?? NaN;
}

function measured(timed: readonly Timed[], tasks: number, seed: number): Measured {
  const views = timed.reduce((sum, one) => sum + one.viewsMs, 0);
  const hand = timed.reduce((sum, one) => sum + one.handMs, 0);
  const missed = timed.filter(({ query, viewsMs, handMs }) => {
    return query.msMax === undefined ? viewsMs > handMs * RATIO_MAX : viewsMs > query.msMax;
  });
  const words = timed.map((one) => `${one.query.name} ${wordsOf(one)}`).join('; ');
  const over = missed.map(({ query }) => query.name).join(', ');
  return {
    name: NAME,
    value: views,
    unit: 'ms for all',
    ceiling: hand,
    ratio: hand / views,
    cpuMicrosPerEvent: { ours: 0, postgres: 0 },
    rssMiBMax: 0,
    n: tasks * VERSIONS_PER_TASK,
    seed,
    notes:
      `${grouped(tasks)} tasks, ${grouped(tasks * VERSIONS_PER_TASK)} versions. Through the views, ` +
      `and over typed tables made by hand (a column for each custom field, the same indexes): ${words}. ` +
      `Median of ${ROUNDS} in turn, planning included; answers compared first. Above ${RATIO_MAX} ` +
      `times, or above a limit of their own: ${over === '' ? 'none' : over}.`,
  };
}

function wordsOf({ query, viewsMs, handMs }: Timed): string {
  const limit = query.msMax === undefined ? '' : `, limit ${query.msMax}`;
  const ratio = (viewsMs / handMs).toFixed(2);
  return `${viewsMs.toFixed(1)} ms against ${handMs.toFixed(1)} (${ratio}${limit})`;
}
