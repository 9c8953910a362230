/**
 * Seeded chance, for tests and the sandbox: the same seed gives the same world, edits and faults.
 */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Whole number in [low, high]. */
  int(low: number, high: number): number;
  /** Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  /** A new list in another order. */
  shuffle<T>(items: readonly T[]): T[];
  chance(probability: number): boolean;
  hex(digits: number): string;
  /** A stream of its own, so that faults do not disturb the workload. */
  fork(name: string): Random;
  /** How far it has drawn; `seek` goes on from there. */
  position(): number;
  seek(position: number): void;
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: one 32-bit word of state, good enough for a world and quick.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const word = (): number => Math.floor(next() * 4_294_967_296);
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    int,
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick from an empty list');
      return item;
    },
    shuffle: (items) => {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = int(0, last);
        // One item each.
        // eslint-disable-next-line no-restricted-syntax
        const moved = shuffled.splice(other, 1, ...shuffled.slice(last, last + 1));
        // eslint-disable-next-line no-restricted-syntax
        shuffled.splice(last, 1, ...moved);
      }
      return shuffled;
    },
    chance: (probability) => next() < probability,
    hex: (digits) => {
      let text = '';
      while (text.length < digits) text += word().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
    fork: (name) => seededRandom(hash(`${seed}/${name}`)),
    position: () => state,
    seek: (position) => {
      state = position >>> 0;
    },
  };
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return value;
}
