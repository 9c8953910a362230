import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import {
  changeBackfill,
  listBackfills,
  orderBackfill,
  readBackfill,
} from '../../services/source/orders/backfills.ts';
import type {
  Backfill,
  BackfillOrder,
  BackfillState,
} from '../../services/source/orders/backfills.ts';
import { askToSettle } from '../../services/source/orders/asked-doubts.ts';
import type { Doubt } from '../../services/source/orders/asked-doubts.ts';
import { endGaps, openGap, recordMissed } from '../../services/source/promises/recorded-gaps.ts';
import type { Reconciled } from '../../services/admin/reconcile/reconcile-type.ts';
import { asMicros } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';
import { wantListing, wantReads } from '../../services/source/orders/wanted-reads.ts';
import { eventually } from '../support/eventually.ts';
import { publishTo } from '../support/publish-to.ts';
import { runAdminOn } from '../support/run-admin-on.ts';
import { sandbox, startPipeline } from '../support/pipeline.ts';
import type { TestPipeline } from '../support/pipeline.ts';
import { thereAndBack } from '../support/there-and-back.ts';

const WHOLE: BackfillOrder = {
  objCode: 'TASK',
  from: null,
  to: null,
  conditions: [],
  again: true,
};

let pipeline: TestPipeline;
let pool: Pool;
/** Each test has tasks of its own: one that was read again shows nothing to the next. */
let tasks: { objid: string; name: string }[];

beforeAll(async () => {
  pipeline = await startPipeline({
    SANDBOX_WORLD: 'small',
    OBJECT_TYPES: 'PROJ,TASK,ROLE',
    OBJECT_POLL_INTERVAL_MS: '500',
    // So long that nothing but a reading that was asked for explains what is found.
    OBJECT_LISTING_INTERVAL_MS: '3600000',
    OBJECT_SWEEP_INTERVAL_MS: '3600000',
    OBJECT_SEARCH_LAG_MS: '1000',
    OBJECT_PAGE_ROWS: '5',
    OBJECT_LEASE_TTL_MS: '1500',
    JOURNAL_OVERLAP_MS: '1000',
    PROJECTOR_DOUBTS_MS: '1500',
  });
  pool = openPool({ url: pipeline.databaseUrl, max: 2, applicationName: 'read-again-test' });
  for (const role of ['sandbox', 'projector', 'object-poller', 'journal-poller'] as const) {
    await pipeline.start(role);
  }
  const left = () => pipeline.metric('object-poller', 'workfront_cdc_snapshot_types_left');
  await until(async () => (await left()) === 0, 'the snapshot is complete');
  const sql = 'select objid, name from live.task_now where not deleted order by objid';
  const read = async (): Promise<boolean> => {
    tasks = (await pool.query<{ objid: string; name: string }>(sql)).rows;
    return tasks.length === (await countOf('TASK'));
  };
  await until(read, 'every task is in the tables');
});

afterAll(async () => {
  await pool?.close();
  await pipeline?.stop();
});

function until(isTrue: () => Promise<boolean>, what: string): Promise<unknown> {
  return eventually(isTrue, { what, deadlineMs: 120_000 });
}

async function hasEnded(id: bigint, state: BackfillState): Promise<Backfill> {
  let found: Backfill | null = null;
  const isThere = async (): Promise<boolean> => {
    found = await readBackfill(pool, id);
    return found?.state === state;
  };
  await until(isThere, `backfill ${id} is ${state}`);
  if (found === null) throw new Error('it is there');
  return found;
}

async function countOf(objCode: string): Promise<number> {
  const { objects } = await sandbox<{ objects: Record<string, number> }>(
    pipeline,
    'GET',
    '/status',
  );
  return objects[objCode] ?? 0;
}

function nextTask(): { objid: string; name: string } {
  const task = tasks.shift();
  if (task === undefined) throw new Error('the small world has more tasks');
  return task;
}

/** A value that moved without a clock, an event or a journal row. */
async function recalculate(objID: string, name: string): Promise<void> {
  const act = { act: 'recalculate', objCode: 'TASK', objID, fields: { name } };
  await sandbox(pipeline, 'POST', '/acts', act);
}

async function isInTables(objID: string, name: string): Promise<boolean> {
  const sql = 'select from live.task_now where objid = $1 and name = $2';
  const { rowCount } = await pool.query(sql, [objID, name]);
  return rowCount === 1;
}

async function gapStates(reason: string): Promise<string[]> {
  const sql = 'select state from control.gaps where reason = $1 order by state';
  const { rows } = await pool.query<{ state: string }>(sql, [reason]);
  return rows.map(({ state }) => state);
}

const serverNow = (): Micros => asMicros(Date.now() * 1000);

const POLLERS = ['object-poller', 'journal-poller'] as const;

describe('what is read again', { timeout: 300_000 }, () => {
  test('a backfill paused, resumed and killed goes on from its last page to its end', async () => {
    // Slow enough to be caught in the middle.
    await sandbox(pipeline, 'PUT', '/faults', { seed: 1, slow: 1, slowMs: 150 });
    const { id } = await orderBackfill(pool, WHOLE);
    const read = async (): Promise<number> => (await readBackfill(pool, id))?.rowsRead ?? 0;
    const moved = (past: number, what: string): Promise<unknown> =>
      until(async () => (await read()) > past, what);
    await moved(0, 'it has begun');
    expect(await changeBackfill(pool, id, 'paused')).toBe(true);
    const paused = await hasEnded(id, 'paused');
    expect(await changeBackfill(pool, id, 'paused')).toBe(false);
    expect(await changeBackfill(pool, id, 'wanted')).toBe(true);
    await moved(paused.rowsRead, 'it goes on');
    await pipeline.kill('object-poller');
    const killedAt = await read();
    expect(killedAt).toBeGreaterThan(0);
    await sandbox(pipeline, 'PUT', '/faults', {});
    await pipeline.start('object-poller');
    const done = await hasEnded(id, 'done');
    const tasks = await countOf('TASK');
    // A page begins with the last row of the one before; nothing was started over.
    expect(done.rowsRead).toBeGreaterThanOrEqual(tasks);
    expect(done.rowsRead).toBeLessThan(tasks * 1.5);
    expect(done).toMatchObject({ expected: tasks, said: null });
    expect(done.published).toBeGreaterThanOrEqual(tasks);
  });

  test('a backfill obeys its window and conditions, fails in words, and can be cancelled', async () => {
    const conditions = [['ID', nextTask().objid]] as const;
    const one = await orderBackfill(pool, { ...WHOLE, conditions });
    expect(await hasEnded(one.id, 'done')).toMatchObject({ rowsRead: 1, published: 1 });
    const old = await orderBackfill(pool, { ...WHOLE, from: asMicros(0), to: asMicros(1_000_000) });
    expect(await hasEnded(old.id, 'done')).toMatchObject({ rowsRead: 0, expected: 0 });
    const wrong = await orderBackfill(pool, { ...WHOLE, conditions: [['nosuchfield', '1']] });
    expect((await hasEnded(wrong.id, 'failed')).said).toMatch(/nosuchfield/);
    const roles = await orderBackfill(pool, { ...WHOLE, objCode: 'ROLE' });
    const listed = await hasEnded(roles.id, 'done');
    expect(listed.rowsRead).toBe(await countOf('ROLE'));
    await pipeline.kill('object-poller');
    const never = await orderBackfill(pool, WHOLE);
    expect(await changeBackfill(pool, never.id, 'cancelled')).toBe(true);
    const listedHere = (await listBackfills(pool)).filter(({ id }) => id >= one.id);
    expect(listedHere.map(({ state }) => state)).toEqual([
      'cancelled',
      'done',
      'failed',
      'done',
      'done',
    ]);
    await pipeline.start('object-poller');
  });

  test('an object that somebody doubts is read again, and one that is gone is called deleted', async () => {
    const [changed, gone] = [nextTask(), nextTask()];
    await recalculate(changed.objid, 'moved by itself');
    const act = { act: 'delete', objCode: 'TASK', objID: gone.objid, silent: true };
    await sandbox(pipeline, 'POST', '/acts', act);
    await wantReads(pool, 'TASK', [changed.objid, gone.objid], 'doubt');
    await until(
      () => isInTables(changed.objid, 'moved by itself'),
      'the new name is in the tables',
    );
    const isDeleted = async (): Promise<boolean> => {
      const sql = 'select from live.task_now where objid = $1 and deleted';
      return (await pool.query(sql, [gone.objid])).rowCount === 1;
    };
    await until(isDeleted, 'the delete is in the tables');
    const isEmpty = async (): Promise<boolean> =>
      (await pool.query('select from control.wanted_reads')).rowCount === 0;
    await until(isEmpty, 'nothing is wanted any more');
  });

  test('what the events leave in doubt is asked for by the projector, read, and certain', async () => {
    const task = nextTask();
    // It reads on its own what the journal tells of: the doubt would be settled before it is asked.
    await pipeline.kill('object-poller');
    await publishTo(pipeline, thereAndBack(task, serverNow()));
    const { objid, name } = task;
    const isMarked = `select from live.task_now where objid = $1 and ambiguous = '{name}'`;
    await until(async () => (await pool.query(isMarked, [objid])).rowCount === 1, 'it is in doubt');
    const isAsked = 'select from control.doubts where objid = $1';
    await until(async () => (await pool.query(isAsked, [objid])).rowCount === 1, 'it is asked for');
    await pipeline.start('object-poller');
    const isCertain = `
      select from live.task_now where objid = $1 and name = $2 and ambiguous is null`;
    await until(
      async () => (await pool.query(isCertain, [objid, name])).rowCount === 1,
      'it was read and is in doubt no more',
    );
    const isLeft = 'select from control.doubts union all select from control.wanted_reads';
    await until(async () => (await pool.query(isLeft)).rowCount === 0, 'nothing is asked for');
    const doubt = { objCode: 'SPVAL', objID: 'nobody reads it', state: '1 name' };
    const ask = (...doubts: readonly Doubt[]): Promise<number> =>
      askToSettle(pool, doubts, { againAfterMs: 3_600_000, areAll: false });
    expect([await ask(doubt), await ask(doubt), await ask({ ...doubt, state: '2' })]).toEqual([
      1, 0, 1,
    ]);
  });

  test('a type that is to be listed is taken before its time', async () => {
    const task = nextTask();
    await recalculate(task.objid, 'found by the sweep');
    await wantListing(pool, 'TASK', 'signal');
    await until(() => isInTables(task.objid, 'found by the sweep'), 'the sweep came at once');
  });

  test('a gap is read again by both pollers in exactly its window, and then it is filled', async () => {
    const began = serverNow();
    const inside = nextTask();
    // A save inside the window, whose value then moves silently: only reading the window shows it.
    await recalculate(inside.objid, 'inside the window');
    const fields = { name: 'saved' };
    const save = { act: 'recalculate', objCode: 'TASK', objID: inside.objid, fields, clock: true };
    await sandbox(pipeline, 'POST', '/acts', save);
    await until(() => isInTables(inside.objid, 'saved'), 'the poll has seen the save');
    await recalculate(inside.objid, 'inside the window');
    const objCode = 'TASK';
    await openGap(pool, { objCode, subject: 'TASK UPDATE', reason: 'missing', began });
    expect(await gapStates('missing')).toEqual(['open']);
    await endGaps(pool, 'TASK UPDATE', serverNow());
    await until(
      async () => (await gapStates('missing')).every((state) => state === 'filled'),
      'the gap is filled',
    );
    await until(
      () => isInTables(inside.objid, 'inside the window'),
      'what moved in the window is in the tables',
    );
  });

  test('a gap of one object is read once, and one of a type that no API shows is lost', async () => {
    const { objid: objID } = nextTask();
    await recalculate(objID, 'nobody told');
    const ended = serverNow();
    const missed = { objCode: 'TASK', objID, fields: ['name'], reason: 'contradiction' };
    const window = { began: asMicros(ended - 60_000_000), ended };
    expect(await recordMissed(pool, { ...missed, ...window })).toBe(true);
    expect(await recordMissed(pool, { ...missed, ...window })).toBe(false);
    await recordMissed(pool, { ...missed, objCode: 'SPVAL', ...window });
    await until(
      async () => (await gapStates('contradiction')).join(' ') === 'filled lost',
      'the gap is filled',
    );
    await until(() => isInTables(objID, 'nobody told'), 'the name is in the tables');
  });

  test('a row that could be no event is read again by its redrive, once it can be one', async () => {
    const { rows } = await pool.query<{ objid: string; key: string }>(
      `select objid, min(key) as key from live.task_now, jsonb_object_keys(custom) as key
       where objid = any($1) group by objid limit 1`,
      [tasks.map(({ objid }) => objid)],
    );
    const [{ objid: objID, key } = { objid: '', key: '' }] = rows;
    tasks = tasks.filter(({ objid }) => objid !== objID);
    const aside = async (): Promise<number | null> =>
      (await pool.query('select from control.set_aside where subject = $1', [objID])).rowCount;
    const act = (name: string, more: object): Promise<unknown> =>
      sandbox(pipeline, 'POST', '/acts', { act: name, ...more });
    const [is, becomes] = [key.replace(/^DE:/, ''), '\u0001x'];
    // A name that we keep for ourselves: the way back from such an event would not be clear.
    await act('renameParameter', { from: is, to: becomes });
    const fields = { name: 'in no event' };
    await act('recalculate', { objCode: 'TASK', objID, fields, clock: true });
    await until(async () => (await aside()) === 1, 'it is set aside');
    // Mended without a clock, so that no poll comes by it again.
    await act('renameParameter', { from: becomes, to: is });
    await recalculate(objID, 'mended');
    const letters = async (): Promise<string[]> =>
      (await runAdminOn(pipeline, 'dead-letters', 'list')).stdout
        .split('\n')
        .filter((line) => line !== '');
    const [id = ''] = (await letters()).flatMap(
      (line) => /^(\d+\/\d+) .*object-poller/.exec(line)?.[1] ?? [],
    );
    expect(await isInTables(objID, 'mended')).toBe(false);
    expect((await runAdminOn(pipeline, 'dead-letters', 'redrive', id)).stdout).toContain(
      `Handed in ${id} again`,
    );
    await until(() => isInTables(objID, 'mended'), 'its row is as the tenant has it');
    // It is forgotten once its event is in the log, which the tables may be before.
    await until(async () => (await aside()) === 0, 'it is set aside no more');
    expect(await letters()).toContainEqual(
      expect.stringMatching(new RegExp(`^${id} .*handed in again`)) as string,
    );
  });

  test('reconcile names what is missing, gone, hidden and differs, and has it repaired', async () => {
    // The journal tells of deletes too.
    for (const poller of POLLERS) await pipeline.kill(poller);
    const [saved, deleted, hidden] = [nextTask(), nextTask(), nextTask()];
    const act = (name: string, { objid: objID }: { objid: string }, more = {}) =>
      sandbox(pipeline, 'POST', '/acts', { act: name, objCode: 'TASK', objID, ...more });
    await act('recalculate', saved, { fields: { name: 'saved unseen' }, clock: true });
    await act('delete', deleted, { silent: true });
    await act('hide', hidden);
    const { rows } = await pool.query<{ projectid: string }>(
      'select projectid from live.task_now where objid = $1',
      [saved.objid],
    );
    const made = new URLSearchParams({ name: 'made', projectID: rows[0]?.projectid ?? '' });
    const url = `${pipeline.sandboxUrl}/attask/api/v21.0/task?apiKey=sandbox&${made.toString()}`;
    expect((await fetch(url, { method: 'POST' })).status).toBe(200);
    const reconcile = (...more: readonly string[]) =>
      runAdminOn(pipeline, 'reconcile', '--type', 'TASK', '--settle', '0', '--exact', ...more);
    const look = async (): Promise<Reconciled | undefined> =>
      (JSON.parse((await reconcile('--dry-run', '--json')).stdout) as Reconciled[])[0];
    // Workfront's time has whole seconds: what was saved in this one is left out.
    let found: Reconciled | undefined;
    const isFound = async (): Promise<boolean> => {
      found = await look();
      return found?.missing.length === 1 && found.differing.length === 1;
    };
    await until(isFound, 'what is missing and what differs is named');
    expect(found).toMatchObject({ differing: [saved.objid], hidden: [hidden.objid] });
    expect(found?.gone).toContain(deleted.objid);
    const asked = `select from control.wanted_reads where reason = 'reconcile'`;
    expect((await pool.query(asked)).rowCount).toBe(0);

    expect((await reconcile()).stdout).toContain(`gone there (404 by ID): ${deleted.objid}`);
    for (const poller of POLLERS) await pipeline.start(poller);
    const isRepaired = async (): Promise<boolean> => {
      const left = await look();
      return left?.missing.length === 0 && left.gone.length === 0 && left.differing.length === 0;
    };
    await until(isRepaired, 'both sides agree again');
    const { rows: dead } = await pool.query(
      'select objid from live.task_now where deleted and objid = any($1)',
      [[deleted.objid, hidden.objid]],
    );
    expect(dead).toEqual([{ objid: deleted.objid }]);
    await act('reveal', hidden);
  });
});
