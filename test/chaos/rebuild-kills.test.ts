import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import { assetPath } from '../../services/platform/process/assets.ts';
import { runAdmin } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import {
  awaitKillEnv,
  awaitPoints,
  countedAwaits,
  nameOfPoint,
  ONLY_COUNT,
  requestLines,
} from '../support/kill-at-await.ts';
import type { AwaitPoint } from '../support/kill-at-await.ts';
import { closeStore, openRun, openStore, simulateTasks } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { sharedStack } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** `npm run certify:kills` goes through all. Where it is said how many, a report is written. */
const { KILL_POINTS } = process.env;
const wanted = KILL_POINTS ?? '2';
const REPORT = assetPath('test', 'certify', 'rebuild-kill-results.md');
/** At once, each with servers' parts of its own: most of a rebuild so small is waiting. */
const LANES = wanted === 'all' ? 4 : 1;
/** The share of places that must be come to again. */
const MET_MIN = 0.9;

// Every statement of a rebuild, and every request to Kafka or the registry, is a place where it can
// be killed, the readers' switch included.
describe(`a rebuild that is killed (SEED=${seed})`, () => {
  const lanes: RebuildLane[] = [];
  let awaits: ReadonlyMap<string, number>;

  beforeAll(async () => {
    const events = simulateTasks(random, 80, 12);
    for (let lane = 0; lane < LANES; lane += 1) lanes.push(await openLane(events));
    const [first] = lanes;
    awaits = countedAwaits(join(first?.folder ?? '', 'awaits'));
  }, 120_000 * LANES);
  afterAll(async () => {
    for (const lane of lanes) await lane.close();
  });

  it(
    'ends in the same tables, wherever that was',
    async () => {
      expect([...awaits.keys()].map((site) => site.split(' < ')[0])).toEqual(
        expect.arrayContaining(['fetch', 'schema', 'sql begin', 'sql copy', 'sql commit']),
      );
      const all = awaitPoints(awaits, random);
      const points = wanted === 'all' ? all : random.shuffle(all).slice(0, Number(wanted));
      const waiting = [...points];
      const missed: AwaitPoint[] = [];
      const goThrough = async ({ rebuild, proof }: RebuildLane): Promise<void> => {
        for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
          const killed = await rebuild(at, '--restart');
          if (killed.code === 0) missed.push(at);
          // Goes on, or, where readers were on it before the kill, makes one more.
          expect(proofOf(await rebuild(null)), `killed ${nameOfPoint(at)}`).toBe(proof);
        }
      };
      await Promise.all(lanes.map(goThrough));
      const met = points.length - missed.length;
      expect(met).toBeGreaterThanOrEqual(Math.floor(points.length * MET_MIN));
      if (KILL_POINTS !== undefined) writeFileSync(REPORT, report(met, missed, all.length));
    },
    wanted === 'all' ? 10_800_000 : 120_000 * Number(wanted),
  );

  const report = (
    met: number,
    missed: readonly AwaitPoint[],
    places: number,
  ): string => `# The rebuild's certificate

\`KILL_POINTS=${wanted}\` of \`npm run certify:kills\`, SEED=${seed}: it holds.

A rebuild on a real Kafka, registry and Postgres, from its order to the readers' switch, is killed
with -9 before and after each kind of request that it makes (${awaits.size}, by who asks);
then the same command is given again.

- places where it was killed, of ${places}: ${met}
- come to no more: ${missed.map(nameOfPoint).join(', ') || 'none'}
- ended with readers on tables of the same hashes as a rebuild that nobody kills: ${met}
- ended otherwise: 0

The requests:

${requestLines(awaits.keys())}
`;
});

/** A log, a database, a projector that goes on, and rebuilds beside it. */
interface RebuildLane {
  readonly folder: string;
  /** Of a rebuild that nobody kills. */
  readonly proof: string;
  readonly rebuild: (at: AwaitPoint | null, ...args: readonly string[]) => Promise<CommandOutcome>;
  readonly close: () => Promise<void>;
}

async function openLane(events: readonly ChangeEvent[]): Promise<RebuildLane> {
  const folder = mkdtempSync(join(tmpdir(), 'rebuild-kills-'));
  const store = await openStore();
  const run = await openRun(store);
  const { kafkaBrokers, registryUrl } = sharedStack();
  const env = {
    ...run.env,
    STORE_SCHEMA: '',
    KAFKA_BROKERS: kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: registryUrl,
    WORKFRONT_CDC_DATA_DIR: folder,
  };
  const rebuild: RebuildLane['rebuild'] = (at, ...args) => {
    const kill = at === null ? {} : awaitKillEnv(at, join(folder, 'awaits'), true);
    return runAdmin({ ...env, ...kill }, ['rebuild', ...args]);
  };
  await run.publish(events);
  await run.start({ STORE_SCHEMA: '' });
  await run.caughtUp();
  const proof = proofOf(await rebuild(ONLY_COUNT));
  const close = async (): Promise<void> => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, proof, rebuild, close };
}

/** What it says of the comparison, without the stores' names; fails where it did not switch. */
function proofOf({ code, stdout, stderr }: CommandOutcome): string {
  expect(`${code}`, stdout + stderr).toBe('0');
  const [proof] = /[\d,]+ rows of \d+ tables by [\d,]+ hashes: the same \(\w+\)/.exec(stdout) ?? [];
  expect(proof, stdout + stderr).toBeDefined();
  expect(stdout).toContain('Readers are on store_');
  return proof ?? '';
}
