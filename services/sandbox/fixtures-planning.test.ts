/** The published Planning samples, each replayed (others: fixtures.test.ts). */
import { describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../core/json.ts';
import { fixtureNames, readFixture } from '../../test/support/fixtures.ts';
import { localSandbox, member, requiredText } from '../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../test/support/local-sandbox.ts';
import { deliveriesOf } from '../../test/support/deliveries-of.ts';
import { shapeProblems } from '../../test/support/shape.ts';
import type { ShapeOptions } from '../../test/support/shape.ts';

const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const HOOK = { eventType: 'CREATE', url: 'http://x/', authToken: 'EauthTokenWorkfrontRocks1234_' };
const V1 = '/maestro/api/v1';
const V2 = '/maestro/api/v2';
const IMS = {
  authorization: 'Bearer key',
  'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
  'x-api-key': 'app',
};

/** Compares what the sandbox says with the sample, or with the part of it that is about that. */
type Replay = (local: LocalSandbox, sample: JsonValue) => Promise<Compared[]> | Compared[];
type Compared = readonly [sample: JsonValue, answer: JsonValue | undefined, options?: ShapeOptions];

function planning(local: LocalSandbox, method: string, url: string, body?: unknown): Answer {
  return local.ask(method, url, body, IMS);
}

function typeNamed(local: LocalSandbox, name: string): string {
  const types = [...local.sandbox.tenant.store.rows('RECORD_TYPE')];
  return requiredText(types.find((one) => one['displayName'] === name)?.['id']);
}

/** Ids of the fields of campaigns by alias. */
function campaignFields(local: LocalSandbox): Record<string, string> {
  const type = typeNamed(local, 'Campaigns');
  const rows = [...local.sandbox.tenant.store.rows('FIELD')];
  const fields = rows.filter((one) => one['recordTypeId'] === type);
  return Object.fromEntries(
    fields.map((one) => [requiredText(one['alias']), requiredText(one['id'])]),
  );
}

const recordFilters: Replay = async (local, sample) => {
  const fields = campaignFields(local);
  const known = JSON.stringify(sample)
    .replaceAll('Rt68c886502d4b5554ee80896b', typeNamed(local, 'Campaigns'))
    .replaceAll('F68c886502d4b5554ee808975', fields['status'] ?? '');
  const [ofType, ...ofStatus] = JSON.parse(known) as JsonObject[];
  const filters = [ofType, { type: 'group', connector: 'OR', filters: ofStatus }];
  const hook = { ...HOOK, objCode: 'RECORD', filters };
  expect(local.ask('POST', HOOKS, hook).status).toBe(201);
  const bodies = await deliveriesOf(local, () => {
    for (const status of ['planning', 'done', 'active']) {
      const url = `${V2}/record-types/${typeNamed(local, 'Campaigns')}/records`;
      expect(planning(local, 'POST', url, { data: { status } }).status).toBe(201);
    }
  });
  expect(bodies).toHaveLength(2);
  return [];
};

/** A type whose records hold links and nothing else, as in the sample. */
const linksOnly: Replay = (local, sample) => {
  const workspaceId = requiredText([...local.sandbox.tenant.store.rows('WORKSPACE')][0]?.['id']);
  const types = `${V2}/workspaces/${workspaceId}/record-types`;
  const type = planning(local, 'POST', types, { displayName: 'Links' }).text('id');
  const referenceOptions = { multiple: true, recordTypeId: typeNamed(local, 'Products') };
  const field = { displayName: 'Product', type: 'REFERENCE', referenceOptions };
  const id = planning(local, 'POST', `${V2}/record-types/${type}/fields`, field).text('id');
  const products = [...local.sandbox.tenant.store.rows('RECORD')].filter(
    (one) => one['recordTypeId'] === typeNamed(local, 'Products'),
  );
  const data = { [id]: [{ id: requiredText(products[0]?.['id']) }] };
  const made = planning(local, 'POST', `${V1}/records`, { recordTypeId: type, data });
  expect(made.status).toBe(200);
  const url = `${V1}/records/search?attributes=data,createdBy`;
  const answer = planning(local, 'POST', url, { recordTypeId: type });
  const more = ['recordExternalOptions', 'thumbnailUrl', 'coverImage']; // RecordDto of the OpenAPI file
  const extra = [...more.map((name) => `records[].${name}`), 'groups', 'totalCount'];
  return [[sample, answer.body, { extra, maps: ['records[].data'] }]];
};

const searchV1: Replay = (local, sample) => {
  const { name = '', budget = '' } = campaignFields(local);
  const body = JSON.stringify(sample)
    .replaceAll('Rt6527ecb25df57c441d92b9fa', typeNamed(local, 'Campaigns'))
    .replaceAll('F6527ecb25df57c441d92b9fc', name)
    .replaceAll('F658afcbd4a0273c67c346fd5', budget);
  const answer = planning(local, 'POST', `${V1}/records/search`, JSON.parse(body));
  return [[{ records: [], groups: [], totalCount: 0 }, answer.body]];
};

const searchV2: Replay = (local, sample) => {
  const { name = '', status = '' } = campaignFields(local);
  const body = JSON.stringify(sample)
    .replaceAll('F6527ecb25df57c441d92b9fc', name)
    .replaceAll('<fieldId>', status);
  const url = `${V2}/record-types/${typeNamed(local, 'Campaigns')}/records/search`;
  const answer = planning(local, 'POST', url, JSON.parse(body));
  const envelopes = readFixture('planning', 'v2_search_response_envelopes.json');
  return [[member(envelopes, 'variant_openapi') ?? null, answer.body]];
};

const envelopesV2: Replay = (local, sample) => {
  const url = `${V2}/record-types/${typeNamed(local, 'Campaigns')}/records/search?size=3`;
  const openapi = planning(local, 'POST', url, {});
  local.ask('PUT', '/sandbox/settings', { planningEnvelope: 'guide' });
  const guide = planning(local, 'POST', url, {});
  const fields = `${V2}/record-types/${typeNamed(local, 'Campaigns')}/fields?limit=1`;
  return [
    [member(sample, 'variant_openapi') ?? null, openapi.body],
    [member(sample, 'variant_migration_guide') ?? null, guide.body],
    [member(sample, 'listing') ?? null, planning(local, 'GET', fields).body],
  ];
};

const REPLAYS: Readonly<Record<string, Replay>> = {
  'RECORD_event_subscription_filters.json': recordFilters,
  'v1_error.json': (local, sample) => {
    const body = { recordTypeId: typeNamed(local, 'Campaigns'), data: { '': 'x' } };
    return [[sample, planning(local, 'POST', `${V1}/records`, body).body]];
  },
  'v1_search_request.json': searchV1,
  'v1_search_response_fragment.json': linksOnly,
  'v2_error.json': (local, sample) => [
    [sample, planning(local, 'POST', `${V2}/workspaces`, { name: '' }).body],
  ],
  'v2_search_request.json': searchV2,
  'v2_search_response_envelopes.json': envelopesV2,
};

describe('the published Planning samples (test/fixtures/planning)', () => {
  it('are all replayed', () => {
    expect(Object.keys(REPLAYS).sort()).toEqual(fixtureNames('planning').sort());
  });

  it.each(Object.entries(REPLAYS))('%s', async (name, replay) => {
    for (const [expected, answer, options] of await replay(
      localSandbox(),
      readFixture('planning', name),
    )) {
      expect(shapeProblems(expected, answer, options)).toEqual([]);
    }
  });
});
