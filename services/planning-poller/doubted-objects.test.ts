import { expect, it } from 'vitest';
import { SAME_SAVE_MICROS } from '../core/fold/same-save.ts';
import { asMicros, justAfter, plus } from '../core/units.ts';
import type { ToldDelete } from '../source/promises/told-deletes.ts';
import { DoubtedObjects } from './doubted-objects.ts';

const DELETED = asMicros(5_000_000);
const SPREAD_LATER = plus(DELETED, SAME_SAVE_MICROS);
const SURELY_LATER = justAfter(SPREAD_LATER);

function deleteOf(objID: string, asOf = DELETED, objCode = 'RECORD'): ToldDelete {
  return { objCode, objID, asOf };
}

it('doubts what is asked for, and what was surely there after it was called deleted', () => {
  const doubted = new DoubtedObjects(new Map([['FIELD', ['f']]]), [deleteOf('r')]);
  expect(doubted.has('FIELD', 'f', DELETED)).toBe(true);
  expect(doubted.has('RECORD', 'f', DELETED)).toBe(false);
  expect(doubted.has('RECORD', 'r', SPREAD_LATER)).toBe(false);
  expect(doubted.has('RECORD', 'r', SURELY_LATER)).toBe(true);
});

it('a DELETE is settled where its object was published later, or was not listed', () => {
  const deletes = ['published', 'as it was', 'absent'].map((objID) => deleteOf(objID));
  const doubted = new DoubtedObjects(new Map(), deletes);
  doubted.wasListed('RECORD', 'published', true);
  doubted.wasListed('RECORD', 'published', false); // under another parent
  doubted.wasListed('RECORD', 'as it was', false); // by a search that lags behind
  expect(doubted.settle(['RECORD'], SURELY_LATER)).toEqual({
    there: [deletes[0]],
    absent: [deletes[2]],
    open: [deletes[1]],
  });
});

it('no DELETE is settled that the sweep may have been too early for, or of a kind not swept whole', () => {
  const later = plus(DELETED, asMicros(1_000_000));
  const deletes = [deleteOf('twice'), deleteOf('twice', later), deleteOf('w', DELETED, 'FIELD')];
  const doubted = new DoubtedObjects(new Map(), deletes);
  expect(doubted.settle(['RECORD'], SPREAD_LATER).absent).toEqual([]);
  expect(doubted.settle(['RECORD'], SURELY_LATER).absent).toEqual([deletes[0]]);
  expect(doubted.settle(['WORKSPACE'], SURELY_LATER).absent).toEqual([]);
});
