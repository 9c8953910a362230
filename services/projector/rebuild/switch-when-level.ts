/** The readers' switch, tried until it can be had without making anybody wait for long. */
import { PipelineError } from '../../core/errors.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import type { LivePointer } from '../../store/live-pointer.ts';
import { copySettled } from '../../store/parked.ts';
import {
  holdersOfSnapshots,
  holdersOfViews,
  isHeldUp,
  nextTransaction,
  switchReaders,
} from '../../store/switch-readers.ts';
import type { Holder } from '../../store/switch-readers.ts';
import type { CatchUp } from './catch-up.ts';
import type { RebuildOptions } from './rebuild-options.ts';

/** Rejects when somebody has held it up for too long; the next store stays ready. */
export async function switchWhenLevel(
  { pool, parts, teller, clock, signal }: RebuildOptions,
  catchUp: CatchUp,
  pointer: LivePointer,
  live: string,
): Promise<void> {
  const definition = parts.projection.store;
  const deadlineMs = clock.monotonicMs() + PATIENCE_MS;
  for (;;) {
    await catchUp.untilNear(signal, () => undefined);
    const holders = await pool
      .withClient((client) =>
        catchUp.level(client, signal, async () => {
          await noSnapshotIsOlder(client, { pool, clock, signal });
          await switchReaders(client, definition, pointer);
          // Whoever settled one told the store that readers saw.
          await copySettled(client, live, pointer.store);
          return null;
        }),
      )
      .catch(async (error: unknown) => {
        if (error instanceof HeldUp) return error.holders;
        if (isHeldUp(error)) return holdersOfViews(pool);
        throw error;
      });
    if (holders === null) return;
    const named = holders.map(nameOf).join('; ') || 'somebody who is gone already';
    if (clock.monotonicMs() > deadlineMs) {
      throw new PipelineError(
        'POSTGRES_REFUSED',
        `Readers could not be switched from ${live}: held up by ${named}. ${pointer.store} is ready: ` +
          'end those sessions (select pg_terminate_backend(pid)), then run rebuild --switch.',
      );
    }
    teller.note(`The switch is held up by ${named}; trying again.`);
    await clock.sleep(RETRY_MS, signal);
  }
}

const PATIENCE_MS = 15 * 60_000;
const RETRY_MS = 1_000;
const SNAPSHOT_MS_MAX = 1_500;

class HeldUp extends Error {
  readonly holders: readonly Holder[];
  constructor(holders: readonly Holder[]) {
    super('sessions with older snapshots are in the way');
    this.holders = holders;
  }
}

/** Short queries end by themselves within a moment. */
async function noSnapshotIsOlder(
  client: Client,
  { pool, clock, signal }: Pick<RebuildOptions, 'pool' | 'clock' | 'signal'>,
): Promise<void> {
  const xid = await nextTransaction(pool);
  const deadlineMs = clock.monotonicMs() + SNAPSHOT_MS_MAX;
  for (;;) {
    const holders = await holdersOfSnapshots(client, pool, xid);
    if (holders.length === 0) return;
    if (clock.monotonicMs() > deadlineMs) throw new HeldUp(holders);
    await clock.sleep(20, signal);
  }
}

function nameOf({ pid, application, user, seconds, query }: Holder): string {
  const who = [application, user].filter(Boolean).join(' of ');
  return `session ${pid} (${who}, ${Math.round(seconds)} s: ${query.replaceAll(/\s+/g, ' ').slice(0, 80)})`;
}
