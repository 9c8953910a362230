import { describe, expect, test } from 'vitest';
import {
  CAPTURED_OBJECT_CODES,
  fieldsOf,
  objectType,
} from '../../workfront/catalogue/catalogue.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import { objectColumns } from './columns.ts';
import { keyColumnOf, viewBaseOf, viewNamesOf } from './names.ts';
import { objectViews } from './object-views.ts';

const ALL = OBJECT_TYPES.map(({ objCode }) => objCode);

describe('the views of every catalogued type', () => {
  test('have columns with unique, lower-case names that Postgres keeps whole', () => {
    for (const code of ALL) {
      const names = objectColumns(code).map(({ name }) => name);
      expect(new Set(names).size, code).toBe(names.length);
      for (const name of names) expect(name, code).toMatch(/^[a-z_][a-z0-9_]{0,62}$/);
    }
  });

  test('no two types share a view', () => {
    const names = CAPTURED_OBJECT_CODES.flatMap(viewNamesOf);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have a comment on each view and column, and show each relation', () => {
    for (const code of ALL) {
      const columns = objectColumns(code);
      const views = objectViews(code);
      const comments = views
        .flatMap((view) => [view, ...view.columns])
        .map(({ comment }) => comment);
      // two columns of validity in three of the views, two of the calendar in one
      expect(comments, code).toHaveLength(4 + 4 * columns.length + 3 * 2 + 2);
      expect(comments, code).not.toContain('');
      const names = columns.map(({ name }) => name);
      for (const { column } of objectType(code)?.dataConnect?.foreignKeys ?? [])
        expect(names, code).toContain(column.toLowerCase());
    }
  });
});

describe('the views of a project', () => {
  const columns = new Map(objectColumns('PROJ').map((column) => [column.name, column]));

  test('are named and keyed like Data Connect', () => {
    expect(viewNamesOf('PROJ')).toEqual([
      'workfront.projects_current',
      'workfront.projects_event',
      'workfront.projects_daily_history',
      'workfront.projects_as_of',
    ]);
    expect([...columns.keys()][0]).toBe('projectid');
    expect(keyColumnOf('approval_stage_participant')).toBe('approvalstageparticipantid');
    expect(viewBaseOf('PRFAPL')).toBe('proofapprovals'); // not in Data Connect
  });

  test('have a column for every known field', () => {
    for (const name of fieldsOf('PROJ').keys()) {
      const column = name === 'ID' ? 'projectid' : name.toLowerCase().replace(':', '_');
      expect(columns.has(column), name).toBe(true);
    }
    expect([...columns.keys()].slice(-3)).toEqual([
      'parametervalues',
      'deleted',
      'dl_load_timestamp',
    ]);
  });

  test('are columns of the table, and of what has none the JSON beside them', () => {
    const expression = (name: string) => columns.get(name)?.expression;
    expect(expression('percentcomplete')).toBe('"percentcomplete"');
    expect(expression('progressstatus')).toBe('null::text');
    const untyped = [...fieldsOf('PROJ').values()].find(({ type }) => type === 'unknown');
    if (untyped === undefined) throw new Error('every field of a project has a type');
    expect(expression(untyped.name.toLowerCase())).toBe(`other ->> '${untyped.name}'`);
  });

  test('say in a comment what a column is, where its type is from and what it points to', () => {
    expect(columns.get('ownerid')?.comment).toBe(
      'PROJ.ownerID: text; type from the OpenAPI v13 files. ' +
        'Data Connect OWNERID points to: users_current.userid. In event payloads.',
    );
    expect(columns.get('progressstatus')?.comment).toContain('always null');
    expect(columns.get('percentcomplete')?.comment).toContain('Not in event payloads');
  });
});

test('a relation without a published field reads whatever field has that name', () => {
  const column = objectColumns('TASK').find(({ name }) => name === 'exchangerateid');
  expect(column?.expression).toContain(`lower(key) = 'exchangerateid'`);
});
