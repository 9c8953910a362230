import { expect, test } from 'vitest';
import { PipelineError } from '../core/errors.ts';
import { asMicros } from '../core/units.ts';
import type { QueryParameters } from '../workfront/client.ts';
import { openJournal } from './fetch.ts';

const signal = new AbortController().signal;

function refuses(column: string): PipelineError {
  const said = `APIModel V21_0 does not support field ${column} (JournalEntry)`;
  return new PipelineError('WORKFRONT_REFUSED', 'no', { said });
}

function journalThat(answer: (fields: string[]) => void) {
  const asked: QueryParameters[] = [];
  const leftOut: string[] = [];
  const search = openJournal({
    client: {
      search: async (_objCode, parameters) => {
        asked.push(parameters);
        answer((parameters[0]?.[1] ?? '').split(','));
        return { data: [], askedMicros: asMicros(1) };
      },
    },
    pageRows: 2000,
    signal,
    onColumnLeftOut: (column) => leftOut.push(column),
  });
  return { search, asked, leftOut };
}

test('a page is asked for as Workfront advises, and never by what it cannot filter', async () => {
  const { search, asked } = journalThat(() => undefined);
  await search({ since: asMicros(Date.UTC(2026, 0, 1) * 1000), first: 0 });
  await search({ since: asMicros(0), first: 1999 });
  expect(asked[0]?.slice(1)).toEqual([
    ['entryDate', '2026-01-01T00:00:00.000Z'],
    ['entryDate_Mod', 'gte'],
    ['entryDate_1_Sort', 'asc'],
    ['ID_2_Sort', 'asc'],
    ['$$LIMIT', '2000'],
  ]);
  expect(asked[1]?.at(-1)).toEqual(['$$FIRST', '1999']);
  const names = asked.flatMap((parameters) => parameters.map(([name]) => name)).join(' ');
  expect(names).not.toMatch(/sub|top/);
});

test('a column that the API version does not have is left out from then on', async () => {
  const { search, asked, leftOut } = journalThat((fields) => {
    for (const column of ['companyID', 'flags']) if (fields.includes(column)) throw refuses(column);
  });
  await search({ since: asMicros(0), first: 0 });
  await search({ since: asMicros(0), first: 0 });
  expect(leftOut).toEqual(['companyID', 'flags']);
  expect(asked).toHaveLength(4);
});

test('a column that is needed, or a refusal about anything else, is an error', async () => {
  const needed = journalThat(() => {
    throw refuses('entryDate');
  });
  await expect(needed.search({ since: asMicros(0), first: 0 })).rejects.toThrow('no');
  const stubborn = journalThat(() => {
    throw refuses('companyID');
  });
  await expect(stubborn.search({ since: asMicros(0), first: 0 })).rejects.toThrow('no');
});
