import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import { OBJECT_TYPES } from '../../../workfront/catalogue/object-types.generated.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { restObjCode } from '../../../workfront/catalogue/schema.ts';

const API = '/attask/api/v21.0';
let local: LocalSandbox;

beforeEach(() => {
  local = localSandbox();
});

function createProject(fields: object = {}): string {
  const created = local.ask('POST', `${API}/PROJ`, { name: 'Test', ...fields });
  expect(created.status).toBe(200);
  return created.text('data.ID');
}

describe('versions and rights (reference C.1)', () => {
  it('answers 410 to v14 and older, and to v15 to v17 when told to', () => {
    expect(local.get('/attask/api/v14.0/PROJ/search').status).toBe(410);
    expect(local.get('/attask/api/v17.0/PROJ/search').status).toBe(200);
    local.ask('PUT', '/sandbox/settings', { retireDeprecated: true });
    expect(local.get('/attask/api/v17.0/PROJ/search').status).toBe(410);
    expect(local.get('/attask/api/v18.0/PROJ/search').status).toBe(200);
  });

  it('serves the newest versions and the path without one, and refuses what is to come', () => {
    expect(local.get('/attask/api/v22.0/PROJ/search').status).toBe(200);
    expect(local.get('/attask/api/PROJ/search').status).toBe(200);
    expect(local.get('/attask/api/v23.0/PROJ/search').status).toBe(400);
  });

  it('knows sessions, API keys and bearer tokens, and nobody else', () => {
    const url = `${API}/PROJ/search`;
    const login = local.ask('POST', `${API}/login?username=admin@sandbox.example&password=secret`);
    const sessionID = login.text('data.sessionID');
    expect(local.ask('GET', url, undefined, { sessionid: sessionID }).status).toBe(200);
    expect(local.ask('GET', url, undefined, { authorization: 'Bearer key' }).status).toBe(200);
    expect(local.ask('GET', `${url}?apiKey=key`, undefined, {}).status).toBe(200);
    expect(local.ask('GET', url, undefined, { cookie: `attask=${sessionID}` }).status).toBe(200);
    for (const headers of [{}, { apikey: 'no' }, { sessionid: 'x' }]) {
      const refused = local.ask('GET', url, undefined, headers);
      expect(refused.status).toBe(401);
      expect(refused.at('error.class')).toBe('com.attask.common.AuthenticationException');
    }
    local.ask('GET', `${API}/logout`, undefined, { sessionid: sessionID });
    expect(local.ask('GET', url, undefined, { sessionid: sessionID }).status).toBe(401);
  });

  it('says what is wrong with status 200 when told to behave as of old', () => {
    local.ask('PUT', '/sandbox/settings', { errorsAs200: true });
    const refused = local.get(`${API}/PROJ/search?nonsense=1`);
    expect(refused.status).toBe(200);
    expect(refused.at('error.message')).toBe(
      'APIModel V21_0 does not support field nonsense (Project)',
    );
  });
});

describe('errors (reference C.5)', () => {
  it.each([
    ['an unknown field', 'PROJ/search?nonsense=1', 400],
    ['an unknown nested field', 'TASK/search?fields=project:nonsense', 400],
    ['a field of a field', 'TASK/search?fields=name:x', 400],
    ['a bad modifier', 'TASK/search?name=a&name_Mod=near', 400],
    ['a text modifier on a number', 'TASK/search?priority=1&priority_Mod=contains', 400],
    ['a bad date', 'TASK/search?entryDate=yesterday', 400],
    ['a bad number', 'TASK/search?priority=high', 400],
    ['a bad sort', 'TASK/search?name_Sort=up', 400],
    ['a range without its end', 'TASK/search?priority=1&priority_Mod=between', 400],
    ['a page above 2000', 'TASK/search?$$LIMIT=2001', 400],
    ['a page of nonsense', 'TASK/search?$$LIMIT=many', 400],
    ['five levels of fields', 'TASK/search?fields=project:portfolio:owner:company:name', 400],
    ['an unknown type', 'NOPE/search', 404],
    ['an unknown id', 'TASK/00000000000000000000000000000000', 404],
    ['an unknown query', 'TASK/mine', 400],
    ['an unknown custom field', 'TASK/search?DE:Nope=1', 400],
    ['filters that are no JSON', 'TASK/search?filters={', 400],
  ])('refuses %s', (_what, path, status) => {
    const refused = local.get(`${API}/${path}`);
    expect(refused.status).toBe(status);
    expect(refused.at('error')).toMatchObject({ message: expect.any(String) as string });
    expect(refused.at('error.class')).toMatch(/^(com|java)\./);
  });

  it.each([
    ['no name', { description: 'x' }],
    ['a number that is none', { name: 'x', budget: 'much' }],
    ['an enum value that is none', { name: 'x', priority: 77 }],
    ['what is Workfront’s own', { name: 'x', lastUpdateDate: '2026-01-01T00:00:00Z' }],
    ['a calculated field', { name: 'x', 'DE:Margin': 1 }],
  ])('answers 422 to a project with %s', (_what, fields) => {
    expect(local.ask('POST', `${API}/PROJ`, fields).status).toBe(422);
  });

  it('refuses a task in a project that does not exist, and rows of the journal', () => {
    const task = { name: 'x', projectID: '0'.repeat(32) };
    expect(local.ask('POST', `${API}/TASK`, task).status).toBe(422);
    expect(local.ask('POST', `${API}/JRNLE`, {}).status).toBe(400);
  });
});

describe('objects', () => {
  it('keeps entryDate and moves lastUpdateDate with every save', async () => {
    const id = createProject();
    const dates = 'fields=entryDate,lastUpdateDate,lastUpdatedByID';
    const first = local.get(`${API}/PROJ/${id}?${dates}`);
    await local.clock.advance(5000);
    local.ask('PUT', `${API}/PROJ/${id}`, { name: 'Renamed' });
    const second = local.get(`${API}/PROJ/${id}?${dates}`);
    expect(second.at('data.entryDate')).toBe(first.at('data.entryDate'));
    expect(second.at('data.lastUpdateDate')).not.toBe(first.at('data.lastUpdateDate'));
    expect(second.at('data.lastUpdateDate')).toMatch(
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d:\d{3}[+-]\d{4}$/,
    );
  });

  it('shows one instant in the zone of who asks (reference C.6)', () => {
    const id = createProject({ plannedStartDate: '2026-03-01T10:00:00.000Z' });
    const other = local.sandbox.tenant.store.rows('USER');
    const paris = [...other].find((user) => user['timeZone'] === 'Europe/Paris');
    const url = `${API}/login?username=${requiredText(paris?.['username'])}&password=secret`;
    const sessionID = local.ask('POST', url).text('data.sessionID');
    const path = `${API}/PROJ/${id}?fields=plannedStartDate`;
    const seen = local.ask('GET', path, undefined, { sessionid: sessionID });
    expect(seen.at('data.plannedStartDate')).toBe('2026-03-01T11:00:00:000+0100');
    expect(local.get(path).at('data.plannedStartDate')).toBe('2026-03-01T03:00:00:000-0700');
  });

  it('deletes into the bin and restores with the same ID and children (reference C.9)', () => {
    const id = createProject();
    const taskID = local.ask('POST', `${API}/TASK`, { name: 't', projectID: id }).text('data.ID');
    expect(local.ask('DELETE', `${API}/PROJ/${id}`).at('data')).toEqual({ success: true });
    expect(local.get(`${API}/TASK/${taskID}`).status).toBe(404);
    local.ask('POST', '/sandbox/acts', { act: 'restore', objCode: 'PROJ', objID: id });
    expect(local.get(`${API}/PROJ/${id}`).at('data.name')).toBe('Test');
    expect(local.get(`${API}/TASK/${taskID}`).status).toBe(200);
  });

  it('lets the hours of a deleted task survive on the project (reference C.9)', () => {
    const projectID = createProject();
    const task = local.ask('POST', `${API}/TASK`, { name: 't', projectID }).text('data.ID');
    const hour = { hours: 2, taskID: task, projectID };
    const hourID = local.ask('POST', `${API}/HOUR`, hour).text('data.ID');
    local.ask('DELETE', `${API}/TASK/${task}`);
    const left = local.get(`${API}/HOUR/${hourID}?fields=taskID,projectID`).at('data');
    expect(left).toMatchObject({ taskID: null, projectID });
  });

  it('creates, edits and deletes many at once, a hundred at most (reference C.2)', () => {
    const made = local.ask('POST', `${API}/PROJ`, [{ name: 'a' }, { name: 'b' }]);
    const [a, b] = [made.text('data.0.ID'), made.text('data.1.ID')];
    const edits = [
      { ID: a, name: 'A' },
      { ID: b, name: 'B' },
    ];
    local.ask('PUT', `${API}/PROJ`, edits);
    expect(local.get(`${API}/PROJ?id=${a},${b}`).at('data')).toMatchObject([
      { name: 'A' },
      { name: 'B' },
    ]);
    local.ask('PUT', `${API}/PROJ?id=${a},${b}&updates={"priority":3}`);
    expect(local.get(`${API}/PROJ/${a}`).at('data.priority')).toBe(3);
    expect(local.ask('DELETE', `${API}/PROJ?id=${a},${b}`).at('data.success')).toBe(true);
    const tooMany = Array.from({ length: 101 }, () => ({ name: 'x' }));
    expect(local.ask('POST', `${API}/PROJ`, tooMany).status).toBe(400);
  });

  it('copies an object, overrides methods, takes updates as a parameter (reference C.2)', () => {
    const id = createProject({ priority: 2 });
    const copy = local.ask('POST', `${API}/PROJ?copySourceID=${id}&updates={"name":"Copy"}`);
    expect(copy.at('data')).toMatchObject({ name: 'Copy', priority: 2 });
    expect(copy.at('data.ID')).not.toBe(id);
    local.get(`${API}/PROJ/${id}?method=put&updates={"name":"By GET"}`);
    expect(local.get(`${API}/PROJ/${id}`).at('data.name')).toBe('By GET');
    const long = local.ask('POST', `${API}/PROJ/search?method=GET`, `ID=${id}&fields=priority`);
    expect(long.at('data')).toHaveLength(1);
  });

  it('runs a batch, atomic or one by one (reference C.2)', () => {
    const id = createProject();
    const bad = encodeURIComponent('/PROJ/00000000000000000000000000000000');
    const good = encodeURIComponent(`/PROJ/${id}?method=put&updates={"name":"Batched"}`);
    const loose = local.get(`${API}/batch?uri=${good}&uri=${bad}`);
    expect(loose.at('data.0.data.name')).toBe('Batched');
    expect(loose.at('data.1.error.message')).toContain('does not exist');
    expect(local.get(`${API}/batch?uri=${good}&atomic=true`).at('data')).toEqual({ success: true });
    expect(local.get(`${API}/batch?uri=${bad}&atomic=true`).status).toBe(404);
  });

  it('promises no order of execution in a concurrent batch, but one of answers (reference C.2)', () => {
    const id = createProject();
    const uris = ['One', 'Two'].map((name) =>
      encodeURIComponent(`/PROJ/${id}?method=put&updates={"name":"${name}"}`),
    );
    const body = `uri=${uris.join('&uri=')}&concurrent=true`;
    const answers = local.ask('POST', `${API}/batch`, body);
    expect(answers.at('data.0.data.name')).toBe('One');
    expect(answers.at('data.1.data.name')).toBe('Two');
    expect(local.get(`${API}/PROJ/${id}`).at('data.name')).toBe('One');
  });

  it('knows the named query for the work of a user, and refuses unpublished ones (reference C.2)', () => {
    const userID = local.sandbox.access.keyUserID;
    const projectID = createProject();
    const task = { name: 'Mine', projectID, assignedToID: userID };
    local.ask('POST', `${API}/TASK`, task);
    local.ask('POST', `${API}/TASK`, { ...task, name: 'Done', status: 'CPL' });
    local.ask('POST', `${API}/OPTASK`, { ...task, name: 'Mine too' });
    const found = local.get(`${API}/work/myWork?fields=assignedToID`).at('data') as ObjectRow[];
    expect(found.every((row) => row['assignedToID'] === userID)).toBe(true);
    const names = found.map((row) => row['name']);
    expect(names).toEqual(expect.arrayContaining(['Mine', 'Mine too']));
    expect(names).not.toContain('Done');
    expect(local.get(`${API}/work/yourWork`).status).toBe(400);
  });

  it('answers each named query that the metadata names, and no other (reference C.2)', () => {
    const groupID = requiredText([...local.sandbox.tenant.store.rows('GROUP')][0]?.['ID']);
    const answered: string[] = [];
    for (const { objCode, inRest } of OBJECT_TYPES) {
      if (!inRest || restObjCode(objCode) === null) continue;
      const queries = local.get(`${API}/${objCode}/metadata`).at('data.queries') as ObjectRow;
      for (const query of Object.keys(queries)) {
        const answer = local.get(`${API}/${objCode}/${query}?groupID=${groupID}`);
        expect(answer.status, query).toBe(200);
        expect(answer.at('data'), query).toBeInstanceOf(Array);
        answered.push(`${objCode}/${query}`);
      }
      for (const query of ['mine', 'myWork', 'projectStatuses', '__proto__', 'constructor']) {
        if (Object.hasOwn(queries, query)) continue;
        expect(local.get(`${API}/${objCode}/${query}`).status, `${objCode}/${query}`).toBe(400);
      }
    }
    expect(answered).toHaveLength(7);
    expect(local.get(`${API}/CSTEM/taskGroupStatuses`).status).toBe(400);
  });

  it('takes any catalogued type, in any letter case, by API name too', () => {
    expect(local.ask('POST', `${API}/like`, { objID: 'x' }).status).toBe(200);
    expect(local.get(`${API}/Project/count`).at('data.count')).toBe(2);
    expect(local.get(`${API}/opTask/search`).status).toBe(200);
  });

  it('describes types and fields to anybody (reference C.1)', () => {
    expect(local.ask('GET', `${API}/metadata`, undefined, {}).at('data.objects.TASK.label')).toBe(
      'Task',
    );
    expect(local.get(`${API}/TASK/metadata`).at('data.fields.status.fieldType')).toBe('string');
  });

  it('hides an object without deleting it: gone from search, 403 by ID (reference C.8)', () => {
    const id = createProject();
    const which = { objCode: 'PROJ', objID: id };
    local.ask('POST', '/sandbox/acts', { act: 'hide', ...which });
    expect(local.get(`${API}/PROJ/${id}`).status).toBe(403);
    expect(local.get(`${API}/PROJ/search?ID=${id}`).at('data')).toEqual([]);
    local.ask('POST', '/sandbox/acts', { act: 'reveal', ...which });
    expect(local.get(`${API}/PROJ/${id}`).status).toBe(200);
  });
});
