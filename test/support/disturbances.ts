/**
 * What goes wrong while the proof of completeness runs, all of it drawn from one seed: faults of
 * deliveries and answers, deletes and restores that nobody tells of, values that move by
 * themselves, and kills (-9) of every process.
 */
import type { Random } from '../../services/core/random.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from './eventually.ts';
import { sandbox } from './pipeline.ts';
import type { PipelineRole, TestPipeline } from './pipeline.ts';
import { saveUntold } from './untold-saves.ts';

const REORDER_MS = 2_000;

export interface SandboxStatus {
  readonly quiet: boolean;
  readonly workload: { readonly made: number };
}

/** @param lateMs how late a delivery may be, beside its retries */
export function deliveryFaults(seed: number, lateMs: number): object {
  const late = { late: 0.1, lateMs, reordered: 0.1, reorderMs: REORDER_MS };
  return { seed, missed: 0.1, duplicated: 0.1, ...late, deleteWithoutEvent: 0.3 };
}

/** Slow ones too, so that edits fall into the middle of walks. */
export function answerFaults(seed: number): object {
  const broken = { throttled: 0.01, serverError: 0.01, connectionReset: 0.01, truncated: 0.01 };
  return { seed, ...broken, slow: 0.05, slowMs: 300 };
}

export interface Disturbance {
  readonly random: Random;
  readonly changes: number;
  /** Once each. */
  readonly killed: readonly PipelineRole[];
  /** The latest that search may show a save, as the pollers reckon. */
  readonly searchLagMs: number;
}

/** Deletes, restores and saves that nobody tells of, between which each process is killed once. */
export async function disturb(
  pipeline: TestPipeline,
  pool: Pool,
  { random, changes, killed, searchLagMs }: Disturbance,
): Promise<void> {
  const victims = random.shuffle(killed);
  const edge = Math.min(20, changes / 10);
  const moments = victims.map(() => random.int(edge, changes - edge)).sort((a, b) => a - b);
  for (const [index, moment] of moments.entries()) {
    const made = async (): Promise<number> =>
      (await sandbox<SandboxStatus>(pipeline, 'GET', '/status')).workload.made;
    await eventually(async () => (await made()) >= moment, {
      what: `${moment} changes are made`,
      deadlineMs: 120_000,
      pollMs: 100,
    });
    await actSilently(pipeline, pool, random);
    const untold = { random, shownAfterMs: searchLagMs - 100 };
    await saveUntold(pipeline, pool, untold);
    const victim = victims[index] ?? 'projector';
    await pipeline.kill(victim);
    await pipeline.start(victim);
    // Once more: of one that began just now the next sweep, which would find them too, is far off.
    await saveUntold(pipeline, pool, untold);
  }
}

interface Named {
  readonly objCode: string;
  readonly objID: string;
}

async function actSilently(pipeline: TestPipeline, pool: Pool, random: Random): Promise<void> {
  const act = <T>(body: object): Promise<T | null> =>
    sandbox<T>(pipeline, 'POST', '/acts', body).catch(() => null); // gone meanwhile
  const { rows } = await pool.query<{ objid: string }>(
    'select objid from live.task_now where not deleted order by objid limit 60',
  );
  const [gone, moved, brief] = random.shuffle(rows.map(({ objid }) => objid));
  const bin = await act<{ readonly binned: readonly Named[] }>({ act: 'bin' });
  for (const { objCode, objID } of (bin?.binned ?? []).slice(0, 2)) {
    if (random.chance(0.5)) await act({ act: 'restore', objCode, objID });
  }
  await act({ act: 'delete', objCode: 'TASK', objID: gone, silent: true });
  const fields = { name: `recalculated ${random.int(0, 1_000_000)}` };
  await act({ act: 'recalculate', objCode: 'TASK', objID: moved, fields });
  // Gone and back before anybody looks.
  await act({ act: 'delete', objCode: 'TASK', objID: brief, silent: random.chance(0.5) });
  await act({ act: 'restore', objCode: 'TASK', objID: brief });
}

/** One in the middle of its first reading of the tenant, which goes on where it was. */
export async function killInSnapshot(pipeline: TestPipeline, pool: Pool): Promise<void> {
  const isUnderWay = async (): Promise<boolean> => {
    const { rows } = await pool.query('select from control.known_objects limit 1');
    return rows.length > 0;
  };
  const starting = pipeline.start('object-poller').catch(() => undefined); // killed before ready
  await eventually(isUnderWay, { what: 'a snapshot is under way', deadlineMs: 60_000, pollMs: 10 });
  await pipeline.kill('object-poller');
  await starting;
  await pipeline.start('object-poller');
}
