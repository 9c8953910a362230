/**
 * A small number that the sandbox goes by: how far a random stream has drawn, a counter. Those that
 * it goes on from after a restart are kept in the data file.
 */
import type { Random } from '../../core/random.ts';

export interface Dial {
  readonly read: () => number;
  readonly turn: (value: number) => void;
}

export type Dials = Readonly<Record<string, Dial>>;

export function dialOf(random: Random): Dial {
  return { read: () => random.position(), turn: (position) => random.seek(position) };
}
