/**
 * What published clients send: python-workfront posts everything as a form with method and
 * credentials in it, the JavaScript client asks by `$$USER.ID`, uploads and runs actions.
 */
import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../test/support/local-sandbox.ts';

const API = '/attask/api/v21.0';
const PLANNING = { 'x-gw-ims-org-id': 'SANDBOX@AdobeOrg', 'x-api-key': 'app' };

let local: LocalSandbox;
let me: string;

beforeEach(() => {
  local = localSandbox();
  me = local.get(`${API}/USER?id=$$USER.ID`).text('data.0.ID');
});

/** No header tells who asks. */
function post(path: string, form: Record<string, string>, headers = {}): Answer {
  return local.ask('POST', path, String(new URLSearchParams(form)), headers);
}

describe('a form body', () => {
  it('holds apiKey and method: a search, a read, a create, an edit and a delete', () => {
    const by = (method: string, more = {}) => ({ apiKey: 'key', method, ...more });
    const made = post(`${API}/PROJ`, by('POST', { name: 'By form' }));
    const project = `${API}/PROJ/${made.text('data.ID')}`;
    expect(post(`${API}/PROJ/search`, by('GET', { name: 'By form' })).at('data')).toHaveLength(1);
    expect(post(project, by('PUT', { name: 'Renamed' })).at('data.name')).toBe('Renamed');
    expect(post(project, by('GET', { fields: 'name' })).at('data.name')).toBe('Renamed');
    expect(post(project, by('DELETE')).at('data')).toEqual({ success: true });
    expect(post(project, by('GET')).status).toBe(404);
  });

  it('holds sessionID, after a login in a form body', () => {
    const login = { method: 'GET', username: 'admin@sandbox.example', password: 'secret' };
    const sessionID = post(`${API}/login`, login).text('data.sessionID');
    const search = { method: 'GET', sessionID };
    expect(post(`${API}/PROJ/search`, search).status).toBe(200);
    expect(post(`${API}/logout`, search).at('data')).toEqual({ success: true });
    expect(post(`${API}/PROJ/search`, search).status).toBe(401);
  });

  it('with a wrong key is refused like a query with one', () => {
    expect(post(`${API}/PROJ/search`, { method: 'GET', apiKey: 'wrong' }).status).toBe(401);
    expect(post(`${API}/PROJ/search`, { method: 'GET' }).status).toBe(401);
  });

  it.each(['/attask/api/unsupported', '/attask/api-unsupported'])(
    'goes to %s, the newest version',
    (base) => {
      const search = { method: 'GET', apiKey: 'key', nonsense: '1' };
      expect(post(`${base}/PROJ/search`, search).text('error.message')).toContain('V22_0');
    },
  );
});

describe('$$USER.ID', () => {
  it('stands for the caller in a path, among ids, and where a user is edited', () => {
    expect(local.get(`${API}/USER/$$USER.ID`).at('data.ID')).toBe(me);
    expect(local.get(`${API}/USER?id=$$USER.ID,${me}`).at('data')).toHaveLength(2);
    local.ask('PUT', `${API}/USER/$$USER.ID`, { lastName: 'Changed' });
    expect(local.get(`${API}/USER/${me}`).at('data.lastName')).toBe('Changed');
  });

  it('a wildcard that stands for no ID is refused by its name', () => {
    const refused = local.get(`${API}/USER/$$USER.nonsense`);
    expect([refused.status, refused.text('error.message')]).toEqual([
      400,
      '$$USER.nonsense stands for no ID',
    ]);
  });
});

describe('an object that hangs on another', () => {
  let projectID: string;
  let taskID: string;
  const created = (objCode: string, sent: object, fields: string): Answer =>
    local.ask('POST', `${API}/${objCode}?fields=${fields}`, sent);

  beforeEach(() => {
    projectID = local.ask('POST', `${API}/PROJ`, { name: 'P' }).text('data.ID');
    taskID = local.ask('POST', `${API}/TASK`, { name: 'T', projectID }).text('data.ID');
  });

  it('an hour on a task has the project of the task', () => {
    const hour = created('HOUR', { hours: 2, taskID }, 'projectID,taskID,referenceObjID');
    expect(hour.at('data')).toMatchObject({ projectID, taskID, referenceObjID: taskID });
  });

  it('a note on a task has taskID, projectID and topObjID', () => {
    const sent = { noteText: 'Hello', noteObjCode: 'TASK', objID: taskID };
    const fields = 'taskID,projectID,topObjID,topNoteObjCode,objID,noteObjCode';
    const top = { topObjID: projectID, topNoteObjCode: 'PROJ' };
    const all = { taskID, projectID, objID: taskID, noteObjCode: 'TASK', ...top };
    expect(created('NOTE', sent, fields).at('data')).toMatchObject(all);
    expect(created('NOTE', { noteText: 'Hello', taskID }, fields).at('data')).toMatchObject(all);
  });

  it('a document takes the version that was uploaded', () => {
    const currentVersion = { version: 'v1.0', fileName: 'plan.pdf' };
    const sent = { name: 'Plan', docObjCode: 'TASK', objID: taskID, currentVersion };
    const made = created('DOCU', sent, 'currentVersionID,currentVersion:fileName,taskID,projectID');
    expect(made.body).toMatchObject({ data: { taskID, projectID } });
    expect(made.at('data.currentVersionID')).toMatch(/^[0-9a-f]{32}$/);
    const document = `${API}/DOCU/${made.text('data.ID')}`;
    const next = { currentVersion: { version: 'v2', fileName: 'plan-2.pdf' } };
    local.ask('PUT', document, next);
    const shown = local.get(`${document}?fields=currentVersion:fileName,versions:version`);
    expect(shown.at('data.currentVersion.fileName')).toBe('plan-2.pdf');
    expect(shown.at('data.versions')).toHaveLength(2);
  });

  it('a version that is no object, or has a field that there is not, is refused', () => {
    const make = (currentVersion: unknown) =>
      local.ask('POST', `${API}/DOCU`, { name: 'D', currentVersion }).status;
    expect([make('v1'), make({ nonsense: 1 })]).toEqual([422, 400]);
    expect(local.get(`${API}/DOCU/search?name=D`).at('data')).toEqual([]);
  });
});

describe('status keys', () => {
  it('that neither Workfront nor the tenant has are refused, on create and on edit', () => {
    const refused = local.ask('POST', `${API}/PROJ`, { name: 'P', status: 'XYZ' });
    expect([refused.status, refused.text('error.message')]).toEqual([
      422,
      'XYZ is not a status of Project',
    ]);
    const id = local.ask('POST', `${API}/PROJ`, { name: 'P', status: 'PLN' }).text('data.ID');
    expect(local.ask('PUT', `${API}/PROJ/${id}`, { status: 'XYZ' }).status).toBe(422);
    expect(local.get(`${API}/PROJ/${id}`).at('data.status')).toBe('PLN');
  });

  it('of the tenant and under approval are taken', () => {
    local.ask('POST', `${API}/CSTEM`, { label: 'Odd', value: 'ODD', enumClass: 'STATUS_TASK' });
    const projectID = local.ask('POST', `${API}/PROJ`, { name: 'P' }).text('data.ID');
    const task = (status: string) =>
      local.ask('POST', `${API}/TASK`, { name: 'T', projectID, status }).status;
    expect(['ODD', 'INP:A', 'ODD:R', 'ODD:'].map(task)).toEqual([200, 200, 200, 422]);
    expect(local.ask('PUT', `${API}/PROJ/${projectID}`, { status: 'ODD' }).status).toBe(422);
  });
});

describe('an action', () => {
  it.each([
    ['PUT', `${API}/PROJ?action=calculateFinance`],
    ['PUT', `${API}/PROJ/0123456789abcdef0123456789abcdef?action=calculateFinance`],
    ['PUT', `${API}/PROJ/0123456789abcdef0123456789abcdef/calculateFinance`],
  ])('that is not there is refused by its name: %s %s', (method, url) => {
    const refused = local.ask(method, url);
    expect([refused.status, refused.text('error.message')]).toEqual([
      400,
      'Action calculateFinance of Project is not supported',
    ]);
  });

  it('that is sent in a body changes nothing', () => {
    const id = local.ask('POST', `${API}/PROJ`, { name: 'P' }).text('data.ID');
    const sent = { action: 'move', name: 'Moved' };
    expect(local.ask('PUT', `${API}/PROJ/${id}`, sent).text('error.message')).toContain('move');
    expect(local.get(`${API}/PROJ/${id}`).at('data.name')).toBe('P');
  });
});

describe('the IMS organisation', () => {
  it('of another tenant is refused by both APIs', () => {
    const authorization = 'Bearer key';
    const foreign = { ...PLANNING, authorization, 'x-gw-ims-org-id': 'OTHER@AdobeOrg' };
    const ask = (url: string, headers: Record<string, string>): number =>
      local.ask('GET', url, undefined, headers).status;
    expect(ask('/maestro/api/v2/workspaces', foreign)).toBe(403);
    expect(ask(`${API}/PROJ/search`, foreign)).toBe(403);
    expect(ask('/maestro/api/v2/workspaces', { ...PLANNING, authorization })).toBe(200);
    expect(ask(`${API}/PROJ/search`, { ...PLANNING, authorization })).toBe(200);
  });
});

describe('what a record has beside its data', () => {
  it.each([
    [{ recordExternalOptions: { connection: false } }, 'connection must be WORKFRONT or AEM'],
    [{ recordExternalOptions: { connection: 'AEM', object: 'TASK' } }, 'object must be one of'],
    [{ recordExternalOptions: [] }, 'must be an object'],
    [{ thumbnailUrl: 7 }, 'must be text'],
    [{ coverImage: { position: 'top' } }, 'position must be a whole number'],
  ])('is refused where it is not as described: %j', (sent, message) => {
    const headers = { authorization: 'Bearer key', ...PLANNING };
    const [record] = local.sandbox.tenant.store.rows('RECORD');
    const url = `/maestro/api/v1/records/${requiredText(record?.['id'])}`;
    const before = local.ask('GET', url, undefined, headers).body;
    const refused = local.ask('PUT', url, sent, headers);
    expect([refused.status, refused.text('report.detailedMessage')]).toEqual([
      400,
      expect.stringContaining(message),
    ]);
    expect(local.ask('GET', url, undefined, headers).body).toEqual(before);
  });

  it('is kept where it is', () => {
    const headers = { authorization: 'Bearer key', ...PLANNING };
    const [record] = local.sandbox.tenant.store.rows('RECORD');
    const url = `/maestro/api/v1/records/${requiredText(record?.['id'])}`;
    const recordExternalOptions = { connection: 'WORKFRONT', object: 'PROJECT', externalId: 'x' };
    local.ask('PUT', url, { recordExternalOptions }, headers);
    const shown = local.ask('GET', url, undefined, headers);
    expect(shown.at('recordExternalOptions')).toEqual(recordExternalOptions);
  });
});
