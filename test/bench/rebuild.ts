/**
 * A rebuild of the log's tables beside the live ones, against the rate at which the live projector
 * applied the same log a moment before: the real processes, from the start of the rebuild until its
 * store is whole, then until it is compared. Nothing else goes on meanwhile.
 */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../services/core/clock.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { z } from '../../services/platform/process/config.ts';
import { applyLog } from './apply-log.ts';
import type { Applied } from './apply-log.ts';
import { GroundTruth } from './deliveries.ts';
import { fillLog } from './fill-log.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import { cpuMicrosOf, residentMiBMax } from './resources.ts';
import type { Database, Load, Stand } from './stand.ts';

const NAME = 'rebuild';
const PREFIX = 'rebuilt';
const COUNT = 1_000_000;
/** Of the live rate. */
const RATIO_MIN = 2.5;
/** Memory is flat where the second half of the log takes no more than this of the first. */
const GROWTH_MAX = 1.15;

export async function rebuild(stand: Stand, load: Load): Promise<Measured> {
  const count = load.events ?? COUNT;
  const log = await fillLog(
    stand,
    { seed: load.seed, facts: 'wide', count, prefix: PREFIX },
    new GroundTruth(),
  );
  const database = await stand.makeDatabase(PREFIX);
  try {
    const options = { prefix: PREFIX, records: log.records, projectors: 1, label: `${NAME}: live` };
    const live = await applyLog(stand, database, options);
    const built = await runRebuild(stand, database, log.records);
    return rebuildMeasured(live, built, count, load.seed);
  } finally {
    await database.drop();
  }
}

interface Built {
  readonly records: number;
  readonly seconds: number;
  /** Until both stores were compared too. */
  readonly comparedSeconds: number;
  readonly ours: number;
  readonly postgres: number;
  readonly rssMiB: number;
  /** When half of the objects were in the tables. */
  readonly rssHalfMiB: number;
  readonly report: string;
}

const told = z.object({ print: z.string().optional(), progress: z.string().optional() });

async function runRebuild(stand: Stand, database: Database, records: number): Promise<Built> {
  const child = start(stand, database);
  const begunMs = systemClock.monotonicMs();
  const pid = child.pid ?? 0;
  const postgresBefore = database.cpuMicros();
  const seen = { half: 0, whole: 0, ours: 0, postgres: 0, rss: 0, report: '' };
  child.on('message', (message) => {
    const { print = '', progress = '' } = told.parse(message);
    const [, share = '0'] = /^folding: .*\((\d+) %\)/.exec(progress) ?? [];
    if (Number(share) >= 50) seen.half ||= residentMiBMax(pid);
    if (/^(catching up|comparing)/.test(progress)) {
      seen.whole ||= systemClock.monotonicMs();
      seen.ours ||= cpuMicrosOf(pid);
      seen.postgres ||= database.cpuMicros() - postgresBefore;
    }
    // The process is there still: it has told of its comparison, and has to close what it opened.
    if (print.startsWith('Compared')) {
      seen.report = print;
      seen.rss = residentMiBMax(pid);
      say(`${NAME}: ${print}`);
    }
  });
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  if (code !== 0 || seen.whole === 0) throw new Error(`the rebuild ended with ${code}`);
  if (!seen.report.includes('the same (')) throw new Error(seen.report);
  return {
    records,
    seconds: (seen.whole - begunMs) / 1000,
    comparedSeconds: (systemClock.monotonicMs() - begunMs) / 1000,
    ours: seen.ours,
    postgres: seen.postgres,
    rssMiB: seen.rss,
    rssHalfMiB: seen.half,
    report: seen.report,
  };
}

function start(stand: Stand, database: Database): ChildProcess {
  const folder = join(stand.folder, NAME);
  mkdirSync(folder, { recursive: true });
  const order = {
    act: 'build',
    restart: false,
    stay: true,
    projection: null,
    types: null,
    untilMs: null,
    fromChanges: false,
    folder,
  };
  const main = assetPath('dist', 'services', 'projector', 'rebuild', 'main.js');
  return fork(main, [JSON.stringify(order)], {
    env: stand.envOf({ DATABASE_URL: database.url, TOPIC_PREFIX: PREFIX }),
    execArgv: stand.nodeArgumentsOf('projector'),
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

function rebuildMeasured(live: Applied, built: Built, count: number, seed: number): Measured {
  const value = built.records / built.seconds;
  const ceiling = live.events / live.seconds;
  const growth = built.rssMiB / (built.rssHalfMiB || built.rssMiB);
  const missed = [
    value / ceiling < RATIO_MIN ? `under ${RATIO_MIN} times the live rate` : '',
    growth > GROWTH_MAX ? `memory grew ${growth.toFixed(2)} times in the second half` : '',
  ].filter(Boolean);
  return {
    name: NAME,
    value,
    unit: 'events/s',
    ceiling,
    ratio: value / ceiling,
    cpuMicrosPerEvent: {
      ours: built.ours / built.records,
      postgres: built.postgres / built.records,
    },
    rssMiBMax: built.rssMiB,
    n: count,
    seed,
    notes:
      `The log of ${grouped(count)} wide events into a second store: read, sorted on disk, folded, ` +
      `copied, keys made, in ${built.seconds.toFixed(0)} s; compared too after ` +
      `${built.comparedSeconds.toFixed(0)} s: the same. ${Math.round(built.rssHalfMiB)} MiB ` +
      `resident at most until half was folded, ${Math.round(built.rssMiB)} until the end. ` +
      'What stands for the ceiling is no ceiling: the live projector on the same log, before. ' +
      (missed.length === 0 ? 'Within its limits.' : `Missed: ${missed.join('; ')}.`),
  };
}
