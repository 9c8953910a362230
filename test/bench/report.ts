/** What a benchmark says: a line of JSON, or a table in results.md. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { assetPath } from '../../services/platform/process/assets.ts';

export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same machine did in the same run without us, in the same unit. */
  readonly ceiling: number;
  /** How near to the ceiling, 1 at it: value / ceiling of a rate, ceiling / value of a latency. */
  readonly ratio: number;
  readonly cpuMicrosPerEvent: { readonly ours: number; readonly postgres: number };
  /** Of any one of our processes. */
  readonly rssMiBMax: number;
  readonly n: number;
  readonly seed: number;
  /** One sentence or two: what was measured, what the ceiling is, what else was seen. */
  readonly notes: string;
}

export type BenchOutcome = Measured | { readonly name: string; readonly failed: string };

export function jsonLine(outcome: BenchOutcome): string {
  const rounded = JSON.parse(JSON.stringify(outcome), (_key, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? significant(value) : value,
  ) as object;
  return JSON.stringify({ ...rounded, commit: commit() });
}

export function markdownTable(outcomes: readonly BenchOutcome[]): string {
  const rows = outcomes.map((one) => `| ${cellsOf(one).join(' | ')} |`);
  return [`| ${HEADINGS.join(' | ')} |`, `|${'---|'.repeat(HEADINGS.length)}`, ...rows].join('\n');
}

/** Writes a file of test/bench. */
export function writeResults(
  outcomes: readonly BenchOutcome[],
  seconds: number,
  file: string,
): void {
  const notes = outcomes.map((one) => `- **${one.name}**: ${'notes' in one ? one.notes : FAILED}`);
  const text = `# Benchmark results

Written by \`npm run bench\`; do not edit. Commit ${commit()}, ${machine()}; all on this one machine:
Kafka, the registry, Postgres, our processes and the load. ${Math.round(seconds)} s in all.
The ratio is what counts: both sides were measured in one run. It is 1 at the ceiling, for rates
and latencies alike.

${markdownTable(outcomes)}

${notes.join('\n')}
`;
  writeFileSync(assetPath('test', 'bench', file), text);
}

const FAILED = 'failed; see its message.';
// prettier-ignore
const HEADINGS = [
  'name', 'value', 'ceiling', 'ratio', 'CPU µs/event: ours', 'Postgres',
  'RSS max, MiB', 'n', 'seed',
];

function cellsOf(one: BenchOutcome): readonly (string | number)[] {
  if ('failed' in one) return [one.name, `failed: ${one.failed.split('\n')[0]}`];
  const { cpuMicrosPerEvent: cpu } = one;
  return [
    one.name,
    `${grouped(one.value)} ${one.unit}`,
    grouped(one.ceiling),
    one.ratio.toFixed(2),
    grouped(cpu.ours),
    grouped(cpu.postgres),
    Math.round(one.rssMiBMax),
    grouped(one.n),
    one.seed,
  ];
}

function grouped(value: number): string {
  return significant(value).toLocaleString('en');
}

function significant(value: number): number {
  return Math.abs(value) >= 1_000 ? Math.round(value) : Number(value.toPrecision(3));
}

export function machine(): string {
  const gib = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} cores, ${gib} GiB of memory, node ${process.version}`;
}

export function commit(): string {
  const cwd = assetPath();
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const changed = git('status', '--porcelain', '--', 'services', 'schemas', 'infra').trim();
    return git('rev-parse', '--short=10', 'HEAD').trim() + (changed === '' ? '' : ' with changes');
  } catch {
    return 'unknown';
  }
}
