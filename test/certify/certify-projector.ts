import { spawnSync } from 'node:child_process';

export interface ProjectorProof {
  readonly objects: number;
  readonly isHeld: boolean;
}

const OBJECTS = 2_000;
const SUITE = 'test/integration/projector.test.ts';

/**
 * The suite's own test with more objects: one log, read in order, shuffled with repeats and in
 * other batches, by two projectors, over kills and restarts, gives the same tables byte by byte.
 */
export function certifyProjector(seed: number): ProjectorProof {
  const { status } = spawnSync('npx', ['vitest', 'run', '--project', 'integration', SUITE], {
    env: { ...process.env, CERTIFY_OBJECTS: String(OBJECTS), SEED: String(seed) },
    // What it prints is progress; the certificate alone goes to stdout.
    stdio: ['ignore', 2, 2],
  });
  return { objects: OBJECTS, isHeld: status === 0 };
}
