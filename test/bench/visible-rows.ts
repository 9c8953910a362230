/** Watches until saves are visible to readers of `live.task_now`. */
import { systemClock } from '../../services/core/clock.ts';
import type { Micros } from '../../services/core/units.ts';
import type { Queryable } from '../../services/platform/postgres/postgres.ts';
import type { TaskSave } from './task-world.ts';

interface Awaited {
  readonly instant: Micros;
  readonly dueMs: number;
}

const PAUSE_MS = 3;

/** One look at a time, at what is under way only; a look's end is when its rows were seen. */
export class VisibleRows {
  /** Milliseconds from when each was due until it was seen. */
  readonly latenciesMs: number[] = [];
  readonly #database: Queryable;
  readonly #awaited = new Map<string, Awaited[]>();
  #count = 0;

  constructor(database: Queryable) {
    this.#database = database;
  }

  get underWay(): number {
    return this.#count;
  }

  expect({ objID, instant }: TaskSave, dueMs: number): void {
    const known = this.#awaited.get(objID);
    if (known === undefined) this.#awaited.set(objID, [{ instant, dueMs }]);
    else known.push({ instant, dueMs });
    this.#count += 1;
  }

  async watch(done: () => boolean): Promise<void> {
    while (!done()) {
      if (this.#count > 0) await this.#look();
      await systemClock.sleep(PAUSE_MS);
    }
  }

  async #look(): Promise<void> {
    const objIDs = [...this.#awaited.keys()];
    const { rows } = await this.#database.query<{ objid: string; instant: bigint }>(SEEN, [objIDs]);
    const seenMs = systemClock.monotonicMs();
    for (const { objid, instant } of rows) {
      const awaited = this.#awaited.get(objid) ?? [];
      const left = awaited.filter((one) => one.instant > Number(instant));
      for (const one of awaited) {
        if (one.instant <= Number(instant)) this.latenciesMs.push(seenMs - one.dueMs);
      }
      this.#count -= awaited.length - left.length;
      if (left.length === 0) this.#awaited.delete(objid);
      else this.#awaited.set(objid, left);
    }
  }
}

const SEEN = `
select objid, (extract(epoch from began) * 1000000)::bigint as instant
from live.task_now where objid = any($1)`;
