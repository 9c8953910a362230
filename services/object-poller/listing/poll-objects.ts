/**
 * Reads the tenant's objects by search, type by type: first whole, then what has changed, and again
 * and again what is there (reference C.7, C.8).
 * Promises that no cursor and no watermark moves before what it stands for is durable (Law 2).
 * Must not call an object deleted without Workfront's word, nor trust a clock of its own.
 */
import { unreachable } from '../../core/unreachable.ts';
import type { Millis } from '../../core/units.ts';
import { readWatermark } from '../../source/promises/watermarks.ts';
import { listWhole, sweep } from './list-type.ts';
import { pollByClock } from './poll-by-clock.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { SnapshotProgress } from './snapshot-progress.ts';
import { isTypeRefused } from './type-refused.ts';

/** Most polls look back only a little; one in this time looks back the whole overlap. */
const OVERLAP_EVERY_MS = 30_000;
const BRIEF_OVERLAP_MS = 5_000;
/** A type that the tenant refuses is asked for again after this long. */
const REFUSED_PAUSE_MS = 3_600_000;
const IDLE_MS_MAX = 1_000;
/**
 * A poll costs two calls: the second is told that there is no more. A type in which nothing moved
 * rests this much longer; with its sweep it then costs fewer than two a minute (`npm run bench --
 * idle-calls`).
 */
export const IDLE_INTERVALS = 2.2;
/** In a row: the first ends behind now, and what had moved by then is the second's to find. */
const IDLE_POLLS = 2;

interface Job {
  readonly type: PolledType;
  readonly kind: 'poll' | 'list' | 'sweep';
  readonly intervalMs: Millis;
  dueMs: Millis;
  doneMs: Millis;
  wholeMs: Millis;
  /** Rows published at each turn, lately. */
  rate: number;
  /** Polls in a row that found nothing new. */
  idlePolls: number;
  isFirst: boolean;
  isRunning: boolean;
}

/** Until the term ends. */
export async function pollObjects(polling: Polling, types: readonly PolledType[]): Promise<void> {
  const jobs = await openJobs(polling, types);
  const { clock, logger, metrics, options } = polling;
  const left = jobs.filter(({ isFirst }) => isFirst).length;
  const progress = new SnapshotProgress(clock, logger, metrics, left);
  const workers = Array.from({ length: options.pollsParallel }, () =>
    work(polling, jobs, progress),
  );
  await Promise.all(workers);
}

async function openJobs(polling: Polling, types: readonly PolledType[]): Promise<Job[]> {
  const { options, clock, term, control } = polling;
  const nowMs = clock.monotonicMs();
  const jobs: Job[] = [];
  for (const type of types) {
    const known = await term.again(() => readWatermark(control, type.objCode, 'current'));
    const common = {
      type,
      doneMs: nowMs,
      wholeMs: -Infinity,
      rate: 0,
      idlePolls: 0,
      isRunning: false,
    };
    const main = type.clockField === null ? 'list' : 'poll';
    const intervalMs = main === 'list' ? options.listingIntervalMs : options.pollIntervalMs;
    jobs.push({ ...common, kind: main, intervalMs, dueMs: nowMs, isFirst: known === null });
    if (main === 'list') continue;
    const dueMs = nowMs + options.sweepIntervalMs;
    jobs.push({
      ...common,
      kind: 'sweep',
      intervalMs: options.sweepIntervalMs,
      dueMs,
      isFirst: false,
    });
  }
  return jobs;
}

async function work(
  polling: Polling,
  jobs: readonly Job[],
  progress: SnapshotProgress,
): Promise<void> {
  const { term, clock, metrics } = polling;
  while (!term.signal.aborted) {
    hurry(jobs, polling.hurried, clock.monotonicMs());
    const job = nextJob(jobs, clock.monotonicMs());
    if (job === null) {
      term.turned();
      await clock.sleep(IDLE_MS_MAX / 5, term.signal);
      continue;
    }
    job.isRunning = true;
    try {
      await turn(polling, job, progress);
      metrics.polls.add();
    } finally {
      job.isRunning = false;
    }
  }
}

/** A type that is to be listed: its listing is due, or where it has a clock its sweep. */
function hurry(jobs: readonly Job[], hurried: Set<string>, nowMs: Millis): void {
  for (const job of jobs) {
    if (job.kind === 'poll' || job.isRunning || !hurried.has(job.type.objCode)) continue;
    hurried.delete(job.type.objCode);
    job.dueMs = Math.min(job.dueMs, nowMs);
  }
}

/** However much a type changes, one that has waited this much longer goes first. */
const HASTE_MAX = 4;

/** What is due and has waited longest, counted the more the more it changes. */
function nextJob(jobs: readonly Job[], nowMs: Millis): Job | null {
  let best: Job | null = null;
  let bestScore = -1;
  for (const job of jobs) {
    if (job.isRunning || job.dueMs > nowMs) continue;
    const staleness = (nowMs - job.doneMs) / job.intervalMs;
    const haste = Math.min(HASTE_MAX, 1 + Math.log2(1 + job.rate));
    const score = staleness * haste + (job.isFirst ? 1_000 : 0);
    if (score <= bestScore) continue;
    best = job;
    bestScore = score;
  }
  return best;
}

async function turn(polling: Polling, job: Job, progress: SnapshotProgress): Promise<void> {
  const { clock, metrics, logger } = polling;
  const startedMs = clock.monotonicMs();
  try {
    const published = await run(polling, job, progress, startedMs);
    job.rate = 0.7 * job.rate + 0.3 * published;
    job.idlePolls = job.kind === 'poll' && published === 0 ? job.idlePolls + 1 : 0;
    const rests = job.idlePolls >= IDLE_POLLS ? IDLE_INTERVALS : 1;
    job.dueMs = startedMs + job.intervalMs * rests;
    refused.delete(job.type.objCode);
  } catch (error) {
    if (!isTypeRefused(error)) throw error;
    const { objCode } = job.type;
    if (!refused.has(objCode)) {
      logger.warn({ objCode, error }, 'this tenant does not let us read the type; asked for later');
    }
    refused.add(objCode);
    job.dueMs = startedMs + REFUSED_PAUSE_MS;
    if (job.isFirst && job.kind === 'poll') progress.finish(objCode);
  }
  metrics.typesRefused.set(refused.size);
  job.doneMs = clock.monotonicMs();
  if (job.isFirst && job.kind === 'list') progress.finish(job.type.objCode);
  job.isFirst = false;
}

const refused = new Set<string>();

function run(
  polling: Polling,
  job: Job,
  progress: SnapshotProgress,
  startedMs: Millis,
): Promise<number> {
  switch (job.kind) {
    case 'poll': {
      const whole = startedMs - job.wholeMs >= OVERLAP_EVERY_MS;
      if (whole) job.wholeMs = startedMs;
      const lookBackMs = whole ? polling.options.overlapMs : BRIEF_OVERLAP_MS;
      return pollByClock(polling, job.type, { lookBackMs, progress });
    }
    case 'list':
      return listWhole(polling, job.type);
    case 'sweep':
      return sweep(polling, job.type);
    default:
      return unreachable(job.kind);
  }
}
