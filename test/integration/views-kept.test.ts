// What others did to the views stays when their definition moves.
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';

import { withTransaction } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { replaceViews } from '../../services/store/views/replace-views.ts';
import type { ReplacedViews, WantedView } from '../../services/store/views/replace-views.ts';
import { viewsDatabase } from '../support/views-database.ts';
import type { ViewsDatabase } from '../support/views-database.ts';

let database: ViewsDatabase;
let pool: Pool;
const roles = ['kept_analyst', 'kept_owner', 'kept_stranger'];

beforeAll(async () => {
  database = await viewsDatabase();
  ({ pool } = database);
});

afterAll(() => database.close());

beforeEach(async () => {
  for (const role of roles) await pool.query(`create role ${role}`);
  await apply(OLD);
  await pool.query('create schema reports; grant usage, create on schema reports to public');
});

afterEach(async () => {
  await pool.query('drop schema reports cascade; drop view if exists workfront.one cascade');
  for (const role of roles) await pool.query(`drop owned by ${role}; drop role ${role}`);
  await pool.query('delete from workfront.view_comments where viewname = $1', ['workfront.one']);
});

const OLD = view([
  ['id', `'a'::text`],
  ['amount', '7::integer'],
  ['gone', 'null::text'],
]);
/** As OLD, with a column at its end. */
const LONGER = view([
  ['id', `'a'::text`],
  ['amount', '7::integer'],
  ['gone', 'null::text'],
  ['more', '1'],
]);
/** A column of another type, one gone, and another place. */
const MOVED = view([
  ['more', '1'],
  ['id', `'a'::text`],
  ['amount', '7.5::numeric'],
]);

function view(columns: readonly (readonly [name: string, expression: string])[]): WantedView {
  return {
    name: 'workfront.one',
    comment: 'One row.',
    columns: columns.map(([name]) => ({ name, comment: `Our ${name}.` })),
    select: `select ${columns.map(([name, sql]) => `${sql} as ${name}`).join(', ')}`,
  };
}

function apply(...views: readonly WantedView[]): Promise<ReplacedViews> {
  return withTransaction(pool, (client) => replaceViews(client, views));
}

async function rows(sql: string): Promise<readonly unknown[]> {
  return (await pool.query(sql)).rows;
}

async function oneOf(sql: string): Promise<unknown> {
  return Object.values((await rows(sql))[0] as object)[0];
}

async function oid(name = 'workfront.one'): Promise<unknown> {
  return oneOf(`select '${name}'::regclass::oid::bigint`);
}

const commentOn = (column: string) =>
  oneOf(`select col_description(attrelid, attnum) from pg_attribute
    where attrelid = 'workfront.one'::regclass and attname = '${column}'`);

const may = (role: string, what: string, on = 'workfront.one') =>
  oneOf(`select has_table_privilege('${role}', '${on}', '${what}')`);

async function whatADbaDid(): Promise<void> {
  await pool.query(`
    grant select on workfront.one to kept_analyst with grant option;
    grant select (id, gone) on workfront.one to kept_stranger;
    comment on view workfront.one is 'Ask Ann.';
    comment on column workfront.one.amount is 'In euros.';
    alter view workfront.one set (security_barrier = true);
    create view reports."My view" as select id, amount * 2 as twice from workfront.one;
    create view reports.second as select twice from reports."My view" join workfront.one using (id);
    comment on view reports.second is 'Stands on both.';
    grant select on reports.second to kept_analyst;
    revoke all on reports."My view" from current_user;
    alter view reports."My view" owner to kept_owner;
  `);
}

async function expectAllKept(): Promise<void> {
  expect(await oneOf(`select obj_description('workfront.one'::regclass)`)).toBe('Ask Ann.');
  expect(await commentOn('id')).toBe('Our id.');
  expect(await commentOn('more')).toBe('Our more.');
  expect(await commentOn('amount')).toBe('In euros.');
  expect(await may('kept_analyst', 'select with grant option')).toBe(true);
  expect(await may('kept_stranger', 'select')).toBe(false);
  expect(
    await oneOf(`select has_column_privilege('kept_stranger', 'workfront.one', 'id', 'select')`),
  ).toBe(true);
  expect(
    await oneOf(`select reloptions::text from pg_class where oid = 'workfront.one'::regclass`),
  ).toBe('{security_barrier=true}');
  expect(await oneOf(`select obj_description('reports.second'::regclass)`)).toBe('Stands on both.');
  expect(await may('kept_analyst', 'select', 'reports.second')).toBe(true);
  expect(await may('kept_owner', 'select', 'reports."My view"')).toBe(false); // it was revoked
  expect(
    await oneOf(`select pg_get_userbyid(relowner) from pg_class where relname = 'My view'`),
  ).toBe('kept_owner');
}

test('a view whose columns only append is replaced in place, and nothing on it moves', async () => {
  await whatADbaDid();
  const before = [await oid(), await oid('reports.second')];
  expect(await apply(LONGER)).toEqual({ remade: [], others: [] });
  expect([await oid(), await oid('reports.second')]).toEqual(before);
  await expectAllKept();
});

test('a view whose columns move is made again with all that others did to it', async () => {
  await whatADbaDid();
  expect(await apply(MOVED)).toEqual({
    remade: ['workfront.one'],
    others: ['reports."My view"', 'reports.second'],
  });
  await expectAllKept();
  await pool.query(
    'grant select on reports."My view" to public; grant select on workfront.one to kept_owner',
  );
  expect(await rows('select more, amount, twice from workfront.one, reports.second')).toEqual([
    { more: 1, amount: '7.5', twice: '15.0' },
  ]);
});

test('our own comments follow the definition, whoever has another keeps it', async () => {
  const renamed = { ...OLD, columns: OLD.columns.map((one) => ({ ...one, comment: 'New.' })) };
  await pool.query(`comment on column workfront.one.amount is 'In euros.'`);
  await apply(renamed);
  expect([await commentOn('id'), await commentOn('amount')]).toEqual(['New.', 'In euros.']);
});

test.each([
  [
    'a view that needs a column that is gone',
    'create view reports.old as select gone from workfront.one',
    /view reports\.old \(.*column .*gone.* does not exist/,
  ],
  [
    'a materialized view',
    'create materialized view reports.filled as select * from workfront.one',
    /materialized view reports\.filled/,
  ],
  [
    'a function with a body of SQL',
    `create function reports.count_of() returns bigint begin atomic
       select count(*) from workfront.one; end`,
    /function reports\.count_of\(\)/,
  ],
  [
    'a column of the type of its rows',
    'create table reports.copies (copy workfront.one)',
    /column copy of table reports\.copies/,
  ],
  [
    'a rule',
    'create rule quiet as on insert to workfront.one do instead nothing',
    /rule quiet on view workfront\.one/,
  ],
])('%s is named, and nothing is changed', async (_what, sql, said) => {
  await pool.query(sql);
  await pool.query('grant select on workfront.one to kept_analyst');
  const before = await oid();
  await expect(apply(MOVED)).rejects.toMatchObject({
    code: 'VIEWS_IN_USE',
    message: expect.stringMatching(said) as string,
  });
  expect(await oid()).toBe(before);
  expect(await may('kept_analyst', 'select')).toBe(true);
});

test('one of ours that stands on another of ours is made again behind it', async () => {
  const second: WantedView = {
    name: 'workfront.two',
    comment: 'Two.',
    columns: [{ name: 'amount', comment: 'It.' }],
    select: 'select amount from workfront.one',
  };
  await apply(OLD, second);
  await pool.query('grant select on workfront.two to kept_analyst');
  expect((await apply(MOVED, second)).remade).toEqual(['workfront.one', 'workfront.two']);
  expect(await may('kept_analyst', 'select', 'workfront.two')).toBe(true);
  await pool.query('drop view workfront.two');
});
