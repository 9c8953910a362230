/** Seeded randomness: the same seed gives the same world, the same edits and the same faults. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** Integer in [from, to], both inclusive. */
  between(from: number, to: number): number;
  /** Throws on an empty list. */
  pick<T>(items: readonly T[]): T;
  chance(probability: number): boolean;
  hex(digits: number): string;
  /** A stream of its own, so that faults do not disturb the workload. */
  fork(name: string): Random;
  /** How far it has drawn; `seek` goes on from there. */
  position(): number;
  seek(position: number): void;
}

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  // mulberry32: one 32-bit word of state, good enough for a world and quick.
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const word = (): number => Math.floor(next() * 4_294_967_296);
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick: (items) => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick from an empty list');
      return item;
    },
    chance: (probability) => next() < probability,
    hex: (digits) => {
      let text = '';
      while (text.length < digits) text += word().toString(16).padStart(8, '0');
      return text.slice(0, digits);
    },
    fork: (name) => createRandom(hash(`${seed}/${name}`)),
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
