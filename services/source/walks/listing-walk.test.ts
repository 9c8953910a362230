import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seedOfRun } from '../../../test/support/random.ts';
import { walkByID } from './listing-walk.ts';

const seed = seedOfRun();

interface Change {
  readonly remove: readonly number[];
  readonly add: readonly number[];
}

const idOf = (number: number): string => String(number).padStart(4, '0');

/** A search that answers in order of ID; `before` may change the rows before each answer. */
function searchOf(rows: Set<string>, pageRows: number, before: (call: number) => void) {
  let calls = 0;
  return async (first: number): Promise<readonly { readonly ID: string }[]> => {
    before((calls += 1));
    const sorted = [...rows].sort().map((ID) => ({ ID }));
    return sorted.slice(first, first + pageRows);
  };
}

async function walked(search: ReturnType<typeof searchOf>, pageRows: number): Promise<string[]> {
  const ids: string[] = [];
  for await (const page of walkByID(search, { pageRows, stream: 'x by ID' })) {
    ids.push(...page.map(({ ID }) => ID));
  }
  return ids;
}

const number = fc.integer({ min: 0, max: 200 });
const numbers = fc.uniqueArray(number, { maxLength: 80 });
const change = fc.record({ remove: fc.array(number), add: fc.array(number, { maxLength: 4 }) });
const changes: fc.Arbitrary<readonly Change[]> = fc.array(change, { maxLength: 20 });
const pageSizes = fc.integer({ min: 2, max: 9 });

async function meetsAllThatStays(
  present: readonly number[],
  moves: readonly Change[],
  pageRows: number,
): Promise<void> {
  const rows = new Set(present.map(idOf));
  const stays = new Set(rows);
  const search = searchOf(rows, pageRows, (call) => {
    for (const one of moves[call]?.remove ?? []) {
      rows.delete(idOf(one));
      stays.delete(idOf(one));
    }
    for (const one of moves[call]?.add ?? []) rows.add(idOf(one));
  });
  const ids = await walked(search, pageRows);
  expect(new Set(ids).size).toBe(ids.length);
  for (const one of stays) expect(ids).toContain(one);
}

test(`meets every row that stays, though others vanish and appear (SEED=${seed})`, async () => {
  const property = fc.asyncProperty(numbers, changes, pageSizes, meetsAllThatStays);
  await fc.assert(property, { seed });
});

async function meetsAllThoughCapped(present: readonly number[], capped: number): Promise<void> {
  const rows = new Set(present.map(idOf));
  const search = searchOf(rows, capped, () => undefined);
  expect(await walked(search, 2_000)).toEqual([...rows].sort());
}

test(`meets every row of a server that caps its pages lower than asked (SEED=${seed})`, async () => {
  const capped = fc.integer({ min: 1, max: 9 });
  await fc.assert(fc.asyncProperty(numbers, capped, meetsAllThoughCapped), { seed });
});

test('gives up for now on a server that takes no notice of $$FIRST', async () => {
  const search = async () => [{ ID: 'a' }, { ID: 'b' }];
  await expect(walked(search, 2)).rejects.toMatchObject({ code: 'WORKFRONT_UNAVAILABLE' });
});

test('refuses pages that are not in order of ID', async () => {
  const search = async () => [{ ID: 'b' }, { ID: 'a' }];
  await expect(walked(search, 5)).rejects.toMatchObject({ code: 'WORKFRONT_REFUSED' });
});
