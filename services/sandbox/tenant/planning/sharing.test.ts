import { beforeEach, describe, expect, it } from 'vitest';
import { requiredText } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import { planningScene } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';

let local: LocalSandbox;
let admin: PlanningCaller;
let other: PlanningCaller;
let userID: string;
let companyID: string;
let workspace: string;
let type: string;
let record: string;

beforeEach(() => {
  const scene = planningScene();
  ({ local, admin, other, type, workspace } = scene);
  userID = requiredText(scene.user['ID']);
  companyID = requiredText(scene.user['companyID']);
  record = admin('POST', `/v2/record-types/${type}/records`, { data: { name: 'x' } }).text('id');
});

function grant(resource: string, role: string, subjectType = 'user', subjectId = userID): void {
  const body = { grant: [{ subjectId, subjectType, role }] };
  expect(admin('PATCH', `/v2/permissions/${resource}/members`, body).status).toBe(204);
}

function edit(): number {
  return other('PATCH', `/v2/records/${record}`, { data: { name: 'edited' } }).status;
}

describe('permissions (reference E.3)', () => {
  it('hides what is not shared from lists, and answers 403 for it by ID', () => {
    expect(other('GET', '/v2/workspaces').at('content')).toEqual([]);
    expect(other('GET', '/v1/workspaces').body).toEqual({ workspaces: [], permission: 'none' });
    const refused = other('GET', `/v2/workspaces/${workspace}`);
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ status: 403, errorCode: 'FORBIDDEN' });
    expect(other('POST', `/v2/record-types/${type}/records/search`, {}).status).toBe(403);
    expect(other('POST', '/v1/records/search', { recordTypeId: type }).status).toBe(403);
    expect(other('GET', `/v2/records/${record}/history`).status).toBe(403);
    expect(edit()).toBe(403);
  });

  it('lets viewers see, editors change records, managers change what they are made of', () => {
    const structure = (): number =>
      other('PATCH', `/v2/record-types/${type}`, { displayName: 'Mine' }).status;
    grant(`workspace/${workspace}`, 'viewer');
    expect(other('GET', `/v2/records/${record}`).status).toBe(200);
    expect([edit(), structure()]).toEqual([403, 403]);
    grant(`workspace/${workspace}`, 'editor');
    expect([edit(), structure()]).toEqual([200, 403]);
    expect(other('GET', `/v1/record-types/${type}`).at('permission')).toBe('edit');
    grant(`workspace/${workspace}`, 'manager');
    expect([edit(), structure()]).toEqual([200, 200]);
  });

  it('tells everybody his own effective rights', () => {
    const url = `/v2/permissions/record-type/${type}`;
    const none = { canView: false, canEdit: false, canDelete: false, canAdd: false };
    expect(other('GET', url).body).toEqual(none);
    grant(`workspace/${workspace}`, 'editor');
    expect(other('GET', url).body).toEqual({ ...none, canView: true, canAdd: true });
    const own = other('GET', `/v2/permissions/record/${record}`).body;
    expect(own).toEqual({ canView: true, canEdit: true, canDelete: true, canAdd: true });
    expect(other('GET', `/v2/permissions/workspace/${workspace}`).body).toEqual({
      ...none,
      canView: true,
    });
    expect(admin('GET', url).body).toEqual({
      canView: true,
      canEdit: true,
      canDelete: true,
      canAdd: true,
    });
  });

  it('grants to groups and companies, updates, revokes, and shows members to managers only', () => {
    grant(`workspace/${workspace}`, 'editor', 'company', companyID);
    expect(edit()).toBe(200);
    const url = `/v2/permissions/workspace/${workspace}/members`;
    expect(admin('GET', url).body).toMatchObject([{ subjectId: companyID, role: 'editor' }]);
    expect(other('GET', url).status).toBe(403);
    const revoke = { revoke: [{ subjectId: companyID, subjectType: 'company' }] };
    admin('PATCH', url, revoke);
    expect(edit()).toBe(403);
    const bad = { grant: [{ subjectId: 'x', subjectType: 'user', role: 'owner' }] };
    expect(admin('PATCH', url, bad).status).toBe(400);
  });

  it('restricts members of the workspace to viewing where a type does not inherit', () => {
    grant(`workspace/${workspace}`, 'editor');
    const url = `/v2/permissions/record-type/${type}`;
    expect(admin('GET', `${url}/inheritance`).body).toEqual({ inherited: true });
    admin('PATCH', `${url}/members`, { inheritViewOnly: false });
    expect(admin('GET', `${url}/inheritance`).body).toEqual({ inherited: false });
    expect(edit()).toBe(403);
    expect(other('GET', `/v2/records/${record}`).status).toBe(200);
  });

  it('lets only creators and selected subjects edit records of a RESTRICTED type', () => {
    grant(`workspace/${workspace}`, 'editor');
    const settings = (subjects: object[]) => ({
      permissionSettings: { mode: 'RESTRICTED', subjects },
    });
    expect(admin('PATCH', `/v2/record-types/${type}`, settings([])).status).toBe(200);
    expect(edit()).toBe(403);
    const made = other('POST', `/v2/record-types/${type}/records`, { data: { name: 'own' } });
    const own = `/v2/records/${made.text('id')}`;
    expect(other('PATCH', own, { data: { name: 'still own' } }).status).toBe(200);
    admin('PATCH', `/v2/record-types/${type}`, settings([{ id: userID, type: 'USER' }]));
    expect(edit()).toBe(200);
    const wildcard = { wildcard: 'SELECTED_USERS_ONLY' };
    admin('PATCH', `/v2/record-types/${type}`, { permissionSettings: { mode: 'OPEN' } });
    admin('PATCH', `/v2/permissions/record/${record}/members`, wildcard);
    expect(edit()).toBe(403);
  });

  it('keeps access requests until a manager dismisses them', () => {
    const url = `/v2/permissions/workspace/${workspace}/requests`;
    const id = other('POST', url, { message: 'Please' }).text('id');
    expect(id).toMatch(/^AR/);
    expect(other('GET', url).status).toBe(403);
    expect(admin('GET', url).body).toMatchObject([{ id, requester: { id: userID } }]);
    expect(admin('DELETE', url, { requestIds: [id] }).status).toBe(204);
    expect(admin('GET', url).body).toEqual([]);
  });
});

describe('move (reference E.3)', () => {
  const order = (): string[] => {
    const page = admin('GET', `/v2/record-types/${type}/records?size=100`);
    return (page.at('content') as { id: string }[]).map(({ id }) => id);
  };
  const move = (body: object, by = admin) =>
    by('POST', `/v2/record-types/${type}/records/move`, body);

  it('puts records before or after another, in the order given, touching no clock', () => {
    const [first = '', second = '', third = '', ...rest] = order();
    const before = local.sandbox.tenant.sequence;
    const moved = move({ recordIds: [third, first], putAfterRecordId: rest.at(-1) });
    expect(moved).toMatchObject({ status: 200, body: { status: 'success', succeeded: 2 } });
    expect(order()).toEqual([second, ...rest, third, first]);
    move({ recordIds: [first], putBeforeRecordId: second });
    expect(order()).toEqual([first, second, ...rest, third]);
    expect(local.sandbox.tenant.sequence).toBe(before);
    const made = admin('POST', `/v2/record-types/${type}/records`, { data: {} }).text('id');
    expect(order().at(-1)).toBe(made);
    const v1 = admin('POST', '/v1/records/search', { recordTypeId: type });
    expect((v1.at('records') as { id: string }[]).map(({ id }) => id)).toEqual(order());
  });

  it('moves all or none: 207 with every item failed', () => {
    const [first = '', second = '', third = ''] = order();
    const was = order();
    const failed = move({ recordIds: [first, 'Rc0'], putAfterRecordId: third });
    expect(failed).toMatchObject({ status: 207, body: { status: 'failed', failed: 2 } });
    expect(failed.at('results.1.error.code')).toBe('ENTITY_WITH_ATTRIBUTE_NOT_FOUND');
    expect(second).not.toBe('');
    expect(order()).toEqual(was);
  });

  it('refuses two anchors or none, itself as anchor, too many, an unknown anchor, viewers', () => {
    const [a = '', b = ''] = order();
    const both = { recordIds: [a], putAfterRecordId: b, putBeforeRecordId: b };
    const many = Array.from({ length: 101 }, (_, n) => `Rc${n}`);
    expect(move(both).status).toBe(400);
    expect(move({ recordIds: [a] }).status).toBe(400);
    expect(move({ recordIds: [a], putAfterRecordId: a }).status).toBe(400);
    expect(move({ recordIds: many, putAfterRecordId: b }).status).toBe(400);
    expect(move({ recordIds: [a], putAfterRecordId: 'Rc0' }).status).toBe(404);
    grant(`record-type/${type}`, 'viewer');
    expect(move({ recordIds: [a], putAfterRecordId: b }, other).status).toBe(403);
  });
});
