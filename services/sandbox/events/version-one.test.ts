import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { localSandbox, member } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';

const SUBSCRIPTIONS = '/attask/eventsubscription/api/v1/subscriptions';
const API = '/attask/api/v21.0';
const V1 = 'http://v1/';
const V2 = 'http://v2/';

let local: LocalSandbox;
let stop: AbortController;
let running: Promise<void>;

beforeEach(() => {
  local = localSandbox();
  stop = new AbortController();
  running = local.sandbox.run(stop.signal);
  local.ask('PUT', '/sandbox/settings', {
    versionOneFalseNulls: 1,
    recalculation: false,
    // Arrival is in the order of sending, so that the tests can speak of a first and a second.
    deliveryLatencyMs: [20, 20],
  });
});

afterEach(async () => {
  stop.abort();
  await running;
});

/** One subscription in each version, past the five minutes of both. */
async function subscribe(objCode: string): Promise<void> {
  for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
    for (const url of [V1, V2]) {
      const wanted = { objCode, eventType, url, authToken: 'token' };
      const id = local.ask('POST', SUBSCRIPTIONS, wanted).text('id');
      if (url === V1) local.ask('PUT', `${SUBSCRIPTIONS}/${id}/version`, { version: 'v1' });
    }
  }
  await local.clock.advance(300_000);
}

async function told(): Promise<{ v1: JsonObject[]; v2: JsonObject[] }> {
  await local.clock.advance(1000);
  const bodies = local.posts.splice(0);
  const of = (url: string) =>
    bodies.filter((post) => post.url === url).map((post) => JSON.parse(post.body) as JsonObject);
  return { v1: of(V1), v2: of(V2) };
}

function create(objCode: string, fields: object): string {
  return local.ask('POST', `${API}/${objCode}`, fields).text('data.ID');
}

function edit(objCode: string, id: string, fields: object): void {
  expect(local.ask('PUT', `${API}/${objCode}/${id}`, fields).status).toBe(200);
}

describe('version 1 of events (reference B.4, table v1 to v2)', () => {
  it('tells a creation from a template twice, the second time with the form', async () => {
    const templateID = create('TMPL', { name: 'Campaign', 'DE:Revenue': 500 });
    await subscribe('PROJ');
    create('PROJ', { name: 'From template', templateID, 'DE:Region': 'DACH' });
    const { v1, v2 } = await told();
    const values = { 'DE:Revenue': 500, 'DE:Region': 'DACH', 'DE:Margin': 100 };
    expect(v2.map(({ eventType }) => eventType)).toEqual(['CREATE']);
    expect(member(v2[0] ?? {}, 'newState.parameterValues')).toEqual(values);
    expect(v1.map(({ eventType }) => eventType)).toEqual(['CREATE', 'UPDATE']);
    expect(member(v1[0] ?? {}, 'newState.parameterValues')).toEqual({});
    expect(member(v1[1] ?? {}, 'oldState.parameterValues')).toEqual({});
    expect(member(v1[1] ?? {}, 'newState.parameterValues')).toEqual(values);
  });

  it.each([
    ['PROJ', { name: 'a', rootGroupID: 'f'.repeat(32) }, 'rootGroupID', null],
    ['EXPNS', { description: 'a' }, 'topReferenceObjCode', 'EXPNS'],
    ['EXPNS', { description: 'a' }, 'referenceObjectName', null],
    ['DOCU', { name: 'a' }, 'referenceObjID', null],
  ])(
    'shows %s with a false change when a custom field changes',
    async (type, fields, name, was) => {
      const projectID = create('PROJ', { name: 'Parent' });
      const links = type === 'PROJ' ? {} : { projectID };
      const id = create(type, { ...fields, ...links });
      await subscribe(type);
      edit(type, id, { 'DE:Notes': 'x' });
      const { v1, v2 } = await told();
      const now = member(v2[0] ?? {}, `newState.${name}`);
      expect(now).toEqual(expect.any(String));
      expect(member(v2[0] ?? {}, `oldState.${name}`)).toEqual(now);
      expect(member(v1[0] ?? {}, `newState.${name}`)).toEqual(now);
      expect(member(v1[0] ?? {}, `oldState.${name}`)).toEqual(was);
      edit(type, id, { description: 'no custom field' });
      expect(member((await told()).v1[0] ?? {}, `oldState.${name}`)).toEqual(now);
    },
  );

  it('sometimes shows the links of an assignment as new, never a true null', async () => {
    const projectID = create('PROJ', { name: 'Parent' });
    const id = create('ASSGN', { projectID });
    await subscribe('ASSGN');
    edit('ASSGN', id, { status: 'AD' });
    const first = (await told()).v1[0] ?? {};
    expect(member(first, 'oldState.projectID')).toBeNull();
    expect(member(first, 'newState.projectID')).toBe(projectID);
    expect(member(first, 'newState.taskID')).toBeNull();
    local.ask('PUT', '/sandbox/settings', { versionOneFalseNulls: 0 });
    edit('ASSGN', id, { status: 'AA' });
    expect(member((await told()).v1[0] ?? {}, 'oldState.projectID')).toBe(projectID);
  });

  it('deletes hours without their links and documents without their groups', async () => {
    const projectID = create('PROJ', { name: 'Parent' });
    const hour = create('HOUR', { hours: 1, projectID });
    const document = create('DOCU', { name: 'a', projectID, groups: ['x'] });
    await subscribe('HOUR');
    await subscribe('DOCU');
    local.ask('DELETE', `${API}/HOUR/${hour}`);
    const hours = await told();
    expect(hours.v1[0]?.['oldState']).toMatchObject({
      hours: 1,
      projectID: null,
      referenceObjID: null,
    });
    expect(hours.v2[0]?.['oldState']).toMatchObject({ projectID, referenceObjID: projectID });
    local.ask('DELETE', `${API}/DOCU/${document}`);
    const documents = await told();
    expect(documents.v1[0]?.['oldState']).toMatchObject({ groups: [], projectID });
    expect(documents.v2[0]?.['oldState']).toMatchObject({ groups: ['x'] });
  });

  it('updates a document version twice, the first time without its proof', async () => {
    const id = create('DOCV', { fileName: 'a.pdf', proofName: 'a' });
    await subscribe('DOCV');
    edit('DOCV', id, { proofDecision: 'APR', proofProgress: '1' });
    const { v1, v2 } = await told();
    expect(v2).toHaveLength(1);
    expect(v1).toHaveLength(2);
    expect(member(v1[0] ?? {}, 'newState.fileName')).toBe('a.pdf');
    expect(member(v1[0] ?? {}, 'newState.proofDecision')).toBeUndefined();
    expect(member(v1[1] ?? {}, 'newState.proofDecision')).toBe('APR');
    expect(v1[1]?.['newState']).toEqual(v2[0]?.['newState']);
  });

  it('empties an expense in an UPDATE of its own before it is deleted', async () => {
    const projectID = create('PROJ', { name: 'Parent' });
    const id = create('EXPNS', { description: 'a', projectID });
    await subscribe('EXPNS');
    local.ask('DELETE', `${API}/EXPNS/${id}`);
    const { v1, v2 } = await told();
    expect(v2.map(({ eventType }) => eventType)).toEqual(['DELETE']);
    expect(v2[0]?.['oldState']).toMatchObject({ referenceObjectName: 'Parent' });
    expect(v1.map(({ eventType }) => eventType)).toEqual(['UPDATE', 'DELETE']);
    expect(v1[0]).toMatchObject({
      oldState: { referenceObjectName: 'Parent', topReferenceObjCode: 'PROJ' },
      newState: { referenceObjectName: null, topReferenceObjCode: null },
    });
  });

  it('is never sent of types that know version 2 only (reference B.3)', async () => {
    await subscribe('STAFFP');
    create('STAFFP', { name: 'Plan' });
    expect((await told()).v1[0]?.['eventVersion']).toBe('v2');
  });
});

describe('dashboards (reference B.6)', () => {
  it('tell an edit of an unlisted field once a day only, listed ones always', async () => {
    const id = create('PTLTAB', { name: 'Board' });
    await subscribe('PTLTAB');
    const unlisted = (n: number): void => {
      local.sandbox.tenant.update('PTLTAB', id, { displayOrder: n }, { actorID: null });
    };
    await local.clock.advance(24 * 3_600_000);
    const shown = async () => (await told()).v2.map((body) => body['newState']);
    unlisted(1);
    expect(await shown()).toMatchObject([{ ID: id, name: 'Board' }]);
    unlisted(2);
    expect(await shown()).toEqual([]);
    for (const name of ['Renamed', 'Renamed again']) {
      edit('PTLTAB', id, { name });
      expect(await shown()).toMatchObject([{ ID: id, name }]);
    }
    unlisted(3);
    expect(await shown()).toEqual([]);
    await local.clock.advance(24 * 3_600_000);
    unlisted(4);
    expect(await shown()).toMatchObject([{ ID: id, name: 'Renamed again' }]);
  });
});
