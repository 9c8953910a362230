import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { localSandbox, requiredText } from '../../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../../test/support/local-sandbox.ts';

const API = '/attask/api/v21.0';
let local: LocalSandbox;
let stop: AbortController;
let running: Promise<void>;
let projectID: string;

beforeEach(() => {
  local = localSandbox();
  stop = new AbortController();
  running = local.sandbox.run(stop.signal);
  for (const objCode of ['PROJ', 'TASK', 'OPTASK']) {
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      const body = { objCode, eventType, url: 'http://x/', authToken: 't' };
      local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', body);
    }
  }
  const project = { name: 'Test', plannedCompletionDate: '2026-01-16T18:00:00.000Z' };
  projectID = local.ask('POST', `${API}/PROJ`, project).text('data.ID');
});

afterEach(async () => {
  stop.abort();
  await running;
});

function set(settings: object): void {
  expect(local.ask('PUT', '/sandbox/settings', settings).status).toBe(200);
}

function act(body: object): Answer {
  const done = local.ask('POST', '/sandbox/acts', body);
  expect(done.status).toBe(200);
  return done;
}

async function events(): Promise<JsonObject[]> {
  await local.clock.advance(2000);
  return local.posts.splice(0).map((post) => JSON.parse(post.body) as JsonObject);
}

function project(fields: string): Answer {
  return local.get(`${API}/PROJ/${projectID}?fields=${fields}`);
}

describe('recalculation (reference A.5, C.8)', () => {
  function addTask(percentComplete: number): void {
    local.ask('POST', `${API}/TASK`, { name: 'T', projectID, percentComplete });
  }

  it('moves the percent of a project with its tasks, silently and without moving the clock', async () => {
    set({ recalculationEvent: 0, recalculationMovesClock: 0 });
    const before = project('lastUpdateDate').at('data.lastUpdateDate');
    await events();
    addTask(50);
    expect(project('percentComplete').at('data.percentComplete')).toBe(50);
    expect(project('lastUpdateDate').at('data.lastUpdateDate')).toBe(before);
    const told = await events();
    expect(told.map((event) => event['eventType'])).toEqual(['CREATE']); // the task's alone
  });

  it('may send an event and move the clock, and is never journaled', async () => {
    set({ recalculationEvent: 1, recalculationMovesClock: 1 });
    const before = project('lastUpdateDate').at('data.lastUpdateDate');
    await events();
    addTask(50);
    expect(project('lastUpdateDate').at('data.lastUpdateDate')).not.toBe(before);
    expect(await events()).toHaveLength(2);
    const rows = local.get(`${API}/JRNLE/count?objID=${projectID}`);
    expect(rows.at('data.count')).toBe(0);
  });

  it('recalculates what it is told to', async () => {
    await events();
    const fields = { actualCost: 12 };
    act({ act: 'recalculate', objCode: 'PROJ', objID: projectID, fields, event: true });
    expect(await events()).toHaveLength(1);
    expect(project('actualCost').at('data.actualCost')).toBe(12);
  });
});

describe('search that lags', () => {
  it('serves stale rows, missing rows and deleted rows for a while; GET by ID does not', async () => {
    set({ searchLagMs: [1000, 1000] });
    const found = (id: string) => local.get(`${API}/PROJ/search?ID=${id}`);
    local.ask('PUT', `${API}/PROJ/${projectID}`, { name: 'New' });
    const fresh = local.ask('POST', `${API}/PROJ`, { name: 'Fresh' }).text('data.ID');
    expect(found(projectID).at('data.0.name')).toBe('Test');
    expect(found(fresh).at('data')).toEqual([]);
    expect(project('name').at('data.name')).toBe('New');
    expect(local.get('/sandbox/status').at('quiet')).toBe(false);
    await local.clock.advance(1001);
    expect(found(projectID).at('data.0.name')).toBe('New');
    local.ask('DELETE', `${API}/PROJ/${projectID}`);
    expect(found(projectID).at('data.0.name')).toBe('New');
    await local.clock.advance(1001);
    expect(found(projectID).at('data')).toEqual([]);
    expect(local.get(`${API}/JRNLE/search`).status).toBe(200);
  });
});

describe('search that lags for one save', () => {
  it('serves the state before it for as long as was asked, and others at once', async () => {
    const saved = (fields: object, more: object): Answer =>
      act({ act: 'recalculate', objCode: 'PROJ', objID: projectID, fields, clock: true, ...more });
    const name = () => local.get(`${API}/PROJ/search?ID=${projectID}`).at('data.0.name');
    saved({ name: 'Late' }, { shownAfterMs: 1000 });
    await local.clock.advance(900);
    expect(name()).toBe('Test');
    await local.clock.advance(101);
    expect(name()).toBe('Late');
    saved({ name: 'At once' }, {});
    expect(name()).toBe('At once');
  });
});

describe('restore (reference C.9)', () => {
  async function deleteAndRestore(): Promise<JsonObject[]> {
    local.ask('DELETE', `${API}/PROJ/${projectID}`);
    await events();
    act({ act: 'restore', objCode: 'PROJ', objID: projectID });
    return events();
  }

  it('sends a CREATE and keeps the clock where it was', async () => {
    const before = project('lastUpdateDate').at('data.lastUpdateDate');
    expect(await deleteAndRestore()).toMatchObject([{ eventType: 'CREATE' }]);
    expect(project('lastUpdateDate').at('data.lastUpdateDate')).toBe(before);
  });

  it('sends nothing, or moves the clock, when told to', async () => {
    set({ restoreEvent: false, restoreMovesClock: true });
    const before = project('lastUpdateDate').at('data.lastUpdateDate');
    expect(await deleteAndRestore()).toEqual([]);
    expect(project('lastUpdateDate').at('data.lastUpdateDate')).not.toBe(before);
  });
});

it('a delete may come without its event, or with its state in either place', async () => {
  await events();
  const ids = [1, 2].map((n) =>
    local.ask('POST', `${API}/PROJ`, { name: `n${n}` }).text('data.ID'),
  );
  await events();
  local.ask('PUT', '/sandbox/faults', { deleteWithoutEvent: 1 });
  local.ask('DELETE', `${API}/PROJ/${ids[0]}`);
  expect(await events()).toEqual([]);
  local.ask('PUT', '/sandbox/faults', {});
  set({ deleteState: 'newState' });
  local.ask('DELETE', `${API}/PROJ/${ids[1]}`);
  expect(await events()).toMatchObject([{ newState: { ID: ids[1] }, oldState: {} }]);
});

it('lateness moves with the clock and no save tells of it', async () => {
  expect(project('progressStatus,lastUpdateDate').at('data.progressStatus')).toBe('ON');
  const before = project('lastUpdateDate').at('data.lastUpdateDate');
  await local.clock.advance(2 * 86_400_000);
  expect(project('progressStatus').at('data.progressStatus')).toBe('LT');
  expect(project('lastUpdateDate').at('data.lastUpdateDate')).toBe(before);
});

it('null against absent: events leave empty fields out when told to', async () => {
  await events();
  set({ eventNulls: false });
  local.ask('PUT', `${API}/PROJ/${projectID}`, { name: 'New' });
  const [event] = await events();
  expect(event?.['newState']).not.toHaveProperty('sponsorID');
});

it('an empty string stands where a date belongs', async () => {
  await events();
  const field = 'plannedCompletionDate';
  act({ act: 'blankDate', objCode: 'PROJ', objID: projectID, field });
  expect(project(field).at(`data.${field}`)).toBe('');
  const [event] = await events();
  expect(event).toMatchObject({ newState: { plannedCompletionDate: '' } });
  expect(local.get(`${API}/PROJ/search?${field}=2020-01-01&${field}_Mod=gte`).status).toBe(200);
});

it('a renamed custom field takes its values along without an event on any object', async () => {
  local.ask('PUT', `${API}/PROJ/${projectID}`, { 'DE:Region': 'DACH' });
  await events();
  act({ act: 'renameParameter', from: 'Region', to: 'Market' });
  expect(await events()).toEqual([]);
  expect(project('DE:Market').at('data.DE:Market')).toBe('DACH');
  expect(project('DE:Region').status).toBe(400);
  act({ act: 'retypeParameter', name: 'Effort', dataType: 'TEXT' });
  local.ask('PUT', `${API}/PROJ/${projectID}`, { 'DE:Effort': 'two days' });
  expect(project('DE:Effort').at('data.DE:Effort')).toBe('two days');
});

it('an issue becomes a task that keeps its ID, or another that links back', () => {
  const make = (name: string) =>
    local.ask('POST', `${API}/OPTASK`, { name, projectID }).text('data.ID');
  const [kept, changed] = [make('kept'), make('changed')];
  expect(act({ act: 'convertIssue', objID: kept, keepID: true }).at('taskID')).toBe(kept);
  const taskID = requiredText(act({ act: 'convertIssue', objID: changed }).at('taskID'));
  const task = local.get(`${API}/TASK/${taskID}?fields=convertedOpTaskID`);
  expect(task.at('data.convertedOpTaskID')).toBe(changed);
  expect(local.get(`${API}/OPTASK/${changed}`).status).toBe(404);
});

it('the oracle knows every object at every instant, whatever was told', async () => {
  set({ recalculation: false });
  const born = new Date(local.clock.nowMicros() / 1000).toISOString();
  await local.clock.advance(60_000);
  local.ask('PUT', `${API}/PROJ/${projectID}`, { name: 'Later', 'DE:Region': 'DACH' });
  await local.clock.advance(60_000);
  local.ask('DELETE', `${API}/PROJ/${projectID}`);
  const at = (instant: string) => local.get(`/sandbox/oracle/PROJ/${projectID}?at=${instant}`);
  const later = new Date(Date.parse(born) + 90_000).toISOString();
  expect(at(born).at('fields.name')).toBe('Test');
  expect(at(later)).toMatchObject({ body: { exists: true, fields: { name: 'Later' } } });
  expect(at(later).at('fields.parameterValues.DE:Region')).toBe('DACH');
  expect(local.get(`/sandbox/oracle/PROJ/${projectID}`).at('exists')).toBe(false);
  const kinds = local.get(`/sandbox/oracle/PROJ/${projectID}/history`).body as JsonObject[];
  expect(kinds.map(({ kind }) => kind)).toEqual(['CREATE', 'UPDATE', 'DELETE']);
});

it('the workload is seeded, bounded and ends in a truth that the export holds', async () => {
  const order = { changes: 300, ratePerSecond: 1000, seed: 5 };
  local.ask('POST', '/sandbox/workload', order);
  for (let n = 0; n < 60; n += 1) await local.clock.advance(100);
  const status = local.get('/sandbox/status');
  expect(status.at('workload.running')).toBe(false);
  expect(Number(status.at('workload.made'))).toBeGreaterThanOrEqual(300);
  const lines = local.get('/sandbox/oracle/export?objCode=TASK&changed=true').body as JsonObject[];
  expect(lines.length).toBeGreaterThan(3);
  expect(local.ask('POST', '/sandbox/workload', { changes: -1 }).status).toBe(400);
  expect(local.ask('POST', '/sandbox/workload', { nonsense: 1 }).status).toBe(400);
});
