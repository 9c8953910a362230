/** Rebuilds beside a projector that stands still, and of a log with records that no table takes. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { PipelineError } from '../../services/core/errors.ts';
import { seededRandom } from '../../services/core/random.ts';
import { offsetOf } from '../../services/core/units.ts';
import type { Client } from '../../services/platform/postgres/postgres.ts';
import { fillStore } from '../../services/projector/rebuild/fill-store.ts';
import type { FillOptions } from '../../services/projector/rebuild/fill-store.ts';
import { SpillFiles } from '../../services/projector/rebuild/spill-files.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { changesTopic, deadLetterTopic } from '../../services/source/log/topic-name.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { closeStore, openRun, openStore, simulateTasks } from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { readTopic } from '../support/read-log.ts';
import { commandOn } from '../support/command-on-run.ts';
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();

describe(`a rebuild beside what goes wrong (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  let projector: Service;
  const tasks = simulateTasks(seededRandom(seed), 60, 8);
  const half = tasks.slice(0, Math.floor(tasks.length / 2));

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'rebuild-beside-'));
    store = await openStore();
    run = await openRun(store);
    const projects = changesTopic(run.prefix, 'PROJ');
    const topic = { topic: projects, partitions: 1, replicationFactor: 1, configs: {} };
    await run.kafka.admin().createTopics([topic]);
    await publishPoison(projects, 'p');
    await publishPoison(run.topic, 'k');
    const [sample] = half;
    if (sample === undefined) throw new Error('no events');
    // Postgres takes it while a table has no key, and can make none then.
    const unkeyed = Array.from({ length: 400 }, () => crypto.randomUUID()).join('');
    await run.publishRecords([toRecord({ ...sample, objID: unkeyed }, run.codec, run.topic)]);
    await run.publish(half);
    projector = await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    const areParked = async (): Promise<boolean> => (await count('store_1.parked')) === 3;
    await eventually(areParked, { what: 'three records are set aside' });
    projector.signal('SIGTERM');
    expect(await projector.exited).toBe(0);
    await run.publish(tasks.slice(half.length));
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const publishPoison = (topic: string, key: string): Promise<void> =>
    run.publishRecords([{ topic, key, value: Buffer.from('not avro'), headers: {} }]);
  const rebuild = (...args: readonly string[]): Promise<CommandOutcome> =>
    commandOn(run, folder, ['rebuild', ...args]);
  const count = async (from: string): Promise<number> => {
    const { rows } = await store.pool.query<{ count: bigint }>(`select count(*) from ${from}`);
    return Number(rows[0]?.count);
  };
  const letters = async (): Promise<number> =>
    (await readTopic(run.kafka, deadLetterTopic(run.prefix))).length;

  it('ends where readers are, while their projector stands still', async () => {
    const { code, stdout, stderr } = await rebuild('--stay');
    expect(stderr).not.toContain('because');
    expect(stdout).toMatch(/by [\d,]+ hashes: the same/);
    expect(code).toBe(0);
    const position = 'coalesce(sum(next), 0)::bigint';
    const { rows } = await store.pool.query<{ was: bigint; is: bigint; newest: boolean }>(
      `select (select ${position} from store_1.positions) as was,
         (select ${position} from store_2.positions) as is,
         (select bool_and(newest is not null) from store_2.positions where topic = $1) as newest`,
      [run.topic],
    );
    expect(rows[0]?.is).toBe(rows[0]?.was);
    expect(rows[0]?.newest).toBe(true);
    expect(await letters()).toBe(3);
  });

  it('is taken for no other order than it was made for', async () => {
    const other = await rebuild('--types', 'task');
    expect(other.stderr).toContain('store_2 was built before, by rebuild, and waits: say the same');
    expect(other.code).not.toBe(0);
  });

  it('tells of what the live store could take, and carries over what it could not', async () => {
    await store.pool.query(`delete from store_1.parked where topic = $1 and objid = 'k'`, [
      run.topic,
    ]);
    const { code, stdout } = await rebuild('--types', 'task', '--restart');
    expect(stdout).toMatch(/\(parked\): set aside by the new only: \d+\/\d+ UNDECODABLE/);
    expect(code).toBe(1);
    expect(await letters()).toBe(4);
    expect(await count(`store_2.parked where objid = 'p'`)).toBe(1);
  });

  it('is built anew and switched in one, and says what became of what was set aside', async () => {
    projector = await run.start({ STORE_SCHEMA: '' });
    await run.caughtUp();
    await publishPoison(run.topic, 'later');
    const isParked = async (): Promise<boolean> =>
      (await count(`store_1.parked where objid = 'later'`)) === 1;
    await eventually(isParked, { what: 'one more is set aside' });
    await store.pool.query(`update store_1.parked set until = 0 where objid = 'p'`);
    const { code, stdout, stderr } = await rebuild('--switch', '--restart');
    expect(stderr).not.toContain('because');
    expect(stdout).toContain('Readers are on store_2');
    expect(code).toBe(0);
    expect(await count(`live.parked where until is null`)).toBe(3);
    expect(await count(`live.parked where until = 0`)).toBe(1);
    const objects = new Set(tasks.map(({ objID }) => objID)).size;
    expect(await count('live.task_now')).toBe(objects);
  });

  it('sets aside the one record of a bucket that Postgres refuses', async () => {
    await store.pool.query(`create schema filled;
      create table filled.rebuild_buckets (bucket integer primary key);
      create table filled.parked (like store_1.parked including all);
      create table filled.kept (key text)`);
    const files = new SpillFiles(folder, [0]);
    for (let at = 0; at < 20; at += 1) {
      const key = Buffer.from(`key ${at % 10}`);
      files.add(0, { topic: 't', partition: 0, offset: offsetOf(BigInt(at)), key, value: key });
    }
    files.flush();
    files.close();
    const aside: string[] = [];
    await fillStore<string>({
      pool: store.pool,
      schema: 'filled',
      folder,
      topics: ['t'],
      buckets: [0],
      codec: { prepare: () => Promise.resolve(new Set<number>()) },
      projection: { openBulkWriter: () => refusing('key 7') } as never,
      readEntry: ({ value }) => [String(value)],
      lanes: 1,
      signal: new AbortController().signal,
      setAside: (unusable) => {
        for (const { entry, error } of unusable) aside.push(`${entry.offset} ${error.code}`);
        return Promise.resolve();
      },
      onFilled: () => undefined,
    } satisfies FillOptions<string>);
    expect(aside.sort()).toEqual(['17 UNSTORABLE', '7 UNSTORABLE']);
    expect(await count('filled.parked')).toBe(2);
    expect(await count('filled.kept')).toBe(18);
    expect(await count('filled.rebuild_buckets')).toBe(1);
  });
});

/** A writer of keys, one of which Postgres has no room for. */
function refusing(key: string): ReturnType<FillOptions<string>['projection']['openBulkWriter']> {
  let rows: string[] = [];
  return {
    prepare: () => Promise.resolve(),
    keyOf: (row) => row,
    add: (more) => {
      rows.push(...more);
      return [];
    },
    write: async (client: Client) => {
      const [written, isRefused] = [rows, rows.includes(key)];
      rows = [];
      await client.query('insert into kept select unnest($1::text[])', [written]);
      if (isRefused) throw new PipelineError('UNSTORABLE', 'no room');
    },
  };
}
