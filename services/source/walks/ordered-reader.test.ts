import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seedOfRun } from '../../../test/support/random.ts';
import { PipelineError } from '../../core/errors.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { BEGINNING, packCursor, unpackCursor } from './cursor.ts';
import type { Cursor, OrderedRow } from './cursor.ts';
import { OrderedReader } from './ordered-reader.ts';
import { SeenRows } from './seen-rows.ts';
import { walk } from './ordered-walk.ts';
import type { SearchedRows, SearchPage } from './ordered-walk.ts';

const seed = seedOfRun();
const T0 = Date.UTC(2026, 0, 1);

function row(ms: number, ID: string | null): OrderedRow {
  return { ID, clock: asMicros((T0 + ms) * 1000) };
}

/** By the server's clock, where a test does not say otherwise. */
const NOW = asMicros((T0 + 86_400_000) * 1000);

function answered(rows: readonly OrderedRow[]): SearchedRows<OrderedRow> {
  return { rows, askedMicros: NOW };
}

/** A search as Workfront answers it: sorted by (clock, ID), cut at the page size. */
function streamOf(rows: readonly OrderedRow[], pageRows: number): SearchPage<OrderedRow> {
  return async ({ since, first }) =>
    answered(
      rows
        .filter(({ clock }) => (clock ?? 0) >= since)
        .sort((a, b) => keyOf(a).localeCompare(keyOf(b)))
        .slice(first, first + pageRows),
    );
}

function keyOf({ clock, ID }: OrderedRow): string {
  return `${String(clock).padStart(20, '0')} ${ID}`;
}

async function walked(search: SearchPage<OrderedRow>, since: number): Promise<Set<string | null>> {
  const ids = new Set<string | null>();
  let pages = 0;
  for await (const page of walk(search, asMicros(since), 'x by clock')) {
    if ((pages += 1) > 10_000) throw new Error('the walk does not end');
    for (const { ID } of page.rows) ids.add(ID);
  }
  return ids;
}

describe('the walk', () => {
  const times = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 60 });

  test(`meets every row, however many share one time, at any page size (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 2, max: 7 }), async (entryDates, pageRows) => {
        const rows = entryDates.map((ms, at) => row(ms, `r${(at * 7919) % 1000}-${at}`));
        const ids = await walked(streamOf(rows, pageRows), 0);
        expect(ids).toEqual(new Set(rows.map(({ ID }) => ID)));
      }),
      { seed },
    );
  });

  test(`meets every row of a server that caps its pages lower than asked (SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(times, fc.integer({ min: 1, max: 7 }), async (entryDates, capped) => {
        const rows = entryDates.map((ms, at) => row(ms, `r${(at * 7919) % 1000}-${at}`));
        const ids = await walked(streamOf(rows, capped), 0);
        expect(ids).toEqual(new Set(rows.map(({ ID }) => ID)));
      }),
      { seed },
    );
  });

  test('ends with one question more where nothing new comes', async () => {
    let asked = 0;
    const rows = [row(0, 'a'), row(7, 'b'), row(7, 'c'), row(9, 'd'), row(9, 'e')];
    const journal = streamOf(rows, 9);
    const search: SearchPage<OrderedRow> = (window) => {
      asked += 1;
      return journal(window);
    };
    expect((await walked(search, 0)).size).toBe(5);
    expect(asked).toBe(2);
  });

  test('asks in pages that begin at the last time, and with $$FIRST only inside one time', async () => {
    const asked: string[] = [];
    const rows = [row(0, 'a'), row(0, 'b'), row(0, 'c'), row(0, 'd'), row(0, 'e'), row(9, 'f')];
    const journal = streamOf(rows, 3);
    const search: SearchPage<OrderedRow> = (window) => {
      asked.push(`${(window.since / 1000 - T0).toFixed()}+${window.first}`);
      return journal(window);
    };
    expect((await walked(search, T0 * 1000)).size).toBe(6);
    expect(asked).toEqual(['0+0', '0+2', '0+4', '9+0']);
  });

  test('begins a time again when rows of it vanish while it is read', async () => {
    let rows = 'abcdefghij'.split('').map((ID) => row(0, ID));
    let calls = 0;
    const search: SearchPage<OrderedRow> = (window) => {
      calls += 1;
      if (calls === 2) rows = rows.slice(3); // a, b, c are no longer shown: the rest moves up
      return streamOf(rows, 4)(window);
    };
    expect(await walked(search, T0 * 1000)).toEqual(new Set('abcdefghij'));
  });

  test('gives up for now on a server that moves for ever, or takes no notice of $$FIRST', async () => {
    let calls = 0;
    const moving: SearchPage<OrderedRow> = async () =>
      answered(['x', 'y', 'z'].map((ID) => row(0, `${ID}${(calls += 1)}`)));
    await expect(walked(moving, T0 * 1000)).rejects.toMatchObject({
      code: 'ROWS_UNSTABLE',
    });
    const deaf: SearchPage<OrderedRow> = async () =>
      answered(['x', 'y', 'z'].map((ID) => row(0, ID)));
    await expect(walked(deaf, T0 * 1000)).rejects.toMatchObject({
      code: 'ROWS_UNSTABLE',
    });
  });

  test('ends on a filter that is coarser than the cursor', async () => {
    // A server that compares whole seconds answers with rows from before `since`.
    const rows = Array.from({ length: 25 }, (_, at) => row(at * 10, `r${at}`));
    const exact = streamOf(rows, 4);
    const coarse: SearchPage<OrderedRow> = ({ since, first }) =>
      exact({ since: asMicros(Math.floor(since / 1e6) * 1e6), first });
    expect((await walked(coarse, (T0 + 120) * 1000)).size).toBe(25);
  });

  test('refuses pages that are not in order of time', async () => {
    const search: SearchPage<OrderedRow> = async () => answered([row(5, 'a'), row(3, 'b')]);
    await expect(walked(search, 0)).rejects.toMatchObject({ code: 'ROWS_DISORDERED' });
  });

  test('passes over rows without a time', async () => {
    const rows = [{ ID: 'a', clock: null }, { ID: 'b', clock: null }, row(1, 'c')];
    const search: SearchPage<OrderedRow> = async ({ first }) =>
      answered(rows.slice(first, first + 2));
    expect(await walked(search, 0)).toEqual(new Set(['a', 'b', 'c']));
  });
});

describe('the reader', () => {
  interface World {
    rows: OrderedRow[];
    published: (string | null)[];
    cursors: Cursor[];
    events: string[];
  }

  function readerOf(
    world: World,
    more: { cursor?: Cursor; fail?: () => void; now?: Micros; capped?: number } = {},
  ): OrderedReader<OrderedRow> {
    const parts = {
      search: async (window: Parameters<SearchPage<OrderedRow>>[0]) => ({
        ...(await streamOf(world.rows, more.capped ?? 5)(window)),
        askedMicros: more.now ?? NOW,
      }),
      stream: 'x by clock',
      name: 'x',
      clockField: 'at',
      keyOf: ({ ID, clock }: OrderedRow) => ID ?? `none at ${clock}`,
      publish: async (rows: readonly OrderedRow[]) => {
        more.fail?.();
        world.events.push('published');
        world.published.push(...rows.map(({ ID }) => ID));
      },
      moveCursor: async (cursor: Cursor) => {
        world.events.push('moved');
        world.cursors.push(cursor);
      },
      overlapMs: 1_000,
      memoryMs: 1_000,
      seenRowsMax: 1_000,
    };
    return new OrderedReader(parts, more.cursor ?? null, asMicros(0));
  }

  const newWorld = (count: number): World => ({
    rows: Array.from({ length: count }, (_, at) => row(at * 100, `r${at}`)),
    published: [],
    cursors: [],
    events: [],
  });

  test('publishes each row once, and moves the cursor only after its page (Law 2)', async () => {
    const world = newWorld(23);
    const reader = readerOf(world);
    for (let polls = 0; polls < 3; polls += 1) await reader.poll(1_000);
    expect(world.published).toEqual(world.rows.map(({ ID }) => ID));
    expect(world.events.filter((_, at) => at % 2 === 1)).toEqual(world.cursors.map(() => 'moved'));
    expect(world.cursors.at(-1)).toEqual({ clock: (T0 + 2200) * 1000, ID: 'r22' });
  });

  test('finds a row that was committed late, inside the overlap', async () => {
    const world = newWorld(10);
    const reader = readerOf(world);
    await reader.poll(1_000);
    world.rows.push(row(450, 'late'));
    await reader.poll(100);
    expect(world.published).not.toContain('late');
    await reader.poll(1_000);
    expect(world.published.filter((ID) => ID === 'late')).toHaveLength(1);
    expect(reader.cursor?.ID).toBe('r9');
  });

  test('goes on from its cursor after a failure, and repeats nothing that was durable', async () => {
    const world = newWorld(23);
    let failures = 0;
    const fail = () => {
      if ((failures += 1) % 2 === 0) throw new PipelineError('SEND_DEADLINE', 'late');
    };
    const reader = readerOf(world, { fail });
    for (let polls = 0; polls < 20; polls += 1) await reader.poll(1_000).catch(() => undefined);
    expect(world.published).toEqual(world.rows.map(({ ID }) => ID));
  });

  test('after a restart repeats at most the overlap', async () => {
    const world = newWorld(23);
    await readerOf(world).poll(1_000);
    const packed = packCursor(world.cursors.at(-1) ?? BEGINNING, 'entryDate');
    const cursor = unpackCursor(packed, 'entryDate', 'x');
    world.published = [];
    await readerOf(world, { cursor }).poll(1_000);
    expect(world.published).toEqual(world.rows.slice(-11).map(({ ID }) => ID));
  });

  test('a row that is dated in the future does not move the cursor beyond the server’s now', async () => {
    const world = newWorld(8);
    const future = row(86_400_000 * 300, 'future');
    world.rows.splice(3, 0, future);
    const now = asMicros((T0 + 5_000) * 1000);
    const reader = readerOf(world, { now });
    for (let polls = 0; polls < 3; polls += 1) {
      world.rows.push(row(900 + polls * 1_200, `later${polls}`));
      await reader.poll(1_000);
    }
    expect([...world.published].sort()).toEqual(world.rows.map(({ ID }) => ID).sort());
    expect(world.cursors.every(({ clock }) => clock <= now)).toBe(true);
    expect(reader.cursor?.ID).toBe('later2');
  });

  test('goes on where a server caps its pages lower than the overlap has rows', async () => {
    const world = newWorld(23);
    const reader = readerOf(world, { capped: 2 });
    await reader.poll(1_000);
    world.rows.push(row(2_300, 'later'));
    await reader.poll(1_000);
    expect(world.published).toEqual(world.rows.map(({ ID }) => ID));
  });

  test('a cursor ahead of the server’s clock is an error, not a silence', async () => {
    const cursor = { clock: asMicros(NOW + 1_001_000), ID: '' };
    const reader = readerOf(newWorld(3), { cursor });
    await expect(reader.poll(1_000)).rejects.toMatchObject({ code: 'CURSOR_AHEAD' });
    const near = readerOf(newWorld(3), { cursor: { clock: asMicros(NOW + 900_000), ID: '' } });
    await expect(near.poll(1_000)).resolves.toBeUndefined(); // clocks of servers differ a little
  });

  test('keeps no more rows in mind than the overlap needs', async () => {
    const seen = new SeenRows(3);
    for (const [at, key] of ['a', 'b', 'c', 'd'].entries()) seen.add(key, asMicros(at));
    expect([seen.size, seen.has('a'), seen.has('d')]).toEqual([3, false, true]);
    seen.forgetBefore(asMicros(3));
    expect([seen.size, seen.has('c'), seen.has('d')]).toEqual([1, false, true]);
  });

  test('a row that cannot be known again is published once, not at every poll', async () => {
    const world = newWorld(0);
    world.rows.push(row(0, null));
    const reader = readerOf(world);
    for (let polls = 0; polls < 3; polls += 1) await reader.poll(1_000);
    expect(world.published).toHaveLength(1);
  });

  test('a stored cursor that nobody wrote is an error, not a beginning', () => {
    for (const value of [null, 'x', {}, { entryDate: 'soon', ID: 'a' }, { entryDate: 5 }])
      expect(() => unpackCursor(value, 'entryDate', 'x')).toThrow(/cursors set x/);
    expect(unpackCursor({ at: '2026-01-31T00:00:00.000Z' }, 'at', 'x').ID).toBe('');
  });
});
