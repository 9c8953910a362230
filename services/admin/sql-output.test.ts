import { describe, expect, test } from 'vitest';

import { csvOutput, jsonOutput, tableOutput } from './sql-output.ts';
import type { SqlOutput } from './sql-output.ts';

const TEXT = 25;
const BOOL = 16;
const INT8 = 20;
const FLOAT8 = 701;
const NUMERIC = 1700;
const JSON_TYPE = 114;
const JSONB = 3802;

type Cell = string | null;

function outputOf(
  output: SqlOutput,
  columns: readonly (readonly [name: string, typeID: number])[],
  rows: readonly (readonly Cell[])[],
): string {
  return [
    output({ kind: 'columns', columns: columns.map(([name, typeID]) => ({ name, typeID })) }),
    ...rows.map((values) => output({ kind: 'row', values })),
    output({ kind: 'done', tag: `SELECT ${rows.length}` }),
  ].join('');
}

function jsonOf(typeID: number, value: Cell): string {
  return outputOf(jsonOutput(), [['v', typeID]], [[value]]);
}

describe('as JSON', () => {
  test.each([
    [
      'a number that no double holds',
      NUMERIC,
      '12345678901234567890.12',
      '12345678901234567890.12',
    ],
    ['zeros behind the point', NUMERIC, '1.50', '1.50'],
    ['the largest int8', INT8, '9223372036854775807', '9223372036854775807'],
    ['a double with an exponent', FLOAT8, '1e+20', '1e+20'],
    ['a number that JSON does not know', FLOAT8, 'NaN', '"NaN"'],
    ['a negative one of those', FLOAT8, '-Infinity', '"-Infinity"'],
    ['truth', BOOL, 't', 'true'],
    ['falsehood', BOOL, 'f', 'false'],
    ['a JSON document', JSONB, '{"a": [1, 2.50]}', '{"a": [1, 2.50]}'],
    ['a JSON text over several lines', JSON_TYPE, '{\n"a": 1\n}', '{ "a": 1 }'],
    ['digits in a text', TEXT, '007', '"007"'],
    ['a text that would steer a terminal', TEXT, '\u009b2J', '"\\u009b2J"'],
    ['null', JSONB, null, 'null'],
  ])('%s stays what it is', (_, typeID, value, written) => {
    expect(jsonOf(typeID, value)).toBe(`{"v":${written}}\n`);
  });

  test('columns of one name are told apart, and take no other column its name', () => {
    const columns = ['id', 'id', 'id_2', 'id'].map((name) => [name, INT8] as const);
    expect(outputOf(jsonOutput(), columns, [['1', '2', '3', '4']])).toBe(
      '{"id":1,"id_3":2,"id_2":3,"id_4":4}\n',
    );
  });
});

describe('as CSV', () => {
  test('null is nothing, an empty text is not, and what needs quotes has them', () => {
    const rows = [
      [null, ''],
      ['a,b', 'say "x"'],
      ['two\nlines', ' kept '],
    ];
    expect(
      outputOf(
        csvOutput(),
        [
          ['first', TEXT],
          ['second', TEXT],
        ],
        rows,
      ),
    ).toBe('first,second\n,""\n"a,b","say ""x"""\n"two\nlines", kept \n');
  });
});

describe('as a table', () => {
  test('a statement without rows still has its head, and one without columns its name', () => {
    const output = tableOutput();
    expect(outputOf(output, [['id', INT8]], [])).toBe('id\n--\n(0 rows)\n');
    expect(output({ kind: 'done', tag: 'CREATE TABLE' })).toBe('CREATE TABLE\n');
  });

  test('an answer that counts no rows, as of SHOW, shows those it has', () => {
    const output = tableOutput();
    output({ kind: 'columns', columns: [{ name: 'TimeZone', typeID: TEXT }] });
    output({ kind: 'row', values: ['UTC'] });
    expect(output({ kind: 'done', tag: 'SHOW' })).toBe('TimeZone\n--------\nUTC\n(1 row)\n');
  });

  test('rows beyond those that shaped it are all there, in order', () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => [String(at)]);
    const lines = outputOf(tableOutput(), [['at', INT8]], rows)
      .trimEnd()
      .split('\n');
    expect(lines.slice(2, -1).map(Number)).toEqual(rows.map(Number));
    expect(lines.at(-1)).toBe('(3000 rows)');
  });
});
