/** Queries as Data Connect's users write them, run on Postgres: the same rows as there. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { snowflakeDatabase } from '../support/snowflake-database.ts';
import type { SnowflakeDatabase } from '../support/snowflake-database.ts';

let database: SnowflakeDatabase;

beforeAll(async () => {
  database = await snowflakeDatabase();
});

afterAll(() => database.close());

const answer = (sql: string): Promise<unknown[][]> => database.answer(sql);

describe('published shapes of queries', () => {
  test('objects that are not deleted', async () => {
    const sql = `select name from WORKFRONT.WF.TASKS_CURRENT
      where nvl(trim(deleted), '-1') != '1' order by name`;
    expect(await answer(sql)).toEqual([['Build'], ['Plan'], ['Test']]);
  });

  test('days in each status, from the versions', async () => {
    const sql = `
      with changes as (
        select taskid, status,
          lag(status) ignore nulls over
            (partition by taskid order by begin_effective_timestamp) as before,
          datediff('DAYS', begin_effective_timestamp,
            lead(begin_effective_timestamp) over
              (partition by taskid order by begin_effective_timestamp)
          ) as days
        from tasks_event)
      select taskid, status, before, nvl(days, -1) from changes order by taskid, days nulls last`;
    expect(await answer(sql)).toEqual([
      ['t1', 'NEW', null, '1'],
      ['t1', null, 'NEW', '3'],
      ['t1', 'CPL', 'NEW', '-1'],
      ['t2', 'NEW', null, '1'],
      ['t2', 'INP', 'NEW', '-1'],
    ]);
  });

  test('the newest version of each, by QUALIFY over a name of the select list', async () => {
    const sql = `
      select taskid, status, row_number() over (partition by taskid
        order by begin_effective_timestamp desc) as newest
      from tasks_event qualify newest = 1 order by taskid`;
    expect(await answer(sql)).toEqual([
      ['t1', 'CPL', '1'],
      ['t2', 'INP', '1'],
    ]);
  });

  test('custom fields as numbers, and hours with their fraction', async () => {
    const sql = `
      select projectid, sum(parametervalues:"DE:No. of days"::number) as days,
        sum(workrequired) / 60 as hours, round(hours / count(*), 2) as each
      from tasks_current where parametervalues:"DE:No. of days" is not null group by all`;
    expect(await answer(sql)).toEqual([['p1', '13', '2.5000000000000000', '1.25']]);
  });

  test('a row for each value of a multi-select field', async () => {
    const sql = `select taskid, f.index, f.value::string as team
      from tasks_current, lateral flatten(input => parametervalues:"DE:Teams") f order by f.index`;
    expect(await answer(sql)).toEqual([
      ['t1', '0', 'a'],
      ['t1', '1', 'b'],
    ]);
  });

  test('a list of names, and a share of the whole', async () => {
    const sql = `select listagg(name, '; ') within group (order by name desc),
      count_if(status = 'NEW'), median(workrequired) from tasks_current`;
    expect(await answer(sql)).toEqual([['Test; Plan; Gone; Build', '2', '60']]);
  });

  test('the whole list beside each row, over a window', async () => {
    const sql = `select taskid, listagg(status, '>') within group (order by status desc)
        over (partition by projectid) as all_of, listagg(distinct deleted, ',')
        within group (order by deleted) over (partition by projectid) as flags
      from tasks_current order by taskid`;
    expect(await answer(sql)).toEqual([
      ['t1', 'INP>CPL', '0'],
      ['t2', 'INP>CPL', '0'],
      ['t3', 'NEW>NEW', '0,1'],
      ['t4', 'NEW>NEW', '0,1'],
    ]);
  });

  test('numbers of phases, by changes along a window', async () => {
    const sql = `select taskid, status,
        conditional_change_event(nvl(status, '-')) over (partition by taskid
          order by begin_effective_timestamp) as phase,
        conditional_true_event(percentcomplete > 0) over (partition by taskid
          order by begin_effective_timestamp) as moved
      from tasks_event order by taskid, begin_effective_timestamp`;
    expect(await answer(sql)).toEqual([
      ['t1', 'NEW', '0', '0'],
      ['t1', null, '1', '1'],
      ['t1', 'CPL', '2', '2'],
      ['t2', 'NEW', '0', '0'],
      ['t2', 'INP', '1', '0'],
    ]);
  });

  test('lists that may be missing, compared and cut', async () => {
    const sql = `select array_size(coalesce(parametervalues:"DE:Teams", array_construct())) as n,
        array_intersection(parametervalues:"DE:Teams", array_construct('b', 'c')) as shared,
        array_distinct(array_construct('x', 'y', 'x')) as once,
        array_slice(array_construct(1, 2, 3, 4), 1, -1) as middle
      from tasks_current where projectid = 'p1' order by taskid`;
    expect(await answer(sql)).toEqual([
      ['2', '["b"]', '["x", "y"]', '[2, 3]'],
      ['0', null, '["x", "y"]', '[2, 3]'],
    ]);
  });

  test('the two smallest, and the texts that Postgres would cut elsewhere', async () => {
    const sql = `select min_by(name, workrequired, 2), max(substr(name, -3)) as a, max(substr('Plan', -9)) as b,
        max(position('l', 'lull', 2)) as c, max(editdistance('kitten', 'sitting')) as d,
        max(to_char('2026-02-03'::date, 'DY, DD MON YYYY')) as e
      from tasks_current`;
    expect(await answer(sql)).toEqual([
      ['["Gone", "Build"]', 'one', '', '3', '3', 'Tue, 03 Feb 2026'],
    ]);
  });

  test('columns by a pattern, under other names, and sorted by all of them', async () => {
    const sql = `select * ilike '%id' from tasks_current order by all desc limit 1`;
    expect(await answer(sql)).toEqual([['t4', 'p2']]);
    const renamed = `select * exclude (parametervalues) rename taskid as id from tasks_current`;
    expect(database.translate(renamed)).toContain('taskid AS id, projectid, name');
  });

  test('a calendar made of nothing', async () => {
    const sql = `select dateadd(day, seq4(), '2026-02-27'::date) as day
      from table(generator(rowcount => 3)) order by day`;
    const days = (await answer(sql)).map(([day]) => String(day).slice(0, 10));
    expect(days).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
  });

  test('a column for each status, and a row for each column', async () => {
    const pivot = `select * from (select projectid, status, taskid from tasks_current)
      pivot (count(taskid) for status in ('CPL' as done, 'NEW')) as p order by projectid`;
    expect(await answer(pivot)).toEqual([
      ['p1', '1', '0'],
      ['p2', '0', '2'],
    ]);
    const unpivot = `select * from (select taskid, status, name from tasks_current)
      unpivot (told for what in (status, name)) where taskid = 't1' order by what`;
    expect(await answer(unpivot)).toEqual([
      ['t1', 'NAME', 'Plan'],
      ['t1', 'STATUS', 'CPL'],
    ]);
  });

  test('a comma before JOIN, a share of counts, NOT before ILIKE ALL', async () => {
    const share = `with a as (select count(taskid) as n from tasks_current t, inner join
        (select distinct projectid from tasks_current) p on p.projectid = t.projectid),
      b as (select count(taskid) as n from tasks_current where status = 'NEW')
      select b.n / a.n from a, b`;
    expect(await answer(share)).toEqual([['0.50000000000000000000']]);
    const names = `select name from tasks_current
      where name like any ('P%', 'B%') and not name ilike all ('%u%', '%i%') order by 1`;
    expect(await answer(names)).toEqual([['Plan']]);
  });

  test('objects made of columns, rows made of nothing, a sample', async () => {
    const sql = `select object_construct(*) from (select taskid, status, null as none
      from tasks_current where taskid = 't1')`;
    expect(await answer(sql)).toEqual([['{"status": "CPL", "taskid": "t1"}']]);
    const listed = `select $2 from values (1, 'a'), (2, 'b') where $1 = 2`;
    expect(await answer(listed)).toEqual([['b']]);
    expect(await answer('select count(*) from tasks_current sample (3 rows)')).toEqual([['3']]);
  });

  test('the last value that is no null, and the values between', async () => {
    const sql = `select percentcomplete,
      last_value(percentcomplete) ignore nulls over (partition by taskid order by
        begin_effective_timestamp rows between unbounded preceding and current row) as latest,
      lead(percentcomplete) ignore nulls over (partition by taskid order by
        begin_effective_timestamp) as next
      from tasks_event order by taskid, begin_effective_timestamp`;
    expect(await answer(sql)).toEqual([
      [null, null, '10'],
      ['10', '10', '100'],
      ['100', '100', null],
      ['0', '0', null],
      [null, '0', null],
    ]);
  });
});

describe('functions by their own names, as a BI tool calls them', () => {
  test.each([
    [`datediff('day', timestamptz '2026-01-01 23:59Z', timestamptz '2026-01-02 00:01Z')`, '1'],
    [`datediff('month', date '2026-01-31', date '2026-02-01')`, '1'],
    [`datediff('week', '2026-01-04', '2026-01-05')`, '1'],
    [`dateadd('month', 1, date '2026-01-31')`, '2026-02-28'],
    [`last_day(date '2028-02-03')`, '2028-02-29'],
    [`months_between(date '2026-03-31', date '2026-02-28')`, '1'],
    [`previous_day(date '2026-11-26', 'th')`, '2026-11-19'],
    [`time_slice(timestamptz '2026-01-01 10:07Z', 15, 'MINUTE')`, '2026-01-01 10:00:00+00'],
    [`date_from_parts(2026, 14, 1)`, '2027-02-01'],
    [`regexp_substr_all('a1b22', '[0-9]+')`, '["1","22"]'],
    [`next_day(date '2026-11-26', 'mo')`, '2026-11-30'],
    [`to_date('2026-01-31')`, '2026-01-31'],
    [`convert_timezone('UTC', 'America/New_York', timestamp '2026-01-01')`, '2025-12-31 19:00:00'],
    [`charindex('b', 'abcb', 3)`, '4'],
    [`strtok('a-b_c', '-_', 2)`, 'b'],
    [`div0(1, 0)`, '0'],
    [`try_to_number('12,5')`, null],
    [`try_to_date('never')`, null],
    [`rlike('abc', 'b')`, 'false'],
    [`split('a,b', ',')`, '["a","b"]'],
    [`zeroifnull(null)`, '0'],
    [`round(1.255::float8, 2)`, '1.26'],
  ])('%s', async (call, expected) => {
    const { rows } = await database.pool.query<{ value: string | null }>(
      `select (${call})::text as value from (select 1) as one`,
    );
    expect(rows[0]?.value?.replace(/^\[(.*), (.*)\]$/, '[$1,$2]') ?? null).toBe(expected);
  });

  test('an unknown unit is refused by name', async () => {
    await expect(database.pool.query(`select datediff('fortnight', now(), now())`)).rejects.toThrow(
      /fortnight is no unit of time/,
    );
  });
});

describe('npx workfront-cdc sql', () => {
  const run = (...args: readonly string[]) => database.run(...args);

  test('takes either dialect, and hides what only the translation needs', async () => {
    const qualify = `select * from workfront.tasks_event qualify row_number() over (order by
      begin_effective_timestamp) = 1`;
    const { code, stdout } = await run('--csv', '-c', qualify);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe(
      'taskid,status,percentcomplete,begin_effective_timestamp,end_effective_timestamp',
    );
    const own = await run('--csv', '-c', `select 7 / 2 as n, '{"a":1}'::jsonb ->> 'a' as a`);
    expect(own.stdout).toBe('n,a\n3,1\n');
  });

  test('a share of counts over the views is a fraction, whichever dialect it could be', async () => {
    const sql = `select count(deleted) / count(*) as share, round(count(status) / 8) as r
      from workfront.tasks_current`;
    expect((await run('--csv', '-c', sql)).stdout).toBe('share,r\n1.00000000000000000000,1\n');
    const own = await run('--csv', '--dialect', 'postgres', '-c', sql);
    expect(own.stdout).toBe('share,r\n1,0\n');
  });

  test('what Postgres parses and does not know is translated after all', async () => {
    const sql = 'select workrequired as w, w * 2 as twice from tasks_current where w = 30';
    const { stdout } = await run('--csv', '-c', sql);
    expect(stdout).toBe('w,twice\n30,60\n');
  });

  test('changes nothing, and says so', async () => {
    const { code, stderr } = await run('-c', 'delete from workfront.tasks_event');
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/read-only/);
  });

  test('ends with the limit, and with the time allowed', async () => {
    const few = await run('--csv', '--limit', '2', '-c', 'select generate_series(1, 1000) as n');
    expect(few.stdout).toBe('n\n1\n2\n');
    const slow = await run('--timeout', '1', '-c', 'select pg_sleep(60)');
    expect(slow.code).not.toBe(0);
    expect(slow.stderr).toMatch(/timeout/);
  });

  test('prints the translation', async () => {
    const { stdout } = await run('--translate', '-c', 'select nvl(status, 1) from tasks_event');
    expect(stdout).toBe('SELECT NVL(status, 1) FROM tasks_event\n');
  });
});
