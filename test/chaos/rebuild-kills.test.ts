import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { sharedStack } from '../support/shared-stack.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** `npm run certify:kills` goes through all. Where it is said how many, a report is written. */
const { KILL_POINTS } = process.env;
const wanted = KILL_POINTS ?? '2';
const REPORT = assetPath('test', 'certify', 'rebuild-kill-results.md');
/** The share of places that must be come to again. */
const MET_MIN = 0.9;

// Every statement of a rebuild, and every request to Kafka or the registry, is a place where it can
// be killed, the readers' switch included.
describe(`a rebuild that is killed (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let awaits: ReadonlyMap<string, number>;
  let proof: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-kills-'));
    store = await openStore();
    run = await openRun(store);
    await run.publish(simulateTasks(random, 80, 12));
    await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    proof = proofOf(await rebuild(ONLY_COUNT));
    awaits = countedAwaits(join(folder, 'awaits'));
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const rebuild = (at: AwaitPoint | null, ...args: readonly string[]): Promise<CommandOutcome> =>
    runAdmin(
      {
        ...run.env,
        ...(at === null ? {} : awaitKillEnv(at, join(folder, 'awaits'), true)),
        STORE_SCHEMA: '',
        KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
        SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
        WORKFRONT_CDC_DATA_DIR: folder,
      },
      ['rebuild', ...args],
    );

  it(
    'ends in the same tables, wherever that was',
    async () => {
      expect([...awaits.keys()].map((site) => site.split(' < ')[0])).toEqual(
        expect.arrayContaining(['fetch', 'schema', 'sql begin', 'sql copy', 'sql commit']),
      );
      const all = awaitPoints(awaits, random);
      const points = wanted === 'all' ? all : random.shuffle(all).slice(0, Number(wanted));
      const missed: AwaitPoint[] = [];
      for (const at of points) {
        const killed = await rebuild(at, '--restart');
        if (killed.code === 0) missed.push(at);
        // Goes on, or, where readers were on it before the kill, makes one more.
        expect(proofOf(await rebuild(null)), `killed ${nameOfPoint(at)}`).toBe(proof);
      }
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

\`npm run certify:kills\`, SEED=${seed}: it holds.

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

/** What it says of the comparison, without the stores' names; fails where it did not switch. */
function proofOf({ code, stdout, stderr }: CommandOutcome): string {
  expect(`${code}`, stdout + stderr).toBe('0');
  const [proof] = /[\d,]+ rows of \d+ tables by [\d,]+ hashes: the same \(\w+\)/.exec(stdout) ?? [];
  expect(proof, stdout + stderr).toBeDefined();
  expect(stdout).toContain('Readers are on store_');
  return proof ?? '';
}
