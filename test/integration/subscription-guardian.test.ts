import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { parseJson } from '../../services/platform/json.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { createMetrics } from '../../services/platform/process/metrics.ts';
import { gapsAreRead, gapsToRead } from '../../services/source/promises/gap-readings.ts';
import {
  guardianMetrics,
  SubscriptionGuardian,
} from '../../services/source/subscriptions/subscription-guardian.ts';
import { wantedSubscriptions } from '../../services/source/subscriptions/subscription-file.ts';
import { LocalBudget } from '../../services/workfront/call-budget.ts';
import { openExchange } from '../../services/workfront/exchange.ts';
import { openSubscriptionClient } from '../../services/workfront/subscription-client.ts';
import type { SubscriptionClient } from '../../services/workfront/subscription-client.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { localSandbox } from '../support/local-sandbox.ts';
import type { LocalSandbox } from '../support/local-sandbox.ts';

const never = new AbortController().signal;
const TOKEN = 'token-of-the-guardian';
const PATH = '/attask/eventsubscription/api/v1/subscriptions';
const WANTED = wantedSubscriptions('http://ingress.test').filter(({ objCode }) =>
  ['TASK', 'PROJ'].includes(objCode),
);

let database: FreshDatabase;
let pool: Pool;
let local: LocalSandbox;
let client: SubscriptionClient;
let guardian: SubscriptionGuardian;
let metrics: ReturnType<typeof createMetrics>;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 2, applicationName: 'guardian-test' });
});

afterAll(async () => {
  await pool.close();
  await database.drop();
});

beforeEach(async () => {
  await pool.query('truncate control.gaps, control.subscription_watch, control.watched_types');
  local = localSandbox();
  const toSandbox: typeof fetch = async (url, init = {}) => {
    const { pathname, search } = new URL(url instanceof Request ? url.url : url);
    const headers = Object.fromEntries(new Headers(init.headers));
    const body = init.body === undefined ? undefined : (JSON.parse(init.body as string) as unknown);
    const answer = local.ask(init.method ?? 'GET', pathname + search, body, headers);
    const date = new Date(local.clock.nowMicros() / 1000).toUTCString();
    return new Response(JSON.stringify(answer.body), { status: answer.status, headers: { date } });
  };
  const exchange = openExchange({
    url: 'http://tenant.test',
    parseJson,
    clock: systemClock,
    fetch: toSandbox,
    budget: new LocalBudget({ callsMax: 1, clock: systemClock }),
    signIn: { headers: async () => ({ authorization: 'key' }), renew: async () => false },
  });
  client = openSubscriptionClient(exchange);
  metrics = createMetrics('test');
  guardian = new SubscriptionGuardian({
    client,
    wanted: WANTED,
    authToken: () => TOKEN,
    database: pool,
    metrics: guardianMetrics(metrics),
    clock: systemClock,
    logger: createLogger('test', { level: 'silent' }),
  });
});

async function idOf(objCode: string, eventType: string): Promise<string> {
  const { subscriptions } = await client.list(never);
  const found = subscriptions.find((one) => one.objCode === objCode && one.eventType === eventType);
  return found?.id ?? 'none';
}

interface Row {
  readonly subject: string;
  readonly reason: string;
  readonly state: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly ended: number | null;
}

async function gaps(): Promise<Row[]> {
  const { rows } = await pool.query<Row>(
    `select subject, reason, state, extract(epoch from began)::float8 * 1000 as began,
       extract(epoch from ended)::float8 * 1000 as ended from control.gaps order by id`,
  );
  return rows;
}

async function counted(state: string): Promise<number> {
  const line = new RegExp(
    `workfront_cdc_subscriptions\\{state="${state}",service="test"\\} (\\d+)`,
  );
  return Number(line.exec(await metrics.text())?.[1]);
}

const now = (): number => local.clock.nowMicros() / 1000;

describe('the guardian of the subscriptions', () => {
  test('makes what was never there, and calls that no outage', async () => {
    await guardian.watch(never);
    await guardian.watch(never);
    expect([await counted('well'), await counted('missing')]).toEqual([6, 0]);
    expect(await gaps()).toEqual([]);
  });

  test('says from when on a subscription is there that never was, and says it once', async () => {
    const since = async () => {
      const { rows } = await pool.query<{ objcode: string; ms: number }>(
        `select objcode, extract(epoch from since)::float8 * 1000 as ms
         from control.watched_types order by objcode`,
      );
      return rows;
    };
    const firstMs = now();
    await guardian.watch(never);
    const made = await since();
    expect(made.map(({ objcode }) => objcode)).toEqual(['PROJ', 'TASK']);
    for (const { ms } of made) expect(Math.abs(ms - firstMs)).toBeLessThan(2_000);
    await local.clock.advance(60_000);
    await guardian.watch(never);
    await client.remove(await idOf('TASK', 'UPDATE'), never);
    await guardian.watch(never); // an outage is a gap of its own
    expect(await since()).toEqual(made);
  });

  test('makes a subscription anew that was deleted, and wants exactly its outage read', async () => {
    await guardian.watch(never);
    await guardian.watch(never);
    const wellMs = now();
    await local.clock.advance(60_000);
    await client.remove(await idOf('TASK', 'UPDATE'), never);
    await local.clock.advance(60_000);
    await guardian.watch(never);
    expect(await gaps()).toMatchObject([
      { subject: 'TASK UPDATE', reason: 'missing', state: 'open', ended: null },
    ]);
    const madeMs = now();
    await guardian.watch(never);
    const [gap] = await gaps();
    expect(gap).toMatchObject({ state: 'wanted' });
    // Whole seconds, less the time of the call, and five more at the end.
    expect(wellMs - (gap?.began ?? 0)).toBeLessThan(2_000);
    expect(gap?.began).toBeLessThanOrEqual(wellMs);
    expect(gap?.ended).toBeGreaterThanOrEqual(madeMs);
    expect((gap?.ended ?? 0) - madeMs).toBeLessThan(6_000);
    for (const reader of ['object-poller', 'journal-poller'] as const) {
      const choice = { reader, objCodes: ['TASK'], knownForMs: 0 };
      const wanted = await gapsToRead(pool, choice, 10);
      expect(wanted).toMatchObject([
        { objCode: 'TASK', objID: null, subject: 'TASK UPDATE', reason: 'missing' },
      ]);
      expect(await gaps()).toMatchObject([{ state: 'wanted' }]);
      // Whoever read it died before it said so: it is read again.
      expect(await gapsToRead(pool, choice, 10)).toEqual(wanted);
      const ids = wanted.map(({ id }) => id);
      await gapsAreRead(pool, ids, reader);
      expect(await gapsToRead(pool, choice, 10)).toEqual([]);
    }
    expect(await gaps()).toMatchObject([{ state: 'filled' }]);
  });

  test('keeps a gap for as long as a URL is frozen, over its own restarts', async () => {
    await guardian.watch(never);
    await guardian.watch(never);
    const frozen = freezing('frozen');
    await frozen.watch(never);
    await freezing('frozen').watch(never);
    expect(new Set((await gaps()).map(({ reason, state }) => `${reason} ${state}`))).toEqual(
      new Set(['frozen open']),
    );
    expect(await gaps()).toHaveLength(6);
    await guardian.watch(never);
    expect(new Set((await gaps()).map(({ state }) => state))).toEqual(new Set(['wanted']));
  });

  test('leaves foreign subscriptions alone, and one that is unlike for a person', async () => {
    const filters = [{ fieldName: 'status', fieldValue: 'CUR', comparison: 'eq' }];
    const [first] = WANTED;
    if (first === undefined) throw new Error('nothing is wanted');
    await client.create({ ...first, filters }, TOKEN, never);
    await client.create({ ...first, url: 'http://other.test/hook' }, TOKEN, never);
    const before = await idOf(first.objCode, first.eventType);
    await guardian.watch(never);
    await guardian.watch(never);
    expect([await counted('unlike'), await counted('well')]).toEqual([1, 5]);
    expect(await idOf(first.objCode, first.eventType)).toBe(before);
    expect(await metrics.text()).toContain('subscriptions_foreign{service="test"} 1');
    expect(local.get(PATH).at('meta.total_count')).toBe(7);
  });
});

/** The same tenant, where the breaker of every URL is open. */
function freezing(breaker: 'disabled' | 'frozen'): SubscriptionGuardian {
  const list: SubscriptionClient['list'] = async (signal) => {
    const { subscriptions, askedMicros } = await client.list(signal);
    return { subscriptions: subscriptions.map((one) => ({ ...one, breaker })), askedMicros };
  };
  return new SubscriptionGuardian({
    client: { ...client, list },
    wanted: WANTED,
    authToken: () => TOKEN,
    database: pool,
    metrics: guardianMetrics(createMetrics('other')),
    clock: systemClock,
    logger: createLogger('test', { level: 'silent' }),
  });
}
