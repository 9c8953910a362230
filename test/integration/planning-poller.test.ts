/** The Planning poller between a sandbox, a log and what it remembers; one set for each test. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { isDeepStrictEqual } from 'node:util';
import type { Reconciled } from '../../services/admin/reconcile/reconcile-type.ts';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { runHere } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { planningDifferences } from '../support/planning-differences.ts';
import type { TrueObject } from '../support/planning-differences.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

type Json = Record<string, unknown>;
const KINDS = ['WORKSPACE', 'RECORD_TYPE', 'FIELD', 'RECORD'];
const V2 = '/maestro/api/v2';

let log: TestLog;
let prefix: string;
let sandbox: Service;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let pollers: Service[];
/** Another world for each test, since the tests of a file share their topics. */
let seed = 0;

beforeAll(async () => {
  prefix = freshPrefix();
  log = await openLog(prefix);
});

afterAll(() => log.close());

beforeEach(async () => {
  database = await freshDatabase();
  seed += 1;
  const world = { SANDBOX_WORLD: 'tiny', SANDBOX_SEED: String(seed) };
  sandbox = await spawnService('sandbox', { SANDBOX_PORT: '0', ...world });
  await ask('PUT', '/sandbox/settings', { planningRequestsPerMinute: 100_000 });
  pollers = [];
});

afterEach(async () => {
  for (const service of [...pollers, sandbox]) {
    service.signal('SIGKILL');
    await service.exited;
  }
  await database.drop();
});

describe.each([1, 2])('planning-poller on v%i', (version) => {
  test('the log holds every object as the oracle has it', async () => {
    if (version === 2) await ask('PUT', '/sandbox/settings', { planningEnvelope: 'guide' });
    await polled(await start({ PLANNING_API_VERSION: String(version), PLANNING_PAGE_ROWS: '3' }));
    await expectTruth();
  });

  test('a change, a delete and a detached type follow, and nothing else is told again', async () => {
    const poller = await start({ PLANNING_API_VERSION: String(version) });
    await polled(poller);
    const before = await events();
    const [changed, deleted] = (await truth('RECORD')).map(({ objID }) => objID);
    const type = (await truth('RECORD_TYPE')).find(({ fields }) => fields['alias'] === 'products');
    const made = await ask('POST', `${V2}/record-types/${type?.objID}/records`, { data: {} });
    await polled(poller);
    await rename(String(made['id']), 'New');
    await rename(String(changed), 'Changed');
    await ask('DELETE', `${V2}/records/${deleted}`);
    await polled(poller);
    await expectTruth();
    const gone = (await events()).filter(({ operation }) => operation === 'DELETE');
    expect(gone.map(({ objID }) => objID)).toEqual([deleted]);
    const { deletedAfter, deletedBefore } = gone[0]?.origin ?? {};
    expect(deletedAfter).toBeLessThan(Number(deletedBefore));
    expect(gone[0]?.asOf).toBe(deletedBefore);
    const told = new Set(before.map(({ eventID }) => eventID));
    const later = (await events()).filter(({ eventID }) => !told.has(eventID));
    const ofOthers = later.filter(({ objID }) => ![changed, deleted, made['id']].includes(objID));
    // Lookups and formulas of records that show the renamed one may follow it.
    expect(ofOthers.every(({ objCode }) => objCode === 'RECORD')).toBe(true);
    await ask('DELETE', `${V2}/record-types/${type?.objID}`);
    await polled(poller);
    await expectTruth();
  });
});

describe('planning-poller', () => {
  test('tells the history of a record: before, after, author', async () => {
    const poller = await start();
    await polled(poller);
    const [record] = await truth('RECORD');
    const objID = String(record?.objID);
    for (const name of ['First', 'Second', 'Third']) await rename(objID, name);
    const changes = async (): Promise<ChangeEvent[]> =>
      (await events()).filter((one) => one.objID === objID && one.operation === 'UPDATE');
    const isTold = async (): Promise<boolean> => (await changes()).length >= 3;
    await eventually(isTold, { what: 'the history was read', deadlineMs: 30_000 });
    const of = await changes();
    const steps = of.map(({ previous, fields }) => [previous ?? {}, fields].map(valuesOf));
    // The sandbox's history begins with the first change: what was before it, it does not show.
    expect(new Set(steps.map((step) => JSON.stringify(step)))).toEqual(
      new Set(['[[],["First"]]', '[["First"],["Second"]]', '[["Second"],["Third"]]']),
    );
    for (const { actorID } of of) expect(actorID).toMatch(/^[0-9a-f]{32}$/);
  });

  test('a lost right is no delete, and a record that comes back is there again', async () => {
    const poller = await start();
    await polled(poller);
    const [hidden, deleted] = (await truth('RECORD')).map(({ objID }) => objID);
    await ask('POST', '/sandbox/acts', { act: 'hide', objCode: 'RECORD', objID: hidden });
    await ask('DELETE', `${V2}/records/${deleted}`);
    await polled(poller);
    await polled(poller);
    const gone = (await events()).filter(({ operation }) => operation === 'DELETE');
    expect(gone.map(({ objID }) => objID)).toEqual([deleted]);
    expect(await poller.metric('workfront_cdc_planning_missing_held_total')).toBeGreaterThan(0);
    await ask('POST', '/sandbox/acts', { act: 'reveal', objCode: 'RECORD', objID: hidden });
    await ask('POST', '/sandbox/acts', { act: 'restore', objCode: 'RECORD', objID: deleted });
    const isBack = async (): Promise<boolean> => {
      const told = (await events()).filter(({ objID }) => objID === deleted);
      const goneAt = told.findIndex(({ operation }) => operation === 'DELETE');
      return told.slice(goneAt).some(({ operation }) => operation === 'SNAPSHOT');
    };
    await eventually(isBack, { what: 'the restored record is read again', deadlineMs: 30_000 });
    await expectTruth();
  });

  test('too many that are missing at once are not called deleted', async () => {
    const poller = await start({ PLANNING_DELETES_MAX: '1' });
    await polled(poller);
    const records = await truth('RECORD');
    const types = records.map(({ fields }) => fields['recordTypeId']);
    const ofOne = records.filter(({ fields }) => fields['recordTypeId'] === types[0]);
    for (const { objID } of ofOne.slice(0, 2)) await ask('DELETE', `${V2}/records/${objID}`);
    await polled(poller);
    expect((await events()).filter(({ operation }) => operation === 'DELETE')).toEqual([]);
    expect(poller.log()).toContain('PLANNING_DELETES_MAX');
  });

  test('429, 500, resets, cut answers, a late search and a kill lose nothing', async () => {
    await ask('PUT', '/sandbox/settings', { searchLagMs: [0, 1_500] });
    const rates = { throttled: 0.1, serverError: 0.1, connectionReset: 0.05, truncated: 0.05 };
    await ask('PUT', '/sandbox/faults', { ...rates, seed: 5 });
    const first = await start({ PLANNING_SEARCH_LAG_MS: '2000', PLANNING_PAGE_ROWS: '3' });
    const some = async () => (await first.metric('workfront_cdc_published_total')) > 2;
    await eventually(some, { what: 'some are published', deadlineMs: 60_000 });
    first.signal('SIGKILL');
    await first.exited;
    const second = await start({ PLANNING_SEARCH_LAG_MS: '2000', PLANNING_PAGE_ROWS: '3' });
    await polled(second);
    const [moved, renamed, deleted] = (await truth('RECORD')).map(({ objID }) => objID);
    await rename(String(renamed), 'In between');
    await ask('DELETE', `${V2}/records/${deleted}`);
    await rename(String(moved), 'Too');
    await ask('PUT', '/sandbox/faults', {});
    const isTrue = async (): Promise<boolean> => (await differences()).length === 0;
    await eventually(isTrue, { what: 'the log agrees with the oracle', deadlineMs: 60_000 });
  });
});

/** Nothing but what is asked for is read again, once the first reading is done. */
const ON_REQUEST = { PLANNING_SWEEP_INTERVAL_MS: '3600000', PLANNING_POLL_INTERVAL_MS: '3600000' };

describe('what is asked of Planning', () => {
  // A log of its own: the worlds of the other tests are in its tables otherwise.
  beforeAll(async () => {
    await log.close();
    prefix = freshPrefix();
    log = await openLog(prefix);
  });

  test('reconcile names what is missing, gone and hidden, and has it repaired', async () => {
    const store = { DATABASE_URL: database.url, TOPIC_PREFIX: prefix };
    pollers.push(await spawnService('projector', store));
    const first = await start(ON_REQUEST);
    const ids = (await truth('RECORD')).map(({ objID }) => objID);
    const [deleted = '', hidden = '', doubted] = ids;
    const type = (await truth('RECORD_TYPE')).find(({ fields }) => fields['alias'] === 'products');
    const look = async (): Promise<Reconciled | undefined> =>
      (JSON.parse((await reconcile('--dry-run', '--json')).stdout) as Reconciled[])[0];
    const becomes = async (part: Partial<Reconciled>, what: string): Promise<void> => {
      const isSo = async (): Promise<boolean> => {
        const found = await look();
        return Object.entries(part).every(([name, value]) =>
          isDeepStrictEqual(found?.[name as keyof Reconciled], value),
        );
      };
      await eventually(isSo, { what, deadlineMs: 60_000 });
    };
    await becomes({ missing: [], gone: [], differing: [] }, 'the tables equal Planning');
    first.signal('SIGKILL');
    await first.exited;
    await ask('DELETE', `${V2}/records/${deleted}`);
    await ask('POST', '/sandbox/acts', { act: 'hide', objCode: 'RECORD', objID: hidden });
    const made = await ask('POST', `${V2}/record-types/${type?.objID}/records`, { data: {} });
    const objID = String(made['id']);
    // What was published of it is forgotten: only who has the tables knows that it was there.
    await query('delete from control.planning_objects where objid = $1', [deleted]);
    await query(`insert into control.wanted_reads values ('RECORD', $1, 'test')`, [doubted]);
    await becomes({ missing: [objID], gone: [deleted], hidden: [hidden] }, 'it is all named');
    const told = (await events()).filter((one) => one.objID === doubted).length;
    expect((await reconcile()).stdout).toContain(`1 gone there (404 by ID): ${deleted}`);
    await start(ON_REQUEST);
    await becomes({ missing: [], gone: [], hidden: [hidden], differing: [] }, 'it is repaired');
    const ofDoubted = (await events()).filter((one) => one.objID === doubted);
    expect(ofDoubted).toHaveLength(told + 1); // it differs in nothing, and somebody doubted it
    const [gone] = (await events()).filter(({ operation }) => operation === 'DELETE');
    expect(gone).toMatchObject({ objID: deleted, origin: { deletedAfter: null } });
    expect(gone?.origin.raw).toContain('404');
  });
});

function reconcile(...more: readonly string[]): Promise<CommandOutcome> {
  const env = {
    WORKFRONT_CDC_DATA_DIR: '/nonexistent',
    WORKFRONT_URL: sandbox.url,
    WORKFRONT_API_KEY: 'sandbox',
    PLANNING_BEARER_TOKEN: 'sandbox',
    PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg',
    PLANNING_CLIENT_ID: 'test',
    DATABASE_URL: database.url,
  };
  return runHere(env, 'reconcile', '--type', 'RECORD', '--settle', '0', ...more);
}

async function query(sql: string, parameters: readonly unknown[]): Promise<void> {
  const pool = openPool({ url: database.url, max: 1, applicationName: 'planning-test' });
  await pool.query(sql, [...parameters]).finally(() => pool.close());
}

async function start(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const poller = await spawnService('planning-poller', {
    TOPIC_PREFIX: prefix,
    CONTROL_DATABASE_URL: database.url,
    WORKFRONT_URL: sandbox.url,
    PLANNING_BEARER_TOKEN: 'sandbox',
    PLANNING_IMS_ORG_ID: 'SANDBOX@AdobeOrg',
    PLANNING_CLIENT_ID: 'test',
    PLANNING_POLL_INTERVAL_MS: '100',
    PLANNING_SWEEP_INTERVAL_MS: '100',
    PLANNING_CALLS_PER_MINUTE: '100000',
    PLANNING_SEARCH_LAG_MS: '0',
    PLANNING_LEASE_TTL_MS: '1500',
    ...env,
  });
  pollers.push(poller);
  return poller;
}

/** A poll that began after now has ended. */
async function polled(poller: Service): Promise<void> {
  const polls = async (): Promise<number> => poller.metric('workfront_cdc_polls_total');
  const before = await polls();
  const isDone = async (): Promise<boolean> => (await polls()) >= before + 2;
  await eventually(isDone, { what: 'Planning was polled', deadlineMs: 90_000 });
}

async function truth(objCode: string): Promise<TrueObject[]> {
  const response = await fetch(`${sandbox.url}/sandbox/oracle/export?objCode=${objCode}`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const all = lines.map((line) => JSON.parse(line) as TrueObject & { readonly exists: boolean });
  return all.filter(({ exists }) => exists);
}

/** Those of this test's sandbox. */
async function events(): Promise<ChangeEvent[]> {
  const all = await Promise.all(
    KINDS.map((kind) => log.events(`${prefix}.${kind.toLowerCase()}.changes`)),
  );
  const own = await ownIDs();
  return all.flat().filter(({ objID }) => own.has(objID));
}

async function ownIDs(): Promise<ReadonlySet<string>> {
  const query = KINDS.join(',');
  const response = await fetch(`${sandbox.url}/sandbox/oracle/export?objCode=${query}`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return new Set(lines.map((line) => (JSON.parse(line) as { objID: string }).objID));
}

async function expectTruth(): Promise<void> {
  expect(await differences()).toEqual([]);
}

/** What the last event of each object says otherwise than the oracle. */
async function differences(): Promise<string[]> {
  const there = (await Promise.all(KINDS.map(truth))).flat();
  return planningDifferences(await events(), there);
}

function valuesOf(fields: object): unknown[] {
  return Object.values(fields);
}

async function primaryField(record: TrueObject | undefined): Promise<string> {
  const types = await truth('RECORD_TYPE');
  const type = types.find(({ objID }) => objID === record?.fields['recordTypeId']);
  return String(type?.fields['primaryFieldId']);
}

async function rename(objID: string, name: string): Promise<void> {
  const record = (await truth('RECORD')).find((one) => one.objID === objID);
  const data = { [await primaryField(record)]: name };
  await ask('PATCH', `${V2}/records/${objID}`, { data });
}

async function ask(method: string, path: string, body?: unknown): Promise<Json> {
  for (let tries = 0; ; tries += 1) {
    const answer = await tryAsk(method, path, body);
    if (answer !== null) return answer;
    if (tries > 50) throw new Error(`${method} ${path} does not succeed`);
  }
}

/** Null where a fault got in between. */
async function tryAsk(method: string, path: string, body: unknown): Promise<Json | null> {
  try {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: {
        authorization: 'Bearer sandbox',
        'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
        'x-api-key': 'test',
        'content-type': 'application/json',
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status === 429 || response.status >= 500) return null;
    if (!response.ok && response.status !== 404) throw new TypeError(`${method} ${path}: ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Json);
  } catch (error) {
    if (error instanceof TypeError && error.message.startsWith(method)) throw error;
    return null;
  }
}
