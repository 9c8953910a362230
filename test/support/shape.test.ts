import { expect, it } from 'vitest';
import type { JsonValue } from '../../services/core/json.ts';
import { shapeProblems } from './shape.ts';

const SAMPLE = {
  data: [{ ID: '0'.repeat(32), at: '2020-05-18T17:00:00:000-0600', n: 1, x: null }],
};

function problems(row: JsonValue): string[] {
  return shapeProblems(SAMPLE, { data: [row] });
}

const ROW = { ID: 'f'.repeat(32), at: '2026-01-15T05:00:00:000-0700', n: 2, x: ['anything'] };

it('takes other values of the same shape', () => {
  expect(problems(ROW)).toEqual([]);
});

it.each<[string, JsonValue]>([
  ['data[].n is string, not number', { ...ROW, n: '2' }],
  ['data[].n is missing', { ID: ROW.ID, at: ROW.at, x: null }],
  ['data[].at is string, not REST date', { ...ROW, at: '2026-01-15T05:00:00.000Z' }],
  ['data[].ID is string, not Workfront ID', { ...ROW, ID: '7' }],
  ['data[].more is not in the sample', { ...ROW, more: 1 }],
])('finds that %s', (problem, row) => {
  expect(problems(row)).toEqual([problem]);
});

it('finds an empty list where the sample has rows', () => {
  expect(shapeProblems(SAMPLE, { data: [] })).toEqual(['data is empty']);
});
