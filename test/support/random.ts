/** Seeded chance for tests: a random test prints its seed, and `SEED=n` replays it. */
export { seededRandom } from '../../services/core/random.ts';
export type { Random } from '../../services/core/random.ts';

/** The seed of this run: `SEED` from the environment, else a fresh one. Print it. */
export function seedOfRun(): number {
  const given = process.env['SEED'];
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
