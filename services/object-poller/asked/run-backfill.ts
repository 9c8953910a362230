/**
 * Carries out the readings that a person ordered (control.backfills), a page at a time, behind
 * everything that is live (call budget), and obeys at each page: paused, cancelled, or gone on with
 * from the last durable page after a kill.
 */
import { isError, PipelineError } from '../../core/errors.ts';
import { asMicros } from '../../core/units.ts';
import {
  advanceBackfill,
  BACKFILL_CLOCK,
  changeBackfill,
  expectOfBackfill,
  nextBackfill,
} from '../../source/orders/backfills.ts';
import type { Backfill } from '../../source/orders/backfills.ts';
import { lastOf, packCursor } from '../../source/walks/cursor.ts';
import { walkByID } from '../../source/walks/listing-walk.ts';
import { readAhead } from '../../source/walks/read-ahead.ts';
import { walk } from '../../source/walks/ordered-walk.ts';
import type { SearchedRows } from '../../source/walks/ordered-walk.ts';
import { countOf, searchByClock, searchByID, windowOf } from '../fetch.ts';
import type { Question } from '../fetch.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';
import type { ObjectRead } from '../object-read.ts';
import { isTypeRefused } from '../listing/type-refused.ts';

/** @returns whether there was one */
export async function runBackfill(
  polling: Polling,
  types: ReadonlyMap<string, PolledType>,
): Promise<boolean> {
  const { term, control, logger, metrics } = polling;
  const backfill = await term.again(() => nextBackfill(control, [...types.keys()]));
  metrics.backfillRunning.set(backfill === null ? 0 : 1);
  const type = backfill === null ? undefined : types.get(backfill.objCode);
  if (backfill === null || type === undefined) return false;
  const { id, objCode } = backfill;
  logger.info({ backfill: String(id), objCode, rows: backfill.rowsRead }, 'backfill goes on');
  try {
    const isWhole = await readPages(polling, type, backfill);
    if (isWhole) await term.again(() => changeBackfill(control, id, 'done'));
    logger.info({ backfill: String(id), objCode, isWhole }, 'backfill ended');
  } catch (error) {
    if (!isTypeRefused(error) || !(error instanceof PipelineError)) throw error;
    logger.warn({ backfill: String(id), objCode, error }, 'backfill refused by the tenant');
    await term.again(() => changeBackfill(control, id, 'failed', error.message));
  }
  return true;
}

/** @returns false where a person stopped it */
async function readPages(polling: Polling, type: PolledType, backfill: Backfill): Promise<boolean> {
  const { term, control, fetch, lag, reads, metrics } = polling;
  const { id, again } = backfill;
  const isByClock = type.clockField !== null;
  if (backfill.cursor === null) {
    const where = [...backfill.conditions, ...walkBounds(type, backfill)];
    const question = { type, priority: 'backfill', where } as const;
    const expected = await term.again(() => countOf(fetch, question)).catch(nothing);
    // A listing by ID has no middle to go on from: it begins again, and counts anew.
    await term.again(() => expectOfBackfill(control, id, { expected, restart: !isByClock }));
  }
  for await (const { rows, askedMicros } of readAhead(pagesOf(polling, type, backfill))) {
    metrics.reads.add(rows.length);
    const options = { searchLagMs: lag.ms, again };
    const { published } = await term.again(() => publishReads(type.objCode, rows, options, reads));
    const last = isByClock ? lastOf(rows, askedMicros) : null;
    const cursor = last === null ? null : packCursor(last, BACKFILL_CLOCK);
    const step = { rows: rows.length, published, cursor };
    const state = await term.again(() => advanceBackfill(control, term.lease, id, step)); // Law 2
    metrics.backfillRows.add(rows.length);
    term.turned();
    if (state !== 'running') return false;
  }
  return true;
}

/** A tenant that does not count the rows may still show them. */
function nothing(error: unknown): null {
  if (isError(error, 'WORKFRONT_REFUSED')) return null;
  throw error;
}

function walkBounds(
  { clockField }: PolledType,
  { from, to }: Backfill,
): Question['where'] & object {
  if (clockField === null || (from === null && to === null)) return [];
  return windowOf(clockField, from ?? asMicros(0), to ?? undefined);
}

async function* pagesOf(
  { term, fetch, options }: Polling,
  type: PolledType,
  { objCode, from, to, conditions, cursor }: Backfill,
): AsyncGenerator<SearchedRows<ObjectRead>, void, void> {
  const common = { type, priority: 'backfill' } as const;
  const { pageRows } = options;
  const stream = `${objCode} of a backfill`;
  const byID = async function* (
    where: Question['where'] & object,
  ): AsyncGenerator<SearchedRows<ObjectRead>, void, void> {
    const search = searchByID(fetch, { ...common, where });
    const again: typeof search = (first) => term.again(() => search(first));
    for await (const rows of walkByID(again, { pageRows, stream })) {
      yield { rows, askedMicros: rows[0]?.askedMicros ?? asMicros(0) };
    }
  };
  if (type.clockField === null) return yield* byID(conditions);
  const question = { ...common, where: conditions, ...(to !== null && { until: to }) };
  const search = searchByClock(fetch, question);
  const again: typeof search = (window) => term.again(() => search(window));
  const since = cursor?.clock ?? from ?? asMicros(0);
  yield* walk(again, since, stream);
  if (from !== null || to !== null) return;
  // Rows whose clock is empty come in no window.
  const { clockField } = type;
  yield* byID([...conditions, [clockField, ''], [`${clockField}_Mod`, 'isnull']]);
}
