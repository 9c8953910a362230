import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { endGaps, openGap } from '../../services/source/promises/recorded-gaps.ts';
import {
  inputDigest,
  EVERY_TYPE,
  markSetAside,
  setAside,
} from '../../services/source/promises/set-aside.ts';
import { releaseParked } from '../../services/store/parked.ts';
import { eventually } from '../support/eventually.ts';
import { forgetGroup, openForeignProducer } from '../support/foreign-producer.ts';
import { publishTo } from '../support/publish-to.ts';
import { sandbox, startPipeline } from '../support/pipeline.ts';
import type { TestPipeline } from '../support/pipeline.ts';
import { asMicros } from '../../services/core/units.ts';
import type { Micros, Offset } from '../../services/core/units.ts';
import { eventID } from '../../services/core/event-id.ts';
import { NOTHING_BEFORE } from '../../services/core/state-before.ts';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';

interface Freshness {
  readonly newest: bigint | null;
  readonly waiting: bigint | null;
  readonly current: bigint | null;
  readonly swept: bigint | null;
  readonly history: bigint | null;
  readonly gaps: bigint;
  readonly parked: bigint;
}

let pipeline: TestPipeline;
let pool: Pool;

beforeAll(async () => {
  pipeline = await startPipeline({
    SANDBOX_WORLD: 'small',
    OBJECT_TYPES: 'PROJ,TASK,ROLE',
    OBJECT_POLL_INTERVAL_MS: '300',
    OBJECT_LISTING_INTERVAL_MS: '500',
    OBJECT_SWEEP_INTERVAL_MS: '500',
    OBJECT_SEARCH_LAG_MS: '500',
    OBJECT_LEASE_TTL_MS: '1500',
    JOURNAL_OVERLAP_MS: '500',
    JOURNAL_POLL_INTERVAL_MS: '300',
    JOURNAL_LEASE_TTL_MS: '1500',
    PLANNING_BEARER_TOKEN: 'sandbox',
    PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg',
    PLANNING_CLIENT_ID: 'test',
    PLANNING_POLL_INTERVAL_MS: '300',
    PLANNING_SWEEP_INTERVAL_MS: '1000',
    PLANNING_SEARCH_LAG_MS: '500',
    PLANNING_CALLS_PER_MINUTE: '100000',
  });
  pool = openPool({ url: pipeline.databaseUrl, max: 2, applicationName: 'freshness-test' });
  for (const role of ['sandbox', 'projector', 'object-poller', 'journal-poller'] as const) {
    await pipeline.start(role);
  }
  const quick = { planningRequestsPerMinute: 100_000 };
  await sandbox(pipeline, 'PUT', '/settings', quick);
  await pipeline.start('planning-poller');
}, 180_000);

afterAll(async () => {
  await pool.close();
  await pipeline.stop();
});

const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::bigint`;

async function freshnessOf(objCode: string): Promise<Freshness> {
  const { rows } = await pool.query<Freshness>(
    `select ${micros('newest_change')} as newest, waiting, ${micros('current_up_to')} as current,
       ${micros('swept_up_to')} as swept, ${micros('history_up_to')} as history,
       gaps_open as gaps, parked
     from workfront.freshness where objcode = $1`,
    [objCode],
  );
  const [row] = rows;
  if (row === undefined) throw new Error(`freshness has a row of ${objCode}`);
  return row;
}

function until(
  objCode: string,
  isTrue: (one: Freshness) => boolean,
  what: string,
): Promise<unknown> {
  const options = { what: `${objCode}: ${what}`, deadlineMs: 90_000, pollMs: 200 };
  return eventually(async () => isTrue(await freshnessOf(objCode)), options);
}

/** Of TASK, in the log. */
async function promisedUpTo(): Promise<bigint> {
  const { rows } = await pool.query<{ up_to: bigint }>(
    `select ${micros('up_to')} as up_to from control.watermarks
     where objcode = 'TASK' and kind = 'current'`,
  );
  return rows[0]?.up_to ?? 0n;
}

type DeletePath = 'WEBHOOK' | 'SEARCH' | 'PLANNING';

function deleteOf(
  { objCode, path }: { objCode: string; path: DeletePath },
  objID: string,
  at: Micros,
): ChangeEvent {
  const origin = { subscriptionID: null, journalEntryID: null, customerID: null, raw: null };
  return {
    eventID: eventID(path, objCode, objID, at),
    objCode,
    objID,
    entryDate: at,
    asOf: at,
    operation: 'DELETE',
    fields: {},
    clears: [],
    ...NOTHING_BEFORE,
    actorID: null,
    path,
    observedAt: at,
    origin: { ...origin, apiVersion: 2, deletedAfter: null, deletedBefore: null },
  };
}

const instantOf = (at: Micros): string => `'epoch'::timestamptz + ${at} * interval '1 microsecond'`;
const now = (): bigint => BigInt(Date.now()) * 1000n;
const isPast = (value: bigint | null, than: bigint): boolean => value !== null && value >= than;

describe('workfront.freshness', { timeout: 300_000 }, () => {
  test('moves on for each type, Planning too, as its pollers read', async () => {
    const begun = now();
    const arePast = ({ current, swept }: Freshness): boolean =>
      isPast(current, begun) && isPast(swept, begun);
    for (const objCode of ['TASK', 'ROLE', 'WORKSPACE', 'RECORD']) {
      await until(objCode, arePast, 'current and swept have passed the beginning');
    }
    await until('TASK', ({ history }) => isPast(history, begun), 'history has passed it');
    const task = await freshnessOf('TASK');
    expect(task).toMatchObject({ waiting: 0n, gaps: 0n, parked: 0n });
    expect(Number(task.newest)).toBeLessThanOrEqual(Number(now()));
    expect((await freshnessOf('RECORD')).history).toBeNull();
    // Nobody reads it here, so nobody promises anything.
    expect(await freshnessOf('CMPY')).toMatchObject({ current: null, swept: null });
  });

  test('stands still while the tables lag, and shows what they have passed', async () => {
    await pipeline.kill('projector');
    const killed = now();
    await sandbox(pipeline, 'POST', '/workload', { changes: 60, ratePerSecond: 60, seed: 7 });
    const moved = async (): Promise<boolean> => (await promisedUpTo()) >= killed + 5_000_000n;
    await eventually(moved, { what: 'the log is complete beyond it', deadlineMs: 60_000 });
    const behind = await freshnessOf('TASK');
    expect(Number(behind.waiting)).toBeGreaterThan(0);
    // What was promised before the first of the new events still holds.
    expect(Number(behind.current)).toBeGreaterThan(Number(killed) - 30_000_000);
    expect(Number(behind.current)).toBeLessThan(Number(killed) + 5_000_000);
    await pipeline.start('projector');
    await until('TASK', ({ current }) => isPast(current, killed + 5_000_000n), 'it catches up');
  });

  test('holds history back at the oldest gap until it has been read again', async () => {
    await pipeline.kill('journal-poller');
    const began = asMicros(Number(now()) - 60_000_000);
    const gap = { objCode: 'TASK', subject: 'TASK UPDATE', reason: 'missing', began };
    await openGap(pool, gap);
    const held = await freshnessOf('TASK');
    expect(Number(held.history)).toBe(began);
    expect(held.gaps).toBe(1n);
    expect(Number((await freshnessOf('PROJ')).history)).toBeGreaterThan(began);
    await endGaps(pool, 'TASK UPDATE', asMicros(Number(now())));
    expect(Number((await freshnessOf('TASK')).history)).toBe(began);
    await pipeline.start('journal-poller');
    const isFree = ({ history, gaps }: Freshness): boolean =>
      gaps === 0n && Number(history) > began;
    await until('TASK', isFree, 'the gap is read, and history goes on');
  });

  test('passes nothing that a poller set aside, until it is dismissed or met no more', async () => {
    await pipeline.kill('object-poller');
    const clock = asMicros(Number(now()) - 60_000_000);
    const row = { objCode: 'ROLE', subject: 'r', digest: inputDigest(Buffer.from('d')), clock };
    const aside = { ...row, reason: 'UNDECODABLE', holdsBack: true } as const;
    await setAside(pool, 'object-poller', [aside]);
    const held = await freshnessOf('ROLE');
    expect([held.current, held.parked]).toEqual([BigInt(clock - 1), 1n]);
    expect(Number(held.swept)).toBeLessThanOrEqual(clock - 1);
    await setAside(pool, 'journal-poller', [{ ...aside, objCode: EVERY_TYPE }]);
    expect((await freshnessOf('PROJ')).history).toBe(BigInt(clock - 1));
    expect(Number((await freshnessOf('PROJ')).current)).toBeGreaterThan(clock);
    await markSetAside(pool, 'journal-poller', Buffer.from('d'), 'dismissed');
    await until('PROJ', ({ history }) => isPast(history, BigInt(clock)), 'history goes on');
    await pipeline.start('object-poller');
    await until('ROLE', ({ current }) => isPast(current, BigInt(clock)), 'a listing passes it');
  });

  test.each([
    { objCode: 'RECORD', path: 'WEBHOOK', by: 'late by a webhook' },
    { objCode: 'RECORD', path: 'PLANNING', by: 'by a poller that was killed then' },
    { objCode: 'ROLE', path: 'SEARCH', by: 'by a poller that was killed then' },
  ] as const)('$objCode: what is there is told again if called deleted $by', async (one) => {
    const { objCode, path } = one;
    const at = asMicros(Number(now()));
    await until(objCode, ({ swept }) => isPast(swept, BigInt(at)), 'a sweep was later');
    const { rows } = await pool.query<{ objid: string }>(
      `select objid from live.changes where objcode = '${objCode}' order by objid limit 1`,
    );
    const objID = rows[0]?.objid ?? '';
    // Of its own it knows no DELETE of before what it promised.
    const when = path === 'WEBHOOK' ? at : asMicros(Number(now()));
    await publishTo(pipeline, [deleteOf(one, objID, when)]);
    const isTold = async (): Promise<boolean> => {
      const { rows: looks } = await pool.query<{ gone: boolean; told: boolean; lies: boolean }>(
        `select known.deleted as gone, exists (
             select from live.changes where objid = $1 and asof = ${instantOf(when)}
           ) as told,
           ${micros('swept_up_to')} >= $2 as lies
         from live.${objCode.toLowerCase()}_now as known, workfront.freshness
         where objid = $1 and freshness.objcode = '${objCode}'`,
        [objID, when],
      );
      const [look] = looks;
      if (path === 'WEBHOOK')
        expect(look?.gone === true && look.lies, 'it is promised while it is wrong').toBe(false);
      return look?.told === true && !look.gone && look.lies;
    };
    const what = 'its poller says that it is there, and promises it';
    await eventually(isTold, { what, deadlineMs: 60_000, pollMs: 20 });
  });

  test('what is told while its poller is away so long that Kafka forgets it is dealt with', async () => {
    const begun = now();
    await until('ROLE', ({ swept }) => isPast(swept, begun), 'a sweep was later');
    await pipeline.end('object-poller');
    await forgetGroup(`${pipeline.prefix}.object-poller`);
    const { rows } = await pool.query<{ objid: string }>(
      'select objid from live.role_now where not deleted order by objid desc limit 1',
    );
    const objID = rows[0]?.objid ?? '';
    const isGone = async (): Promise<boolean> => {
      const { rows: looks } = await pool.query<{ deleted: boolean }>(
        'select deleted from live.role_now where objid = $1',
        [objID],
      );
      return looks[0]?.deleted === true;
    };
    const told = { objCode: 'ROLE', path: 'WEBHOOK' } as const;
    await publishTo(pipeline, [deleteOf(told, objID, asMicros(Number(now())))]);
    await eventually(isGone, { what: 'the tables call it deleted', deadlineMs: 60_000 });
    await pipeline.start('object-poller');
    const isBack = async (): Promise<boolean> => !(await isGone());
    await eventually(isBack, { what: 'its poller says that it is there', deadlineMs: 60_000 });
  });

  test('passes no event that is set aside, until it is given up', async () => {
    const producer = await openForeignProducer();
    const topic = `${pipeline.prefix}.task.changes`;
    await producer.send(topic, [{ key: 'someone', value: 'no event at all' }]);
    await producer.close();
    await until('TASK', ({ parked }) => parked === 1n, 'it is parked');
    // What is promised from now on rests on what lies behind it.
    await sandbox(pipeline, 'POST', '/workload', { changes: 60, ratePerSecond: 60, seed: 8 });
    const isHeld = async (): Promise<boolean> => {
      const { current, swept } = await freshnessOf('TASK');
      const promised = await promisedUpTo();
      return [current, swept].every((one) => Number(promised) - Number(one) > 4_000_000);
    };
    await eventually(isHeld, { what: 'the instants stand still', deadlineMs: 60_000 });
    const heldAt = await promisedUpTo();
    const { rows } = await pool.query<{ topic: string; partition: number; offset: Offset }>(
      'select topic, partition, "offset" from live.parked',
    );
    const [place] = rows;
    if (place === undefined) throw new Error('it is in the table');
    expect(await releaseParked(pool, place, 0n)).toBe(true);
    await until('TASK', (one) => isPast(one.current, heldAt), 'it goes on');
    expect((await freshnessOf('TASK')).parked).toBe(0n);
  });
});
