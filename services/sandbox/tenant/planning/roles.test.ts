import { beforeEach, describe, expect, it } from 'vitest';
import { requiredText } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { planningScene, recordTypeNamed } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';

let local: LocalSandbox;
let admin: PlanningCaller;
let other: PlanningCaller;
let userID: string;
let workspace: string;
let type: string;
let record: string;
let field: string;

beforeEach(() => {
  const scene = planningScene();
  ({ local, admin, other, type, workspace } = scene);
  userID = requiredText(scene.user['ID']);
  record = admin('POST', `/v2/record-types/${type}/records`, { data: { name: 'x' } }).text('id');
  const fields = [...local.sandbox.tenant.store.rows('FIELD')];
  field = requiredText(
    fields.find((one) => one['recordTypeId'] === type && one['alias'] === 'budget')?.['id'],
  );
});

function grant(resource: string, role: string): void {
  const body = { grant: [{ subjectId: userID, subjectType: 'user', role }] };
  expect(admin('PATCH', `/v2/permissions/${resource}/members`, body).status).toBe(204);
}

type Least = 'viewer' | 'editor' | 'manager';

/**
 * Every call, and the least role that may make it (WF
 * planning/access/sharing-permissions-overview.md).
 */
const CALLS: readonly [Least, string, string, () => string, unknown?][] = [
  ['viewer', 'sees a workspace', 'GET', () => `/v2/workspaces/${workspace}`],
  ['viewer', 'sees a type', 'GET', () => `/v2/record-types/${type}`],
  ['viewer', 'sees fields', 'GET', () => `/v2/record-types/${type}/fields`],
  ['viewer', 'sees a field', 'GET', () => `/v2/fields/${field}`],
  ['viewer', 'sees a record', 'GET', () => `/v2/records/${record}`],
  ['viewer', 'sees history', 'GET', () => `/v2/records/${record}/history`],
  ['viewer', 'searches', 'POST', () => `/v2/record-types/${type}/records/search`, {}],
  ['viewer', 'sees a record in v1', 'GET', () => `/v1/records/${record}`],
  ['viewer', 'asks for access', 'POST', () => `/v2/permissions/record/${record}/requests`, {}],
  ['editor', 'makes a record', 'POST', () => `/v2/record-types/${type}/records`, { data: {} }],
  ['editor', 'edits a record', 'PATCH', () => `/v2/records/${record}`, { data: { name: 'y' } }],
  ['editor', 'replaces a record', 'PUT', () => `/v2/records/${record}`, { data: { name: 'y' } }],
  ['editor', 'deletes a record', 'DELETE', () => `/v2/records/${record}`],
  ['editor', 'edits a record in v1', 'PUT', () => `/v1/records/${record}`, { data: {} }],
  ['editor', 'deletes a record in v1', 'DELETE', () => `/v1/records/${record}`],
  ['editor', 'sets a thumbnail', 'POST', () => `/v2/records/${record}/thumbnail`],
  ['manager', 'edits a workspace', 'PATCH', () => `/v2/workspaces/${workspace}`, { name: 'n' }],
  ['manager', 'deletes a workspace', 'DELETE', () => `/v2/workspaces/${workspace}`],
  [
    ...(['manager', 'makes a type', 'POST'] as const),
    () => `/v2/workspaces/${workspace}/record-types`,
    { displayName: 'New' },
  ],
  ['manager', 'edits a type', 'PUT', () => `/v2/record-types/${type}`, { displayName: 'n' }],
  ['manager', 'deletes a type', 'DELETE', () => `/v2/record-types/${type}`],
  [
    ...(['manager', 'detaches a type', 'POST'] as const),
    () => `/v2/workspaces/${workspace}/record-types/${type}/detach`,
  ],
  [
    ...(['manager', 'makes a field', 'POST'] as const),
    () => `/v2/record-types/${type}/fields`,
    { displayName: 'New', type: 'TEXT' },
  ],
  ['manager', 'edits a field', 'PATCH', () => `/v2/fields/${field}`, { displayName: 'n' }],
  ['manager', 'deletes a field', 'DELETE', () => `/v2/fields/${field}`],
  ['manager', 'sees members', 'GET', () => `/v2/permissions/record-type/${type}/members`],
  ['manager', 'shares a record', 'PATCH', () => `/v2/permissions/record/${record}/members`, {}],
  ['manager', 'sees requests', 'GET', () => `/v2/permissions/workspace/${workspace}/requests`],
  ['manager', 'sees inheritance', 'GET', () => `/v2/permissions/record-type/${type}/inheritance`],
];
const ROLES: readonly Least[] = ['viewer', 'editor', 'manager'];

describe('roles (reference E.3, WF planning/access/sharing-permissions-overview.md)', () => {
  it.each(CALLS)('a %s %s, nobody less', (least, what, method, url, body) => {
    const path = url();
    for (const role of [null, ...ROLES]) {
      if (role !== null) grant(`workspace/${workspace}`, role);
      const before = local.sandbox.tenant.sequence;
      const answer = other(method, path, body);
      const may = role !== null && ROLES.indexOf(role) >= ROLES.indexOf(least);
      // Everybody who knows of it may ask for access to it.
      if (may || what === 'asks for access') {
        expect(answer.status).toBeLessThan(300);
        return;
      }
      expect(answer.status).toBe(403);
      if (path.startsWith('/v2')) expect(answer.at('errorCode')).toBe('FORBIDDEN');
      expect(local.sandbox.tenant.sequence).toBe(before);
    }
  });

  it('refuse each item of a bulk call by itself', () => {
    grant(`workspace/${workspace}`, 'viewer');
    const bulk = `/v2/record-types/${type}/records/bulk`;
    const refused = { status: 207, body: { status: 'failed', failed: 1 } };
    expect(other('POST', bulk, [{ data: {} }])).toMatchObject(refused);
    expect(other('PATCH', bulk, [{ id: record, data: {} }])).toMatchObject(refused);
    expect(other('DELETE', bulk, { ids: [record] })).toMatchObject(refused);
    expect(admin('GET', `/v2/records/${record}`).status).toBe(200);
  });

  it('are never more on a type than in its workspace, where who is given one sees all', () => {
    grant(`record-type/${type}`, 'manager');
    expect(other('GET', `/v2/workspaces/${workspace}`).status).toBe(200);
    expect(other('PATCH', `/v2/records/${record}`, { data: {} }).status).toBe(403);
    const members = admin('GET', `/v2/permissions/workspace/${workspace}/members`).body;
    expect(members).toMatchObject([{ subjectId: userID, role: 'viewer' }]);
  });

  it('are less on a type that does not inherit, but not for managers', () => {
    const url = `/v2/permissions/record-type/${type}/members`;
    const edit = () => other('PATCH', `/v2/records/${record}`, { data: { name: 'z' } }).status;
    grant(`workspace/${workspace}`, 'editor');
    admin('PATCH', url, { inheritViewOnly: false });
    expect(edit()).toBe(403);
    grant(`record-type/${type}`, 'editor');
    expect(edit()).toBe(200);
    grant(`record-type/${type}`, 'viewer');
    expect(edit()).toBe(403);
    grant(`workspace/${workspace}`, 'manager');
    expect(edit()).toBe(200);
  });

  it('end in all of a workspace with the membership', () => {
    grant(`workspace/${workspace}`, 'editor');
    grant(`record/${record}`, 'manager');
    const revoke = { revoke: [{ subjectId: userID, subjectType: 'user' }] };
    admin('PATCH', `/v2/permissions/workspace/${workspace}/members`, revoke);
    expect(other('GET', `/v2/records/${record}`).status).toBe(403);
    expect(admin('GET', `/v2/permissions/record/${record}/members`).body).toEqual([]);
  });

  it('let only managers of the workspace share a record', () => {
    grant(`workspace/${workspace}`, 'editor');
    grant(`record/${record}`, 'manager');
    const url = `/v2/permissions/record/${record}/members`;
    expect(other('PATCH', url, {}).status).toBe(403);
    expect(other('PATCH', `/v2/records/${record}`, { data: {} }).status).toBe(200);
  });
});

describe('records for selected users only', () => {
  it('vanish for the others from lists, searches, links and by ID, and come back', () => {
    const products = requiredText(recordTypeNamed(local, 'Products')['id']);
    const hidden = admin('POST', `/v2/record-types/${products}/records`, { data: { name: 'H' } });
    const id = hidden.text('id');
    admin('PATCH', `/v2/records/${record}`, { data: { product: [{ id }] } });
    grant(`workspace/${workspace}`, 'editor');
    const seen = () => ({
      list: JSON.stringify(other('GET', `/v2/record-types/${products}/records`).body).includes(id),
      search: JSON.stringify(
        other('POST', '/v1/records/search', { recordTypeId: products }).body,
      ).includes(id),
      link: JSON.stringify(other('GET', `/v2/records/${record}`).at('data')).includes(id),
      status: other('GET', `/v2/records/${id}`).status,
    });
    const all = { list: true, search: true, link: true, status: 200 };
    expect(seen()).toEqual(all);
    const members = `/v2/permissions/record/${id}/members`;
    admin('PATCH', members, { wildcard: 'SELECTED_USERS_ONLY' });
    expect(seen()).toEqual({ list: false, search: false, link: false, status: 403 });
    grant(`record/${id}`, 'viewer');
    expect(seen()).toEqual(all);
    expect(other('PATCH', `/v2/records/${id}`, { data: {} }).status).toBe(403);
    admin('PATCH', members, {
      wildcard: 'EVERYONE_IN_WORKSPACE',
      revoke: [{ subjectId: userID, subjectType: 'user' }],
    });
    expect(seen()).toEqual(all);
  });
});

describe('views (WF planning/access/sharing-permissions-overview.md)', () => {
  it('are shared by themselves, not with the workspace, with administrators too', () => {
    grant(`workspace/${workspace}`, 'manager');
    const view = other('POST', `/v2/record-types/${type}/views`, { name: 'Mine', type: 'table' });
    const id = view.text('id');
    expect(other('PATCH', `/v2/views/${id}`, { name: 'Still mine' }).status).toBe(200);
    expect(admin('GET', `/v2/views/${id}`).status).toBe(403);
    expect(admin('GET', `/v2/record-types/${type}/views`).at('content')).toEqual([]);
    const { tenant, access } = local.sandbox;
    expect(tenant.store.get('VIEW', id)).not.toBeNull();
    const subject = { subjectId: access.keyUserID, subjectType: 'user', role: 'viewer' };
    const url = `/v2/permissions/view/${id}/members`;
    expect(other('PATCH', url, { grant: [subject] }).status).toBe(204);
    expect(admin('PATCH', `/v2/views/${id}`, { name: 'Ours' }).status).toBe(200);
  });
});
