/** Expressions of Snowflake's and what they give there, run on Postgres as they were pasted. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { snowflakeDatabase } from '../support/snowflake-database.ts';
import type { SnowflakeDatabase } from '../support/snowflake-database.ts';

let database: SnowflakeDatabase;

beforeAll(async () => {
  database = await snowflakeDatabase();
});

afterAll(() => database.close());

/** The rows of a query that nobody says the dialect of. */
async function pasted(sql: string): Promise<readonly string[]> {
  const { stdout, stderr } = await database.run('--csv', '-c', sql);
  expect(stderr).toBe('');
  return stdout.split('\n').slice(1, -1);
}

const PLAN = `from workfront.tasks_current where taskid = 't1'`;

describe('what both dialects take is answered as Snowflake would', () => {
  test.each([
    [`regexp_replace('a1b2', '[^0-9]', '')`, '12'],
    [`regexp_replace('a1b22', '\\\\d+', '-')`, 'a-b-'],
    [`'a\\tb' = chr(97) || chr(9) || 'b'`, 't'],
    ["sum(case when deleted = '1' then 1 else 0 end) / sum(2)", '0.12500000000000000000'],
    [`(date '2026-01-08' - date '2026-01-01') / 14`, '0.50000000000000000000'],
    ['greatest(1, null)', ''],
    ['least(null, name)', ''],
    [`concat(name, null)`, ''],
    [`concat_ws('-', name, null)`, ''],
    [`concat_ws('-', name, status)`, 'Plan-CPL'],
    ['substr(name, -3)', 'lan'],
    [`to_char(plannedcompletiondate, 'MMMM')`, 'January'],
    [`to_char(plannedcompletiondate, 'MON')`, 'Jan'],
    [`date_part('dayofweek', plannedcompletiondate)`, '6'],
    ['extract(dayofweek from plannedcompletiondate)', '6'],
    ['(2.6 * workrequired)::number', '234'],
    [`'2.6'::number`, '3'],
  ])('%s', async (expression, expected) => {
    const from = /^sum/.test(expression) ? 'from workfront.tasks_current' : PLAN;
    expect(await pasted(`select ${expression} as answer ${from}`)).toEqual([expected]);
  });
});

test.each(['WORKFRONT.WF.TASKS_CURRENT', 'WF.TASKS_CURRENT', 'workfront.workfront.tasks_current'])(
  'a table by the name that Data Connect gives it: %s',
  async (table) => {
    expect(await pasted(`select name from ${table} where taskid = 't1'`)).toEqual(['Plan']);
  },
);

test('a query that only Postgres can run is run as it is', async () => {
  const sql = `select (percentile_disc(0.5) within group (order by workrequired)) / 7 as n
    from workfront.tasks_current where name similar to '%a%|%o%'`;
  expect((await pasted(sql))[0]).toMatch(/^4.28/);
  const own = await database.run('--csv', '--dialect', 'postgres', '-c', 'select 1 / 2 as n');
  expect(own.stdout).toBe('n\n0\n');
});
