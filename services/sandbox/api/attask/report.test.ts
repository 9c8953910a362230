import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';

const API = '/attask/api/v21.0';
let local: LocalSandbox;
let first: string;

beforeEach(() => {
  local = localSandbox();
  first = create('PROJ', { name: 'First', 'DE:Revenue': 100 });
  const second = create('PROJ', { name: 'Second', 'DE:Revenue': 50 });
  for (const [projectID, hours, description] of [
    [first, 10, 'mine'],
    [first, 5, 'mine'],
    [second, 30, 'mine'],
    [second, 99, 'other'],
  ]) {
    create('HOUR', { projectID, hours, description });
  }
});

function create(objCode: string, fields: object): string {
  return local.ask('POST', `${API}/${objCode}`, fields).text('data.ID');
}

function report(query: string): unknown {
  return local.get(`${API}/${query}`).at('data');
}

describe('reports (reference C.2)', () => {
  it('sum a field by a group of another object, among the rows that the filters let pass', () => {
    const query = 'hour/report?project:name_1_GroupBy=true&hours_AggFunc=sum&description=mine';
    expect(report(query)).toEqual({
      First: { sum_hours: 15, 'project:name': 'First' },
      Second: { sum_hours: 30, 'project:name': 'Second' },
    });
  });

  it('total each level with $$ROLLUP', () => {
    const by = 'project:name_1_GroupBy=true&description_2_GroupBy=true';
    const query = `HOUR/report?${by}&hours_AggFunc=max&$$ROLLUP=true&projectID=${first}`;
    expect(report(query)).toEqual({
      First: {
        mine: { max_hours: 10, 'project:name': 'First', description: 'mine' },
        $$ROLLUP: { max_hours: 10 },
      },
      $$ROLLUP: { max_hours: 10 },
    });
  });

  it('aggregate in all five ways, custom fields too, over everything without a group', () => {
    const all = ['avg', 'count', 'min', 'max', 'sum'].map(
      (use) => [use, report(`HOUR/report?hours_AggFunc=${use}&description=mine`)] as const,
    );
    expect(Object.fromEntries(all)).toEqual({
      avg: { avg_hours: 15 },
      count: { count_hours: 3 },
      min: { min_hours: 5 },
      max: { max_hours: 30 },
      sum: { sum_hours: 45 },
    });
    const revenue = 'PROJ/report?DE:Revenue_AggFunc=sum&name=First&name=Second&name_Mod=in';
    expect(report(revenue)).toEqual({ 'sum_DE:Revenue': 150 });
  });

  it('count distinct objects when no field is named (fixture rest_core/report.json)', () => {
    expect(report('HOUR/report?description_GroupBy=true&description_Mod=notnull')).toMatchObject({
      mine: { dcount_ID: 3, description: 'mine' },
      other: { dcount_ID: 1, description: 'other' },
    });
  });

  it.each([
    ['an unknown function', 'hours_AggFunc=median'],
    ['the sum of a text', 'description_AggFunc=sum'],
    ['an unknown field', 'nonsense_AggFunc=sum'],
    ['an unknown group', 'nonsense_GroupBy=true&hours_AggFunc=sum'],
  ])('refuse %s', (_what, query) => {
    expect(local.get(`${API}/HOUR/report?${query}`).status).toBe(400);
  });
});
