import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `unfinished`: the tables were not compared in all ways, so that nothing is known of the rest. */
export type ProjectorVerdict = 'identical' | 'different' | 'unfinished';

export interface ProjectorProof {
  readonly objects: number;
  readonly verdict: ProjectorVerdict;
}

/** What vitest's reporter says of a run. */
interface Report {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

const OBJECTS = 2_000;
const SUITE = 'test/integration/projector.test.ts';
/** The suite has its limit for 120 objects. */
const TEST_TIMEOUT_MS = 1_200_000;

/**
 * The suite's own test with more objects: one log, read in order, shuffled with repeats and in
 * other batches, by two projectors, over kills and restarts, gives the same tables byte by byte.
 */
export function certifyProjector(seed: number): ProjectorProof {
  const folder = mkdtempSync(join(tmpdir(), 'certify-'));
  const file = join(folder, 'report.json');
  const reporting = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const options = [...reporting, `--testTimeout=${TEST_TIMEOUT_MS}`];
  try {
    spawnSync('npx', ['vitest', 'run', '--project', 'integration', SUITE, ...options], {
      env: { ...process.env, CERTIFY_OBJECTS: String(OBJECTS), SEED: String(seed) },
      // What it prints is progress; the certificate alone goes to stdout.
      stdio: ['ignore', 2, 2],
    });
    return { objects: OBJECTS, verdict: verdictOf(file) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A comparison that failed says that rows differ; whatever else failed compared nothing. */
function verdictOf(file: string): ProjectorVerdict {
  const tests = reported(file);
  if (tests.some(({ failureMessages: [why] }) => why?.startsWith('AssertionError') === true))
    return 'different';
  const isFinished = tests.length > 0 && tests.every(({ status }) => status === 'passed');
  return isFinished ? 'identical' : 'unfinished';
}

function reported(file: string): Report['testResults'][number]['assertionResults'] {
  try {
    const { testResults } = JSON.parse(readFileSync(file, 'utf8')) as Report;
    return testResults.flatMap(({ assertionResults }) => assertionResults);
  } catch {
    return [];
  }
}
