/** Asks the sandbox to make changes by itself. */
import { randomInt } from 'node:crypto';

import { PipelineError } from '../../core/errors.ts';

const DEADLINE_MS = 10_000;

/** `ratePerSecond` saves a second until it ends; 0 asks for nothing. */
export async function startChanges(sandboxUrl: string, ratePerSecond: number): Promise<void> {
  if (ratePerSecond === 0) return;
  const response = await fetch(`${sandboxUrl}/sandbox/workload`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ratePerSecond, seed: randomInt(1, 2 ** 31) }),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (response.ok) return;
  throw new PipelineError(
    'SANDBOX_REFUSED',
    `The sandbox refused to make changes: ${response.status} ${await response.text()}`,
  );
}
