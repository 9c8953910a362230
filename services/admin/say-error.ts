/** How an error is told to a person. */
import { PipelineError } from '../core/errors.ts';
import { withoutCredentials } from '../platform/process/secret.ts';
import { fileFault } from '../platform/process/system-error.ts';

/** The message and its causes, no password in it; a stack only for a mistake of ours. */
export function sayError(error: unknown): string {
  return withoutCredentials(told(error));
}

function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const known = knownFault(error);
  if (known === null) return error.stack ?? error.message;
  const lines = [known.message];
  for (let cause = known.cause; cause instanceof Error; cause = cause.cause) {
    lines.push(`  because: ${cause.message}`);
  }
  return lines.join('\n');
}

/** Null for a mistake of ours. */
export function knownFault(error: unknown): PipelineError | null {
  return error instanceof PipelineError ? error : fileFault(error);
}
