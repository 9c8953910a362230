/**
 * A projector on the next store, never ahead of the store that readers see; and the moment in which
 * both are at the very same place in the log.
 */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { FIRST_OFFSET } from '../../core/units.ts';
import type { Millis, Offset } from '../../core/units.ts';
import { partitionKey } from '../../platform/kafka/topic-partition.ts';
import { inTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Queryable } from '../../platform/postgres/postgres.ts';
import { Leash } from '../leash.ts';
import type { PositionVector } from '../leash.ts';
import type { ProjectorParts, ReadableLog } from '../open-projector.ts';
import { parkOf, projectorOn } from '../open-projector.ts';
import type { Park } from '../parking.ts';
import type { Projector } from '../projector.ts';
import { parkUnknown } from './park-unknown.ts';
import type { ProjectedRow } from '../projections/register.ts';

export class CatchUp {
  readonly #parts: ProjectorParts;
  readonly #live: string;
  readonly #next: string;
  readonly #topics: readonly string[];
  readonly #leash = new Leash(new Map());
  readonly #projector: Projector<ProjectedRow>;
  #isLive = false;

  constructor(parts: ProjectorParts, log: ReadableLog, live: string, next: string) {
    this.#parts = parts;
    this.#live = live;
    this.#next = next;
    this.#topics = log.topics;
    const [setAside, setUnknownAside] = [parkOf(parts), parkUnknown(parts, live)];
    // What the live projector has passed and could not take it has set aside itself.
    const park: Park = (unusable) => (this.#isLive ? setAside : setUnknownAside)(unusable);
    this.#projector = projectorOn(next, parts, log, { leash: this.#leash, park });
  }

  start(): Promise<void> {
    return this.#projector.start();
  }

  stop(): Promise<void> {
    return this.#projector.stop();
  }

  /** Until the next store is nearly where readers are, and no further. */
  async untilNear(signal: AbortSignal, onGap: (gap: StoreDistance) => void): Promise<void> {
    const { pool, clock } = this.#parts;
    for (;;) {
      const live = await positionsOf(pool, this.#live, this.#topics);
      this.#leash.moveTo(live);
      const next = await positionsOf(pool, this.#next, this.#topics);
      const gap = { behind: gapBetween(live, next), ahead: gapBetween(next, live) };
      onGap(gap);
      if (gap.behind <= NEAR_RECORDS && gap.ahead === 0n) return;
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
  }

  /**
   * Holds the live projector back, brings both stores to one place, and runs `act` there, within a
   * transaction of `client`. The live projector waits for as long as `act` takes: the caller keeps
   * it short.
   */
  async level<T>(client: Client, signal: AbortSignal, act: () => Promise<T>): Promise<T> {
    const { clock } = this.#parts;
    return inTransaction(client, async () => {
      await client.query(`set local lock_timeout = '5s'`);
      await client.query(`lock table ${this.#live}.positions in share row exclusive mode`);
      const live = await positionsOf(client, this.#live, this.#topics);
      this.#leash.moveTo(live);
      await this.#untilAt(live, clock, signal);
      return act();
    });
  }

  async #untilAt(live: PositionVector, clock: Clock, signal: AbortSignal): Promise<void> {
    const deadlineMs = clock.monotonicMs() + LEVEL_DEADLINE_MS;
    const next = (): Promise<PositionVector> =>
      positionsOf(this.#parts.pool, this.#next, this.#topics);
    while (gapBetween(live, await next()) > 0n) {
      if (clock.monotonicMs() > deadlineMs) {
        throw new PipelineError(
          'POSTGRES_UNAVAILABLE',
          `${this.#next} did not come level with ${this.#live} within ${LEVEL_DEADLINE_MS} ms.`,
        );
      }
      await clock.sleep(10, signal);
    }
  }

  /** After the switch: writes on, until the live projector has come over or the time is up. */
  async handOver(signal: AbortSignal, deadlineMs: Millis): Promise<boolean> {
    const { clock } = this.#parts;
    this.#isLive = true;
    this.#leash.moveTo(null);
    const all = this.#projector.assigned;
    const endMs = clock.monotonicMs() + deadlineMs;
    let sharedSinceMs: Millis | null = null;
    while (clock.monotonicMs() < endMs) {
      const nowMs = clock.monotonicMs();
      // While the group settles nobody has any for a moment.
      if (this.#projector.assigned >= all) sharedSinceMs = null;
      else sharedSinceMs ??= nowMs;
      if (sharedSinceMs !== null && nowMs - sharedSinceMs > SETTLED_MS) return true;
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
    return false;
  }
}

/**
 * By partition; of those that have any. A store may also have been made from topics that were
 * rewritten since, of which nothing comes any more.
 */
export async function positionsOf(
  database: Queryable,
  store: string,
  topics: readonly string[],
): Promise<PositionVector> {
  const { rows } = await database.query<{ topic: string; partition: number; next: Offset }>(
    `select topic, partition, next from ${store}.positions where next > 0 and topic = any($1)`,
    [topics],
  );
  return new Map(rows.map((row) => [partitionKey(row), row.next]));
}

/** Records between the next store and the one that readers see. */
export interface StoreDistance {
  readonly behind: bigint;
  /** Of a store that was built up to an instant which the live one has not reached. */
  readonly ahead: bigint;
}

/** Records that `one` has and `other` has not. */
function gapBetween(one: PositionVector, other: PositionVector): bigint {
  let gap = 0n;
  for (const [key, position] of one) {
    const behind = position - (other.get(key) ?? FIRST_OFFSET);
    if (behind > 0n) gap += behind;
  }
  return gap;
}

/** So many are applied within the moment for which the live projector is held back. */
const NEAR_RECORDS = 500n;
const LOOK_EVERY_MS = 200;
const SETTLED_MS = 2_000;
const LEVEL_DEADLINE_MS = 10_000;
