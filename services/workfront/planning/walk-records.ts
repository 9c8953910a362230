/**
 * Reads all records of a type, page by page (reference E.2, E.3). Pages may repeat rows and skip
 * others, where something moves meanwhile: the walk is made again until it has as many records as
 * the answer counts, and says whether it was whole.
 */
import type { JsonObject } from '../../core/json.ts';
import { asMicros, least } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { filledText } from '../event-bodies.ts';
import type { RecordPage, RecordQuery } from './planning-client.ts';

/** Planning's own limit of a page (reference E.2, E.3). */
export const PAGE_ROWS = 2_000;
const WALKS_MAX = 3;
/** 25,000 records at most (reference E.1), and room for a server that caps its pages. */
const PAGES_MAX = 2_500;

export type RecordWalk = Pick<RecordQuery, 'recordTypeId' | 'since' | 'createdAtField'>;

export interface WalkedRecords {
  readonly rows: readonly JsonObject[];
  /** The earliest server's time of asking: all that is here held then or later. */
  readonly askedMicros: Micros | null;
  /** Every record that the answer counts is here. */
  readonly whole: boolean;
}

export async function walkRecords(
  walk: RecordWalk,
  pageRows: number,
  ask: (query: RecordQuery) => Promise<RecordPage>,
): Promise<WalkedRecords> {
  const found = new Map<string, JsonObject>();
  const unnamed: JsonObject[] = [];
  let asked: Micros | null = null;
  for (let walks = 1; ; walks += 1) {
    unnamed.length = 0;
    const { seen, total, askedMicros } = await walkOnce(walk, pageRows, ask, (row) => {
      const id = filledText(row['id']);
      if (id === null) unnamed.push(row);
      else found.set(id, row);
    });
    asked = asked === null || askedMicros === null ? askedMicros : least(asked, askedMicros);
    const whole = total !== null && seen === total && found.size + unnamed.length === total;
    if (whole || total === null || walks === WALKS_MAX) {
      return { rows: [...found.values(), ...unnamed], askedMicros: asked, whole };
    }
  }
}

interface Walked {
  /** Distinct rows of this walk. */
  readonly seen: number;
  /** Null where the answer does not count, or counted differently from page to page. */
  readonly total: number | null;
  readonly askedMicros: Micros | null;
}

async function walkOnce(
  walk: RecordWalk,
  pageRows: number,
  ask: (query: RecordQuery) => Promise<RecordPage>,
  take: (row: JsonObject) => void,
): Promise<Walked> {
  const ids = new Set<string>();
  let unnamed = 0;
  let size = pageRows;
  let first: RecordPage | null = null;
  let steady = true;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await ask({ ...walk, page, size });
    first ??= answer;
    steady &&= answer.total === first.total;
    const before = ids.size + unnamed;
    for (const row of answer.rows) {
      const id = filledText(row['id']);
      if (id === null) unnamed += 1;
      else ids.add(id);
      take(row);
    }
    const { total } = answer;
    const count = ids.size + unnamed;
    if (answer.rows.length === 0 || (total !== null && count >= total)) break;
    // Uncounted pages end where one brings nothing new: a server may answer its last one for ever.
    if (total === null && count === before) break;
    // A server that caps its pages lower than asked: they are counted in its own size from then on.
    if (page === 0 && answer.rows.length < size) size = answer.rows.length;
  }
  const total = first?.total ?? null;
  const seen = ids.size + unnamed;
  return { seen: steady ? seen : -1, total, askedMicros: first?.askedMicros ?? null };
}

/** Asks of a type's fields which of them is the system's own of that type. */
export function systemField(fields: readonly JsonObject[], type: string): string | null {
  const field = fields.find((one) => one['type'] === type);
  return field === undefined ? null : filledText(field['id']);
}

const DAY_MICROS = 86_400_000_000;

/**
 * How finely the updated-at filter compares is unpublished: from the day before the last clock that
 * is known, so that a comparison by whole days, too, misses nothing.
 */
export function changedSince(clock: Micros): Micros {
  return asMicros((Math.floor(clock / DAY_MICROS) - 1) * DAY_MICROS);
}
