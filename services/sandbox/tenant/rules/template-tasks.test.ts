import { beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../../../test/support/deliveries-of.ts';
import { localSandbox, member, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';

const API = '/attask/api/v21.0';
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const FIELDS = 'ID,name,parentID,templateTaskID,durationMinutes,plannedStartDate,projectID';

let local: LocalSandbox;
let templateID: string;

const make = (objCode: string, fields: object): string =>
  local.ask('POST', `${API}/${objCode}`, fields).text('data.ID');
const templateTask = (name: string, taskNumber: number, more: object = {}): string =>
  make('TTSK', { name, templateID, taskNumber, durationMinutes: 480, ...more });

function tasksOf(projectID: string): ObjectRow[] {
  const url = `${API}/TASK/search?projectID=${projectID}&fields=${FIELDS}&taskNumber_Sort=asc`;
  return local.get(url).at('data') as unknown as ObjectRow[];
}

beforeEach(() => {
  local = localSandbox();
  templateID = make('TMPL', { name: 'Launch' });
});

describe('a project made from a template (reference B.4, D)', () => {
  it('begins with the tasks of the template, as they hang together there', () => {
    const parent = templateTask('Parent', 3);
    const child = templateTask('Child', 1, { parentID: parent });
    templateTask('Grandchild', 2, { parentID: child });
    templateTask('Elsewhere', 9, { templateID: make('TMPL', { name: 'Other' }) });
    const projectID = make('PROJ', {
      name: 'P',
      templateID,
      plannedStartDate: '2026-03-01T10:00:00.000Z',
    });
    const tasks = tasksOf(projectID);
    expect(tasks.map(({ name }) => name)).toEqual(['Child', 'Grandchild', 'Parent']);
    const [first, second, third] = tasks;
    expect(first).toMatchObject({ parentID: third?.['ID'], templateTaskID: child });
    expect(second).toMatchObject({ parentID: first?.['ID'], durationMinutes: 480 });
    expect(third).toMatchObject({ parentID: null, templateTaskID: parent });
    expect(first?.['plannedStartDate']).toBe('2026-03-01T03:00:00:000-0700');
    const sources = new Set([...local.sandbox.tenant.store.rows('TTSK')].map(({ ID }) => ID));
    expect(tasks.some(({ ID }) => sources.has(requiredText(ID)))).toBe(false);
  });

  it('has nothing without template tasks, without a template, and as a copy', () => {
    expect(tasksOf(make('PROJ', { name: 'P', templateID }))).toEqual([]);
    expect(tasksOf(make('PROJ', { name: 'P' }))).toEqual([]);
    expect(tasksOf(make('PROJ', { name: 'P', templateID: null }))).toEqual([]);
    templateTask('One', 1);
    const source = make('PROJ', { name: 'P', templateID });
    const url = `${API}/PROJ?copySourceID=${source}&updates={"name":"Copy"}`;
    const copy = local.ask('POST', url).text('data.ID');
    expect(tasksOf(copy)).toEqual([]);
    expect(tasksOf(source)).toHaveLength(1);
  });

  it('has each task once though the template goes in circles or names strangers', () => {
    const a = templateTask('A', 1, { parentID: 'f'.repeat(32) });
    const b = templateTask('B', 2, { parentID: a });
    local.ask('PUT', `${API}/TTSK/${a}`, { parentID: b });
    const own = templateTask('Own', 3);
    local.ask('PUT', `${API}/TTSK/${own}`, { parentID: own });
    templateTask('', 4, { parentID: 'f'.repeat(32) });
    const tasks = tasksOf(make('PROJ', { name: 'P', templateID }));
    expect(tasks.map(({ name }) => name).sort()).toEqual(['A', 'B', 'Own', 'Task']);
  });

  it('tells of the project and of each task once, and of nothing when it is undone', async () => {
    templateTask('Parent', 1);
    templateTask('Second', 2);
    for (const objCode of ['PROJ', 'TASK']) {
      const hook = { objCode, eventType: 'CREATE', url: 'http://x/', authToken: 'token' };
      local.ask('POST', HOOKS, hook);
    }
    const sent = [{ name: 'P', templateID }, { budget: 'much' }];
    const refused = await deliveriesOf(local, () => {
      expect(local.ask('POST', `${API}/PROJ?atomic=true`, sent).status).toBe(422);
    });
    expect(refused).toEqual([]);
    const bodies = await deliveriesOf(local, () => make('PROJ', { name: 'P', templateID }));
    const names = bodies.map((body) => member(body, 'newState.name'));
    expect(names.sort()).toEqual(['P', 'Parent', 'Second']);
  });
});
