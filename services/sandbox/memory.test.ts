import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSandbox } from '../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../test/support/local-sandbox.ts';
import { DataFile } from './state/data-file.ts';

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
  const stop = new AbortController();
  const running = second.sandbox.run(stop.signal);
  await second.clock.advance(10);
  stop.abort();
  await running;
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
