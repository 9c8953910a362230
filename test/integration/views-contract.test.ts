import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { assetPath } from '../../services/platform/process/assets.ts';
import { changesBetween, columnTypes, isBreak } from '../../services/store/views/plan-views.ts';
import type { ColumnTypes } from '../../services/store/views/plan-views.ts';
import { runHere } from '../support/command-line.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

/** What analysts' queries rely on. A new column comes in by `vitest -u`; nothing goes by it. */
const CONTRACT = assetPath('test', 'views-contract.txt');

let database: ViewsDatabase;
let types: ColumnTypes;

beforeAll(async () => {
  database = await viewsDatabase();
  types = await columnTypes(database.pool, ['workfront', 'planning'], 'v');
});
afterAll(() => database.close());

test('no column of a view is gone or of another type', () => {
  const promised = readContract(readFileSync(CONTRACT, 'utf8'));
  expect(promised.size).toBeGreaterThan(100);
  // A break that is wanted is another view beside this one, and then another line by hand.
  expect(changesBetween(promised, types).filter(isBreak)).toEqual([]);
});

test('every column of a view is in the contract', async () => {
  await expect(writeContract(types)).toMatchFileSnapshot(CONTRACT);
});

test('a column that is gone, and one of another type, break the contract', () => {
  const promised = readContract(readFileSync(CONTRACT, 'utf8'));
  const columns = new Map(types.get('workfront.tasks_current'));
  columns.delete('name');
  columns.set('status', 'integer');
  const broken = new Map([...types, ['workfront.tasks_current', columns]]);
  const of = 'workfront.tasks_current';
  expect(changesBetween(promised, broken).filter(isBreak)).toEqual([
    { of, column: 'name', before: 'text', after: null },
    { of, column: 'status', before: 'text', after: 'integer' },
  ]);
});

test('the plan of another release names what becomes of columns, and changes nothing', async () => {
  const env = { DATABASE_URL: database.url };
  const same = await runHere(env, 'views', 'plan');
  expect(same.stdout).toBe('Nothing changes.\n');
  expect(same.code).toBe(0);
  // As if this database had been made by a release that knew a column more and one less.
  await database.pool.query(`
    drop view workfront.hours_as_of;
    create view workfront.hours_as_of as select 'h1'::text as hourid, 1 as hours, 2 as once;
    alter table store_1.hour_now add column formerly text;`);
  const plan = await runHere(env, 'views', 'plan');
  expect(plan.stdout).toMatch(/^workfront\.hours_as_of +once +integer +breaks queries$/m);
  expect(plan.stdout).toMatch(/^workfront\.hours_as_of +hours +integer +numeric +breaks queries$/m);
  expect(plan.stdout).toMatch(/^workfront\.hours_as_of +description +text$/m);
  expect(plan.stdout).toMatch(/^hour_now +formerly +text +breaks queries$/m);
  expect(plan.code).toBe(1);
  const after = await columnTypes(database.pool, ['workfront'], 'v');
  expect([...(after.get('workfront.hours_as_of')?.keys() ?? [])]).toEqual([
    'hourid',
    'hours',
    'once',
  ]);
});

test('a database without a store says so', async () => {
  const empty = await freshDatabase();
  const { code, stderr } = await runHere({ DATABASE_URL: empty.url }, 'views', 'plan');
  expect(stderr).toContain('There is no store yet');
  expect(code).toBe(2);
  await empty.drop();
});

/** Each view, and under each type the names of its columns. */
function writeContract(all: ColumnTypes): string {
  const lines: string[] = [];
  for (const [view, columns] of [...all].sort(([a], [b]) => (a < b ? -1 : 1))) {
    lines.push(view);
    const byType = new Map<string, string[]>();
    for (const [name, type] of columns) byType.set(type, [...(byType.get(type) ?? []), name]);
    for (const [type, names] of [...byType].sort(([a], [b]) => (a < b ? -1 : 1))) {
      lines.push(`  ${type}: ${names.sort().join(' ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function readContract(text: string): ColumnTypes {
  const all = new Map<string, Map<string, string>>();
  let columns = new Map<string, string>();
  for (const line of text.split('\n').filter(Boolean)) {
    const [, type = '', names = ''] = /^ {2}(.+): (.*)$/.exec(line) ?? [];
    if (type === '') {
      columns = new Map();
      all.set(line, columns);
    } else for (const name of names.split(' ')) columns.set(name, type);
  }
  return all;
}
