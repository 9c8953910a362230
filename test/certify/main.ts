/**
 * The fold's certificate: simulated crowds of saves, folded and held against the truth of them.
 * Then some through real projectors. `npm run certify` prints it and writes results.md; SEED=n
 * replays, OBJECTS=n folds fewer and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import cliProgress from 'cli-progress';
import { systemClock } from '../../services/core/clock.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { certifyObject, holds, newCounts } from '../support/certify-case.ts';
import type { CaseCounts } from '../support/certify-case.ts';
import { CROWD_CASES } from '../support/crowd-cases.ts';
import type { CertifiedCase } from '../support/crowd-cases.ts';
import { seedOfRun } from '../support/random.ts';
import { beyondCeilings, measureLateEvents } from './late-events.ts';
import { certificateOf } from './certificate.ts';
import { certifyProjector } from './certify-projector.ts';

const seed = seedOfRun();
const objects = Number(process.env['OBJECTS'] ?? 20_000);

const cases = CROWD_CASES.flatMap((one) => [one, { ...one, finalRead: true }]);
const bar = new cliProgress.SingleBar(
  {
    format: '{bar} {percentage}% {what}, {eta_formatted} left',
    stream: process.stderr,
    noTTYOutput: true,
    notTTYSchedule: 15_000,
  },
  cliProgress.Presets.shades_classic,
);
bar.start(cases.length * objects, 0, { what: '' });
const certified: { of: CertifiedCase; counts: CaseCounts }[] = [];
for (const one of cases) certified.push({ of: one, counts: await certify(one) });
bar.stop();
const costs = measureLateEvents();
const projected = certifyProjector(seed);
const isHeld =
  certified.every(({ of, counts }) => holds(of, counts)) &&
  beyondCeilings(costs).length === 0 &&
  projected.verdict === 'identical';
const text = certificateOf({
  seed,
  objects,
  certified,
  costs,
  projected,
  isHeld,
  cores: cpus().length,
});
process.stdout.write(text);
if (process.env['OBJECTS'] === undefined) {
  writeFileSync(assetPath('test', 'certify', 'results.md'), text);
}
process.exitCode = isHeld ? 0 : 1;

async function certify(one: CertifiedCase): Promise<CaseCounts> {
  const counts = newCounts();
  for (let index = 0; index < objects; index += 1) {
    certifyObject(one, seed + index, counts);
    bar.increment(1, { what: one.name });
    // The bar has its turn.
    if (index % 200 === 0) await systemClock.turn();
  }
  return counts;
}
