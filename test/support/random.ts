/** The seed of a random test, which prints it; `SEED=n` replays it. */

/** The seed of this run: `SEED` from the environment, else a fresh one. Print it. */
export function seedOfRun(): number {
  const given = process.env['SEED'];
  return given === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(given);
}
