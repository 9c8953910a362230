import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import { offsetOf } from '../../services/core/units.ts';
import { changesTopic, deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { runAdmin } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { killAtSendEnv } from '../support/kill-at-send.ts';
import type { KillPoint } from '../support/kill-at-statement.ts';
import {
  closeStore,
  endWell,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { sharedStack } from '../support/shared-stack.ts';
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
const NOTHING = Buffer.alloc(0);

// One story: a log of four partitions becomes one of seven without one task, while changes flow.
describe(`a rewrite of the log (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let projector: Service;
  const events = simulateTasks(random, 250, 12);
  const half = Math.floor(events.length / 2);
  const [erased = ''] = events.map(({ objID }) => objID);
  let to: string;
  let topic: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rewrite-'));
    store = await openStore();
    run = await openRun(store);
    to = `${run.prefix}.2`;
    topic = changesTopic(to, 'TASK');
    await run.publish(events.slice(0, half));
    projector = await run.start({ STORE_SCHEMA: '' });
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const command = (
    prefix: string,
    args: readonly string[],
    more: Readonly<Record<string, string>> = {},
  ): Promise<CommandOutcome> =>
    runAdmin(
      {
        ...run.env,
        STORE_SCHEMA: '',
        TOPIC_PREFIX: prefix,
        KAFKA_BROKERS: sharedStack().kafkaBrokers.join(','),
        SCHEMA_REGISTRY_URL: sharedStack().registryUrl,
        WORKFRONT_CDC_DATA_DIR: folder,
        ...more,
      },
      args,
    );
  const rewrite = (at: KillPoint | null, ...args: readonly string[]): Promise<CommandOutcome> =>
    command(
      run.prefix,
      [
        'topics',
        'rewrite',
        '--to',
        to,
        '--partitions',
        'TASK=7',
        '--drop',
        `TASK:${erased}`,
        ...args,
      ],
      at === null ? {} : killAtSendEnv(at),
    );
  const copied = async (): Promise<bigint> => {
    const offsets = await run.kafka.admin().fetchOffsets(topic);
    return offsets.reduce((sum, { high }) => sum + high, 0n);
  };
  const idsIn = async (schema: string): Promise<unknown[]> => {
    const { rows } = await store.pool.query(
      `select objid, encode(eventid, 'hex') as id from ${schema}.changes order by 1, 2`,
    );
    return rows;
  };

  it('says first what it would do', async () => {
    const { code, stdout } = await rewrite(null, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`${run.topic} +${topic} +[0-9,]+ +4 +7`));
    expect(stdout).toContain(`TASK ${erased} is left out.`);
    expect(await run.kafka.admin().listTopics()).not.toContain(topic);
  });

  it('goes on after kill -9, and holds each record once, each key in its order', async () => {
    const kept = events.slice(0, half).filter(({ objID }) => objID !== erased).length;
    for (const when of ['before', 'after'] as const) {
      const killed = await rewrite({ statement: when === 'before' ? 2 : 3, when });
      expect(killed.code).not.toBe(0);
    }
    expect(await copied()).toBeGreaterThan(0n);
    const { code, stdout, stderr } = await rewrite(null);
    expect(`${code} ${stderr}`, stdout).toMatch(/^0 /);
    expect(stdout).toContain('the same');
    expect(await copied()).toBe(BigInt(kept));
  });

  it('refuses another order of the same name', async () => {
    const args = ['topics', 'rewrite', '--to', to, '--partitions', 'TASK=7'];
    const { code, stderr } = await command(run.prefix, args);
    expect(code).not.toBe(0);
    expect(stderr).toContain('was copied with other partitions or erasures');
  });

  it('is not finished while a dead letter of the log before waits', async () => {
    const headers = { reason: 'UNDECODABLE' };
    const letter = { topic: deadLetterTopic(run.prefix), key: null, value: NOTHING, headers };
    await run.publishRecords([letter]);
    const refused = await rewrite(null, '--finish');
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain(`Dead letters of ${run.prefix} wait (1)`);
    const { stdout } = await command(run.prefix, ['dead-letters', 'list']);
    const [id = ''] = /\d+\/\d+/.exec(stdout) ?? [];
    const settled = await command(run.prefix, ['dead-letters', 'dismiss', id, '--reason', 'test']);
    expect(settled.code, settled.stderr).toBe(0);
  });

  it('takes the projector over, and loses and doubles nothing of what came meanwhile', async () => {
    const isFresh = ({ objID }: ChangeEvent, index: number): boolean =>
      index >= events.length - 100 && objID !== erased;
    const fresh = events.filter(isFresh);
    const late = events.filter((event, index) => index >= half && !isFresh(event, index));
    // A source that has moved writes there before the last of the others have moved.
    await run.publish(late.slice(0, 200));
    await run.publishRecords(fresh.map((event) => toRecord(event, run.codec, topic)));
    await run.publish(late.slice(200));
    await run.caughtUp();
    const finished = await rewrite(null, '--finish');
    expect(finished.stderr).toBe('');
    expect(finished.stdout).toContain('store_1: the projector goes on in the new log');
    await endWell(projector);
    projector = await run.start({ STORE_SCHEMA: '', TOPIC_PREFIX: to });
    await eventually(async () => (await positionsIn(store, topic)) === (await copied()), {
      what: 'the projector is at the end of the new log',
    });
    const ids = new Set(events.map(({ objID, eventID }) => `${objID} ${eventID}`));
    expect(await idsIn('store_1')).toHaveLength(ids.size);
  });

  it('refuses a store that was built from the log before, and to build some types only', async () => {
    const old = await command(run.prefix, ['rebuild', '--stay']);
    expect(old.stdout, old.stderr).toMatch(/: \d+ objects differ/);
    const waiting = await command(to, ['rebuild']);
    expect(waiting.stderr).toContain('store_2 was built from topics of another prefix');
    const some = await command(to, ['rebuild', '--restart', '--types', 'TASK']);
    expect(some.stderr).toContain('build all types, without --types');
    expect([old.code, waiting.code, some.code].includes(0)).toBe(false);
  });

  it('makes the tables from the new log, without what was left out', async () => {
    const built = await command(to, ['rebuild']);
    expect(built.stdout, built.stderr).toContain(': 1 objects differ');
    expect(built.stdout).toContain(`TASK ${erased}`);
    const { code, stdout, stderr } = await command(to, ['rebuild', '--switch']);
    expect(`${code} ${stderr}`, stdout).toMatch(/^0 /);
    expect(stdout).toContain('Readers are on store_2');
    const before = (await idsIn('store_1')).filter((row) => !JSON.stringify(row).includes(erased));
    expect(await idsIn('store_2')).toEqual(before);
  });

  it('takes nobody out of a log that retention has cut: the tables would keep him', async () => {
    await run.kafka.admin().deleteRecords(topic, [{ partition: 0, before: offsetOf(1n) }]);
    const next = ['topics', 'rewrite', '--to', `${to}.3`, '--cut', '--dry-run'];
    const { code, stderr } = await command(to, [...next, '--drop', `TASK:${erased}`]);
    expect(stderr).toContain('--cut does not go with --drop and --redact');
    expect(code).not.toBe(0);
    expect((await command(to, next)).code).toBe(0);
  });
});

async function positionsIn({ pool }: ProjectorStore, topic: string): Promise<bigint> {
  const { rows } = await pool.query<{ next: bigint }>(
    `select coalesce(sum(next), 0)::bigint as next from store_1.positions where topic = $1`,
    [topic],
  );
  return rows[0]?.next ?? 0n;
}
