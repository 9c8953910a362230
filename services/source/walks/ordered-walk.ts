/**
 * Walks rows that are in order of a clock (entryDate, lastUpdateDate) and then of their ID in
 * pages, oldest first, without missing a row (reference A.6, C.7). Pure but for the search that it
 * is given.
 *
 * The next page begins at the time of the last row, with $$FIRST behind what was read of that time,
 * one row back to see that nothing moved meanwhile: clock and ID together are a total order, but
 * rows that vanish (permissions, purges, a save that moves the clock) would shift it and hide
 * others. A page that is not full is not the end, since a server may cap its pages lower than
 * asked: the walk ends when a page brings nothing new.
 */
import { PipelineError } from '../../core/errors.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { lastOf } from './cursor.ts';
import type { OrderedRow } from './cursor.ts';

/** One page: rows of `since` or later, `first` of them left out. */
export type SearchPage<Row extends OrderedRow> = (window: PageWindow) => Promise<SearchedRows<Row>>;

export interface PageWindow {
  readonly since: Micros;
  readonly first: number;
}

export interface SearchedRows<Row> {
  readonly rows: readonly Row[];
  /** An instant of the server's clock at or before which it was asked. */
  readonly askedMicros: Micros;
}

/** How often the rows of one time may move while they are read before it is tried again later. */
const RESTARTS_MAX = 10;

/**
 * Yields each page, until one holds none but the last row of the page before.
 * @param stream in words for people, for example `JRNLE by entryDate`
 */
export async function* walk<Row extends OrderedRow>(
  search: SearchPage<Row>,
  since: Micros,
  stream: string,
): AsyncGenerator<SearchedRows<Row>, void, void> {
  const at = new WalkPlace(since, stream);
  for (;;) {
    const page = await search(at.window);
    if (at.movedMeanwhile(page.rows)) continue;
    refuseDisorder(page.rows, stream);
    if (!at.mayGoOn(page.rows)) return;
    yield page;
    at.goOn(page.rows);
  }
}

/** Where a walk is. */
class WalkPlace {
  readonly #stream: string;
  #since: Micros;
  #first = 0;
  /** The page begins with the last row of the one before. */
  #overlaps = false;
  #restarts = 0;
  /** Of rows met at `since`. */
  #seen = new Set<string | null>();
  #beganAt: string | null = null;

  constructor(since: Micros, stream: string) {
    this.#since = since;
    this.#stream = stream;
  }

  get window(): PageWindow {
    return { since: this.#since, first: this.#first };
  }

  /** Begins the time anew where the page does not begin with a row that was met. */
  movedMeanwhile(rows: readonly OrderedRow[]): boolean {
    if (!this.#overlaps || this.#seen.has(rows[0]?.ID ?? null)) return false;
    this.#restarts += 1;
    if (this.#restarts > RESTARTS_MAX) throw unstable(this.#stream, this.#since);
    this.#first = 0;
    this.#overlaps = false;
    return true;
  }

  mayGoOn(rows: readonly OrderedRow[]): boolean {
    // The first page of a time, after a restart too: what of it is new shows behind it.
    const isFirst = this.#first === 0 && !this.#overlaps;
    if (isFirst || rows.length > 1) return rows.length > 0;
    return rows.some(({ ID }) => !this.#seen.has(ID));
  }

  goOn(rows: readonly OrderedRow[]): void {
    this.#refuseSamePage(rows);
    const back = rows.length > 1 ? 1 : 0; // of pages of one row none would bring another
    const last = lastOf(rows, asMicros(Infinity));
    if (last !== null && last.clock > this.#since) {
      this.#since = last.clock;
      const ofLast = rows.filter(({ clock }) => clock === last.clock);
      this.#seen = new Set(ofLast.map(({ ID }) => ID));
      this.#first = ofLast.length - back;
      this.#restarts = 0;
    } else {
      for (const { ID } of rows) this.#seen.add(ID);
      this.#first += rows.length - back;
    }
    this.#overlaps = back > 0;
  }

  /** A server that takes no notice of $$FIRST would answer it for ever. */
  #refuseSamePage(rows: readonly OrderedRow[]): void {
    const beganAt = rows[0]?.ID ?? null;
    if (this.#first > 0 && rows.length > 1 && beganAt === this.#beganAt) this.#restarts += 1;
    if (this.#restarts > RESTARTS_MAX) throw unstable(this.#stream, this.#since);
    this.#beganAt = beganAt;
  }
}

/** Rows that are not in order of time would be passed over, and nobody would know. */
function refuseDisorder(rows: readonly OrderedRow[], stream: string): void {
  let before = -Infinity;
  for (const { clock } of rows) {
    const at = clock ?? before;
    if (at < before) {
      throw new PipelineError(
        'ROWS_DISORDERED',
        `The search of ${stream} did not answer in that order, so rows could be missed. Look at ` +
          'what stands between us and Workfront: the sort that we ask for does not reach it.',
      );
    }
    before = at;
  }
}

function unstable(stream: string, since: Micros): PipelineError {
  return new PipelineError(
    'ROWS_UNSTABLE',
    `The rows of one time keep moving while they are read (${stream}); they are read again.`,
    { since },
  );
}
