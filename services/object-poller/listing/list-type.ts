/**
 * One type read whole: what is there now, published where it differs from the last time, and what
 * is no longer. Of a type without a change clock that is the only way to see a change; of a type
 * with one it finds what moves no clock: deletes, and values that were recalculated (reference C.7,
 * C.8).
 */
import { AFTER_ALL, asMicros, least, microsOf, minus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { walkByID } from '../../source/walks/listing-walk.ts';
import { readAhead } from '../../source/walks/read-ahead.ts';
import { walk } from '../../source/walks/ordered-walk.ts';
import { releaseListed } from '../../source/promises/told-deletes.ts';
import { databaseNow } from '../../source/promises/database-now.ts';
import { forgetUnmet } from '../../source/promises/set-aside.ts';
import { deleteAbsent } from './delete-absent.ts';
import { searchByClock, searchByID } from '../fetch.ts';
import type { Question } from '../fetch.ts';
import { promise } from '../polling.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishReads } from '../publish-reads.ts';
import type { ObjectRead } from '../object-read.ts';

/** What a listing has met. */
export interface WholeListing {
  /** When it began, by the clock of the database. */
  readonly begun: string;
  readonly ids: ReadonlySet<string>;
  /** When its first question was asked, by the server's clock. */
  readonly asked: Micros | null;
  /** Up to when it is known of each that was met whether it is there. */
  readonly surelyUpTo: Micros;
}

const BOTH = ['current', 'swept'] as const;

/** @returns how many rows were published */
export async function listWhole(polling: Polling, type: PolledType): Promise<number> {
  const listed = await beginTaking(polling, type, 'live');
  const pages = listing(polling, listed.question, `${type.objCode} by ID`);
  for await (const page of pages) await listed.take(page);
  return listed.published() + (await close(polling, type, listed.met(), BOTH));
}

/**
 * All objects of a type with a clock, in the order of their clocks: one that is saved meanwhile
 * moves to the end, and is met there again.
 * @returns how many events were published
 */
export async function sweep(polling: Polling, type: PolledType): Promise<number> {
  const { term, fetch } = polling;
  const { question, take, published, met } = await beginTaking(polling, type, 'backfill');
  const search = searchByClock(fetch, question);
  const again: typeof search = (window) => term.again(() => search(window));
  const stream = `${type.objCode} by lastUpdateDate`;
  const pages = walk(again, asMicros(0), stream);
  for await (const { rows } of readAhead(pages)) await take(rows);
  const where = [
    ['lastUpdateDate', ''],
    ['lastUpdateDate_Mod', 'isnull'],
  ] as const;
  const clockless = listing(polling, { ...question, where }, `${type.objCode} without a clock`);
  for await (const page of clockless) await take(page);
  return published() + (await close(polling, type, met(), ['swept']));
}

interface Taking {
  readonly question: Question;
  /** Publishes a page, and notes whom it shows. */
  readonly take: (page: readonly ObjectRead[]) => Promise<void>;
  readonly published: () => number;
  readonly met: () => WholeListing;
}

async function beginTaking(
  { term, control, lag, reads, metrics }: Polling,
  type: PolledType,
  priority: Question['priority'],
): Promise<Taking> {
  const begun = await term.again(() => databaseNow(control));
  const ids = new Set<string>();
  let asked: Micros | null = null;
  let surelyUpTo = AFTER_ALL;
  let published = 0;
  const onAsked = (micros: Micros): void => {
    asked ??= micros;
  };
  return {
    question: { type, priority, onAsked },
    take: async (page) => {
      metrics.reads.add(page.length);
      for (const { ID } of page) if (ID !== null) ids.add(ID);
      const taken = await term.again(() =>
        publishReads(type.objCode, page, { searchLagMs: lag.ms }, reads),
      );
      published += taken.published;
      surelyUpTo = least(surelyUpTo, taken.surelyUpTo);
      term.turned();
    },
    published: () => published,
    met: () => ({ begun, ids, asked, surelyUpTo }),
  };
}

function listing(
  { term, fetch, options }: Polling,
  question: Question,
  stream: string,
): AsyncGenerator<readonly ObjectRead[], void, void> {
  const search = searchByID(fetch, question);
  const again: typeof search = (first) => term.again(() => search(first));
  return walkByID(again, { pageRows: options.pageRows, stream });
}

async function close(
  polling: Polling,
  type: PolledType,
  { begun, ids, asked, surelyUpTo }: WholeListing,
  kinds: readonly ('current' | 'swept')[],
): Promise<number> {
  if (asked === null) return 0;
  const { term, control, reads } = polling;
  await term.again(() => forgetUnmet(control, reads.service, type.objCode, begun));
  const upTo = minus(asked, microsOf(polling.lag.ms));
  const { deleted, isResolved } = await deleteAbsent(polling, type, ids, upTo);
  const proved = isResolved ? kinds : kinds.filter((kind) => kind !== 'swept');
  await term.again(() => releaseListed(control, type.objCode, ids));
  await promise(polling, type.objCode, proved, least(upTo, surelyUpTo));
  return deleted;
}
