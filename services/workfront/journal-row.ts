/** A row of JRNLE as an answer holds it, parsed once: its ID and its time. Pure. */
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { parseClock } from './dates.ts';
import { filledText } from './event-bodies.ts';

export interface JournalRow {
  /** As it was sent. */
  readonly sent: JsonValue;
  /** Null for what is no JSON object. */
  readonly columns: JsonObject | null;
  readonly ID: string | null;
  /** Its entryDate; null where that is no time. */
  readonly clock: Micros | null;
}

export function readJournalRow(sent: JsonValue): JournalRow {
  const columns = isJsonObject(sent) ? sent : null;
  const [ID, clock] = [filledText(columns?.['ID']), parseClock(columns?.['entryDate'])];
  return { sent, columns, ID, clock };
}
