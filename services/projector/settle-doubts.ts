/**
 * What the evidence leaves open (`ambiguous` in the tables) is asked for, so that a source reads
 * the object again and settles it. Promises nothing but how soon: the mark itself is in the tables,
 * whoever looks next finds it. Must not stop the projector: `control` may be another database, and
 * away.
 */
import type { Clock } from '../core/clock.ts';
import type { Millis } from '../core/units.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { askToSettle } from '../source/orders/asked-doubts.ts';
import { readDoubtful } from '../store/doubtful-objects.ts';
import { OBJECT_TYPES } from '../workfront/catalogue/object-types.generated.ts';

export interface SettlingOptions {
  readonly store: Queryable;
  readonly control: Queryable;
  /** How long nothing may have been told of an object: most are told of again within seconds. */
  readonly quietMs: Millis;
  /** What is marked before that may be settled by what is in the log already. */
  readonly isNearEnd: () => boolean;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Runs until the signal. */
export async function settleDoubts(options: SettlingOptions, signal: AbortSignal): Promise<void> {
  const { quietMs, isNearEnd, clock, logger } = options;
  const pauseMs = Math.min(quietMs, PAUSE_MS_MAX);
  let isFailing = false;
  while (!signal.aborted) {
    await clock.sleep(pauseMs, signal).catch(() => undefined);
    if (signal.aborted || !isNearEnd()) continue;
    try {
      const asked = await askOnce(options);
      if (asked > 0) logger.info({ objects: asked }, 'in doubt, and asked for to be read again');
      isFailing = false;
    } catch (error) {
      // They stay marked. Said once, not at every turn.
      if (!isFailing && !signal.aborted)
        logger.warn({ error }, 'cannot ask for what is in doubt; tried again until it works');
      isFailing = true;
    }
  }
}

/** @returns how many were not asked for yet */
export async function askOnce({
  store,
  control,
  quietMs,
}: Pick<SettlingOptions, 'store' | 'control' | 'quietMs'>): Promise<number> {
  const doubts = await readDoubtful(store, READ_AGAIN, { quietMs, limit: OBJECTS_MAX });
  const areAll = doubts.length < OBJECTS_MAX;
  return askToSettle(control, doubts, { againAfterMs: AGAIN_AFTER_MS, areAll });
}

/** Types of which somebody answers; of the others the next event settles it. */
const READ_AGAIN: ReadonlySet<string> = new Set(
  OBJECT_TYPES.filter(({ inRest, planning, events }) =>
    planning ? events !== 'none' : inRest,
  ).map(({ objCode }) => objCode),
);
const PAUSE_MS_MAX = 30_000;
/** A reading that lags behind the save, or that was refused, settles nothing. */
const AGAIN_AFTER_MS = 3_600_000;
/** So many at once (Law 7): those behind them come when these are settled. */
const OBJECTS_MAX = 20_000;
