import type { JsonObject } from '../../core/json.ts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, member, requiredText } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';

const SUBSCRIPTIONS = '/attask/eventsubscription/api/v1/subscriptions';
const API = '/attask/api/v21.0';
const PROJ = {
  objCode: 'PROJ',
  eventType: 'UPDATE',
  url: 'http://here/hook',
  authToken: 'EauthTokenWorkfrontRocks1234_',
};

const CHANNELS = 'newState.parameterValues.DE:Channels';

let local: LocalSandbox;
let stop: AbortController;
let running: Promise<void>;

beforeEach(() => {
  local = localSandbox();
  stop = new AbortController();
  running = local.sandbox.run(stop.signal);
});

afterEach(async () => {
  stop.abort();
  await running;
});

function subscribe(body: object = PROJ): string {
  const answer = local.ask('POST', SUBSCRIPTIONS, body);
  expect(answer.status).toBe(201);
  return answer.text('id');
}

function createProject(): string {
  return local.ask('POST', `${API}/PROJ`, { name: 'Test' }).text('data.ID');
}

async function delivered(): Promise<JsonObject[]> {
  await local.clock.advance(1000);
  return local.posts.splice(0).map((post) => JSON.parse(post.body) as JsonObject);
}

describe('the management API (reference B.1)', () => {
  it('creates with 201, version and Location, and knows an identical one', () => {
    const created = local.ask('POST', SUBSCRIPTIONS, PROJ);
    expect(created).toMatchObject({ status: 201, body: { version: 'v2' } });
    expect(created.headers['location']).toContain(created.at('id'));
    expect(local.ask('POST', SUBSCRIPTIONS, PROJ).status).toBe(409);
    expect(local.ask('POST', SUBSCRIPTIONS, { ...PROJ, objId: 'x' }).status).toBe(201);
  });

  it('refuses without session, without rights, with a bad body', () => {
    expect(local.ask('POST', SUBSCRIPTIONS, PROJ, {}).status).toBe(401);
    const users = [...local.sandbox.tenant.store.rows('USER')];
    const url = `${API}/login?username=${requiredText(users[3]?.['username'])}&password=secret`;
    const sessionid = local.ask('POST', url).text('data.sessionID');
    expect(local.ask('POST', SUBSCRIPTIONS, PROJ, { sessionid }).status).toBe(403);
    expect(local.ask('POST', SUBSCRIPTIONS, { ...PROJ, extra: 1 }).status).toBe(400);
    expect(local.ask('POST', SUBSCRIPTIONS, 'no json').status).toBe(400);
  });

  it('lists in pages, masks the token, shows the counters of the URL in both casings', () => {
    const id = subscribe();
    subscribe({ ...PROJ, objCode: 'TASK', authToken: 'short' });
    const list = local.get(`${SUBSCRIPTIONS}?page=1&limit=1`);
    expect(list.at('meta')).toEqual({ page: 1, page_count: 2, limit: 1, total_count: 2 });
    expect(list.at('subscriptions.0')).toMatchObject({
      id,
      objId: null,
      authToken: '****234_',
      subscription_url: { url: PROJ.url, successes: 0, failures: 0, disabled_at: null },
    });
    expect(list.at('subscriptions.0.date_created')).toMatch(/^\d{4}-.*\.\d{6}$/);
    expect(local.get(`${SUBSCRIPTIONS}?page=2&limit=1`).at('subscriptions.0.authToken')).toBe(
      '*****',
    );
    local.ask('PUT', '/sandbox/settings', { subscriptionsCamelCase: true });
    expect(local.get(`${SUBSCRIPTIONS}/${id}`).at('dateCreated')).toBeDefined();
    expect(local.get(`${SUBSCRIPTIONS}/list`).at('0')).toMatchObject({ obj_code: 'PROJ' });
    expect(local.get(`${SUBSCRIPTIONS}?limit=1001`).status).toBe(400);
  });

  it('deletes with 200, and answers 404 for what is not there', () => {
    const id = subscribe();
    expect(local.ask('DELETE', `${SUBSCRIPTIONS}/${id}`)).toMatchObject({
      status: 200,
      body: null,
    });
    expect(local.ask('DELETE', `${SUBSCRIPTIONS}/${id}`).status).toBe(404);
    expect(local.get(`${SUBSCRIPTIONS}/${id}`).status).toBe(404);
  });
});

describe('delivery (reference B.2, B.4)', () => {
  it('posts full snapshots with the token, null where empty, custom fields only where filled', async () => {
    const id = createProject();
    const subscriptionId = subscribe();
    local.ask('PUT', `${API}/PROJ/${id}`, { name: 'New', 'DE:Region': 'DACH' });
    await local.clock.advance(1000);
    expect(local.posts[0]?.headers).toEqual({ authorization: `Bearer ${PROJ.authToken}` });
    const [body] = await delivered();
    expect(body).toMatchObject({
      eventType: 'UPDATE',
      subscriptionId,
      eventVersion: 'v2',
      subscriptionVersion: 'v2',
      oldState: { ID: id, name: 'Test', parameterValues: {}, sponsorID: null },
      newState: { ID: id, name: 'New', parameterValues: { 'DE:Region': 'DACH' } },
    });
    expect(Object.keys(body?.['newState'] as object)).toHaveLength(53);
    expect(member(body ?? {}, 'newState.percentComplete')).toBeUndefined();
    expect(member(body ?? {}, 'newState.lastUpdateDate')).toMatch(/T\d\d:\d\d:\d\d\.\d{3}-0700$/);
    expect(Number(member(body ?? {}, 'eventTime.nano')) % 1_000_000).toBe(0);
  });

  it('has clocks of one save that never match, 18 to 414 ms apart', async () => {
    const id = createProject();
    subscribe();
    const bodies: JsonObject[] = [];
    for (let n = 0; n < 20; n += 1) {
      local.ask('PUT', `${API}/PROJ/${id}`, { name: `n${n}` });
      bodies.push(...(await delivered()));
    }
    expect(bodies).toHaveLength(20);
    for (const body of bodies) {
      const seconds = Number(member(body, 'eventTime.epochSecond'));
      const event = seconds * 1000 + Number(member(body, 'eventTime.nano')) / 1e6;
      const spread = event - Date.parse(requiredText(member(body, 'newState.lastUpdateDate')));
      expect(spread).toBeGreaterThanOrEqual(18);
      expect(spread).toBeLessThanOrEqual(414);
    }
  });

  it('sends CREATE with an empty old state and DELETE with an empty new one', async () => {
    subscribe({ ...PROJ, eventType: 'CREATE' });
    subscribe({ ...PROJ, eventType: 'DELETE' });
    const id = createProject();
    expect((await delivered())[0]).toMatchObject({ newState: { ID: id }, oldState: {} });
    local.ask('DELETE', `${API}/PROJ/${id}`);
    const [deleted] = await delivered();
    expect(deleted).toMatchObject({ eventType: 'DELETE', oldState: { ID: id } });
    expect(deleted?.['newState']).toEqual({});
  });

  it('posts what it is told to as the validation of a new subscription (reference I.1)', async () => {
    local.ask('PUT', '/sandbox/settings', { validationBody: '{"validate":true}' });
    subscribe();
    expect(await delivered()).toEqual([{ validate: true }]);
    local.ask('PUT', '/sandbox/settings', { validationBody: '' });
    subscribe({ ...PROJ, objCode: 'TASK' });
    expect(await delivered()).toEqual([]);
  });

  it('encodes the states in base64 when asked, the envelope stays plain', async () => {
    const id = createProject();
    subscribe({ ...PROJ, base64Encoding: 'true' });
    local.ask('PUT', `${API}/PROJ/${id}`, { name: 'New' });
    const [body] = await delivered();
    const state = Buffer.from(requiredText(body?.['newState']), 'base64').toString();
    expect((JSON.parse(state) as { name: string }).name).toBe('New');
  });

  it('sends v1 and v2 for five minutes after a switch, then the new one only', async () => {
    const id = createProject();
    const subscription = subscribe();
    const set = { 'DE:Channels': ['Print'] };
    local.ask('PUT', `${SUBSCRIPTIONS}/${subscription}/version`, { version: 'v1' });
    local.ask('PUT', `${API}/PROJ/${id}`, set);
    const both = await delivered();
    expect(both).toHaveLength(2);
    const v1 = both.find((body) => body['eventVersion'] === undefined);
    const v2 = both.find((body) => body['eventVersion'] === 'v2');
    expect(member(v1 ?? {}, CHANNELS)).toBe('Print');
    expect(member(v2 ?? {}, CHANNELS)).toEqual(['Print']);
    await local.clock.advance(300_000);
    local.ask('PUT', `${API}/PROJ/${id}`, { name: 'later' });
    expect(await delivered()).toHaveLength(1);
    const all = { allCustomerSubscriptions: true, version: 'v2' };
    expect(local.ask('PUT', `${SUBSCRIPTIONS}/version`, all).at('subscription_ids')).toHaveLength(
      1,
    );
  });

  it('drops a body above 1 MB without a word', async () => {
    const id = createProject();
    subscribe();
    local.ask('PUT', `${API}/PROJ/${id}`, { description: 'x'.repeat(1_100_000) });
    expect(await delivered()).toEqual([]);
    expect(local.get('/sandbox/status').at('deliveries.oversized')).toBe(1);
  });

  it('delivers an edit of an unlisted field too: lastUpdateDate is listed (reference B.6)', async () => {
    const id = createProject();
    subscribe();
    local.ask('PUT', `${API}/PROJ/${id}`, { percentComplete: 50 });
    expect(await delivered()).toHaveLength(1);
  });

  it('misses, repeats and delays deliveries when told to, seeded', async () => {
    const id = createProject();
    subscribe();
    const edit = (name: string) => local.ask('PUT', `${API}/PROJ/${id}`, { name });
    local.ask('PUT', '/sandbox/faults', { missed: 1 });
    edit('missed');
    expect(await delivered()).toHaveLength(0);
    local.ask('PUT', '/sandbox/faults', { duplicated: 1 });
    edit('twice');
    expect(await delivered()).toHaveLength(2);
    local.ask('PUT', '/sandbox/faults', { late: 1, lateMs: 10_000 });
    edit('late');
    expect(await delivered()).toHaveLength(0);
    await local.clock.advance(10_000);
    expect(await delivered()).toHaveLength(1);
    expect(local.ask('PUT', '/sandbox/faults', { missed: 2 }).status).toBe(400);
    expect(local.ask('PUT', '/sandbox/faults', { nonsense: 1 }).status).toBe(400);
  });
});
