/**
 * The fold's certificate: simulated crowds of saves, folded and held against the truth of them.
 * `npm run certify` prints it and writes results.md; SEED=n replays, OBJECTS=n folds fewer.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import cliProgress from 'cli-progress';
import { assetPath } from '../../services/platform/process/assets.ts';
import { certifyObject, holds, newCounts } from '../support/certify-case.ts';
import type { CaseCounts } from '../support/certify-case.ts';
import { CROWD_CASES } from '../support/crowd-cases.ts';
import type { CertifiedCase } from '../support/crowd-cases.ts';
import { seedOfRun } from '../support/random.ts';
import { measureLateEvents } from './late-events.ts';
import { certificateOf } from './certificate.ts';

const seed = seedOfRun();
const objects = Number(process.env['OBJECTS'] ?? 20_000);

const cases = CROWD_CASES.flatMap((one) => [one, { ...one, finalRead: true }]);
const bar = new cliProgress.SingleBar(
  { format: '{bar} {percentage}% {what}', stream: process.stderr },
  cliProgress.Presets.shades_classic,
);
bar.start(cases.length * objects, 0, { what: '' });
const certified = cases.map((one) => ({ of: one, counts: certify(one) }));
bar.stop();
const costs = measureLateEvents();
const isHeld = certified.every(({ counts }) => holds(counts));
const text = certificateOf({ seed, objects, certified, costs, isHeld, cores: cpus().length });
process.stdout.write(text);
if (process.env['OBJECTS'] === undefined) {
  writeFileSync(assetPath('test', 'certify', 'results.md'), text);
}
process.exitCode = isHeld ? 0 : 1;

function certify(one: CertifiedCase): CaseCounts {
  const counts = newCounts();
  for (let index = 0; index < objects; index += 1) {
    certifyObject(one, seed + index, counts);
    bar.increment(1, { what: one.name });
  }
  return counts;
}
