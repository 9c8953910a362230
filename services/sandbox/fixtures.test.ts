/**
 * The published samples of logins, events, journal and subscriptions, each replayed: requests are
 * sent, and answers and deliveries have the shape of the sample. REST and Planning have files of
 * their own: fixtures-rest.test.ts, fixtures-planning.test.ts.
 */
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../core/json.ts';
import {
  fixtureFolders,
  fixtureNames,
  fixtureText,
  readFixture,
} from '../../test/support/fixtures.ts';
import { localSandbox, member } from '../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../test/support/local-sandbox.ts';
import { deliveriesOf } from '../../test/support/deliveries-of.ts';
import { shapeProblems } from '../../test/support/shape.ts';
import type { ShapeOptions } from '../../test/support/shape.ts';

const API = '/attask/api/v21.0';
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const HOOK = { eventType: 'UPDATE', url: 'http://x/', authToken: 'EauthTokenWorkfrontRocks1234_' };

/** Compares what the sandbox says with the sample, or with the part of it that is about that. */
type Replay = (local: LocalSandbox, sample: JsonValue) => Promise<Compared[]> | Compared[];
type Compared = readonly [sample: JsonValue, answer: JsonValue | undefined, options?: ShapeOptions];

const NOT_REPLAYED: Readonly<Record<string, string>> = {
  'event_payloads/PROJ_CREATE_with_oldState_example.json':
    'made by hand: a CREATE has no old state (reference B.4); readers accept it all the same',
};
/** Folders that another file goes through. */
const ELSEWHERE: readonly string[] = ['openapi', 'planning', 'rest_core'];

/** A project with a value wherever the samples have one. */
function project(local: LocalSandbox): string {
  const groupID = local.ask('POST', `${API}/GROUP`, { name: 'Group' }).text('data.ID');
  const sent = { name: 'EventSub Test', groupID, 'DE:Region': 'DACH' };
  return local.ask('POST', `${API}/PROJ`, sent).text('data.ID');
}

/** Every listed field of today is in a state, more than in 2017 (reference B.6). */
function event(
  eventType: string,
  version: string,
  extra: readonly string[],
  eventForm = 'states',
): Replay {
  return async (local, sample) => {
    const switches = { envelopeActor: false, recalculation: false, eventForm };
    local.ask('PUT', '/sandbox/settings', switches);
    const id = local.ask('POST', HOOKS, { ...HOOK, objCode: 'PROJ', eventType }).text('id');
    if (version === 'v1') {
      local.ask('PUT', `${HOOKS}/${id}/version`, { version });
      await local.clock.advance(301_000); // until then both versions are sent
    }
    const [body] = await deliveriesOf(local, () => {
      const projectID = project(local);
      if (eventType === 'UPDATE') local.ask('PUT', `${API}/PROJ/${projectID}`, { name: 'updated' });
    });
    const maps = ['newState', 'oldState', 'fields'].map((state) => `${state}.parameterValues`);
    return [[sample, body, { extra, maps }]];
  };
}

/** A create request as printed is accepted. */
const createRequest: Replay = (local, sample) => {
  const made = local.ask('POST', HOOKS, sample);
  expect(made.status).toBe(201);
  return [[member(readFixture('subscriptions_api', DTO), 'create_response') ?? null, made.body]];
};

const DTO = 'connector_dto_evidence.json';

/** What the 2026 sample leaves out and the connector reads. */
const FILTER_MEMBERS = ['base64Encoding', 'filters', 'filterConnector'];

const connector: Replay = async (local, sample) => {
  local.ask('PUT', '/sandbox/settings', { subscriptionsCamelCase: true, recalculation: false });
  const filters = [{ fieldName: 'name', fieldValue: 'x', comparison: 'ne' }];
  const made = local.ask('POST', HOOKS, { ...HOOK, objCode: 'PROJ', objId: '', filters });
  const [body] = await deliveriesOf(local, () => {
    local.ask('PUT', `${API}/PROJ/${project(local)}`, { name: 'updated' });
  });
  const part = (name: string): JsonValue => member(sample, name) ?? null;
  return [
    [part('create_response'), made.body],
    [part('event'), body, { maps: ['newState', 'oldState'] }],
    [
      withObjId(part('list')),
      local.get(HOOKS).body,
      { extra: ['subscriptions[].subscription_url', 'subscriptions[].filters[].state'] },
    ],
  ];
};

/** The connector reads a text; without an object there is null, as in Adobe's own samples. */
function withObjId(list: JsonValue): JsonValue {
  const rows = member(list, 'subscriptions') as unknown as JsonObject[];
  const subscriptions = rows.map((one) => ({ ...one, objId: null }));
  return { ...(list as JsonObject), subscriptions };
}

const hourRows: Replay = async (local, sample) => {
  local.ask('PUT', '/sandbox/settings', { journalNotFilterable: false });
  const projectID = project(local);
  const log = (): string =>
    local.ask('POST', `${API}/HOUR`, { hours: 1, projectID }).text('data.ID');
  for (const act of ['DELETE', 'PUT']) {
    const hour = log();
    await local.clock.advance(1000);
    local.ask(act, `${API}/HOUR/${hour}`, { hours: 2 });
    await local.clock.advance(1000);
  }
  const fields = 'changeType,aux2,newNumberVal,oldNumberVal,subObjCode,subObjID';
  const url = `${API}/JRNLE/search?subObjCode=HOUR&fields=${fields}&entryDate_Sort=asc`;
  const answer = local.get(url);
  const kinds = (value: JsonValue): JsonValue[] =>
    (member(value, 'data') as unknown as JsonObject[]).map((row) => row['changeType'] ?? null);
  expect(kinds(answer.body).slice(-4)).toEqual(kinds(sample));
  return [[sample, answer.body]];
};

/**
 * Versions that are gone answer 410 (reference C.1); the same question to one that is not is
 * answered.
 */
const requestUrls: Replay = (local) => {
  local.ask('PUT', '/sandbox/settings', { journalNotFilterable: false });
  const lines = fixtureText('jrnle', 'request_urls.txt').trim().split('\n');
  for (const line of lines) {
    const [method = '', url = ''] = line.split(' ');
    const version = Number(/\/v(\d+)\.0\//.exec(url)?.[1]);
    expect(local.ask(method, url).status, line).toBe(version < 15 ? 410 : 200);
    expect(local.ask(method, url.replace(/v\d+\.0/, 'v22.0')).status, line).toBe(200);
  }
  return [];
};

/** A user lets the application in; its code becomes what the sample shows. */
const oauthTokens: Replay = (local, sample) => {
  const client = { client_id: 'sandbox', redirect_uri: 'http://127.0.0.1:9000/callback' };
  const page = new URLSearchParams({ ...client, response_type: 'code' }).toString();
  const location = local.get(`/integrations/oauth2/authorize?${page}`).headers['location'] ?? '';
  const code = new URL(location).searchParams.get('code') ?? '';
  const sent = { ...client, client_secret: 'sandbox', grant_type: 'authorization_code', code };
  const form = new URLSearchParams(sent).toString();
  const answer = local.ask('POST', '/integrations/oauth2/api/v1/token', form, {});
  const again = {
    ...sent,
    grant_type: 'refresh_token',
    refresh_token: answer.text('refresh_token'),
  };
  const refreshed = local.ask('POST', '/integrations/oauth2/api/v1/token', again, {});
  return [
    [sample, answer.body],
    [sample, refreshed.body],
  ];
};

const REPLAYS: Readonly<Record<string, Replay>> = {
  'auth/oauth_token_response.json': oauthTokens,
  'event_payloads/PROJ_CREATE_pre2017_3.json': event('CREATE', 'v1', ['fields.*'], 'fields'),
  'event_payloads/PROJ_UPDATE_pre2017_3.json': event('UPDATE', 'v1', ['fields.*'], 'fields'),
  'event_payloads/PROJ_CREATE_v1_2017_3.json': event('CREATE', 'v1', ['newState.*']),
  'event_payloads/PROJ_CREATE_v2.json': event('CREATE', 'v2', ['newState.*']),
  'event_payloads/PROJ_UPDATE_v1_2017_3.json': event('UPDATE', 'v1', ['newState.*', 'oldState.*']),
  'event_payloads/PROJ_UPDATE_v2.json': event('UPDATE', 'v2', ['newState.*', 'oldState.*']),
  'jrnle/HOUR_journal_rows.json': hourRows,
  'jrnle/request_urls.txt': requestUrls,
  [`subscriptions_api/${DTO}`]: connector,
  'subscriptions_api/deprecated_list_response.json': (local, sample) => {
    local.ask('POST', HOOKS, { ...HOOK, objCode: 'TASK', objId: 'ObjId1234' });
    local.ask('POST', HOOKS, { ...HOOK, objCode: 'PROJ' });
    const rows = sample as unknown as JsonObject[]; // "customer_d" in the second is a slip
    return [[rows.slice(0, 1), [local.get(`${HOOKS}/list`).at('0') ?? null]]];
  },
  'subscriptions_api/list_response_envelope_2022_2024.json': (local, sample) => {
    local.ask('POST', HOOKS, { ...HOOK, objCode: 'TASK', objId: 'ObjId1234' });
    return [[sample, local.get(HOOKS).body, { extra: ['subscriptions[].*'] }]];
  },
  'subscriptions_api/subscription_resource_2026.json': (local, sample) => {
    const id = local.ask('POST', HOOKS, { ...HOOK, objCode: 'PROJ' }).text('id');
    return [[sample, local.get(`${HOOKS}/${id}`).body, { extra: FILTER_MEMBERS }]];
  },
  ...Object.fromEntries(
    fixtureNames('subscriptions_api')
      .filter((name) => name.startsWith('create_request'))
      .map((name) => [`subscriptions_api/${name}`, createRequest]),
  ),
};

describe('the published samples (test/fixtures)', () => {
  it('are all replayed, or named with the reason why not', () => {
    const folders = fixtureFolders().filter((folder) => !ELSEWHERE.includes(folder));
    const files = folders.flatMap((folder) =>
      fixtureNames(folder).map((one) => `${folder}/${one}`),
    );
    const dealtWith = [...Object.keys(REPLAYS), ...Object.keys(NOT_REPLAYED)];
    expect(dealtWith.sort()).toEqual(files.sort());
  });

  it.each(Object.entries(REPLAYS))('%s', async (path, replay) => {
    const [folder = '', name = ''] = path.split('/');
    const sample = name.endsWith('.json') ? readFixture(folder, name) : null;
    for (const [expected, answer, options] of await replay(localSandbox(), sample)) {
      expect(shapeProblems(expected, answer, options)).toEqual([]);
    }
  });
});
