import { expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { RecordPage, RecordQuery } from './planning-client.ts';
import { changedSince, walkRecords } from './walk-records.ts';

const WALK = { recordTypeId: 'Rt1', since: null, createdAtField: null };

/** Serves pages of the rows as they are at each call; `capped`: no more than so many. */
function pagesOf(rows: () => readonly string[], capped = Infinity) {
  const asked: RecordQuery[] = [];
  const ask = async (query: RecordQuery): Promise<RecordPage> => {
    asked.push(query);
    const all = rows();
    const from = query.page * query.size;
    const page = all.slice(from, from + Math.min(query.size, capped));
    return {
      rows: page.map((id): JsonObject => ({ id })),
      total: all.length,
      askedMicros: asMicros(7),
    };
  };
  return { ask, asked };
}

function idsOf(rows: readonly JsonObject[]): unknown[] {
  return rows.map(({ id }) => id).sort();
}

it('reads all pages, and says that it is whole', async () => {
  const { ask } = pagesOf(() => ['a', 'b', 'c', 'd', 'e']);
  const walked = await walkRecords(WALK, 2, ask);
  expect([idsOf(walked.rows), walked.whole, walked.askedMicros]).toEqual([
    ['a', 'b', 'c', 'd', 'e'],
    true,
    7,
  ]);
});

it('pages that repeat one row and skip another are read again', async () => {
  let calls = 0;
  const { ask } = pagesOf(() => {
    calls += 1;
    return calls === 2 ? ['c', 'a', 'b', 'd'] : ['a', 'b', 'c', 'd'];
  });
  const walked = await walkRecords(WALK, 2, ask);
  expect([idsOf(walked.rows), walked.whole]).toEqual([['a', 'b', 'c', 'd'], true]);
  expect(calls).toBeGreaterThan(2);
});

it('pages that never add up end, and are not called whole', async () => {
  const ask = async (): Promise<RecordPage> => ({
    rows: [{ id: 'a' }],
    total: 9,
    askedMicros: asMicros(1),
  });
  let calls = 0;
  const counted = async (query: RecordQuery): Promise<RecordPage> => {
    calls += 1;
    return query.page < 3 ? ask() : { rows: [], total: 9, askedMicros: asMicros(1) };
  };
  const walked = await walkRecords(WALK, 1, counted);
  expect([walked.whole, calls]).toEqual([false, 12]);
});

it('a server that caps its pages lower than asked is read to the end', async () => {
  const { ask } = pagesOf(() => ['a', 'b', 'c', 'd', 'e'], 2);
  expect((await walkRecords(WALK, 4, ask)).whole).toBe(true);
});

it('a server that caps its pages and does not count, or repeats its last page, ends', async () => {
  const { ask } = pagesOf(() => ['a', 'b', 'c', 'd', 'e'], 2);
  let calls = 0;
  const walked = await walkRecords(WALK, 4, async (query) => {
    calls += 1;
    const page = await ask({ ...query, page: Math.min(query.page, 2) });
    return { ...page, total: null };
  });
  expect([idsOf(walked.rows), calls]).toEqual([['a', 'b', 'c', 'd', 'e'], 4]);
});

it('looks back from the day before the last clock', () => {
  const clock = asMicros(Date.UTC(2026, 0, 15, 0, 0, 1) * 1000);
  expect(changedSince(clock)).toBe(Date.UTC(2026, 0, 14) * 1000);
});
