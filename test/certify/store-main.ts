/**
 * The stores' certificate, by `npm run certify`: prints it and writes store-results.md. SEED=n
 * replays, SEEDS=n certifies fewer.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import cliProgress from 'cli-progress';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { seedOfRun } from '../support/random.ts';
import { startBackend } from '../support/start-backend.ts';
import { certifyStores } from './certify-stores.ts';
import type { StoreCounts } from './certify-stores.ts';

const seed = seedOfRun();
const seeds = Number(process.env['SEEDS'] ?? 10_000);
const backend = await startBackend('local');
const bar = new cliProgress.SingleBar(
  { format: '{bar} {percentage}% {value} seeds, {eta_formatted} left', stream: process.stderr },
  cliProgress.Presets.shades_classic,
);
try {
  const admin = openPool({ url: backend.databaseUrl, max: 1, applicationName: 'certify' });
  await admin.query('create database certify');
  await admin.close();
  const url = new URL(backend.databaseUrl);
  url.pathname = 'certify';
  const pool = openPool({
    url: url.href,
    max: 2,
    applicationName: 'certify',
    statementTimeoutMs: 0,
  });
  bar.start(seeds, 0);
  const counts = await certifyStores(pool, seed, seeds, (some) => bar.increment(some));
  bar.stop();
  await pool.close();
  const text = storeCertificate(counts);
  process.stdout.write(text);
  if (process.env['SEEDS'] === undefined) {
    writeFileSync(assetPath('test', 'certify', 'store-results.md'), text);
  }
  process.exitCode = isHeld(counts) ? 0 : 1;
} finally {
  await backend.stop();
}

function isHeld({ failures, overlaps, holes }: StoreCounts): boolean {
  return failures.length === 0 && overlaps === 0n && holes === 0n;
}

/** As markdown, in the form that prettier gives it. */
function storeCertificate(counts: StoreCounts): string {
  const n = (count: number | bigint): string => count.toLocaleString('en');
  const { failures, overlaps, holes } = counts;
  const verdict = isHeld(counts) ? 'it holds' : 'IT DOES NOT HOLD';
  const hash = createHash('sha256').update(counts.hashes.join('\n')).digest('hex');
  const failed = failures.slice(0, 20).map((one) => `- SEED=${one}`);
  return `# The stores' certificate

\`npm run certify\`, ${n(counts.seeds)} seeds from ${seed} on: ${verdict}.

The events of each seed (creates, saves, silent changes, deletes, restores, late and repeated ones)
are written into two stores of a real Postgres: once folded whole by a rebuild's writer, and once
shuffled, repeated, cut anywhere, by partitions of different speeds and writers that forget.
Compared byte for byte: \`changes\`, \`_now\` and \`_past\`, and of some the daily history.

- ${n(counts.events)} events, told ${n(counts.sightings)} times: ${n(counts.versions)} versions
- seeds whose rows differ: ${n(failures.length)}
- versions of one object that overlap: ${n(overlaps)}; holes between two: ${n(holes)}
- daily histories compared: ${n(counts.dailyHistories)}
- hash of all rows: ${hash}
${failed.length === 0 ? '' : `\nFailed:\n\n${failed.join('\n')}\n`}`;
}
