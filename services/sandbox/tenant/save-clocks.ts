/**
 * The clocks that the event and the journal show of one save: neither is that of the object
 * (reference I.8), and one object's own never run backwards.
 */
import type { SpreadMs } from '../settings.ts';
import type { Micros } from '../../core/change-event.generated.ts';
import type { Millis } from '../../core/units.ts';

export interface SaveClocks {
  readonly event: number;
  readonly journal: number;
}

const MILLI = 1000;

export class LastClocks {
  readonly #last = new Map<string, SaveClocks>();
  readonly #drawMs: (spread: SpreadMs) => Millis;

  constructor(drawMs: (spread: SpreadMs) => Millis) {
    this.#drawMs = drawMs;
  }

  /** Of a save at this instant: later than those of the object's save before. */
  next(
    object: string,
    atMicros: Micros,
    spreads: { readonly eventSpreadMs: SpreadMs; readonly journalSpreadMs: SpreadMs },
  ): SaveClocks {
    const last = this.#last.get(object);
    const event = atMicros + this.#drawMs(spreads.eventSpreadMs) * MILLI;
    const journal = atMicros + this.#drawMs(spreads.journalSpreadMs) * MILLI;
    const clocks = {
      event: Math.max(event, (last?.event ?? 0) + MILLI),
      journal: Math.max(journal, (last?.journal ?? 0) + MILLI),
    };
    this.#last.set(object, clocks);
    return clocks;
  }

  /** What an earlier run gave the object. */
  put(object: string, clocks: SaveClocks): void {
    this.#last.set(object, clocks);
  }
}
