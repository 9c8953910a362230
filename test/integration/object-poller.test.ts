import { afterEach, describe, expect, test } from 'vitest';
import { polledTypes } from '../../services/object-poller/polled-types.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { compareWithTruth } from '../support/compare-with-truth.ts';
import { eventually } from '../support/eventually.ts';
import { sandbox, startPipeline } from '../support/pipeline.ts';
import type { TestPipeline } from '../support/pipeline.ts';
import { seededRandom, seedOfRun } from '../support/random.ts';

const seed = seedOfRun();
/** With a clock, with creations only, with none; what the workload edits and what it does not. */
const TYPES = 'PROJ TASK OPTASK ASSGN HOUR NOTE DOCU USER CMPY ROLE TEAMOB GROUP CSTEM'.split(' ');

const CLOCKED = polledTypes({ only: TYPES, leftOut: [] })
  .filter(({ clockField }) => clockField !== null)
  .map(({ objCode }) => objCode);

let pipeline: TestPipeline;
let pool: Pool;

async function open(more: Readonly<Record<string, string>> = {}): Promise<void> {
  pipeline = await startPipeline({
    SANDBOX_WORLD: 'small',
    OBJECT_POLL_INTERVAL_MS: '500',
    OBJECT_LISTING_INTERVAL_MS: '2000',
    OBJECT_SWEEP_INTERVAL_MS: '4000',
    OBJECT_SEARCH_LAG_MS: '2000',
    OBJECT_PAGE_ROWS: '50',
    OBJECT_DELETES_PERCENT_MAX: '40',
    OBJECT_LEASE_TTL_MS: '1500',
    ...more,
  });
  pool = openPool({ url: pipeline.databaseUrl, max: 2, applicationName: 'object-poller-test' });
  await pipeline.start('sandbox');
  await pipeline.start('projector');
}

interface Holding {
  readonly epoch: bigint;
  readonly expiresAt: bigint;
  /** Sessions of the object poller that wait for a lock. */
  readonly waiting: bigint;
}

const HOLDING = `
  select lease.epoch, (extract(epoch from lease.expires_at) * 1000)::bigint as "expiresAt",
    (select count(*) from pg_stat_activity
     where datname = current_database() and application_name like 'object-poller %'
       and wait_event_type = 'Lock') as waiting
  from control.leases as lease where lease.name = 'objects'
`;

afterEach(async () => {
  await pool.close();
  await pipeline.stop();
});

async function tablesAreTheTruth(): Promise<void> {
  let differences: readonly string[] = [];
  let objects = 0;
  const isTrue = async (): Promise<boolean> => {
    ({ differences, objects } = await compareWithTruth(pipeline, pool, TYPES, { all: true }));
    return differences.length === 0;
  };
  try {
    // A look reads the whole tenant twice, on the processes that are waited for.
    const options = { what: 'the tables are the truth', deadlineMs: 120_000, pollMs: 500 };
    await eventually(isTrue, options);
  } catch (error) {
    throw new Error(
      `${differences.length} of ${objects}:\n${differences.slice(0, 20).join('\n')}`,
      {
        cause: error,
      },
    );
  }
  expect(objects).toBeGreaterThan(100);
}

describe('object-poller', { timeout: 400_000 }, () => {
  test('reads the whole tenant at its start, killed on the way, and repeats nothing after', async () => {
    await open();
    const [{ begun } = { begun: '' }] = (
      await pool.query<{ begun: string }>('select clock_timestamp() as begun')
    ).rows;
    await pipeline.start('object-poller');
    await pipeline.kill('object-poller');
    await pipeline.start('object-poller');
    const left = () => pipeline.metric('object-poller', 'workfront_cdc_snapshot_types_left');
    await eventually(async () => (await left()) === 0, {
      what: 'the snapshot is complete',
      deadlineMs: 180_000,
    });
    await tablesAreTheTruth();
    const published = await pipeline.metric('object-poller', 'workfront_cdc_published_total');
    const polls = await pipeline.metric('object-poller', 'workfront_cdc_polls_total');
    const polledOn = async (): Promise<boolean> =>
      (await pipeline.metric('object-poller', 'workfront_cdc_polls_total')) > polls + 300;
    await eventually(polledOn, { what: 'all is polled again', deadlineMs: 60_000 });
    expect(await pipeline.metric('object-poller', 'workfront_cdc_published_total')).toBe(published);
    const { rows } = await pool.query(
      `select objcode from control.watermarks where kind = 'current' and objcode = any($1)`,
      [TYPES],
    );
    expect(rows).toHaveLength(TYPES.length);
    const watched = await pool.query<{ objcode: string }>(
      `select objcode from control.watched_types
       where since between $1::timestamptz - interval '5 seconds' and clock_timestamp()`,
      [begun],
    );
    expect(watched.rows.map(({ objcode }) => objcode)).toEqual(expect.arrayContaining(CLOCKED));
  });

  test('keeps its lease while the work waits with every session that it has', async () => {
    await open({ OBJECT_POLLS_PARALLEL: '8' });
    await pipeline.start('object-poller');
    const holding = async () => {
      const { rows } = await pool.query<Holding>(HOLDING);
      return rows[0] ?? { epoch: 0n, expiresAt: 0n, waiting: 0n };
    };
    await pool.withClient(async (client) => {
      await client.query('begin');
      await client.query('lock table control.known_objects');
      const stuck = await eventually(
        async () => {
          const now = await holding();
          return now.waiting >= 4n ? now : null;
        },
        { what: 'all sessions of the work wait' },
      );
      const end = stuck.expiresAt + 3_000n; // two terms
      await eventually(async () => (await holding()).expiresAt > end, { what: 'it is renewed' });
      expect((await holding()).epoch).toBe(stuck.epoch);
      await client.query('rollback');
    });
    expect(await pipeline.metric('object-poller', 'workfront_cdc_lease_held')).toBe(1);
  });

  test(`alone finds every change, late ones and silent deletes too, and believes no loss of rights (SEED=${seed})`, async () => {
    await open({ OBJECT_TYPES: TYPES.join(',') });
    const random = seededRandom(seed);
    await pipeline.start('object-poller');
    await tablesAreTheTruth();
    await sandbox(pipeline, 'PUT', '/settings', { searchLagMs: [0, 1_500] });
    const faults = { seed, throttled: 0.02, serverError: 0.02, connectionReset: 0.02 };
    await sandbox(pipeline, 'PUT', '/faults', { ...faults, truncated: 0.02, missed: 1 });
    await sandbox(pipeline, 'POST', '/workload', { changes: 300, ratePerSecond: 60, seed });
    await eventually(async () => (await deletedAtRandom(random.int(1, 3))) >= 3, {
      what: 'some tasks are deleted with nobody told',
      deadlineMs: 60_000,
    });
    await pipeline.kill('object-poller');
    await pipeline.start('object-poller');
    await eventually(async () => (await workloadLeft()) === 0, {
      what: 'the workload has ended',
      deadlineMs: 60_000,
    });
    // One that is there: the workload deletes tasks too, and the tables may not know of it yet.
    await tablesAreTheTruth();
    const hidden = await someTask();
    await sandbox(pipeline, 'POST', '/acts', { act: 'hide', objCode: 'TASK', objID: hidden });
    await sandbox(pipeline, 'PUT', '/faults', {});
    const unproved = () => pipeline.metric('object-poller', 'workfront_cdc_hidden_objects_total');
    await eventually(async () => (await unproved()) > 0, {
      what: 'the hidden task is missed',
      deadlineMs: 120_000,
    });
    await sandbox(pipeline, 'POST', '/acts', { act: 'reveal', objCode: 'TASK', objID: hidden });
    await tablesAreTheTruth();
    const { rows } = await pool.query<{ deleted: boolean }>(
      `select deleted from live.task_now where objid = $1`,
      [hidden],
    );
    expect(rows).toEqual([{ deleted: false }]);
    // One too few and one too many look the same in every count: the sweep has the IDs.
    const act = (name: string, objID: string) =>
      sandbox(pipeline, 'POST', '/acts', { act: name, objCode: 'TASK', objID, silent: true });
    await act('delete', hidden);
    await tablesAreTheTruth();
    expect(await act('restore', hidden)).toEqual({ restored: true });
    const [other] = (await tasksInTables()).filter((id) => id !== hidden);
    await act('delete', other ?? '');
    await tablesAreTheTruth();
  });

  async function tasksInTables(): Promise<readonly string[]> {
    const { rows } = await pool.query<{ objid: string }>(
      `select objid from live.task_now where not deleted order by objid`,
    );
    return rows.map(({ objid }) => objid);
  }

  async function someTask(): Promise<string> {
    return (await tasksInTables())[0] ?? '';
  }

  let deletedCount = 0;
  async function deletedAtRandom(count: number): Promise<number> {
    const { rows } = await pool.query<{ objid: string }>(
      `select objid from live.task_now where not deleted order by objid desc limit $1`,
      [count],
    );
    for (const { objid: objID } of rows) {
      const act = { act: 'delete', objCode: 'TASK', objID, silent: true };
      const answer = await sandbox<{ removed: unknown }>(pipeline, 'POST', '/acts', act);
      if (answer.removed) deletedCount += 1;
    }
    return deletedCount;
  }

  async function workloadLeft(): Promise<number> {
    const status = await sandbox<{ workload?: { left?: number } | null }>(
      pipeline,
      'GET',
      '/status',
    );
    return status.workload?.left ?? 0;
  }
});
