/**
 * The dials in the data file: each group ends with those that have moved since the last one, so
 * that random streams go on exactly where the last thing that is remembered left them.
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Dials } from './dial.ts';

export class DialMemory {
  readonly #dials: Dials;
  readonly #known = new Map<string, number>();

  constructor(dials: Dials) {
    this.#dials = dials;
  }

  /** Null when none has moved. */
  moved(): JsonObject | null {
    const moved: Record<string, number> = {};
    for (const [name, { read }] of Object.entries(this.#dials)) {
      const value = read();
      if (this.#known.get(name) === value) continue;
      this.#known.set(name, value);
      moved[name] = value;
    }
    return Object.keys(moved).length === 0 ? null : { dials: moved };
  }

  recall({ dials }: JsonObject): void {
    if (!isJsonObject(dials)) return;
    for (const [name, value] of Object.entries(dials)) {
      if (typeof value === 'number') this.#known.set(name, value);
    }
  }

  /** After everything else has come back: what made a stream anew has it begin again. */
  turn(): void {
    for (const [name, value] of this.#known) this.#dials[name]?.turn(value);
  }
}
