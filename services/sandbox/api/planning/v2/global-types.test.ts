import { beforeEach, expect, it } from 'vitest';
import { requiredText } from '../../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../../test/support/local-sandbox.ts';
import {
  planningCaller,
  planningScene,
  recordTypeNamed,
} from '../../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../../test/support/planning-caller.ts';

let local: LocalSandbox;
let admin: PlanningCaller;
let other: PlanningCaller;
let userID: string;
let primary: string;
let secondary: string;
let type: string;

/** A global type of the first workspace, and another user's workspace. */
beforeEach(() => {
  const scene = planningScene();
  ({ local, admin, other, type, workspace: primary } = scene);
  userID = requiredText(scene.user['ID']);
  const subjects = [{ type: 'redrock/user', id: userID }];
  const isGlobal = { isGlobal: true, authorizedToCreateDynamicRecordType: subjects };
  expect(admin('PATCH', `/v2/record-types/${type}`, isGlobal).status).toBe(200);
  secondary = other('POST', '/v2/workspaces', { name: 'Team' }).text('id');
});

const attach = () =>
  other('POST', `/v2/workspaces/${secondary}/record-types`, { sourceRecordTypeId: type });
const create = (by: PlanningCaller, scope = '') =>
  by('POST', `/v2/record-types/${type}/records${scope}`, { data: { name: 'n' } });

it('a global type is offered, added once, and listed with its workspaces', () => {
  const offered = other('GET', `/v2/workspaces/${secondary}/global-record-types`);
  expect(offered.at('content.0.id')).toBe(type);
  expect(other('GET', `/v2/record-types/${type}`).status).toBe(403);
  const added = attach();
  expect(added).toMatchObject({ status: 201, body: { dynamicWorkspaceIds: [secondary] } });
  expect(added.at('primaryWorkspaceId')).toBe(primary);
  expect(attach().status).toBe(400);
  expect(other('GET', `/v2/workspaces/${secondary}/global-record-types`).at('content')).toEqual([]);
  const listed = other('GET', `/v2/workspaces/${secondary}/record-types`);
  expect(listed.at('content.0.id')).toBe(type);
  const products = requiredText(recordTypeNamed(local, 'Products')['id']);
  const url = `/v2/workspaces/${secondary}/record-types`;
  expect(other('POST', url, { sourceRecordTypeId: products }).status).toBe(400);
});

it('only who is authorized adds it', () => {
  admin('PATCH', `/v2/record-types/${type}`, { authorizedToCreateDynamicRecordType: [] });
  expect(attach().status).toBe(403);
});

it('managers of another workspace make records there, edit those alone, and not the type', () => {
  attach();
  expect(create(other).status).toBe(403);
  const own = create(other, `?scopeWorkspaceId=${secondary}`).text('id');
  const theirs = create(admin).text('id');
  expect(other('PATCH', `/v2/records/${own}`, { data: { name: 'm' } }).status).toBe(200);
  expect(other('GET', `/v2/records/${theirs}`).status).toBe(403);
  const found = other('POST', `/v2/record-types/${type}/records/search`, {});
  expect(found.at('records.totalElements')).toBe(1);
  const rename = { displayName: 'Mine' };
  expect(other('PATCH', `/v2/record-types/${type}`, rename).status).toBe(403);
  const field = { displayName: 'F', type: 'TEXT' };
  expect(other('POST', `/v2/record-types/${type}/fields`, field).status).toBe(403);
});

it('members of its own workspace see what is made elsewhere, and do not edit it', () => {
  attach();
  const [, , third] = [...local.sandbox.tenant.store.rows('USER')];
  const query = `username=${requiredText(third?.['username'])}&password=secret`;
  const login = local.ask('POST', `/attask/api/v21.0/login?${query}`);
  const member = planningCaller(local, login.text('data.sessionID'));
  const subject = { subjectId: requiredText(third?.['ID']), subjectType: 'user', role: 'manager' };
  admin('PATCH', `/v2/permissions/workspace/${primary}/members`, { grant: [subject] });
  const made = create(other, `?scopeWorkspaceId=${secondary}`).text('id');
  expect(member('GET', `/v2/records/${made}`).status).toBe(200);
  expect(member('PATCH', `/v2/records/${made}`, { data: {} }).status).toBe(403);
  const scoped = { scopeWorkspaceIds: [secondary] };
  const found = member('POST', `/v2/record-types/${type}/records/search`, scoped);
  expect(found.at('records.content.0.id')).toBe(made);
  expect(found.at('records.totalElements')).toBe(1);
});

it('it is not deleted while others have it, nor its workspace', () => {
  attach();
  expect(admin('DELETE', `/v2/record-types/${type}`).status).toBe(403);
  expect(admin('DELETE', `/v2/workspaces/${primary}`).status).toBe(403);
  other('POST', `/v2/workspaces/${secondary}/record-types/${type}/detach`);
  expect(admin('DELETE', `/v2/record-types/${type}`).status).toBe(204);
});

it.each([false, true])('detached, its records of there go silently (kept: %s)', (kept) => {
  local.ask('PUT', '/sandbox/settings', { planningDetachKeepsRecords: kept });
  attach();
  const made = create(other, `?scopeWorkspaceId=${secondary}`).text('id');
  const theirs = create(admin).text('id');
  const url = `/v2/workspaces/${secondary}/record-types/${type}/detach`;
  expect(other('POST', url).status).toBe(204);
  expect(other('POST', url).status).toBe(404);
  expect(admin('GET', `/v2/records/${made}`).status).toBe(kept ? 200 : 404);
  expect(admin('GET', `/v2/records/${theirs}`).status).toBe(200);
  const last = local.sandbox.tenant.history.entries('RECORD', made).at(-1);
  expect(last?.kind).toBe(kept ? 'CREATE' : 'DELETE');
  if (!kept) expect(last?.sentEvent).toBe(false);
});

it('its rule for new records is each workspace’s own (RecordTypeDto)', () => {
  attach();
  const url = `/v2/record-types/${type}?scopeWorkspaceId=${secondary}`;
  const rule = { permissionSettings: { mode: 'RESTRICTED', subjects: [] } };
  expect(other('PATCH', url, rule).at('permissionSettings.mode')).toBe('RESTRICTED');
  expect(other('PATCH', url, { ...rule, displayName: 'x' }).status).toBe(403);
  expect(admin('GET', `/v2/record-types/${type}`).at('permissionSettings.mode')).toBe('OPEN');
});
