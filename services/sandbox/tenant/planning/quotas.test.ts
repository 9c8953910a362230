import { beforeEach, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import { planningCaller, recordTypeNamed } from '../../../../test/support/planning-caller.ts';
import type { PlanningCaller } from '../../../../test/support/planning-caller.ts';

let call: PlanningCaller;
let type: string;
let workspace: string;

beforeEach(() => {
  const local = localSandbox();
  call = planningCaller(local);
  local.ask('PUT', '/sandbox/settings', { planningRequestsPerMinute: 10_000 });
  const products = recordTypeNamed(local, 'Products');
  type = requiredText(products['id']);
  workspace = requiredText(products['workspaceId']);
});

const addField = (displayName: string, more: object = { type: 'TEXT' }) =>
  call('POST', `/v2/record-types/${type}/fields`, { displayName, ...more });

it.each([
  ['PARAGRAPH', 20],
  ['FORMULA', 20],
  ['REFERENCE', 30],
])('a type has %s fields, %i at most', (kind, most) => {
  for (let n = 0; n < most; n += 1) {
    expect(addField(`${kind} ${n}`, { type: kind }).status).toBe(201);
  }
  const refused = addField('one more', { type: kind });
  expect(refused).toMatchObject({ status: 403, body: { errorCode: 'FIELD_LIMIT_EXCEEDED' } });
  expect(addField('text').status).toBe(201);
});

it('a type has 500 fields, a workspace 100 types, a person 100 views of a type', () => {
  const fields = call('GET', `/v2/record-types/${type}/fields`).at('content') as object[];
  for (let n = fields.length; n < 500; n += 1) addField(`F${n}`);
  expect(addField('one more').at('errorCode')).toBe('FIELD_LIMIT_EXCEEDED');
  const types = `/v2/workspaces/${workspace}/record-types`;
  for (let n = 2; n < 100; n += 1) call('POST', types, { displayName: `T${n}` });
  const one = call('POST', types, { displayName: 'one more' });
  expect(one).toMatchObject({ status: 403, body: { errorCode: 'RECORD_TYPE_LIMIT_EXCEEDED' } });
  const views = `/v2/record-types/${type}/views`;
  for (let n = 0; n < 100; n += 1) call('POST', views, { name: `V${n}`, type: 'table' });
  const view = call('POST', views, { name: 'one more', type: 'table' });
  expect(view).toMatchObject({ status: 403, body: { errorCode: 'VIEW_LIMIT_EXCEEDED' } });
});

it('names are of limited length, and fields of one type have different ones', () => {
  expect(addField('x'.repeat(257)).status).toBe(400);
  expect(addField('x'.repeat(256)).status).toBe(201);
  const id = addField('Twice').text('id');
  expect(addField('Twice').at('errors.0.field')).toBe('displayName');
  expect(call('PATCH', `/v2/fields/${id}`, { displayName: 'Twice' }).status).toBe(200);
  const other = addField('Once').text('id');
  expect(call('PATCH', `/v2/fields/${other}`, { displayName: 'Twice' }).status).toBe(400);
  expect(call('POST', '/v2/workspaces', { name: 'x'.repeat(257) }).status).toBe(400);
  const long = { formulaOptions: { formula: '1'.repeat(50_001) } };
  expect(addField('Long', { type: 'FORMULA', ...long }).status).toBe(403);
});

it('a connection holds 500 records', () => {
  const referenceOptions = { multiple: true, recordTypeId: type };
  const field = addField('Links', { type: 'REFERENCE', referenceOptions }).text('id');
  const id = call('POST', `/v2/record-types/${type}/records`, { data: {} }).text('id');
  const links = Array.from({ length: 501 }, () => ({ id }));
  const refused = call('PATCH', `/v2/records/${id}`, { data: { [field]: links } });
  expect(refused).toMatchObject({ status: 403, body: { errorCode: 'CONNECTION_LIMIT_EXCEEDED' } });
});
