import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { JsonValue } from '../../services/core/json.ts';
import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { GivenVersion, ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
});

afterAll(() => database.close());

beforeEach(() => database.empty());

interface Given {
  readonly objID?: string;
  readonly objCode?: string;
  readonly deleted?: boolean;
  readonly fields: GivenVersion['fields'];
}

async function store(given: Given): Promise<void> {
  const { objID = 'p1', objCode = 'PROJ', deleted = false, fields } = given;
  await database.put(objCode, objID, [{ began: '2024-01-01T00:00:00Z', deleted, fields }]);
}

async function rows(sql: string): Promise<readonly unknown[]> {
  return (await pool.query(sql)).rows;
}

describe('projects_current', () => {
  test('types each field', async () => {
    const fields = {
      name: 'Launch',
      percentComplete: 12.5,
      budget: 1234567.89,
      isProjectDead: false,
      plannedCompletionDate: '2024-05-01T16:00:00.000Z',
      budgetedStartDate: '2024-02-29',
      accessorIDs: ['a', 'b'],
      'attachedRateCard:sourceID': 'rc',
      'DE:Region': 'EMEA',
      'DE:Markets': ['DE', 'FR'],
      'DE:Empty': null,
    };
    await store({ fields });
    const [row] = await rows('select * from workfront.projects_current');
    expect(row).toMatchObject({
      projectid: 'p1',
      name: 'Launch',
      percentcomplete: '12.5',
      budget: '1234567.89',
      isprojectdead: false,
      plannedcompletiondate: '2024-05-01 16:00:00+00',
      budgetedstartdate: '2024-02-29',
      accessorids: ['a', 'b'],
      attachedratecard_sourceid: 'rc',
      parametervalues: { 'DE:Region': 'EMEA', 'DE:Markets': ['DE', 'FR'] },
      deleted: '0',
      dl_load_timestamp: '2024-01-09 10:00:00.123456+00',
      description: null,
    });
  });

  test('reads null where a value does not fit its type, in every column', async () => {
    const misfits: JsonValue[] = [
      'no number, date or truth',
      '',
      'now',
      'infinity',
      '2024-02-30',
      '2024-13-01T00:00:00Z',
      '01/02/2024',
      '2024-01-01T10:00:00',
      '\u0001',
      1e300,
      -0.5,
      true,
      null,
      [1],
      { a: [null] },
    ];
    const names = [
      'percentComplete',
      'isProjectDead',
      'plannedCompletionDate',
      'budgetedStartDate',
      'accessorIDs',
      'name',
      'referenceNumber',
    ];
    for (const [index, value] of misfits.entries()) {
      const fields = Object.fromEntries(names.map((name) => [name, value]));
      await store({ objID: `p${index}`, fields });
    }
    expect(await rows('select * from workfront.projects_current')).toHaveLength(misfits.length);
    const fitting = await rows(`
      select projectid, percentcomplete, isprojectdead, plannedcompletiondate, budgetedstartdate
      from workfront.projects_current
      where num_nonnulls(percentcomplete, isprojectdead, plannedcompletiondate,
        budgetedstartdate) > 0 order by projectid`);
    expect(fitting).toMatchObject([
      { projectid: 'p10', percentcomplete: '-0.5', isprojectdead: null },
      { projectid: 'p11', percentcomplete: null, isprojectdead: true },
      { projectid: 'p9', percentcomplete: expect.stringMatching(/^10{300}$/) as string },
    ]);
  });

  test('shows instants the same in every session time zone', async () => {
    await store({
      fields: { entryDate: '2024-05-01', lastUpdateDate: '2024-05-01T00:30:00Z' },
    });
    const read = await withTransaction(pool, async (client) => {
      await client.query(`set local timezone to 'Pacific/Auckland'`);
      const { rows: found } = await client.query(`
        select extract(epoch from lastupdatedate)::int8 as updated,
          extract(epoch from entrydate)::int8 as entered from workfront.projects_current`);
      return found;
    });
    const seconds = (text: string): bigint => BigInt(Date.parse(text) / 1000);
    expect(read).toEqual([
      { updated: seconds('2024-05-01T00:30:00Z'), entered: seconds('2024-05-01T00:00:00Z') },
    ]);
  });

  test('keeps deleted objects, flagged as published queries expect', async () => {
    await store({ objID: 'gone', deleted: true, fields: { name: 'a' } });
    await store({ objID: 'here', fields: { name: 'b' } });
    await store({ objID: 'task', objCode: 'TASK', fields: { name: 'c' } });
    const live = `coalesce(trim(deleted), '-1') != '1'`;
    expect(await rows(`select projectid from workfront.projects_current where ${live}`)).toEqual([
      { projectid: 'here' },
    ]);
    expect(await rows('select deleted from workfront.projects_current order by 1')).toEqual([
      { deleted: '0' },
      { deleted: '1' },
    ]);
  });

  test('finds a relation whose field is not published, whatever its letter case', async () => {
    await store({ objCode: 'TASK', fields: { exchangeRateID: 'x1' } });
    expect(await rows('select exchangerateid from workfront.tasks_current')).toEqual([
      { exchangerateid: 'x1' },
    ]);
  });
});

describe('versions', () => {
  beforeEach(async () => {
    await database.put('PROJ', 'p1', [
      { began: '2024-01-01T22:00:00Z', fields: { name: 'first' } },
      { began: '2024-01-03T00:00:00Z', fields: { name: 'midnight' } },
      { began: '2024-01-03T09:00:00Z', fields: { name: 'short' } },
      { began: '2024-01-03T18:00:00Z', fields: { name: 'evening' } },
      { began: '2024-01-05T12:00:00Z', deleted: true, fields: { name: 'end' } },
    ]);
    await store({ objID: 'p2', fields: { name: 'other' } });
    await store({ objCode: 'TASK', fields: { name: 'task of the same ID' } });
  });

  test('projects_event: each ends where the next begins, the last in 2300', async () => {
    const sql = `
      select name, deleted, begin_effective_timestamp as begin, end_effective_timestamp as end
      from workfront.projects_event where projectid = 'p1' order by begin`;
    expect(await rows(sql)).toEqual([
      {
        name: 'first',
        deleted: '0',
        begin: '2024-01-01 22:00:00+00',
        end: '2024-01-03 00:00:00+00',
      },
      {
        name: 'midnight',
        deleted: '0',
        begin: '2024-01-03 00:00:00+00',
        end: '2024-01-03 09:00:00+00',
      },
      {
        name: 'short',
        deleted: '0',
        begin: '2024-01-03 09:00:00+00',
        end: '2024-01-03 18:00:00+00',
      },
      {
        name: 'evening',
        deleted: '0',
        begin: '2024-01-03 18:00:00+00',
        end: '2024-01-05 12:00:00+00',
      },
      { name: 'end', deleted: '1', begin: '2024-01-05 12:00:00+00', end: '2300-01-01 00:00:00+00' },
    ]);
  });

  test('projects_daily_history: per UTC date what held at its end, once', async () => {
    const sql = `
      select calendardate, calendar_date, name from workfront.projects_daily_history
      where projectid = 'p1' and calendardate <= '2024-01-06' order by calendardate`;
    expect(await rows(sql)).toEqual(
      [
        ['2024-01-01', 'first'],
        ['2024-01-02', 'first'],
        ['2024-01-03', 'evening'],
        ['2024-01-04', 'evening'],
        ['2024-01-05', 'end'],
        ['2024-01-06', 'end'],
      ].map(([date, name]) => ({ calendardate: date, calendar_date: date, name })),
    );
  });

  test('projects_daily_history goes from the first version to today, without a gap', async () => {
    const sql = `
      select min(calendardate) as first, max(calendardate) = (now() at time zone 'UTC')::date as today,
        count(*) = max(calendardate) - min(calendardate) + 1 as whole
      from workfront.projects_daily_history where projectid = 'p1'`;
    expect(await rows(sql)).toEqual([{ first: '2024-01-01', today: true, whole: true }]);
  });
});
