/** Histories of records that have changed: their true change log (reference E.5). */
import { stringifyJson } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { parseClock } from '../workfront/dates.ts';
import { isError } from '../core/errors.ts';
import type { ObjID } from '../core/units.ts';
import type { HistoryPage } from '../workfront/planning/planning-client.ts';
import { historyRead, readHistoriesDue } from './known-objects.ts';
import type { HistoryDue } from './known-objects.ts';
import type { PollParts } from './poll-parts.ts';
import { translateHistory } from './translate.ts';

/** Histories read after one poll; the others wait, so that polls go on. */
const HISTORIES_MAX = 60;
const PAGES_MAX = 200;
/** An entry is dated when it is written, a record when it is saved. */
const MARGIN_MICROS = 1_000_000;

export async function readHistories(parts: PollParts): Promise<void> {
  const { again, pool } = parts;
  const hasHistory = await parts.ask(async ({ history }) => history !== null);
  if (!hasHistory) return;
  const due = await again(() => readHistoriesDue(pool, HISTORIES_MAX));
  for (const one of due) {
    await readHistory(parts, one);
    await again(() => historyRead(pool, one)); // Law 2: its entries are durable
  }
}

async function readHistory(parts: PollParts, { objID, from }: HistoryDue): Promise<void> {
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = await pageOf(parts, objID, cursor);
    if (answer === null) return;
    const isNew = (entry: JsonObject): boolean =>
      (parseClock(entry['createdAt']) ?? Infinity) >= from - MARGIN_MICROS;
    const entries = answer.rows.filter(isNew);
    await publishEntries(parts, entries);
    // Newest first: whatever follows an old one is older.
    if (answer.nextCursor === null || entries.length < answer.rows.length) return;
    cursor = answer.nextCursor;
  }
}

/** Null where the record is gone, or hidden from us: what its history shows then is unpublished. */
async function pageOf(
  { ask }: PollParts,
  objID: ObjID,
  cursor: string | null,
): Promise<HistoryPage | null> {
  try {
    return await ask(async ({ history }, signal) => history?.(objID, cursor, signal) ?? null);
  } catch (error) {
    const status = isError(error, 'WORKFRONT_REFUSED') ? error.context['status'] : null;
    if (status === 404 || status === 403) return null;
    throw error;
  }
}

async function publishEntries(
  { again, publish, clock, customerID }: PollParts,
  entries: readonly JsonObject[],
): Promise<void> {
  if (entries.length === 0) return;
  const observedAt = clock.nowMicros();
  const inputs = entries.map((entry) => ({
    translated: translateHistory(entry, { observedAt, customerID }),
    input: {
      bytes: () => Buffer.from(stringifyJson(entry)),
      path: 'Planning history',
      observedAt,
    },
    subject: null, // nothing is promised of histories
  }));
  await again(() => publish(inputs));
}
