/** Schema `planning`, as Data Connect's queries read it (reference F.2). */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { assetPath } from '../../services/platform/process/assets.ts';
import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { objectType } from '../../services/workfront/catalogue/catalogue.ts';
import { viewNamesOf } from '../../services/store/views/names.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;
let pool: Pool;

const BEGAN = '2026-01-01T00:00:00Z';
const LATER = '2026-02-01T00:00:00Z';

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
  const put = (
    objCode: string,
    id: string,
    fields: Parameters<typeof database.put>[2][0]['fields'],
  ) => database.put(objCode, id, [{ began: BEGAN, fields: { id, ...fields } }]);
  await put('WORKSPACE', 'Ws1', { name: 'Marketing' });
  await put('RECORD_TYPE', 'Rt1', {
    displayName: 'Campaigns',
    workspaceId: 'Ws1',
    isTaxonomy: false,
    alias: 'campaigns',
  });
  const options = [
    { name: 'k1', displayName: 'Active' },
    { name: 'k2', displayName: 'Done' },
  ];
  const external = {
    isExternal: true,
    externalOptions: { connection: 'WORKFRONT', object: 'PROJECT' },
  };
  const field = { recordTypeId: 'Rt1' };
  await put('FIELD', 'F1', { ...field, displayName: 'Name', type: 'text', alias: 'name' });
  await put('FIELD', 'F2', { ...field, displayName: 'Status', type: 'single-select', options });
  await put('FIELD', 'F3', { ...field, displayName: 'Tags', type: 'multi-select', options });
  await put('FIELD', 'F4', { ...field, displayName: 'Tactics', type: 'reference' });
  await put('FIELD', 'F5', {
    ...field,
    displayName: 'Project',
    type: 'reference',
    referenceOptions: external,
  });
  await put('FIELD', 'F6', { ...field, displayName: 'Owner', type: 'user' });
  await put('RECORD', 'Rc2', { recordTypeId: 'Rt1', 'data.F1': 'Posters' });
  const first = { recordTypeId: 'Rt1', 'data.F1': 'Launch', 'data.F2': 'k1' };
  const second = {
    ...first,
    'data.F2': 'k2',
    'data.F3': ['k1', 'k9'],
    'data.F4': [{ id: 'Rc2', externalId: null, value: 'Posters' }],
    'data.F5': [{ id: 'Rx', externalId: 'p1', value: 'Project one' }],
    'data.F6': [{ id: 'u1', idType: 'WF' }],
    'data.F9': 7,
  };
  await database.put('RECORD', 'Rc1', [
    { began: BEGAN, fields: first },
    { began: LATER, fields: second },
  ]);
  await database.put('PROJ', 'p1', [{ began: BEGAN, fields: { name: 'Project one' } }]);
});

afterAll(() => database.close());

async function rows(sql: string): Promise<readonly unknown[]> {
  return (await pool.query(sql)).rows;
}

test('every printed column is there, in the printed type', async () => {
  const wanted = ['RECORD', 'RECORD_TYPE', 'FIELD', 'WORKSPACE'].flatMap((objCode) =>
    (objectType(objCode)?.dataConnect?.columns ?? []).map(([column, type]) => ({
      view: viewNamesOf(objCode)[0],
      column: column.toLowerCase(),
      type,
    })),
  );
  const printed = objectType('REFERENCE')?.dataConnect?.columns ?? [];
  const reference = printed.map(([column, type]) => ({
    view: 'planning.reference_current',
    column: column.toLowerCase(),
    type,
  }));
  const found = await pool.query<{ name: string; type: string }>(
    `select table_schema || '.' || table_name || '.' || column_name as name, data_type as type
     from information_schema.columns where table_schema = 'planning'`,
  );
  const types = new Map(found.rows.map(({ name, type }) => [name, type]));
  const TYPES: Readonly<Record<string, RegExp>> = {
    Varchar: /^text$/,
    Variant: /^jsonb$/,
    Boolean: /^boolean$/,
    Number: /^(numeric|integer)$/,
    Timestamp_NTZ: /^timestamp with time zone$/,
  };
  for (const { view, column, type } of [...wanted, ...reference]) {
    expect(types.get(`${view}.${column}`), `${view}.${column}`).toMatch(TYPES[type] ?? /never/);
  }
});

test('values stand by the names of their fields: as people see them, and raw', async () => {
  const [row] = await rows(`select * from planning.planningrecord_current where recordid = 'Rc1'`);
  expect(row).toMatchObject({
    recordtypename: 'Campaigns',
    workspaceid: 'Ws1',
    workspacename: 'Marketing',
    field_values: {
      Name: 'Launch',
      Status: 'Done',
      Tags: ['Active', 'k9'],
      Tactics: ['Posters'],
      Project: ['Project one'],
      F9: 7,
    },
    field_values_raw: { Status: 'k2', Tags: ['k1', 'k9'], Owner: [{ id: 'u1', idType: 'WF' }] },
    fieldid_values: { F2: 'Done' },
    fieldid_values_raw: { F2: 'k2' },
    field_ids: { Name: 'F1' },
    field_types: { Tags: 'multi-select' },
    reference_ids: { Tactics: 'Rc1.F4', Project: 'Rc1.F5' },
    created: 0,
    updated: 1,
    deleted: 0,
  });
  expect(Object.keys((row as { reference_ids: object }).reference_ids)).toHaveLength(2);
});

test('versions and days have the same columns, and tell the first from the next', async () => {
  expect(
    await rows(`select field_values ->> 'Status' as status, created, updated
      from planning.planningrecord_event where recordid = 'Rc1' order by begin_effective_timestamp`),
  ).toEqual([
    { status: 'Active', created: 1, updated: 0 },
    { status: 'Done', created: 0, updated: 1 },
  ]);
  expect(
    await rows(`select calendardate, field_values ->> 'Status' as status
      from planning.planningrecord_daily_history
      where recordid = 'Rc1' and calendardate in ('2026-01-31', '2026-02-01') order by 1`),
  ).toEqual([
    { calendardate: '2026-01-31', status: 'Active' },
    { calendardate: '2026-02-01', status: 'Done' },
  ]);
});

test('a record is joined to what it links to, in Planning and outside', async () => {
  expect(
    await rows(`select c.recordid, t.field_values ->> 'Name' as tactic
      from planning.planningrecord_current c
      join planning.reference_current r on r.from_referenceid = c.reference_ids ->> 'Tactics'
      join planning.planningrecord_current t on t.recordid = r.to_recordid`),
  ).toEqual([{ recordid: 'Rc1', tactic: 'Posters' }]);
  expect(
    await rows(`select p.name, r.to_externalconnectionname as at, r.to_externalobjectname as what,
        r.to_recordid, r.referencevalue
      from planning.planningrecord_current c
      join planning.reference_current r on r.reference_id = c.reference_ids ->> 'Project'
      join workfront.projects_current p on p.projectid = r.to_externalid`),
  ).toEqual([
    {
      name: 'Project one',
      at: 'workfront',
      what: 'PROJ',
      to_recordid: null,
      referencevalue: 'Project one',
    },
  ]);
});

test('types, fields and workspaces are rows of their own', async () => {
  expect(
    await rows(`select id, displayname, workspaceid, alias, istaxonomy, deleted
    from planning.recordtype_current`),
  ).toEqual([
    {
      id: 'Rt1',
      displayname: 'Campaigns',
      workspaceid: 'Ws1',
      alias: 'campaigns',
      istaxonomy: 'false',
      deleted: 0,
    },
  ]);
  expect(
    await rows(`select aliasname, fieldtype from planning.field_current where id = 'F1'`),
  ).toEqual([{ aliasname: 'name', fieldtype: 'text' }]);
  expect(await rows('select name, created from planning.workspace_current')).toEqual([
    { name: 'Marketing', created: 1 },
  ]);
});

test('who saved a record is found by its IMS ID, who saved a task by its own, in one way', async () => {
  const user = { name: 'Ada', eauthUserID: 'OLD@AdobeID' };
  await database.put('USER', 'u1', [
    { began: BEGAN, fields: user },
    { began: LATER, fields: { ...user, name: 'Ada Lovelace', eauthUserID: 'NEW@AdobeID' } },
  ]);
  await database.put('USER', 'u2', [{ began: BEGAN, fields: { name: 'Nobody', eauthUserID: '' } }]);
  const task = { name: 'Draw', lastUpdatedByID: 'u1' };
  await database.put('TASK', 't1', [{ began: BEGAN, fields: task }]);
  for (const [id, updatedBy] of Object.entries({ Rc8: 'OLD@AdobeID', Rc9: 'NEW@AdobeID' })) {
    await database.put('RECORD', id, [{ began: BEGAN, fields: { id, updatedBy } }]);
  }
  const text = readFileSync(assetPath('docs', 'querying.md'), 'utf8');
  const example = /## Who did it[^]*?```sql\n([^]*?)```/.exec(text)?.[1] ?? '';
  const named = await withTransaction(pool, async (client) => {
    await client.query('set local search_path = workfront, planning, public');
    return client.query(`select * from (${example}) as found where by is not null order by 1, 2`);
  });
  expect(named.rows).toEqual([
    { what: 'record', name: 'Rc8', by: 'Ada Lovelace' },
    { what: 'record', name: 'Rc9', by: 'Ada Lovelace' },
    { what: 'task', name: 'Draw', by: 'Ada Lovelace' },
  ]);
  expect(await rows('select personid, userid, isims from workfront.people order by 1')).toEqual([
    { personid: 'NEW@AdobeID', userid: 'u1', isims: true },
    { personid: 'OLD@AdobeID', userid: 'u1', isims: true },
    { personid: 'u1', userid: 'u1', isims: false },
    { personid: 'u2', userid: 'u2', isims: false },
  ]);
});
