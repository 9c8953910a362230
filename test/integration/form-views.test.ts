/** Views of custom forms, from the tenant's own CTGY, CTGYPA and PARAM rows in the store. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openPool, withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { tableOf } from '../../services/store/tables/type-tables.ts';
import { applyForms } from '../../services/store/views/forms/apply-forms.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { GivenVersion, ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;
let pool: Pool;
/** As the projector opens its own, which makes the views. */
let ours: Pool;

const T0 = '2026-01-01T00:00:00Z';
const T1 = '2026-02-01T00:00:00Z';
const T2 = '2026-03-01T00:00:00Z';
const NOBODY = { reader: null, guardedReader: null };

function put(objCode: string, id: string, fields: GivenVersion['fields']): Promise<void> {
  return database.put(objCode, id, [{ began: T0, fields }]);
}

async function putField(id: string, name: string, dataType: string, displayType = 'TEXT') {
  await put('PARAM', id, { name, dataType, displayType });
  await put('CTGYPA', `link-${id}`, { categoryID: 'form-1', parameterID: id, displayOrder: 1 });
}

async function replace(
  objCode: string,
  id: string,
  versions: readonly GivenVersion[],
): Promise<void> {
  const { now, past } = tableOf(objCode);
  for (const table of [now, past]) {
    await pool.query(`delete from store_1.${table} where objid = $1`, [id]);
  }
  await database.put(objCode, id, versions);
}

const apply = (): Promise<readonly string[]> =>
  withTransaction(ours, (client) => applyForms(client, NOBODY));

async function rows(sql: string): Promise<readonly unknown[]> {
  return (await pool.query(sql)).rows;
}

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
  ours = openPool({ url: database.url, max: 1, applicationName: 'form-views' });
  await put('CTGY', 'form-1', { name: 'Creative brief', objTypes: ['PROJ', 'TASK'] });
  await putField('q-days', 'No. of days', 'NMBR');
  await putField('q-due', 'Due', 'DTTM');
  await putField('q-teams', 'Teams', 'TEXT', 'CHCK');
  await putField('q-name', 'Name', 'TEXT');
  await database.put('TASK', 't1', [
    {
      began: T0,
      fields: { name: 'Plan', categoryID: 'form-1', 'DE:No. of days': 3, 'DE:Due': '2026-05-01' },
    },
    {
      began: T2,
      fields: {
        name: 'Plan',
        categoryID: 'form-1',
        'DE:No. of days': '4.5',
        'DE:Due': '2026-05-01T10:00:00.000Z',
        'DE:Teams': ['a', 'b'],
        'DE:Name': 'Ann',
      },
    },
  ]);
  await put('TASK', 't2', { name: 'Other form', categoryID: 'form-2', 'DE:No. of days': 9 });
  await put('TASK', 't3', {
    name: 'Second form',
    categoryID: 'form-2',
    objectCategories: [{ categoryID: 'form-2' }, { categoryID: 'form-1' }],
    'DE:No. of days': 'many',
    'DE:Due': 'soon',
  });
  await apply();
});

afterAll(async () => {
  await ours.close();
  await database.close();
});

describe('a form', () => {
  test('has three views for each type, with a typed column for each field', async () => {
    expect(
      await rows(`select taskid, name, no_of_days, due, teams, name_2
        from forms.creative_brief_tasks_current order by 1`),
    ).toEqual([
      {
        taskid: 't1',
        name: 'Plan',
        no_of_days: '4.5',
        due: '2026-05-01 10:00:00+00',
        teams: ['a', 'b'],
        name_2: 'Ann',
      },
      { taskid: 't3', name: 'Second form', no_of_days: null, due: null, teams: null, name_2: null },
    ]);
    expect(
      await rows(`select no_of_days, due, begin_effective_timestamp as begin
        from forms.creative_brief_tasks_event where taskid = 't1' order by begin`),
    ).toEqual([
      { no_of_days: '3', due: '2026-05-01 00:00:00+00', begin: '2026-01-01 00:00:00+00' },
      { no_of_days: '4.5', due: '2026-05-01 10:00:00+00', begin: '2026-03-01 00:00:00+00' },
    ]);
    expect(
      await rows(`select no_of_days from forms.creative_brief_tasks_daily_history
        where taskid = 't1' and calendardate = '2026-02-28'`),
    ).toEqual([{ no_of_days: '3' }]);
    expect(await rows('select * from forms.creative_brief_projects_current')).toEqual([]);
  });

  test('leaves no view or column without a comment', async () => {
    const bare = `select c.relname, a.attname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
      where c.relnamespace = 'forms'::regnamespace and (obj_description(c.oid, 'pg_class') is null
        or col_description(c.oid, a.attnum) is null)`;
    expect(await rows(bare)).toEqual([]);
  });

  test('that is as it was changes nothing', async () => {
    expect(await apply()).toEqual([]);
  });
});

describe('a renamed parameter', () => {
  test('keeps its column, filled from either name, without new views', async () => {
    const parameter = { dataType: 'NMBR', displayType: 'TEXT' };
    await replace('PARAM', 'q-days', [
      { began: T0, fields: { ...parameter, name: 'No. of days' } },
      { began: T1, fields: { ...parameter, name: 'Duration' } },
    ]);
    await put('TASK', 't4', { name: 'New', categoryID: 'form-1', 'DE:Duration': 7 });
    expect(await apply()).toEqual([]);
    expect(
      await rows('select taskid, no_of_days from forms.creative_brief_tasks_current order by 1'),
    ).toEqual([
      { taskid: 't1', no_of_days: '4.5' },
      { taskid: 't3', no_of_days: null },
      { taskid: 't4', no_of_days: '7' },
    ]);
  });

  test('whose old name another one takes over keeps what was written before', async () => {
    await database.put('PARAM', 'q-new', [
      { began: '2026-02-15T00:00:00Z', fields: { name: 'No. of days', dataType: 'NMBR' } },
    ]);
    await put('CTGYPA', 'link-q-new', { categoryID: 'form-1', parameterID: 'q-new' });
    expect(await apply()).toHaveLength(6);
    expect(
      await rows(`select no_of_days, no_of_days_2, begin_effective_timestamp as begin
        from forms.creative_brief_tasks_event where taskid = 't1' order by begin`),
    ).toEqual([
      { no_of_days: '3', no_of_days_2: null, begin: '2026-01-01 00:00:00+00' },
      { no_of_days: null, no_of_days_2: '4.5', begin: '2026-03-01 00:00:00+00' },
    ]);
  });
});

test('a field of another type than before has another column beside the old one', async () => {
  await replace('PARAM', 'q-due', [
    { began: T0, fields: { name: 'Due', dataType: 'DTTM', displayType: 'TEXT' } },
    { began: T1, fields: { name: 'Due', dataType: 'TEXT', displayType: 'TEXT' } },
  ]);
  expect(await apply()).toHaveLength(6);
  expect(
    await rows(`select due, due_2 from forms.creative_brief_tasks_current where taskid = 't1'`),
  ).toEqual([{ due: '2026-05-01 10:00:00+00', due_2: '2026-05-01T10:00:00.000Z' }]);
  const [view] = await rows(
    `select obj_description('forms.creative_brief_tasks_current'::regclass) as comment`,
  );
  expect(view).toMatchObject({ comment: expect.stringMatching(/Version 3\.$/) as string });
});

test('a view of a user on a view of a form stays, whatever comes to the form', async () => {
  await pool.query('create view public.mine as select due from forms.creative_brief_tasks_current');
  await putField('q-more', 'More', 'TEXT');
  expect(await apply()).toHaveLength(6);
  expect(await rows('select count(*)::int as count from public.mine')).toEqual([{ count: 3 }]);
  await pool.query('drop view public.mine');
});

test('what a DBA did to a view of a form stays when the form grows, and it is found again', async () => {
  await pool.query(`
    alter view forms.creative_brief_tasks_current set (security_barrier = true);
    comment on view forms.creative_brief_tasks_current is 'Ask Ann.';
    comment on column forms.creative_brief_tasks_current.due is 'In our own time.';
    create role form_views_reader;
    grant select on forms.creative_brief_tasks_current to form_views_reader`);
  try {
    await putField('q-grown', 'Grown', 'TEXT');
    const changed = await apply();
    expect(changed).toHaveLength(6);
    expect(changed).toContain('forms.creative_brief_tasks_current');
    expect(
      await rows(`
        select reloptions::text as options, obj_description(oid, 'pg_class') as comment,
          col_description(oid, (select attnum from pg_attribute
            where attrelid = c.oid and attname = 'due')) as due,
          has_table_privilege('form_views_reader', oid, 'select') as granted,
          exists (select from pg_attribute where attrelid = c.oid and attname = 'grown') as grown
        from pg_class as c where oid = 'forms.creative_brief_tasks_current'::regclass`),
    ).toEqual([
      {
        options: '{security_barrier=true}',
        comment: 'Ask Ann.',
        due: 'In our own time.',
        granted: true,
        grown: true,
      },
    ]);
    expect(await apply()).toEqual([]);
  } finally {
    await pool.query('drop owned by form_views_reader; drop role form_views_reader');
  }
});

test('a form whose name needs quotes has views that grow like others', async () => {
  await put('CTGY', 'form-ü', { name: 'Größe', objTypes: ['TASK'] });
  expect(await apply()).toHaveLength(3);
  await put('PARAM', 'q-ü', { name: 'Höhe', dataType: 'NMBR', displayType: 'TEXT' });
  await put('CTGYPA', 'link-q-ü', { categoryID: 'form-ü', parameterID: 'q-ü' });
  expect(await apply()).toHaveLength(3);
  expect(await rows('select "höhe" from forms."größe_tasks_current"')).toEqual([]);
  expect(await apply()).toEqual([]);
});
