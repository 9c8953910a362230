/** Asks Workfront for pages of the journal (reference A.2, A.6). */
import { formatIsoDate } from '../workfront/dates.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { unknownFieldOf } from '../workfront/client-errors.ts';
import { ESSENTIAL_COLUMNS, OPTIONAL_COLUMNS } from '../workfront/journal-claims.ts';
import { readJournalRow } from '../workfront/journal-row.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import type { SearchPage } from '../source/ordered-walk.ts';

/** Workfront's own limit; larger fails (reference C.4). */
export const PAGE_ROWS = 2_000;

export interface FetchOptions {
  readonly client: Pick<WorkfrontClient, 'search'>;
  readonly pageRows: number;
  readonly signal: AbortSignal;
  /** Told when the API version does not have a column. */
  readonly onColumnLeftOut: (column: string) => void;
}

/**
 * A search of the journal. Columns that the API version does not know are left out from then on;
 * an essential one that it does not know is an error. Never filters on subObjCode, subObjID,
 * topObjCode or topObjID, which are not filterable since v13.
 */
export function openJournal(options: FetchOptions): SearchPage<JournalRow> {
  const { client, pageRows, signal, onColumnLeftOut } = options;
  let optional: readonly string[] = OPTIONAL_COLUMNS;
  const search: SearchPage<JournalRow> = async ({ since, first }) => {
    const parameters: (readonly [string, string])[] = [
      ['fields', [...ESSENTIAL_COLUMNS, ...optional].join(',')],
      ['entryDate', formatIsoDate(since)],
      ['entryDate_Mod', 'gte'],
      ['entryDate_1_Sort', 'asc'],
      ['ID_2_Sort', 'asc'],
      ['$$LIMIT', String(pageRows)],
    ];
    if (first > 0) parameters.push(['$$FIRST', String(first)]);
    try {
      const { data } = await client.search('JRNLE', parameters, signal);
      return data.map(readJournalRow);
    } catch (error) {
      const unknown = unknownFieldOf(error);
      if (unknown === null || !optional.includes(unknown)) throw error;
      optional = optional.filter((column) => column !== unknown);
      onColumnLeftOut(unknown);
      return search({ since, first });
    }
  };
  return search;
}
