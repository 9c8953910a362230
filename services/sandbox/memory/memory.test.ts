import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSandbox } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';
import { DataFile } from './data-file.ts';

const API = '/attask/api/v21.0';
const SUBSCRIPTIONS = '/attask/eventsubscription/api/v1/subscriptions';
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  path = join(folder, 'data.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

/** As after kill -9: nothing was closed. */
function start(): LocalSandbox {
  return localSandbox(1, new DataFile(path));
}

it('a sandbox comes back with its objects, history, journal, bin and subscriptions', () => {
  const first = start();
  const subscription = { objCode: 'PROJ', eventType: 'UPDATE', url: 'http://x/', authToken: 't' };
  first.ask('POST', SUBSCRIPTIONS, subscription);
  const id = first.ask('POST', `${API}/PROJ`, { name: 'Kept' }).text('data.ID');
  first.ask('PUT', `${API}/PROJ/${id}`, { name: 'Renamed', 'DE:Region': 'DACH' });
  const gone = first.ask('POST', `${API}/PROJ`, { name: 'Binned' }).text('data.ID');
  first.ask('DELETE', `${API}/PROJ/${gone}`);
  const truth = first.get('/sandbox/oracle/export').body;
  const history = first.get(`/sandbox/oracle/PROJ/${id}/history`).body;

  const second = start();
  expect(second.get('/sandbox/oracle/export').body).toEqual(truth);
  expect(second.get(`/sandbox/oracle/PROJ/${id}/history`).body).toEqual(history);
  expect(second.get(`${API}/PROJ/search?ID=${id}`).at('data.0.name')).toBe('Renamed');
  expect(second.get(`${API}/JRNLE/count`).body).toEqual(first.get(`${API}/JRNLE/count`).body);
  expect(second.get(SUBSCRIPTIONS).body).toEqual(first.get(SUBSCRIPTIONS).body);
  second.ask('POST', '/sandbox/acts', { act: 'restore', objCode: 'PROJ', objID: gone });
  expect(second.get(`${API}/PROJ/${gone}`).at('data.name')).toBe('Binned');
});

it('deliveries that had not been made are made after the restart', async () => {
  const first = start();
  const subscription = { objCode: 'PROJ', eventType: 'CREATE', url: 'http://x/', authToken: 't' };
  first.ask('POST', SUBSCRIPTIONS, subscription);
  first.ask('POST', `${API}/PROJ`, { name: 'Told late' });
  expect(first.get('/sandbox/status').at('deliveries.pending')).toBe(1);

  const second = start();
  await runFor(second, 1000);
  expect(second.posts).toHaveLength(1);
  expect(start().get('/sandbox/status').at('deliveries.pending')).toBe(0);
});

it('a last line torn by a crash is cut off, and what follows is whole again', () => {
  const first = start();
  const id = first.ask('POST', `${API}/PROJ`, { name: 'Kept' }).text('data.ID');
  appendFileSync(path, '{"what":"change","obj');
  const second = start();
  second.ask('PUT', `${API}/PROJ/${id}`, { name: 'After' });
  expect(start().get(`${API}/PROJ/${id}`).at('data.name')).toBe('After');
});

it('what has been delivered is not delivered again, what has not survives every restart', async () => {
  const first = start();
  const subscription = { objCode: 'PROJ', eventType: 'CREATE', url: 'http://x/', authToken: 't' };
  first.ask('POST', SUBSCRIPTIONS, subscription);
  first.ask('POST', `${API}/PROJ`, { name: 'Told late' });
  for (let n = 0; n < 3; n += 1) {
    expect(start().get('/sandbox/status').at('deliveries.pending')).toBe(1);
  }
  const last = start();
  await runFor(last, 1000);
  expect(last.posts).toHaveLength(1);
  const { customerId } = JSON.parse(last.posts[0]?.body ?? '{}') as { customerId: string };
  expect(customerId).toBe(first.sandbox.tenant.customerID);
  last.ask('POST', `${API}/PROJ`, { name: 'Later' });
  await runFor(last, 1000);
  expect(last.posts[1]?.body).toContain(customerId);
  const after = start();
  await runFor(after, 1000);
  expect(after.posts).toHaveLength(0);
});

it('the counters of a URL, its breaker and the place in the retry table survive (reference B.2)', async () => {
  const first = start();
  const subscription = { objCode: 'PROJ', eventType: 'CREATE', url: 'http://x/', authToken: 't' };
  first.ask('POST', SUBSCRIPTIONS, subscription);
  first.answerPosts(500);
  for (let n = 0; n < 120; n += 1) first.ask('POST', `${API}/PROJ`, { name: `P${n}` });
  await runFor(first, 2000);
  expect(first.get('/sandbox/status').at('breakers')).toEqual({ 'http://x/': 'disabled' });
  const listed = first.get(SUBSCRIPTIONS).at('subscriptions.0.subscription_url');

  const second = start();
  expect(second.get('/sandbox/status').at('breakers')).toEqual({ 'http://x/': 'disabled' });
  expect(second.get(SUBSCRIPTIONS).at('subscriptions.0.subscription_url')).toEqual(listed);
  expect(second.get('/sandbox/status').at('deliveries')).toMatchObject({
    pending: 0,
    retrying: 120,
  });
  await runFor(second, 60_000);
  expect(second.posts).toHaveLength(0); // the first retry comes after 84.8 s, the probe after 600 s
  second.ask('POST', '/sandbox/deliveries/unfreeze');
  expect(start().get('/sandbox/status').at('breakers')).toEqual({ 'http://x/': 'closed' });
});

it('settings, faults, hidden objects, tracked fields and sessions survive', () => {
  const first = start();
  const login = `${API}/login?username=admin@sandbox.example&password=secret`;
  const [kept, ended] = [1, 2].map(() => first.ask('POST', login).text('data.sessionID'));
  first.ask('GET', `${API}/logout`, undefined, { sessionid: ended ?? '' });
  const id = first.ask('POST', `${API}/PROJ`, { name: 'Hidden' }).text('data.ID');
  first.ask('PUT', '/sandbox/settings', { timeScale: 50, retireDeprecated: true });
  first.ask('PUT', '/sandbox/faults', { missed: 0.5, clockLagMs: 2000 });
  first.ask('PUT', '/sandbox/tracked-fields', { PROJ: ['name'] });
  first.ask('POST', '/sandbox/acts', { act: 'hide', objCode: 'PROJ', objID: id });

  const second = start();
  for (const what of ['settings', 'faults', 'tracked-fields']) {
    expect(second.get(`/sandbox/${what}`).body).toEqual(first.get(`/sandbox/${what}`).body);
  }
  expect(second.get('/attask/api/v15.0/PROJ/search').status).toBe(410);
  expect(second.sandbox.tenant.now()).toBe(first.sandbox.tenant.now());
  expect(second.get(`${API}/PROJ/${id}`).status).toBe(403);
  const asked = (sessionid: string) =>
    second.ask('GET', `${API}/PROJ/search`, undefined, { sessionid }).status;
  expect(asked(kept ?? '')).toBe(200);
  expect(asked(ended ?? '')).toBe(401);
  second.ask('POST', '/sandbox/acts', { act: 'expireSessions' });
  const third = start();
  expect(third.ask('GET', `${API}/PROJ/search`, undefined, { sessionid: kept ?? '' }).status).toBe(
    401,
  );
});

async function runFor(local: LocalSandbox, ms: number): Promise<void> {
  const stop = new AbortController();
  const running = local.sandbox.run(stop.signal);
  await local.clock.advance(ms);
  stop.abort();
  await running;
}
