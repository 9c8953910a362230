import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { campaignsOf, createCampaign, IMS } from '../../../../test/support/campaigns.ts';
import type { Campaigns } from '../../../../test/support/campaigns.ts';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../../../test/support/local-sandbox.ts';

const V1 = '/maestro/api/v1';
const V2 = '/maestro/api/v2';

let local: LocalSandbox;
let typeID: string;
let fields: Campaigns['fields'];

function call(method: string, url: string, body?: unknown): Answer {
  return local.ask(method, url, body, IMS);
}

function rowsOf(objCode: string): JsonObject[] {
  return [...local.sandbox.tenant.store.rows(objCode)];
}

beforeEach(() => {
  local = localSandbox();
  ({ typeID, fields } = campaignsOf(local));
});

const create = (data: object): string => createCampaign(local, typeID, data);

describe('access (reference E.1)', () => {
  it('takes IMS bearer tokens with their headers, nothing else', () => {
    const url = `${V1}/workspaces`;
    expect(call('GET', url).status).toBe(200);
    expect(local.ask('GET', url).status).toBe(401);
    expect(local.ask('GET', url, undefined, { authorization: 'Bearer key' }).status).toBe(403);
    expect(local.ask('GET', `${url}?apiKey=key`, undefined, {}).status).toBe(401);
    expect(local.ask('GET', url, undefined, { ...IMS, authorization: 'Bearer no' }).status).toBe(
      401,
    );
  });

  it('answers 429 to the 201st call of a minute', async () => {
    const last = (): number => call('GET', `${V2}/fields/nope`).status;
    for (let n = 0; n < 200; n += 1) expect(last()).toBe(404);
    expect(last()).toBe(429);
    await local.clock.advance(60_001);
    expect(last()).toBe(404);
  });

  it('makes no id twice, nor one of the world that it began with', () => {
    const count = rowsOf('FIELD').length;
    for (let n = 0; n < 150; n += 1) {
      const field = { displayName: `New ${n}`, type: 'TEXT' };
      call('POST', `${V2}/record-types/${typeID}/fields`, field);
    }
    expect(rowsOf('FIELD')).toHaveLength(count + 150);
  });

  it('has ids with the published prefixes', () => {
    expect(rowsOf('WORKSPACE')[0]?.['id']).toMatch(/^Ws[0-9a-f]{24}$/);
    expect(typeID).toMatch(/^Rt[0-9a-f]{24}$/);
    expect(fields['status']).toMatch(/^F[0-9a-f]{24}$/);
    expect(create({})).toMatch(/^Rc[0-9a-f]{24}$/);
  });
});

describe('filters of v1 (reference E.2)', () => {
  beforeEach(() => {
    for (const row of rowsOf('RECORD'))
      local.sandbox.tenant.remove('RECORD', requiredText(row['id']), { actorID: null });
    create({
      name: 'New product launch',
      budget: 10,
      status: 'active',
      regions: ['DACH'],
      approved: true,
      launch_date: '2024-05-12T20:00:00.000Z',
    });
    create({
      name: 'New launch',
      budget: 20,
      status: 'planning',
      regions: ['DACH', 'APAC'],
      launch_date: '2024-05-15T20:00:00.000Z',
    });
    create({ name: 'Old', status: 'done', approved: false });
  });

  function names(filters: JsonValue): JsonValue[] {
    const body = {
      recordTypeId: typeID,
      filters,
      sorting: [{ fieldId: fields['name'], direction: 'asc' }],
    };
    const found = call('POST', `${V1}/records/search?aliased=true`, body);
    expect(found.status).toBe(200);
    return (found.at('records') as { data: { name: string } }[]).map(({ data }) => data.name);
  }

  it.each<[JsonValue, string[]]>([
    [{ name: { $contains: 'PRODUCT' } }, ['New product launch']],
    [{ name: { $doesNotContain: 'launch' } }, ['Old']],
    [{ name: { $isNotContain: 'launch' } }, ['Old']],
    [{ name: { $doNotContain: 'launch' } }, ['Old']],
    [{ name: { $is: 'Old' } }, ['Old']],
    [{ name: 'Old' }, ['Old']],
    [{ name: { $isNot: 'Old' } }, ['New launch', 'New product launch']],
    [{ budget: '$isEmpty' }, ['Old']],
    [{ budget: { $isNotEmpty: null } }, ['New launch', 'New product launch']],
    [{ budget: { $GreaterThan: 10 } }, ['New launch']],
    [{ budget: { $GreaterThanOrEqual: 10 } }, ['New launch', 'New product launch']],
    [{ budget: { $lessThan: 20 } }, ['New product launch']],
    [{ budget: { $lessThanOrEqual: 20, $greaterThan: 10 } }, ['New launch']],
    [{ launch_date: { $isAfter: '2024-05-14T20:00:00.000Z' } }, ['New launch']],
    [{ launch_date: { $isBefore: '2024-05-14T20:00:00.000Z' } }, ['New product launch']],
    [{ launch_date: { $is: '2024-05-12' } }, ['New product launch']],
    [
      { launch_date: { $isBetween: ['2024-05-10T20:00:00.000Z', '2024-05-13T20:00:00.000Z'] } },
      ['New product launch'],
    ],
    [
      { launch_date: { $isNotBetween: ['2024-05-10T20:00:00.000Z', '2024-05-16T20:00:00.000Z'] } },
      ['Old'],
    ],
    [{ status: { $isAnyOf: ['active', 'done'] } }, ['New product launch', 'Old']],
    [{ status: { $isNoneOf: ['active', 'done'] } }, ['New launch']],
    [{ regions: { $hasAnyOf: ['APAC', 'Nordics'] } }, ['New launch']],
    [{ regions: { $hasAllOf: ['DACH'] } }, ['New launch', 'New product launch']],
    [{ regions: { $hasNoneOf: ['APAC'] } }, ['New product launch', 'Old']],
    [{ regions: { $isExactly: ['DACH'] } }, ['New product launch']],
    [{ approved: { $is: true } }, ['New product launch']],
    [
      [{ $or: [{ status: 'active' }, { $and: [{ status: 'done' }, { name: 'Old' }] }] }],
      ['New product launch', 'Old'],
    ],
    [{ $and: [{ status: 'active' }, { status: 'done' }] }, []],
    [[], ['New launch', 'New product launch', 'Old']],
  ])('%j', (filters, expected) => {
    expect(names(filters)).toEqual(expected);
  });

  it.each<[string, JsonValue]>([
    ['an unknown field', { nope: 1 }],
    ['an unknown modifier', { name: { $near: 1 } }],
    ['a modifier that the type does not take', { regions: { $is: 'DACH' } }],
    ['a date that is none', { launch_date: { $isAfter: 'soon' } }],
    ['half a range', { launch_date: { $isBetween: ['2024-05-10'] } }],
    ['text', 'status'],
  ])('refuses %s with the documented body', (_what, filters) => {
    const refused = call('POST', `${V1}/records/search`, { recordTypeId: typeID, filters });
    expect(refused.status).toBe(400);
    expect(refused.body).toMatchObject({ type: 40001, title: 'Invalid Data' });
    expect(refused.text('report.detailedMessage')).not.toBe('');
  });

  it('pages by offset and limit, 2000 at most, also when sent as text', () => {
    const page = { recordTypeId: typeID, offset: '1', limit: '1', filters: [] };
    const found = call('POST', `${V1}/records/search`, page);
    expect(found.at('records')).toHaveLength(1);
    expect(found.at('totalCount')).toBe(3);
    expect(call('POST', `${V1}/records/search`, { ...page, limit: 2001 }).status).toBe(400);
  });

  it('leaves unasked attributes null, and serves the published request', () => {
    const url = `${V1}/records/search?attributes=data,createdBy&recordTypeId=${typeID}`;
    expect(call('GET', url).at('records.0')).toMatchObject({
      createdBy: expect.any(String) as string,
      createdAt: null,
      recordTypeId: null,
    });
  });
});

describe('v2 (reference E.3)', () => {
  const url = () => `${V2}/record-types/${typeID}/records/search?page=0&size=3`;

  it('answers a search in either published envelope', () => {
    const openapi = call('POST', url(), {});
    expect(openapi.at('records.totalElements')).toBe(8);
    expect(openapi.at('records.content')).toHaveLength(3);
    local.ask('PUT', '/sandbox/settings', { planningEnvelope: 'guide' });
    const guide = call('POST', url(), {});
    expect(guide.at('records')).toHaveLength(3);
    expect(guide.at('page')).toEqual({ size: 3, number: 0, totalElements: 8, totalPages: 3 });
  });

  it('filters by groups of conditions, and refuses with a problem', () => {
    create({ name: 'Only one', status: 'active' });
    const condition = { fieldId: fields['name'], condition: 'IS', value: 'Only one' };
    const filter = { operator: 'AND', conditions: [condition] };
    expect(call('POST', url(), { filter }).at('records.totalElements')).toBe(1);
    const bad = { operator: 'AND', conditions: [{ ...condition, condition: 'NEAR' }] };
    const refused = call('POST', url(), { filter: bad });
    expect(refused.body).toMatchObject({ status: 400, errorCode: 'VALIDATION_FAILED' });
    expect(call('GET', `${V2}/records/Rc0`).at('errorCode')).toBe(
      'ENTITY_WITH_ATTRIBUTE_NOT_FOUND',
    );
  });

  it('tells the history of a record field by field, newest first, in cursor pages', () => {
    const id = create({ name: 'First', budget: 1 });
    call('PATCH', `${V2}/records/${id}`, { data: { name: 'Second' } });
    call('PATCH', `${V2}/records/${id}`, { data: { budget: null } });
    const page = call('GET', `${V2}/records/${id}/history?limit=1`);
    expect(page.at('content.0')).toMatchObject({
      fieldId: fields['budget'],
      before: { value: 1 },
      after: { value: null },
    });
    const next = call(
      'GET',
      `${V2}/records/${id}/history?cursor=${page.text('cursor.nextCursor')}`,
    );
    expect(next.at('content.0')).toMatchObject({
      before: { value: 'First' },
      after: { value: 'Second' },
    });
    expect(next.at('cursor.hasMore')).toBe(false);
    expect(call('GET', `${V2}/records/${id}/history?limit=51`).status).toBe(400);
  });

  it('makes, edits and deletes many at once, 207 when mixed, a hundred at most', () => {
    const bulk = `${V2}/record-types/${typeID}/records/bulk`;
    const made = call('POST', bulk, [{ data: { name: 'a' } }, { data: { nope: 1 } }]);
    expect(made).toMatchObject({
      status: 207,
      body: { status: 'partial', succeeded: 1, failed: 1 },
    });
    const id = made.text('results.0.id');
    expect(call('PATCH', bulk, [{ id, data: { budget: 5 } }]).status).toBe(200);
    expect(call('GET', `${V2}/records/${id}`).at(`data.${fields['budget']}`)).toBe(5);
    expect(call('DELETE', bulk, { ids: [id] }).status).toBe(200);
    expect(call('GET', `${V2}/records/${id}`).status).toBe(404);
    expect(
      call(
        'POST',
        bulk,
        Array.from({ length: 101 }, () => ({})),
      ).status,
    ).toBe(413);
  });

  it('empties what PUT leaves out and keeps what PATCH leaves out', () => {
    const id = create({ name: 'x', budget: 1 });
    call('PATCH', `${V2}/records/${id}`, { data: { name: 'y' } });
    expect(call('GET', `${V2}/records/${id}`).at(`data.${fields['budget']}`)).toBe(1);
    call('PUT', `${V2}/records/${id}`, { data: { name: 'z' } });
    expect(call('GET', `${V2}/records/${id}`).at(`data.${fields['budget']}`)).toBeUndefined();
  });

  it('detaches a record type: it and its records leave without an event on any', () => {
    const workspaceId = requiredText(rowsOf('WORKSPACE')[0]?.['id']);
    const before = local.sandbox.tenant.sequence;
    expect(
      call('POST', `${V2}/workspaces/${workspaceId}/record-types/${typeID}/detach`).status,
    ).toBe(204);
    expect(call('GET', `${V2}/record-types/${typeID}`).status).toBe(404);
    expect(rowsOf('RECORD').some((row) => row['recordTypeId'] === typeID)).toBe(false);
    expect(local.sandbox.tenant.sequence).toBeGreaterThan(before);
  });

  it('sends RECORD events with data by field id', async () => {
    const subscription = {
      objCode: 'RECORD',
      eventType: 'CREATE',
      url: 'http://x/',
      authToken: 't',
    };
    local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', subscription);
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    const id = create({ name: 'Told' });
    await local.clock.advance(1000);
    stop.abort();
    await running;
    const body = JSON.parse(local.posts[0]?.body ?? '') as { newState: JsonObject };
    expect(body.newState).toMatchObject({ id, data: { [fields['name'] ?? '']: 'Told' } });
    expect(body.newState['updatedAt']).toMatch(/Z$/);
  });
});
