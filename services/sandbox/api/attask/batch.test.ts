import { beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../../../test/support/deliveries-of.ts';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { seededRandom } from '../../../core/random.ts';

const API = '/attask/api/v21.0';
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const NOWHERE = `/PROJ/${'0'.repeat(32)}`;
const rounds = Number(process.env['ROUNDS'] ?? 40);
const seed = Number(process.env['SEED'] ?? 20261122);

let local: LocalSandbox;
let projectID: string;
let taskID: string;

beforeEach(() => {
  local = localSandbox();
  projectID = local.ask('POST', `${API}/PROJ`, { name: 'Test' }).text('data.ID');
  taskID = local.ask('POST', `${API}/TASK`, { name: 'Task', projectID }).text('data.ID');
  for (const objCode of ['PROJ', 'TASK', 'PARAM', 'HOUR']) {
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      local.ask('POST', HOOKS, { objCode, eventType, url: 'http://x/', authToken: 'token' });
    }
  }
});

function batch(uris: readonly string[], more = 'atomic=true'): Answer {
  const body = uris.map((uri) => `uri=${encodeURIComponent(uri)}`).join('&');
  return local.ask('POST', `${API}/batch`, `${body}&${more}`);
}

const put = (path: string, fields: object): string =>
  `${path}?method=put&updates=${JSON.stringify(fields)}`;
const post = (path: string, fields: object): string =>
  `${path}?method=post&updates=${JSON.stringify(fields)}`;
const remove = (path: string): string => `${path}?method=delete`;

/** Everything that a save leaves behind. */
function traces(): unknown {
  const { tenant, bin } = local.sandbox;
  return {
    truth: local.get('/sandbox/oracle/export').body,
    histories: [...tenant.history.objects()].map((key) => tenant.history.entries(...key)),
    journal: [...tenant.store.rows('JRNLE')],
    seen: ['PROJ', 'TASK', 'JRNLE'].map((code) => [...tenant.view.rows(code)]),
    binned: bin.list(),
    status: local.get('/sandbox/status').body,
    fields: local.sandbox.parameters.names(),
  };
}

async function leavesNothing(ask: () => Answer, status: number): Promise<void> {
  const before = traces();
  let answer: Answer | null = null;
  const bodies = await deliveriesOf(local, () => {
    answer = ask();
  });
  expect(answer).toMatchObject({ status });
  expect(traces()).toEqual(before);
  expect(bodies).toEqual([]);
}

describe('a batch with atomic=true (reference C.2)', () => {
  it('undoes everything when a part of it fails', async () => {
    const acts = [
      put(`/PROJ/${projectID}`, { name: 'Never', 'DE:Revenue': 500 }),
      post('/TASK', { name: 'Never', projectID, percentComplete: 50 }),
      post('/HOUR', { hours: 3, taskID, projectID }),
      put(`/TASK/${taskID}`, { status: 'CPL' }),
      remove(`/TASK/${taskID}`),
      remove(`/PROJ/${projectID}`),
    ];
    await leavesNothing(() => batch([...acts, NOWHERE]), 404);
    await leavesNothing(() => batch([...acts, NOWHERE], 'atomic=true&concurrent=true'), 404);
    await leavesNothing(() => batch([...acts, put(`/PROJ/${projectID}`, {})]), 404);
    await leavesNothing(() => batch([...acts, '/NOPE/search']), 404);
    await leavesNothing(() => batch([put(NOWHERE, {}), ...acts]), 404);
  });

  it('does all of it once when no part fails', async () => {
    const acts = [
      put(`/PROJ/${projectID}`, { name: 'Renamed' }),
      post('/TASK', { name: 'Second', projectID }),
      put(`/TASK/${taskID}`, { name: 'First' }),
      remove(`/TASK/${taskID}`),
    ];
    local.ask('PUT', '/sandbox/settings', { recalculation: false });
    let answer: Answer | null = null;
    const before = local.sandbox.tenant.sequence;
    const bodies = await deliveriesOf(local, () => {
      answer = batch(acts);
    });
    expect(answer).toMatchObject({ status: 200, body: { data: { success: true } } });
    expect(local.sandbox.tenant.sequence - before).toBe(4);
    expect(bodies).toHaveLength(4);
    const found = local.get(`${API}/TASK/search?projectID=${projectID}`).at('data');
    expect(found).toMatchObject([{ name: 'Second' }]);
    expect(local.sandbox.bin.list()).toMatchObject([{ objID: taskID }]);
  });

  it('sees what its own parts did, custom fields that it makes and renames too', async () => {
    const [parameter] = [...local.sandbox.tenant.store.rows('PARAM')];
    const made = post('/PARAM', { name: 'Fresh', dataType: 'TEXT', displayType: 'TEXT' });
    const fresh = put(`/PROJ/${projectID}`, { 'DE:Fresh': 'x' });
    const renamed = put(`/PARAM/${requiredText(parameter?.['ID'])}`, { name: 'Renamed' });
    const old = put(`/PROJ/${projectID}`, { [`DE:${requiredText(parameter?.['name'])}`]: 1 });
    await leavesNothing(() => batch([made, fresh, renamed, old]), 400);
    await leavesNothing(() => batch([fresh]), 400);
    const again = post('/PARAM', { name: parameter?.['name'], dataType: 'NMBR' });
    const gone = remove(`/PARAM/${requiredText(parameter?.['ID'])}`);
    await leavesNothing(() => batch([again, gone, NOWHERE]), 404);
    await leavesNothing(() => batch([remove(`/TASK/${taskID}`), remove(`/TASK/${taskID}`)]), 404);
    expect(batch([made, fresh]).status).toBe(200);
    expect(local.get(`${API}/PROJ/${projectID}?fields=DE:Fresh`).at('data.DE:Fresh')).toBe('x');
  });

  it('may hold a bulk write that is atomic itself', () => {
    const name = 'Bulk';
    const bulk = `/PROJ?method=post&atomic=true&updates=${JSON.stringify([{ name }, { name }])}`;
    expect(batch([bulk, remove(`/TASK/${taskID}`)]).at('data')).toEqual({ success: true });
    expect(local.get(`${API}/PROJ/count?name=Bulk`).at('data.count')).toBe(2);
    expect(batch([bulk, NOWHERE]).status).toBe(404);
    expect(local.get(`${API}/PROJ/count?name=Bulk`).at('data.count')).toBe(2);
  });
});

describe('a bulk write with atomic=true (reference C.2)', () => {
  it('makes and edits all or none', async () => {
    const bad = [{ name: 'Never' }, { name: 'Never', budget: 'much' }];
    await leavesNothing(() => local.ask('POST', `${API}/PROJ?atomic=true`, bad), 422);
    const edits = [
      { ID: projectID, name: 'Never' },
      { ID: projectID, priority: 77 },
    ];
    await leavesNothing(() => local.ask('PUT', `${API}/PROJ?atomic=true`, edits), 422);
    const good = local.ask('POST', `${API}/PROJ?atomic=true`, [{ name: 'a' }, { name: 'b' }]);
    expect(good.at('data')).toEqual({ success: true });
  });

  it('keeps what ran before the error when it is not atomic', () => {
    local.ask('POST', `${API}/PROJ`, [{ name: 'Kept' }, { name: 'Never', budget: 'much' }]);
    expect(local.get(`${API}/PROJ/count?name=Kept`).at('data.count')).toBe(1);
  });
});

it(`any batch ends as its parts would one by one, or not at all (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  const pick = (code: string): string => {
    const rows = [...local.sandbox.tenant.store.rows(code)];
    if (rows.length === 0 || random.chance(0.05)) return NOWHERE;
    return `/${code}/${requiredText(random.pick(rows)['ID'])}`;
  };
  let done = 0;
  for (let n = 0; n < rounds; n += 1) {
    const acts = Array.from({ length: random.int(1, 6) }, (_, part) => {
      const code = random.pick(['PROJ', 'TASK']);
      const percentComplete = random.int(0, random.chance(0.05) ? 7000 : 100);
      const made = { name: `${n}.${part}`, ...(code === 'TASK' ? { projectID } : {}) };
      if (random.chance(0.3)) return post(`/${code}`, made);
      if (random.chance(0.15)) return remove(pick('TASK'));
      const fields = code === 'TASK' ? { percentComplete } : { 'DE:Revenue': part, name: `${n}` };
      return put(pick(code), fields);
    });
    const before = JSON.stringify(traces());
    const answer = batch(acts, random.chance(0.5) ? 'atomic=true' : 'atomic=true&concurrent=true');
    if (answer.status === 200) done += 1;
    else expect(JSON.stringify(traces()), JSON.stringify(acts)).toBe(before);
  }
  expect(done).toBeGreaterThan(5);
  expect(done).toBeLessThan(rounds);
});
