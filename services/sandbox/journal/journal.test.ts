import type { JsonObject } from '../../core/json.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';

const API = '/attask/api/v21.0';
let local: LocalSandbox;
let projectID: string;
let users: string[];

beforeEach(() => {
  local = localSandbox();
  users = [...local.sandbox.tenant.store.rows('USER')].map((user) => requiredText(user['ID']));
  const fields = { name: 'Test', ownerID: users[1], condition: 'ON' };
  projectID = local.ask('POST', `${API}/PROJ`, fields).text('data.ID');
});

function rows(): JsonObject[] {
  const url = `${API}/JRNLE/search?fields=*&entryDate_1_Sort=asc&ID_2_Sort=asc`;
  return local.get(url).at('data') as JsonObject[];
}

function edit(fields: object): void {
  expect(local.ask('PUT', `${API}/PROJ/${projectID}`, fields).status).toBe(200);
}

function nameOf(id: string | undefined): unknown {
  return local.sandbox.tenant.store.get('USER', id ?? '')?.['name'];
}

describe('rows of an edit (reference A.1, A.4)', () => {
  it('are one a tracked field, with one entryDate for a save', () => {
    edit({ name: 'New', percentComplete: 40, fixedCost: 3 });
    const found = rows();
    expect(found.map((row) => row['fieldName']).sort()).toEqual(['name', 'percentComplete']);
    expect(new Set(found.map((row) => row['entryDate'])).size).toBe(1);
    expect(found[0]).toMatchObject({
      changeType: 'E',
      objCode: 'JRNLE',
      objObjCode: 'PROJ',
      objID: projectID,
      topObjID: projectID,
      projectID,
      editedByID: users[0],
    });
  });

  it.each([
    ['name', { name: 'New' }, { oldTextVal: 'Test', newTextVal: 'New', newNumberVal: null }],
    ['status', { status: 'ONH' }, { oldTextVal: 'CUR', newTextVal: 'ONH' }],
    ['priority', { priority: 3 }, { oldNumberVal: 0, newNumberVal: 3, newTextVal: null }],
    [
      'condition',
      { condition: 'AR' },
      { newTextVal: null, newNumberVal: expect.any(Number) as number },
    ],
    ['DE:Region', { 'DE:Region': 'DACH' }, { oldTextVal: null, newTextVal: 'DACH' }],
    ['DE:Channels', { 'DE:Channels': ['Web', 'Print'] }, { newTextVal: 'Web, Print' }],
    ['DE:Revenue', { 'DE:Revenue': 12.5 }, { newNumberVal: 12.5 }],
  ])('write %s in its own column', (fieldName, fields, columns) => {
    edit(fields);
    expect(rows().find((row) => row['fieldName'] === fieldName)).toMatchObject(columns);
  });

  it('write dates in the date columns and owners by name in aux1 and aux2', () => {
    edit({ plannedCompletionDate: '2026-05-01T10:00:00.000Z', ownerID: users[2] });
    const [date, owner] = ['plannedCompletionDate', 'ownerID'].map((name) =>
      rows().find((row) => row['fieldName'] === name),
    );
    expect(date?.['newDateVal']).toBe('2026-05-01T04:00:00:000-0600');
    expect(owner).toMatchObject({
      aux1: nameOf(users[2]),
      aux2: nameOf(users[1]),
      newTextVal: null,
    });
  });

  it('come for tracked fields only, 300 at most, and never for calculated ones', () => {
    local.ask('PUT', '/sandbox/tracked-fields', { PROJ: ['status'] });
    edit({ name: 'New', status: 'ONH', 'DE:Revenue': 10 });
    expect(rows().map((row) => row['fieldName'])).toEqual(['status']);
    const many = { PROJ: Array.from({ length: 301 }, (_, n) => `DE:f${n}`) };
    expect(local.ask('PUT', '/sandbox/tracked-fields', many).status).toBe(400);
    expect(local.ask('PUT', '/sandbox/tracked-fields', { GROUP: ['name'] }).status).toBe(400);
    local.ask('PUT', '/sandbox/tracked-fields', { PROJ: ['DE:*'] });
    edit({ 'DE:Revenue': 5000 });
    const last = rows().map((row) => row['fieldName']);
    expect(last).toContain('DE:Revenue');
    expect(last).not.toContain('DE:Margin');
  });
});

describe('actions (reference A.4, A.5)', () => {
  it('tell hours as A, E and D with the person in aux2, the child in sub', () => {
    const hour = { hours: 1, projectID, ownerID: users[1] };
    const hourID = local.ask('POST', `${API}/HOUR`, hour).text('data.ID');
    local.ask('PUT', `${API}/HOUR/${hourID}`, { hours: 2 });
    local.ask('DELETE', `${API}/HOUR/${hourID}`);
    const found = rows().map((row) => [
      row['changeType'],
      row['oldNumberVal'],
      row['newNumberVal'],
    ]);
    expect(found).toEqual([
      ['A', null, 1],
      ['E', 1, 2],
      ['D', 2, null],
    ]);
    for (const row of rows()) {
      expect(row).toMatchObject({ subObjCode: 'HOUR', subObjID: hourID, aux2: nameOf(users[1]) });
      expect(row['fieldName']).toBeNull();
    }
  });

  it('tell the deletion of a task on its project, of a project nowhere', () => {
    const task = { name: 'Child', projectID };
    const taskID = local.ask('POST', `${API}/TASK`, task).text('data.ID');
    local.ask('DELETE', `${API}/TASK/${taskID}`);
    expect(rows().at(-1)).toMatchObject({
      changeType: 'D',
      objObjCode: 'PROJ',
      objID: projectID,
      subObjCode: 'TASK',
      subObjID: taskID,
      subReferenceObjectName: 'Child',
    });
    const before = rows().length;
    local.ask('DELETE', `${API}/PROJ/${projectID}`);
    expect(rows()).toHaveLength(before);
  });
});

describe('access (reference A.2)', () => {
  it('refuses the four filters of NOT_FILTERABLE, and lets them when switched', () => {
    for (const field of ['subObjCode', 'subObjID', 'topObjCode', 'topObjID']) {
      expect(local.get(`${API}/JRNLE/search?${field}=HOUR`).status).toBe(400);
    }
    local.ask('PUT', '/sandbox/settings', { journalNotFilterable: false });
    expect(local.get(`${API}/JRNLE/search?subObjCode=HOUR`).status).toBe(200);
  });

  it('serves the documented poll', () => {
    edit({ name: 'New' });
    const url =
      `${API}/journalentry/search?fields=newTextVal,oldTextVal,entryDate,objObjCode,objID,fieldName` +
      '&fieldName=name&objObjCode=PROJ&entryDate=2026-01-15T11:00:00.000Z&entryDate_Mod=gte';
    expect(local.get(url).at('data')).toMatchObject([{ objID: projectID, newTextVal: 'New' }]);
  });
});
