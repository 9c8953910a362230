import { expect, it } from 'vitest';
import { asMicros } from '../core/units.ts';
import { compareListing } from './compare.ts';
import type { Candidate } from './compare.ts';
import type { KnownPlanningObject } from './known-objects.ts';
import { translateAbsence } from './translate.ts';

function candidate(objID: string, hash: string, clock: number, asOf = 100): Candidate {
  const proof = { observedAt: asMicros(0), customerID: null, proof: '' };
  const event = translateAbsence({
    kind: 'RECORD',
    objID,
    deletedAfter: asMicros(0),
    deletedBefore: asMicros(asOf),
    ...proof,
  });
  return { event, row: { id: objID }, hash, clock: asMicros(clock) };
}

function known(...objects: readonly KnownPlanningObject[]): Map<string, KnownPlanningObject> {
  return new Map(objects.map((one) => [one.objID, one]));
}

const A: KnownPlanningObject = {
  objID: 'a',
  hash: 'h',
  clock: asMicros(10),
  seenAt: asMicros(50),
  gone: false,
};

it('tells what is new, what changed, what is as it was and what is missing', () => {
  const listed = [candidate('b', 'x', 1), candidate('a', 'other', 10)];
  const all = compareListing(listed, known(A, { ...A, objID: 'c' }));
  expect(all.changed.map(({ event }) => event.objID)).toEqual(['b', 'a']);
  expect(all.absent.map(({ objID }) => objID)).toEqual(['c']);
  expect(compareListing([candidate('a', 'h', 10)], known(A)).same).toHaveLength(1);
});

it('a state that is older than what was told is a search that lags behind', () => {
  expect(compareListing([candidate('a', 'older', 9)], known(A))).toMatchObject({
    changed: [],
    same: [],
    absent: [],
  });
});

it('a deleted object is back only in an answer that held after it was gone', () => {
  const gone = known({ ...A, gone: true, seenAt: asMicros(100) });
  expect(compareListing([candidate('a', 'h', 10, 100)], gone).changed).toEqual([]);
  expect(compareListing([candidate('a', 'h', 10, 101)], gone).changed).toHaveLength(1);
  expect(compareListing([], gone).absent).toEqual([]);
});
