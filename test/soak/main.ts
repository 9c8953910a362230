/**
 * The proof of completeness for many seeds, by `npm run soak`: the test of the suite
 * (test/chaos/proof.test.ts), longer. Prints each seed's line and writes test/soak/results.md after
 * each; ends with 1 where one fails. SEED=n begins at a seed, SEEDS=n takes as many, SOAK_MINUTES=n
 * begins no further seeds after that time, SOAK_AT_ONCE=n runs so many beside each other, each with
 * servers of its own.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../services/core/clock.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { say } from '../bench/progress.ts';
import { soakReport } from './report.ts';
import type { SoakedSeed } from './report.ts';

/** Servers are made anew for every so many seeds, so that their logs do not pile up. */
const SEEDS_A_STACK = 4;
const MINUTE_MS = 60_000;

const first = numberFrom('SEED', 1);
const wanted = numberFrom('SEEDS', 20);
const minutes = numberFrom('SOAK_MINUTES', 180);
const changes = numberFrom('SOAK_CHANGES', 200);
const atOnce = numberFrom('SOAK_AT_ONCE', 1);
const results = assetPath('test', 'soak', 'results.md');
const folder = mkdtempSync(join(tmpdir(), 'soak-'));
const beganMs = systemClock.monotonicMs();
const soaked: SoakedSeed[] = [];

try {
  let next = 0;
  const soakOn = async (): Promise<void> => {
    while (next < wanted && !isOver()) {
      const at = next;
      next += SEEDS_A_STACK;
      await soak(first + at, Math.min(SEEDS_A_STACK, wanted - at));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, soakOn));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const failed = soaked.filter(({ failure }) => failure !== null);
say(`${soaked.length} seeds, ${failed.length} failed; ${results}`);
process.exitCode = failed.length > 0 || soaked.length === 0 ? 1 : 0;

function isOver(): boolean {
  return systemClock.monotonicMs() - beganMs > minutes * MINUTE_MS;
}

async function soak(seed: number, count: number): Promise<void> {
  const lines = join(folder, `${seed}.jsonl`);
  writeFileSync(lines, '');
  const ended = runTest(seed, count, lines);
  const isRunning = { value: true };
  const done = ended.finally(() => (isRunning.value = false));
  let told = 0;
  const take = (): void => {
    const found = readFileSync(lines, 'utf8').split('\n').slice(0, -1);
    for (const line of found.slice(told)) add(JSON.parse(line) as SoakedSeed);
    told = found.length;
  };
  while (isRunning.value) {
    await Promise.race([done, systemClock.sleep(1_000)]);
    take();
  }
  for (let missing = told; missing < count; missing += 1) {
    add({ seed: seed + missing, failure: 'ended without a word', proved: null });
  }
}

function add(one: SoakedSeed): void {
  soaked.push(one);
  soaked.sort((a, b) => a.seed - b.seed);
  const seconds = Math.round((systemClock.monotonicMs() - beganMs) / 1000);
  say(`${soaked.length} of ${wanted}, ${seconds} s: ${JSON.stringify(one)}`);
  writeFileSync(results, soakReport(soaked, { wanted, changes }));
}

function runTest(seed: number, count: number, lines: string): Promise<void> {
  const env = {
    ...process.env,
    SEED: String(seed),
    PROOF_SEEDS: String(count),
    PROOF_CHANGES: String(changes),
    PROOF_REPORT: lines,
  };
  const run = ['vitest', 'run', '--project', 'e2e', 'test/chaos/proof.test.ts'];
  const child = spawn('npx', run, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}

function numberFrom(name: string, otherwise: number): number {
  const value = Number(process.env[name] ?? otherwise);
  if (!Number.isInteger(value) || value < 1) throw new Error(`${name} must be a number above 0`);
  return value;
}
