import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { assetPath } from '../../../platform/process/assets.ts';
import { campaignsOf, createCampaign, IMS } from '../../../../test/support/campaigns.ts';
import type { Campaigns } from '../../../../test/support/campaigns.ts';
import { localSandbox } from '../../../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../../../test/support/local-sandbox.ts';

const V1 = '/maestro/api/v1';
const V2 = '/maestro/api/v2';

let local: LocalSandbox;
let typeID: string;
let fields: Campaigns['fields'];

function call(method: string, url: string, body?: unknown): Answer {
  return local.ask(method, url, body, IMS);
}

beforeEach(() => {
  local = localSandbox();
  ({ typeID, fields } = campaignsOf(local));
});

const create = (data: object): string => createCampaign(local, typeID, data);

describe('answers validate against Adobe’s OpenAPI files', () => {
  it.each([
    ['v1', 'WorkspaceListDto', () => `${V1}/workspaces`],
    ['v1', 'RecordTypeDto', () => `${V1}/record-types/${typeID}`],
    [
      'v1',
      'GroupedRecordsDto',
      () => `${V1}/records/search?recordTypeId=${typeID}&groupingFieldIds=status`,
    ],
    ['v2', 'CursorResponseWorkspaceDto', () => `${V2}/workspaces`],
    ['v2', 'RecordTypeDto', () => `${V2}/record-types/${typeID}`],
    ['v2', 'CursorResponseFieldDto', () => `${V2}/record-types/${typeID}/fields`],
    ['v2', 'CursorResponseViewDto', () => `${V2}/record-types/${typeID}/views`],
    ['v2', 'PageRecordDto', () => `${V2}/record-types/${typeID}/records`],
    [
      'v2',
      'RecordSearchPageDto',
      () => `${V2}/record-types/${typeID}/records/search?groupingFieldIds=${fields['status']}`,
    ],
    ['v2', 'RecordDto', () => `${V2}/records/${create({ name: 'x' })}`],
    [
      'v2',
      'CursorResponseHistoryEntryDto',
      () => `${V2}/records/${create({ name: 'x', status: 'active' })}/history`,
    ],
    ['v2', 'PermissionDto', () => `${V2}/permissions/record-type/${typeID}`],
    ['v2', 'V2ProblemDetail', () => `${V2}/records/Rc0`],
  ])('%s %s', (version, schema, url) => {
    expect(problemsOf(version, schema, call('GET', url()).body)).toEqual([]);
  });

  it('v2 ViewDto and RecordBulkResponseDto', () => {
    const view = { name: 'All', type: 'table' };
    const made = call('POST', `${V2}/record-types/${typeID}/views`, view);
    expect(problemsOf('v2', 'ViewDto', made.body)).toEqual([]);
    const read = call('GET', `${V2}/views/${made.text('id')}`);
    expect(read.body).toEqual(made.body);
    expect(read.text('updatedAt')).toBe(read.text('createdAt'));
    const bulk = call('POST', `${V2}/record-types/${typeID}/records/bulk`, [
      { data: {} },
      { data: { x: 1 } },
    ]);
    expect(problemsOf('v2', 'RecordBulkResponseDto', bulk.body)).toEqual([]);
    const anchors = { recordIds: [create({}), 'Rc0'], putAfterRecordId: create({}) };
    const moved = call('POST', `${V2}/record-types/${typeID}/records/move`, anchors);
    expect(problemsOf('v2', 'RecordBulkResponseDto', moved.body)).toEqual([]);
  });

  it('v2 members, access requests and inheritance', () => {
    const url = `${V2}/permissions/record-type/${typeID}`;
    const grant = [{ subjectId: 'x', subjectType: 'group', role: 'editor' }];
    expect(call('PATCH', `${url}/members`, { grant }).status).toBe(204);
    const [member] = call('GET', `${url}/members`).body as JsonValue[];
    expect(problemsOf('v2', 'MemberPermissionDto', member ?? null)).toEqual([]);
    expect(call('POST', `${url}/requests`, { message: 'Please' }).status).toBe(201);
    const [request] = call('GET', `${url}/requests`).body as JsonValue[];
    expect(problemsOf('v2', 'AccessRequestDto', request ?? null)).toEqual([]);
    const inheritance = call('GET', `${url}/inheritance`).body;
    expect(problemsOf('v2', 'InheritanceDto', inheritance)).toEqual([]);
  });

  it('catches what is not so', () => {
    expect(problemsOf('v2', 'RecordDto', { id: 7 })).not.toEqual([]);
  });
});

const ajvs = new Map<string, Ajv>();

function problemsOf(version: string, schema: string, body: JsonValue): string[] {
  let ajv = ajvs.get(version);
  if (ajv === undefined) {
    const file = assetPath('test', 'fixtures', 'openapi', `planning-${version}.openapi.json`);
    const document = readable(JSON.parse(readFileSync(file, 'utf8')) as JsonValue);
    ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
    ajv.addSchema(document as JsonObject, 'api');
    ajvs.set(version, ajv);
  }
  const validate = ajv.compile({ $ref: `api#/components/schemas/${schema}` });
  validate(withoutNulls(body));
  return (validate.errors ?? []).map(
    ({ instancePath, message }) => `${instancePath} ${message ?? ''}`,
  );
}

/**
 * The files are written by a Java generator: its date pattern is no regular expression, `(?s)` is
 * Java's, and `java.lang.Object`, which is anything, comes out as `{"type": "object"}`.
 */
function readable(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((one) => readable(one as JsonValue));
  if (typeof value !== 'object' || value === null) return value;
  const schema = value as JsonObject;
  const isAnything =
    schema['type'] === 'object' && !('properties' in schema) && !('additionalProperties' in schema);
  const entries = Object.entries(schema).flatMap(([name, one]): [string, JsonValue][] => {
    if (isAnything && name === 'type') return [];
    if (name !== 'pattern' || typeof one !== 'string') return [[name, readable(one)]];
    return [[name, one.startsWith('yyyy') ? '^\\d{4}-.*Z$' : one.replace('(?s)', '')]];
  });
  return Object.fromEntries(entries);
}

/** Samples print null for what is empty, though the files declare no null. */
function withoutNulls(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((one) => withoutNulls(one as JsonValue));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, one]) => one !== null);
  return Object.fromEntries(members.map(([name, one]) => [name, withoutNulls(one as JsonValue)]));
}
