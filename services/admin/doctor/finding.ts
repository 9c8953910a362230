/** What `doctor` says of one thing that it looked at. */
import { exitCodeOf, PipelineError } from '../../core/errors.ts';

export interface Finding {
  /** What was looked at, in two words. */
  readonly check: string;
  /** `note`: to be known, and nothing is wrong. Only a finding makes the exit code 1. */
  readonly verdict: 'well' | 'note' | 'finding';
  readonly said: string;
  /** What to do; null where there is nothing to be done. */
  readonly fix: string | null;
}

export function well(check: string, said: string): Finding {
  return { check, verdict: 'well', said, fix: null };
}

export function note(check: string, said: string, fix: string | null = null): Finding {
  return { check, verdict: 'note', said, fix };
}

export function finding(check: string, said: string, fix: string): Finding {
  return { check, verdict: 'finding', said, fix };
}

/** A check that fails is a finding itself: what is wrong with one thing hides no other. */
export async function examine(
  check: string,
  look: () => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    const fix = FIXES.get(exitCodeOf(error)) ?? LOOK_UP;
    return [finding(check, `${error.code}: ${error.message}`, fix)];
  }
}

const LOOK_UP = 'docs/operating/faults.md has the code, and what to do';

const FIXES: ReadonlyMap<number, string> = new Map([
  [2, 'correct the setting that is named; docs/operating/configuration.md has all of them'],
  [3, 'bring what it stands on up to what is said; docs/operating/faults.md has the code'],
]);
