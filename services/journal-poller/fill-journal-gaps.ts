/** The journal's part of a gap (control.gaps): its rows of exactly that window, read again. */
import { asMicros, greatest, minus, plus } from '../core/units.ts';
import type { RecordedGap } from '../source/promises/recorded-gaps.ts';
import { gapsAreRead, gapsToRead } from '../source/promises/gap-readings.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { walk } from '../source/walks/ordered-walk.ts';
import type { SearchPage } from '../source/walks/ordered-walk.ts';
import type { JournalRow } from '../workfront/journal-row.ts';
import type { JournalOptions, JournalParts, JournalReading } from './journal-reading.ts';

const READER = 'journal-poller';
/** Between two polls, so that the live journal never waits for long. */
const GAPS_AT_ONCE = 20;
/** The journal dates a save a little off its own clock (reference A.1). */
const MARGIN_MICROS = asMicros(5_000_000);
/** A row may be committed a while after its save. */
const KNOWN_FOR_MS = 10_000;
/** Types whose rows name them as objID; others stand in a parent's rows (reference A.1). */
const NAMED_THEMSELVES = new Set('PROJ TASK OPTASK PORT PRGM USER TMPL DOCU TSHET'.split(' '));

export async function fillJournalGaps(
  term: LeaseTerm,
  { pool, metrics, logger }: JournalParts,
  journal: JournalReading,
  { overlapMs }: JournalOptions,
): Promise<void> {
  const knownForMs = Math.min(KNOWN_FOR_MS, overlapMs);
  const choice = { reader: READER, objCodes: null, knownForMs } as const;
  const gaps = await term.again(() => gapsToRead(pool, choice, GAPS_AT_ONCE));
  for (const gap of gaps) {
    const rows = await readAgain(term, journal, gap);
    await term.again(() => gapsAreRead(pool, [gap.id], READER)); // Law 2
    metrics.gapsRead.add();
    logger.debug({ subject: gap.subject, reason: gap.reason, rows }, 'read a gap again');
    term.turned();
  }
}

async function readAgain(
  { again }: LeaseTerm,
  { search, publish }: JournalReading,
  { objCode, objID, began, ended }: RecordedGap,
): Promise<number> {
  const until = plus(ended, MARGIN_MICROS);
  const ofObject = NAMED_THEMSELVES.has(objCode) ? objID : null;
  const page: SearchPage<JournalRow> = (window) =>
    again(() => search({ ...window, until, objID: ofObject }));
  const since = greatest(asMicros(0), minus(began, MARGIN_MICROS));
  let count = 0;
  for await (const { rows } of walk(page, since, 'JRNLE in a gap')) {
    await publish(rows);
    count += rows.length;
  }
  return count;
}
