/** A rebuild from its configuration: what `main.ts` runs. */
import type { Clock } from '../../core/clock.ts';
import { openPool } from '../../platform/postgres/postgres.ts';
import type { Metrics } from '../../platform/process/metrics.ts';
import type { Scope } from '../../platform/process/lifecycle.ts';
import type { ProjectorConfig } from '../config.ts';
import { PipelineError } from '../../core/errors.ts';
import { logOf, projectorParts, whenThere } from '../open-projector.ts';
import type { ProjectorParts } from '../open-projector.ts';
import { rebuild } from './rebuild.ts';
import { rebuildOrder } from './rebuild-order.ts';
import type { Teller } from './rebuild-order.ts';

export interface OpenRebuildOptions {
  readonly scope: Scope;
  readonly config: ProjectorConfig;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly order: unknown;
  /** To the process that started this one. */
  readonly tell: (message: object) => void;
}

/** @returns the exit code */
export async function openRebuild(options: OpenRebuildOptions): Promise<number> {
  const { scope, config, metrics, clock, tell } = options;
  const order = rebuildOrder.parse(options.order);
  const all = projectorParts(scope, config, metrics, clock);
  const parts = partsFor(all, order.projection);
  const pool = openPool({
    url: config.DATABASE_URL,
    applicationName: 'workfront-cdc rebuild',
    max: 2 * config.PROJECTOR_LANES + SESSIONS,
    statementTimeoutMs: 0,
    // The snapshot of a comparison waits while differences are told.
    idleInTransactionTimeoutMs: 3_600_000,
  });
  scope.own('postgres for long statements', pool, (one) => one.close());
  const log = logOf(parts, await whenThere(scope, config, parts));
  const teller: Teller = {
    print: (text) => tell({ print: text }),
    note: (text) => tell({ note: text }),
    progress: (line) => tell({ progress: line }),
  };
  return rebuild({ parts, log, pool, order, teller, clock, signal: scope.signal });
}

function partsFor(all: readonly ProjectorParts[], name: string | null): ProjectorParts {
  const found = all.find(({ projection, isFirst }) =>
    name === null ? isFirst : projection.name === name,
  );
  if (found !== undefined) return found;
  const names = all.map(({ projection }) => projection.name).join(', ');
  throw new PipelineError('USAGE', `${name} is no projection: there are ${names}.`);
}

/** Tells why, and rethrows. */
export function failedWith(error: unknown, tell: OpenRebuildOptions['tell']): never {
  const lines: string[] = [];
  for (let one = error; one instanceof Error; one = one.cause) lines.push(one.message);
  tell({ failed: lines.join('\n  because: ') || String(error) });
  throw error;
}

/**
 * Beside a reader and a writer of each lane: the lock of the rebuild, a snapshot, who holds the
 * live store back, and questions.
 */
const SESSIONS = 4;
