import { beforeAll, expect, test } from 'vitest';
import { loadPostgresParser } from '../../platform/sql/postgres-parser.ts';
import type { PostgresParser } from '../../platform/sql/postgres-parser.ts';
import { dialectOf } from './dialect-of.ts';

const TABLES = new Map([['t', 'name hours p d'.split(' ')]]);
let postgres: PostgresParser;

beforeAll(async () => {
  postgres = await loadPostgresParser();
});

test.each([
  ['a query of both', 'select name from t where hours > 1', 'postgres'],
  ['a path', 'select p:"DE:x" from t', 'snowflake'],
  ['a function of Snowflake', `select nvl(name, 'x') from t`, 'snowflake'],
  ['a table of another database', 'select name from WORKFRONT.WF.TASKS_CURRENT', 'snowflake'],
  ['a table of schema wf', 'select name from wf.tasks_current', 'snowflake'],
  ['a unit of Snowflake', 'select extract(dayofweek from d) from t', 'snowflake'],
  ['the same as a text', `select date_part('dayofweek', d) from t`, 'snowflake'],
  ['a type of Snowflake', 'select name::string from t', 'snowflake'],
  ['jsonb and arrays', `select p ->> 'x', (array[1, 2])[1] from t`, 'postgres'],
])('%s', (_, sql, expected) => {
  expect(dialectOf(sql, { postgres, tables: TABLES })).toBe(expected);
});

test.each([
  ['a replacement of every match', `regexp_replace(name, '[^0-9]', '')`],
  ['a backslash that is written twice', `name like '\\\\d%'`],
  ['sums of integers', 'sum(case when hours > 1 then 1 else 0 end) / sum(1)'],
  ['days between dates', '(max(d) - min(d)) / 7'],
  ['the greatest, null where any is', 'greatest(hours, null)'],
  ['a text with null in it', `concat_ws('-', name, null)`],
  ['the end of a text', 'substr(name, -3)'],
  ['the name of a month', `to_char(d, 'MMMM')`],
  ['a list', 'array_agg(name)'],
  ['the last of a partition', 'last_value(name) over (order by hours)'],
])('%s is Snowflake’s over a view, and Postgres’s elsewhere', (_, expression) => {
  const whose = (source: string) =>
    dialectOf(`select ${expression} from ${source}`, { postgres, tables: TABLES });
  const sources = ['t', 'workfront.x', 'planning.x', 'forms.x', 'mine.tasks_as_of', 'other'];
  expect(sources.map(whose)).toEqual([...Array<string>(5).fill('either'), 'postgres']);
});

test.each([
  `p ->> 'x', hours / 2`,
  `round(hours::numeric / 60, 2)`,
  `array_agg(name order by hours)`,
  `regexp_replace(name, '\\d+', '')`,
  `regexp_replace(name, e'\\\\d+', '')`,
  `string_agg(concat(name, p), ',')`,
  `distinct on (name) hours / 2`,
])('what nobody writes for Snowflake is Postgres’s over a view too: %s', (expression) => {
  const sql = `select ${expression} from t`;
  expect(dialectOf(sql, { postgres, tables: TABLES })).toBe('postgres');
});
