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

/** Several of one kind in a row, each with what Snowflake gives. */
function answers(kind: string, cases: readonly (readonly [string, string | null])[]): void {
  test.each(cases)(`${kind}: %s`, async (expression, expected) => {
    const sql = `select ${expression} as answer from tasks_current where taskid = 't1'`;
    expect(await database.answer(sql)).toEqual([[expected]]);
  });
}

answers('numbers keep the places that are asked for', [
  [`to_number('12.34', 10, 2)`, '12.34'],
  [`try_to_number('12.345', 10, 1)`, '12.3'],
  [`to_decimal('12.34', 10)`, '12'],
  [`try_to_decimal('x', 10, 2)`, null],
  [`to_number('1,234.56', '9,999.99', 10, 2)`, '1234.56'],
  [`to_number('1,234.5', '9,999.9')`, '1235'],
  [`try_to_number('$12', '$99')`, '12'],
  [`try_to_number('twelve', '99')`, null],
  [`try_to_double('1.55')`, '1.55'],
  [`try_cast('3.7' as number)`, '4'],
  [`1234567.89::float`, '1234567.89'],
  [`trunc(1.55::float, 1)`, '1.5'],
  [`zeroifnull(nullifzero(0::float)) + div0(1::double, 2)`, '0.50000000000000000000'],
]);

answers('patterns with parameters, groups and places', [
  [`regexp_substr('abc123', '([a-z]+)([0-9]+)', 1, 1, 'e', 2)`, '123'],
  [`regexp_substr('ABC123', '([a-z]+)([0-9]+)', 1, 1, 'ie')`, 'ABC'],
  [`regexp_substr('a1b22', '[0-9]+', 1, 2)`, '22'],
  [`regexp_substr('a bc d', '\\\\b\\\\w{2}\\\\b')`, 'bc'],
  [`regexp_instr('a12', '([0-9])([0-9])', 1, 1, 0, 'e', 2)`, '3'],
  [`regexp_count('aAb', 'a', 1, 'i')`, '2'],
  [`regexp_like('ABC', 'ab.', 'i')`, 'true'],
  [`rlike('ABC', 'ab.', 'c')`, 'false'],
  [`regexp_replace('aXbX', 'X', '-', 1)`, 'a-b-'],
  [`regexp_replace('aXbX', 'x', '-', 1, 2, 'i')`, 'aXb-'],
]);

const DAYS = 'parametervalues:"DE:No. of days"';

answers('a value of a VARIANT is what it stands beside', [
  [`nvl(${DAYS}, 0) + 1`, '4'],
  [`coalesce(parametervalues:none, ${DAYS}, 0)`, '3'],
  [`iff(${DAYS} is null, 0, ${DAYS})`, '3'],
  [`case when ${DAYS} > 2 then ${DAYS} else 0 end`, '3'],
  [`case ${DAYS} when 3 then 'three' end`, 'three'],
  [`decode(${DAYS}, 3, 'three', 'more')`, 'three'],
  [`${DAYS} in (1, 3)`, 'true'],
  [`${DAYS} in ('1', '2')`, 'false'],
  [`greatest(${DAYS}, 12)`, '12'],
  [`nullif(${DAYS}, 3)`, null],
  [`dateadd(day, ${DAYS}, '2026-01-30'::date)::text`, '2026-02-02'],
  [`to_char(add_months('2026-01-15'::date, ${DAYS}), 'YYYY-MM-DD')`, '2026-04-15'],
  [`iff(${DAYS} > parametervalues:none, 1, 0)`, '0'],
]);

test.each([
  [
    `select sum(nvl(${DAYS}, 0)), sum(coalesce(parametervalues:a, ${DAYS})) from tasks_current`,
    ['13,13'],
  ],
  [`select max(${DAYS}), min(${DAYS}), max_by(name, ${DAYS}) from tasks_current`, ['10,3,Build']],
  [`select ${DAYS} as days from tasks_current order by days`, ['3', '10', '', '']],
  [`select ${DAYS}, count(*) from tasks_current group by 1 order by 1`, ['3,1', '10,1', ',2']],
  [
    `select name from tasks_current qualify row_number() over (order by ${DAYS}) < 3
      order by ${DAYS} desc`,
    ['Build', 'Plan'],
  ],
])('numbers of a VARIANT are sorted as numbers: %s', async (sql, expected) => {
  expect(await pasted(sql)).toEqual(expected);
});

test.each([
  [
    `select array_agg(workrequired) as a, array_agg(iff(name = '', 1, null)) as b from tasks_current`,
    [['[90, 60, 30]', '[]']],
  ],
  [
    `select array_agg(distinct status) within group (order by status),
      array_size(array_agg(name)), array_contains('Plan'::variant, array_agg(name)),
      array_to_string(array_agg(name) within group (order by name), '+') from tasks_current`,
    [['["CPL", "INP", "NEW"]', '4', 'true', 'Build+Gone+Plan+Test']],
  ],
  [
    `select count(distinct status) over (partition by projectid),
      percentile_cont(0.5) within group (order by workrequired) over (partition by projectid),
      median(workrequired) over (partition by projectid),
      array_agg(object_construct('n', name)) over (partition by taskid)
      from tasks_current where projectid = 'p1' order by taskid limit 1`,
    [['2', '75', '75', '[{"n": "Plan"}]']],
  ],
  [
    `select listagg(iff(name = '', name, null), ',') as a, listagg(status) as b,
      listagg(distinct workrequired, ',') within group (order by workrequired desc) as c,
      listagg(distinct to_date(plannedcompletiondate), ',')
        within group (order by to_date(plannedcompletiondate)) as d from tasks_current
      where projectid = 'p1'`,
    [['', 'CPLINP', '90,60', '2026-01-31,2026-02-10']],
  ],
])('lists, and what is computed over a window: %s', async (sql, expected) => {
  expect(await database.answer(sql)).toEqual(expected);
});

answers('values of another sort', [
  [`lpad(month(plannedcompletiondate), 2, '0')`, '01'],
  [`left(plannedcompletiondate, 10)`, '2026-01-31'],
  [
    `split_part(workrequired, '0', 1) || length(workrequired) || replace(workrequired, '9', 'x')`,
    '92x0',
  ],
  [`rpad(workrequired, 3, '-') || right(trim(workrequired), 1)`, '90-0'],
  [`(deleted = '0')::int + (status is null)::number`, '1'],
  [`iff(deleted = 0 and nvl(deleted, 0) != 1 and deleted in (0, 2), 'there', 'gone')`, 'there'],
]);

test('a truth is counted by its number', async () => {
  const sql = `select sum(isnew::int) as n, count_if(isnew = 1) as m
    from (select status = 'NEW' as isnew from tasks_current)`;
  expect(await database.answer(sql)).toEqual([['2', '2']]);
});

answers('dates that are moved and cut', [
  [`dateadd(second, -1, dateadd(day, 1, to_date('2026-01-31')))::text`, '2026-01-31 23:59:59+00'],
  [`add_months('2026-02-28'::date, 1)::text`, '2026-03-31'],
  [`add_months('2026-01-31'::date, 1)::text`, '2026-02-28'],
  [`add_months('2026-02-27 10:00'::timestamp, 1)::text`, '2026-03-27 10:00:00+00'],
  [`time_slice('2026-02-26'::timestamp, 1, 'WEEK')::text`, '2026-02-23 00:00:00+00'],
  [`time_slice('2026-05-26'::timestamp, 2, 'MONTH')::text`, '2026-05-01 00:00:00+00'],
  [`time_slice('2026-05-26'::date, 1, 'QUARTER', 'END')::text`, '2026-07-01 00:00:00+00'],
  [`(date_trunc('month', '2026-05-26'::date) - 1)::text`, '2026-04-30'],
]);

test.each([
  [`use schema wf; use warehouse small; select 1 as one from tasks_current limit 1`, ['1']],
  [
    `select distinct projectid, status from tasks_current
      qualify row_number() over (partition by projectid order by name) < 3 order by status, 1`,
    ['p1,CPL', 'p1,INP', 'p2,NEW'],
  ],
  [
    `select * from (select taskid from tasks_current) qualify row_number() over (order by 1) = 9
      union all select 'x'`,
    ['x'],
  ],
])('clauses together: %s', async (sql, expected) => {
  expect(await pasted(sql)).toEqual(expected);
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
