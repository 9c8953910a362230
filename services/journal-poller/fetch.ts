/** Asks Workfront for pages of the journal (reference A.2, A.6). */
import type { Micros } from '../core/units.ts';
import { formatIsoDate } from '../workfront/dates.ts';
import { serverTimeOf } from '../workfront/client.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { unknownFieldOf } from '../workfront/client-errors.ts';
import { ESSENTIAL_COLUMNS, OPTIONAL_COLUMNS } from '../workfront/journal-claims.ts';
import { readJournalRow } from '../workfront/journal-row.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import type { PageWindow, SearchedRows } from '../source/walks/ordered-walk.ts';

/** Workfront's own limit; larger fails (reference C.4). */
export const PAGE_ROWS = 2_000;

export interface FetchOptions {
  readonly client: Pick<WorkfrontClient, 'search'>;
  readonly pageRows: number;
  readonly signal: AbortSignal;
  /** Told when the API version does not have a column. */
  readonly onColumnLeftOut: (column: string) => void;
  /** Told of each answer when it was asked for, by the server's clock. */
  readonly onAsked?: (askedMicros: Micros) => void;
}

/** A page, or of a window of the past a page: to an instant, of one object. */
export type JournalSearch = (
  window: PageWindow & {
    readonly until?: Micros;
    readonly objID?: string | null;
  },
) => Promise<SearchedRows<JournalRow>>;

/**
 * A search of the journal. Columns that the API version does not know are left out from then on;
 * an essential one that it does not know is an error. Never filters on subObjCode, subObjID,
 * topObjCode or topObjID, which are not filterable since v13.
 */
export function openJournal(options: FetchOptions): JournalSearch {
  const { client, pageRows, signal, onColumnLeftOut, onAsked } = options;
  let optional: readonly string[] = OPTIONAL_COLUMNS;
  const search: JournalSearch = async (window) => {
    const { first, objID = null } = window;
    const parameters: (readonly [string, string])[] = [
      ['fields', [...ESSENTIAL_COLUMNS, ...optional].join(',')],
      ...boundsOf(window),
      ...(objID === null ? [] : [['objID', objID] as const]),
      ['entryDate_1_Sort', 'asc'],
      ['ID_2_Sort', 'asc'],
      ['$$LIMIT', String(pageRows)],
    ];
    if (first > 0) parameters.push(['$$FIRST', String(first)]);
    try {
      const answer = await client.search('JRNLE', parameters, signal);
      const askedMicros = serverTimeOf('JRNLE/search', answer);
      onAsked?.(askedMicros);
      return { rows: answer.data.map(readJournalRow), askedMicros };
    } catch (error) {
      const unknown = unknownFieldOf(error);
      if (unknown === null || !optional.includes(unknown)) throw error;
      optional = optional.filter((column) => column !== unknown);
      onColumnLeftOut(unknown);
      return search(window);
    }
  };
  return search;
}

function boundsOf({ since, until }: Parameters<JournalSearch>[0]): readonly Parameter[] {
  const from = ['entryDate', formatIsoDate(since)] as const;
  if (until === undefined) return [from, ['entryDate_Mod', 'gte']];
  return [from, ['entryDate_Mod', 'between'], ['entryDate_Range', formatIsoDate(until)]];
}

type Parameter = readonly [name: string, value: string];
