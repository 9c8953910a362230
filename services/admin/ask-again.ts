/** A letter of a poller, handed in again: Workfront is asked anew for what it was made of. */
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { parseJson } from '../platform/json.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import type { Letter } from '../source/letters/letter.ts';
import { wantWindow } from '../source/promises/recorded-gaps.ts';
import { markSetAside } from '../source/promises/set-aside.ts';
import { wantListing, wantReads } from '../source/orders/wanted-reads.ts';
import { parseClock } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';

const REASON = 'dead letter';

/**
 * What is to be asked for; it is set aside anew where it is still no event. Throws NOT_REDRIVABLE
 * where the letter does not say.
 */
export function questionOfLetter(letter: Letter): (control: Queryable) => Promise<void> {
  const { service, bytes } = letter;
  const ask = readingOf(letter);
  if (ask !== null) {
    return async (control) => {
      await markSetAside(control, service, bytes, 'asked');
      await ask(control);
    };
  }
  throw new PipelineError(
    'NOT_REDRIVABLE',
    `${letter.id} does not say what is to be read again: backfill its type, or ` +
      'npx workfront-cdc dead-letters dismiss it.',
    { id: letter.id },
  );
}

function readingOf({ id, service, source, bytes }: Letter) {
  const path = source.get('path') ?? '';
  const row = rowOf(bytes);
  if (service === 'planning-poller') {
    const [, kind] = /^Planning (WORKSPACE|RECORD_TYPE|FIELD|RECORD)$/.exec(path) ?? [];
    if (kind === undefined) return null;
    return (control: Queryable) => wantListing(control, kind, REASON);
  }
  if (service === 'object-poller') {
    const [, objCode] = /^(\w+)\/search$/.exec(path) ?? [];
    if (objCode === undefined) return null;
    const objID = filledText(row['ID']);
    return (control: Queryable) =>
      objID === null
        ? wantListing(control, objCode, REASON)
        : wantReads(control, objCode, [objID], REASON);
  }
  const clock = parseClock(row['entryDate']);
  if (service !== 'journal-poller' || clock === null) return null;
  const window = { objCode: 'JRNLE', subject: `letter ${id}`, began: clock, ended: clock };
  return (control: Queryable) =>
    wantWindow(control, { ...window, reason: REASON }, 'journal-poller');
}

function rowOf(bytes: Buffer): JsonObject {
  try {
    const value = parseJson(bytes.toString('utf8'));
    return isJsonObject(value) ? value : {};
  } catch {
    return {};
  }
}
