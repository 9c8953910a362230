/** Identifiers in Workfront's form. */
import type { Random } from '../../core/random.ts';
import type { Micros } from '../../core/units.ts';
import { dialOf } from '../memory/dial.ts';
import type { Dials } from '../memory/dial.ts';

/**
 * 32 hex digits that begin with the second of creation, as every public sample does (reference A.7,
 * C.6):
 * 8 digits of epoch seconds, 8 of a counter, 16 random.
 */
export class Ids {
  readonly dials: Dials;
  readonly #random: Random;
  #counter: number;

  constructor(random: Random) {
    this.#random = random;
    this.#counter = random.int(0, 0xffff);
    const counter = { read: () => this.#counter, turn: (to: number) => (this.#counter = to) };
    this.dials = { ids: dialOf(random), idCounter: counter };
  }

  next(nowMicros: Micros): string {
    this.#counter = (this.#counter + 1) % 0xffff_ffff;
    const second = Math.floor(nowMicros / 1_000_000)
      .toString(16)
      .padStart(8, '0');
    return second + this.#counter.toString(16).padStart(8, '0') + this.#random.hex(16);
  }
}

/** Planning: a prefix and 24 hex digits (reference E.1). */
export function planningId(prefix: 'Rc' | 'Rt' | 'F' | 'V' | 'Ws', random: Random): string {
  return prefix + random.hex(24);
}

/** The form of subscription ids in the samples (reference B.1). */
export function uuid(random: Random): string {
  const hex = random.hex(32);
  const version = `4${hex.slice(13, 16)}`;
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4) + hex.slice(17, 20);
  return [hex.slice(0, 8), hex.slice(8, 12), version, variant, hex.slice(20)].join('-');
}
