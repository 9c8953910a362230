/** What `npm run soak` writes: each seed with what it was made of, and what does not hold. */
import type { Proved } from '../support/prove-complete.ts';
import { commit, machine } from '../bench/report.ts';

export interface SoakedSeed {
  readonly seed: number;
  /** Null where it was proved. */
  readonly failure: string | null;
  readonly proved: Proved | null;
}

const COLUMNS = [
  'seed',
  'objects',
  'deleted',
  'true versions',
  'missing, in a gap',
  'stored versions',
  'looks',
  'promises',
  'seconds',
  '',
];

/** As markdown, in the form that prettier gives it. */
export function soakReport(
  soaked: readonly SoakedSeed[],
  { wanted, changes }: { readonly wanted: number; readonly changes: number },
): string {
  const failed = soaked.filter(({ failure }) => failure !== null);
  const rows = [COLUMNS, ...soaked.map(cellsOf)];
  const widths = COLUMNS.map((_, at) => Math.max(3, ...rows.map((row) => (row[at] ?? '').length)));
  const lineOf = (cells: readonly string[]): string =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 3)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  const table = [lineOf(COLUMNS), lineOf(rule), ...rows.slice(1).map(lineOf)].join('\n');
  const failures = failed.map(
    ({ seed, failure }) => `- SEED=${seed}: ${(failure ?? '').slice(0, FAILURE_CHARS_MAX)}`,
  );
  return `# The proof of completeness

\`npm run soak\`; do not edit. Commit ${commit()}, ${machine()}.
${soaked.length} of ${wanted} seeds have run, ${failed.length} failed.

Each seed makes ${changes} changes in a small tenant, with 10 % of deliveries lost, 10 % doubled,
20 % late or out of order, rows that show late, broken and slow answers, deletes that nobody tells
of, restores under the old clock, values that move by themselves, and a kill -9 of every process
(\`test/support/disturbances.ts\`).

Asked of each seed: the tables are the oracle's; a true version that is missing lies in a published
gap; each stored version was true when it began, or a gap covers what was missed; no instant of \`workfront.freshness\` promised more than
the tables had in the same snapshot of the database; without the pollers no instant moves.

${table}
${failures.length === 0 ? '' : `\nFailed:\n\n${failures.join('\n')}\n`}`;
}

/** The run's own output has it whole. */
const FAILURE_CHARS_MAX = 1_000;

function cellsOf({ seed, failure, proved }: SoakedSeed): string[] {
  const verdict = failure === null ? 'proved' : 'FAILED';
  if (proved === null) return [String(seed), '', '', '', '', '', '', '', '', verdict];
  const { objects, deleted, versions, inGaps, stored, looks, promises, seconds } = proved;
  const counts = [objects, deleted, versions, inGaps, stored, looks, promises, seconds];
  return [String(seed), ...counts.map((count) => count.toLocaleString('en')), verdict];
}
