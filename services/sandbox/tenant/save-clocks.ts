/**
 * The clocks that the event and the journal show of one save: neither is that of the object
 * (reference I.8), and one object's own never run backwards.
 */
import type { SpreadMs } from '../settings.ts';
import { asMicros, greatest, microsOf, plus } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';

export interface SaveClocks {
  readonly event: Micros;
  readonly journal: Micros;
}

const MILLI = asMicros(1000);

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
    const event = plus(atMicros, microsOf(this.#drawMs(spreads.eventSpreadMs)));
    const journal = plus(atMicros, microsOf(this.#drawMs(spreads.journalSpreadMs)));
    const clocks = {
      event: greatest(event, plus(last?.event ?? asMicros(0), MILLI)),
      journal: greatest(journal, plus(last?.journal ?? asMicros(0), MILLI)),
    };
    this.#last.set(object, clocks);
    return clocks;
  }

  /** What an earlier run gave the object. */
  put(object: string, clocks: SaveClocks): void {
    this.#last.set(object, clocks);
  }
}
