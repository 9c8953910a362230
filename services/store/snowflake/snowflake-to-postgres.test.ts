import { beforeAll, describe, expect, test } from 'vitest';
import { loadPostgresParser } from '../../platform/sql/postgres-parser.ts';
import { loadSqlDialects } from '../../platform/sql/polyglot.ts';
import { translateSnowflake } from './snowflake-to-postgres.ts';
import type { Translation } from './snowflake-to-postgres.ts';

const COLUMNS = 'taskid name status hours parametervalues begin_effective_timestamp';
let parts: Translation;

beforeAll(async () => {
  parts = {
    dialects: await loadSqlDialects(),
    postgres: await loadPostgresParser(),
    tables: new Map([['t', COLUMNS.split(' ')]]),
  };
});

// prettier-ignore
const EXPRESSIONS: readonly (readonly [what: string, snowflake: string, postgres: string])[] = [
  ['a unit as a bare word', `datediff(day, a, b)`, `DATEDIFF('day', a, b)`],
  ['a unit by another of its names', `dateadd('DAYS', -1, a)`, `DATEADD('day', -1, a)`],
  ['now with parentheses', `current_timestamp()`, `CURRENT_TIMESTAMP`],
  ['a branch that must not be computed', `iff(n = 0, 0, x)`, `CASE WHEN n = 0 THEN 0 ELSE x END`],
  ['a division of integers', `1 / n`, `CAST((1) AS NUMERIC) / n`],
  ['decode, to which null is equal', `decode(a, null, 'x')`, `CASE WHEN EQUAL_NULL(a, NULL) THEN 'x' END`],
  ['a path in quotes', `p:"DE:No. of days"::string`, `CAST(JSONB_EXTRACT_PATH_TEXT(p, 'DE:No. of days') AS TEXT)`],
  ['a path of several steps', `p:a."b.c"[0]`, `JSONB_EXTRACT_PATH_TEXT(p, 'a', 'b.c', '0')`],
  ['a path compared with a number', `p:x > 3`, `CAST(JSONB_EXTRACT_PATH_TEXT(p, 'x') AS NUMERIC) > 3`],
  ['a path compared with an instant', `p:x < current_date`, `CAST(JSONB_EXTRACT_PATH_TEXT(p, 'x') AS TIMESTAMPTZ) < CURRENT_DATE`],
  ['a path whose list is counted', `array_size(p:x)`, `ARRAY_SIZE(JSONB_EXTRACT_PATH(p, 'x'))`],
  ['a colon in a string', `'a:"b"'`, `'a:"b"'`],
  ['a list of texts', `listagg(a, ', ') within group (order by b desc)`, `COALESCE(STRING_AGG(CAST(a AS TEXT), ', ' ORDER BY b DESC), '')`],
  ['a count of what is true', `count_if(a > 1)`, `COUNT(*) FILTER(WHERE a > 1)`],
  ['any of several patterns', `a ilike any ('x%', 'y%')`, `a ILIKE ANY(ARRAY['x%', 'y%'])`],
  ['every match replaced', `regexp_replace(a, 'x')`, `REGEXP_REPLACE(a, 'x', '', 'g')`],
  ['a cast that may fail', `try_cast(a as date)`, `TRY_TO_DATE(CAST(a AS TEXT))`],
  ['a number of 38 digits', `a::int`, `CAST(a AS DECIMAL(38, 0))`],
  ['an instant without zone', `a::timestamp_ntz`, `CAST(a AS TIMESTAMPTZ)`],
  ['a name in capitals and quotes', `"STATUS"`, `status`],
  ['a name of mixed case', `"My Status"`, `"My Status"`],
];

test.each(EXPRESSIONS)('%s', (_, snowflake, postgres) => {
  expect(translateSnowflake(`select ${snowflake}`, parts)).toBe(`SELECT ${postgres}`);
});

describe('clauses', () => {
  test.each([
    [
      'MATCH_RECOGNIZE',
      `select * from tasks_event match_recognize (
      partition by taskid order by begin_effective_timestamp
      measures first(a.status) as s pattern (a b+) define b as status <> 'NEW')`,
    ],
    [
      'ASOF JOIN',
      `select 1 from tasks_current a asof join tasks_event b
      match_condition (a.plannedcompletiondate >= b.begin_effective_timestamp) on a.taskid = b.taskid`,
    ],
    [
      'CONNECT BY',
      `select level from tasks_current start with projectid is null
      connect by prior taskid = projectid`,
    ],
  ])('%s is refused by name, for no part may be left out', (name, sql) => {
    expect(() => translateSnowflake(sql, parts)).toThrow(`${name} cannot be translated`);
  });

  test('a no-break space is a space', () => {
    expect(translateSnowflake('select\u00a01', parts)).toBe('SELECT 1');
  });

  test('a table of another database is ours of that schema', () => {
    const sql = 'select a from WORKFRONT.WF.TASKS_CURRENT';
    expect(translateSnowflake(sql, parts)).toBe('SELECT a FROM workfront.tasks_current');
  });

  test('the rows before are looked through for one that is not null', () => {
    const sql = 'select lag(status) ignore nulls over (partition by taskid order by name) from t';
    expect(translateSnowflake(sql, parts)).toBe(
      'SELECT NTH_LAST_NOT_NULL(status, 1) OVER (PARTITION BY taskid ORDER BY name ' +
        'ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) FROM t',
    );
  });

  test('the rows after are looked through from the other end', () => {
    const sql = 'select lead(status) ignore nulls over (order by name desc nulls last) from t';
    expect(translateSnowflake(sql, parts)).toContain('ORDER BY name NULLS FIRST ROWS BETWEEN');
  });

  test('QUALIFY filters outside, and ORDER BY and LIMIT go with it', () => {
    const sql = 'select name from t qualify row_number() over (order by hours) = 1 order by status';
    expect(translateSnowflake(sql, parts)).toBe(
      'SELECT _c0 AS name FROM (SELECT name AS _c0, ROW_NUMBER() OVER (ORDER BY hours) = 1 ' +
        'AS _hidden_qualify, status AS _hidden_order0 FROM t) AS _q ' +
        'WHERE _hidden_qualify ORDER BY _hidden_order0',
    );
  });

  test('a name given in the select list is used in the rest of it', () => {
    const sql = 'select hours * 2 as twice, twice + 1 as more from t where twice > 3';
    expect(translateSnowflake(sql, parts)).toBe(
      'SELECT hours * 2 AS twice, (hours * 2) + 1 AS more FROM t WHERE (hours * 2) > 3',
    );
  });

  test('a column goes before a name given in the select list', () => {
    const sql = `select upper(status) as status, status || '!' as loud from t`;
    expect(translateSnowflake(sql, parts)).toContain(`status || '!'`);
  });

  test('a name of a common table expression is a column of it', () => {
    const sql = 'with c as (select hours as h from t) select h * 2 as h, h + 1 as i from c';
    expect(translateSnowflake(sql, parts)).toContain('h + 1 AS i');
  });

  test('GROUP BY ALL groups by what is neither an aggregate nor a window function', () => {
    const sql = 'select status, name as n, sum(hours), count(*) over () from t group by all';
    expect(translateSnowflake(sql, parts)).toMatch(/GROUP BY status, name$/);
  });

  test('columns are left out of all', () => {
    const sql = 'select * exclude (parametervalues, hours) from t';
    expect(translateSnowflake(sql, parts)).toBe(
      'SELECT taskid, name, status, begin_effective_timestamp FROM t',
    );
  });

  test('a variable stands for its value', () => {
    const sql = `set since = '2026-01-01'; select $since::date`;
    expect(translateSnowflake(sql, parts)).toBe(`SELECT CAST(('2026-01-01') AS DATE)`);
  });

  test('FIRST_VALUE sees its whole partition', () => {
    const sql = 'select last_value(name) over (order by hours) from t';
    expect(translateSnowflake(sql, parts)).toContain('UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING');
  });
});

test('what is no SQL is refused with the place', () => {
  expect(() => translateSnowflake('select from where', parts)).toThrow(/line 1/);
});
