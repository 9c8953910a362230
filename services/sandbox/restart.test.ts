import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../test/support/local-sandbox.ts';
import {
  anotherUser,
  planningCaller,
  recordTypeNamed,
} from '../../test/support/planning-caller.ts';
import { stringifyJson } from '../core/json.ts';
import { DataFile } from './memory/data-file.ts';

const API = '/attask/api/v21.0';
const SUBSCRIPTIONS = '/attask/eventsubscription/api/v1/subscriptions';
const STEP_MS = 500;
const STEPS = 8;
const SEED = Number(process.env['SEED'] ?? 1);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
  path = join(folder, 'data.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

interface Life {
  readonly posts: string[];
  readonly answers: unknown[];
  readonly end: unknown;
}

/** What happens to a sandbox in steps; before those of `restarts` it is killed and starts anew. */
async function live(restarts: readonly number[] | null): Promise<Life> {
  const open = () => localSandbox(SEED, restarts === null ? undefined : new DataFile(path));
  let local = open();
  const posts: string[] = [];
  const answers: unknown[] = [];
  prepare(local);
  for (let step = 0; step < STEPS; step += 1) {
    if (restarts?.includes(step) === true) {
      posts.push(...local.posts.map(({ body }) => body));
      local = open();
      await local.clock.advance(step * STEP_MS);
    }
    answers.push(...actsOf(local, step).map(({ status, body }) => ({ status, body })));
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    await local.clock.advance(STEP_MS);
    stop.abort();
    await running;
  }
  posts.push(...local.posts.map(({ body }) => body));
  return { posts, answers, end: stateOf(local) };
}

/** Everything on that a seed decides. */
function prepare(local: LocalSandbox): void {
  for (const objCode of ['PROJ', 'TASK', 'RECORD']) {
    const url = `http://${objCode}/`;
    const one = { objCode, eventType: 'UPDATE', url, authToken: 't' };
    expect(local.ask('POST', SUBSCRIPTIONS, one).status).toBe(201);
  }
  local.ask('PUT', '/sandbox/settings', { searchLagMs: [0, 1200] });
  const chances = { missed: 0.2, duplicated: 0.2, late: 0.2, lateMs: 700, reordered: 0.3 };
  local.ask('PUT', '/sandbox/faults', { seed: 7, ...chances, throttled: 0.3, slow: 0.2 });
  local.ask('POST', '/sandbox/workload', { changes: 150, ratePerSecond: 60, pace: 'people' });
}

function actsOf(local: LocalSandbox, step: number): Answer[] {
  const planning = planningCaller(local);
  const { user, call: other } = anotherUser(local);
  const type = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
  const made = planning('POST', `/v2/record-types/${type}/records`, { data: { name: `n${step}` } });
  const id = made.text('id');
  const first = planning('GET', `/v2/record-types/${type}/records?size=1`).text('content.0.id');
  const move = { recordIds: [id], putBeforeRecordId: first };
  const role = step % 2 === 0 ? 'editor' : 'viewer';
  const grant = { grant: [{ subjectId: user['ID'], subjectType: 'user', role }] };
  for (let n = 0; n < 3; n += 1) local.sandbox.faults.fateOfAnswer();
  const task = local.get(`${API}/TASK/search?$$LIMIT=1`).text('data.0.ID');
  if (step === 2) local.ask('POST', '/sandbox/workload/pause');
  if (step === 4) local.ask('POST', '/sandbox/workload/resume');
  return [
    other('PATCH', `/v2/records/${first}`, { data: { name: 'mine' } }),
    planning('PATCH', `/v2/permissions/record-type/${type}/members`, grant),
    other('POST', `/v2/permissions/record-type/${type}/requests`, { message: `m${step}` }),
    planning('GET', `/v2/permissions/record-type/${type}/requests`),
    planning('POST', `/v2/record-types/${type}/records/move`, move),
    planning('GET', `/v2/record-types/${type}/records?size=100`),
    planning('GET', `/v2/records/Rc0`),
    local.ask('PUT', `${API}/TASK/${task}`, { name: `t${step}`, percentComplete: step * 10 }),
    local.get(`${API}/TASK/search?fields=*&$$LIMIT=2000`),
    local.get(`${API}/JRNLE/search?fields=*&$$LIMIT=2000`),
    local.get('/sandbox/status'),
  ];
}

function stateOf(local: LocalSandbox): unknown {
  const fates = Array.from({ length: 20 }, () => local.sandbox.faults.fateOfAnswer());
  const truth = local.get('/sandbox/oracle/export').body;
  return { truth, fates, status: local.get('/sandbox/status').body };
}

describe('a restart in the middle (issue: the data file)', () => {
  it('goes on as if nothing had happened, whenever it comes', async () => {
    const whole = await live(null);
    expect(whole.posts.length).toBeGreaterThan(30);
    expect(await live([3])).toEqual(whole);
  });

  it('goes on as if nothing had happened, at every step and while the work rests', async () => {
    const whole = await live(null);
    expect(await live([1, 2, 3, 4, 5, 6, 7])).toEqual(whole);
  });

  it('keeps the calls of Planning of the last minute', async () => {
    const first = localSandbox(SEED, new DataFile(path));
    for (let n = 0; n < 200; n += 1) planningCaller(first)('GET', '/v1/workspaces');
    const second = localSandbox(SEED, new DataFile(path));
    expect(planningCaller(second)('GET', '/v1/workspaces').status).toBe(429);
    await second.clock.advance(61_000);
    expect(planningCaller(second)('GET', '/v1/workspaces').status).toBe(200);
  });

  it('keeps deliveries paused, and hastened ones hastened', async () => {
    const first = localSandbox(SEED, new DataFile(path));
    const one = { objCode: 'PROJ', eventType: 'CREATE', url: 'http://x/', authToken: 't' };
    first.ask('POST', SUBSCRIPTIONS, one);
    first.ask('POST', '/sandbox/deliveries/pause');
    first.ask('POST', `${API}/PROJ`, { name: 'Held' });
    const second = localSandbox(SEED, new DataFile(path));
    await runFor(second, 5000);
    expect(second.posts).toHaveLength(0);
    second.ask('PUT', '/sandbox/faults', { late: 1, lateMs: 3_600_000 });
    second.ask('POST', `${API}/PROJ`, { name: 'Late' });
    second.ask('POST', '/sandbox/deliveries/hasten');
    second.ask('POST', '/sandbox/deliveries/resume');
    const third = localSandbox(SEED, new DataFile(path));
    await third.clock.advance(5000);
    await runFor(third, 1000);
    expect(third.posts).toHaveLength(2);
  });
});

describe('after kill -9', () => {
  it('a file cut anywhere comes back as it was after some whole act', async () => {
    const known = new Set<string>();
    const first = localSandbox(SEED, new DataFile(path));
    const worldBytes = statSync(path).size;
    known.add(JSON.stringify(first.get('/sandbox/oracle/export').body));
    for (let n = 0; n < 6; n += 1) {
      const id = first.ask('POST', `${API}/PROJ`, { name: `P${n}` }).text('data.ID');
      known.add(JSON.stringify(first.get('/sandbox/oracle/export').body));
      for (let t = 0; t < 3; t += 1) {
        first.ask('POST', `${API}/TASK`, { name: `T${t}`, projectID: id });
        known.add(JSON.stringify(first.get('/sandbox/oracle/export').body));
      }
      if (n % 2 === 0) first.ask('DELETE', `${API}/PROJ/${id}?force=true`);
      known.add(JSON.stringify(first.get('/sandbox/oracle/export').body));
    }
    const whole = readFileSync(path);
    const cut = join(folder, 'cut.jsonl');
    for (let at = worldBytes; at <= whole.length; at += 2999) {
      writeFileSync(cut, whole.subarray(0, at));
      const file = new DataFile(cut);
      const back = localSandbox(SEED, file);
      expect(known).toContain(JSON.stringify(back.get('/sandbox/oracle/export').body));
      file.close();
    }
  });

  it('a world half written is made anew, whole and the same', () => {
    const truth = localSandbox(SEED, new DataFile(path)).get('/sandbox/oracle/export').body;
    const bytes = statSync(path).size;
    for (const part of [0, 10, bytes >> 1, bytes - 1]) {
      truncateSync(path, part);
      expect(localSandbox(SEED, new DataFile(path)).get('/sandbox/oracle/export').body).toEqual(
        truth,
      );
      expect(localSandbox(SEED, new DataFile(path)).get('/sandbox/oracle/export').body).toEqual(
        truth,
      );
    }
  });

  it('a file that is no sandbox of ours is refused and left alone', () => {
    writeFileSync(path, 'my only copy\n');
    expect(() => localSandbox(SEED, new DataFile(path))).toThrow(/SANDBOX_DATA/);
    expect(readFileSync(path, 'utf8')).toBe('my only copy\n');
  });

  it('a number that no double holds comes back as it was sent', () => {
    const first = localSandbox(SEED, new DataFile(path));
    const numbers = '{"a":12345678901234567890,"b":9007199254740993,"c":0.1,"d":1e999,"e":1e3}';
    const type = requiredText(recordTypeNamed(first, 'Campaigns')['id']);
    const headers = {
      authorization: 'Bearer key',
      'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
      'x-api-key': 'a',
    };
    const body = `{"name":"n","type":"table","metadata":${numbers}}`;
    const url = `/maestro/api/v2/record-types/${type}/views`;
    const id = first.ask('POST', url, body, headers).text('id');
    const metadata = first.sandbox.tenant.store.get('VIEW', id)?.['metadata'];
    const second = localSandbox(SEED, new DataFile(path));
    expect(second.sandbox.tenant.store.get('VIEW', id)?.['metadata']).toEqual(metadata);
    expect(stringifyJson(metadata ?? null)).toContain('12345678901234567890');
  });

  it('what a save set off by itself comes back in its order', async () => {
    const first = localSandbox(SEED, new DataFile(path));
    first.ask('PUT', '/sandbox/settings', { recalculationEvent: 1 });
    const project = first.get(`${API}/PROJ/search?$$LIMIT=1`).text('data.0.ID');
    first.ask('PUT', `${API}/PROJ/${project}`, { 'DE:Effort': 3, name: 'Calculated' });
    const history = first.get(`/sandbox/oracle/PROJ/${project}/history`).body;
    const state = first.get(`/sandbox/oracle/PROJ/${project}`).body;
    const second = localSandbox(SEED, new DataFile(path));
    expect(second.get(`/sandbox/oracle/PROJ/${project}`).body).toEqual(state);
    expect(second.get(`/sandbox/oracle/PROJ/${project}/history`).body).toEqual(history);
  });
});

async function runFor(local: LocalSandbox, ms: number): Promise<void> {
  const stop = new AbortController();
  const running = local.sandbox.run(stop.signal);
  await local.clock.advance(ms);
  stop.abort();
  await running;
}
