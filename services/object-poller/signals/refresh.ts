/**
 * Objects that another path told of are read again within seconds, many to a call: events and
 * journal rows carry a part of the fields only (reference B.6). Asked again until the clock read is
 * at least the signal's; what never shows is left to the polls.
 */
import { SAME_SAVE_MICROS } from '../../core/fold/same-save.ts';
import { asMicros, greatest, minus } from '../../core/units.ts';
import type { Micros, Millis, ObjCode, ObjID } from '../../core/units.ts';
import { searchIDs } from '../fetch.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';

interface Wanted {
  /** The change clock that the signal told of; null where the type has none. */
  clock: Micros | null;
  tries: number;
  dueMs: Millis;
}

/** Beyond this the polls have to find them (Law 7). */
const WAITING_MAX = 50_000;
const IDS_PER_CALL = 200;
const GATHER_MS = 300;
const TRIES_MAX = 8;
const AGAIN_MS = 500;

export class Refresher {
  readonly #polling: Polling;
  readonly #types: ReadonlyMap<string, PolledType>;
  readonly #waiting = new Map<string, Map<string, Wanted>>();
  #count = 0;

  constructor(polling: Polling, types: readonly PolledType[]) {
    this.#polling = polling;
    this.#types = new Map(types.map((type) => [type.objCode, type]));
  }

  get waiting(): number {
    return this.#count;
  }

  want(objCode: ObjCode, objID: ObjID, clock: Micros): void {
    const type = this.#types.get(objCode);
    if (type === undefined) return;
    const ids = this.#waiting.get(objCode) ?? new Map<string, Wanted>();
    this.#waiting.set(objCode, ids);
    const needed = type.clockField === null ? null : minus(clock, SAME_SAVE_MICROS);
    const wanted = ids.get(objID);
    if (wanted !== undefined) {
      wanted.clock = needed === null ? null : greatest(needed, wanted.clock ?? asMicros(0));
      wanted.tries = 0;
    } else if (this.#count < WAITING_MAX) {
      ids.set(objID, { clock: needed, tries: 0, dueMs: 0 });
      this.#count += 1;
    }
    this.#polling.metrics.refreshWaiting.set(this.#count);
  }

  /** Until the term ends. */
  async run(): Promise<void> {
    const { term, clock } = this.#polling;
    while (!term.signal.aborted) {
      await clock.sleep(GATHER_MS, term.signal);
      for (const type of this.#types.values()) await this.#refresh(type);
    }
  }

  async #refresh(type: PolledType): Promise<void> {
    const { term, fetch, reads, lag, clock, metrics } = this.#polling;
    const ids = this.#waiting.get(type.objCode);
    if (ids === undefined) return;
    const nowMs = clock.monotonicMs();
    const due = [...ids].filter(([, { dueMs }]) => dueMs <= nowMs).slice(0, IDS_PER_CALL);
    if (due.length === 0) return;
    // Told of while it is read, an object is wanted anew.
    const asked = new Map(due.map(([id, wanted]) => [id, { ...wanted }]));
    const names = [...asked.keys()];
    const question = { type, priority: 'live' } as const;
    const rows = await term.again(() => searchIDs(fetch, question, names));
    await term.again(() => publishReads(type.objCode, rows, { searchLagMs: lag.ms }, reads));
    metrics.refreshes.add(rows.length);
    const shown = new Map(rows.map((row) => [row.ID, row.clock]));
    for (const [id, before] of asked) {
      const isNew = isShown(shown.get(id), before);
      const wanted = ids.get(id);
      if (wanted === undefined) continue;
      if (wanted.clock !== before.clock && !isShown(shown.get(id), wanted)) continue;
      if (isNew || wanted.tries + 1 >= TRIES_MAX) {
        ids.delete(id);
        this.#count -= 1;
      } else {
        wanted.tries += 1;
        wanted.dueMs = clock.monotonicMs() + AGAIN_MS * 2 ** Math.min(wanted.tries, 4);
      }
    }
    metrics.refreshWaiting.set(this.#count);
  }
}

/** @param shown undefined where the search does not show the object, or not yet */
function isShown(shown: Micros | null | undefined, { clock }: Pick<Wanted, 'clock'>): boolean {
  if (shown === undefined) return false;
  return clock === null || shown === null || shown >= clock;
}
