/**
 * A journal row as an object of its own (JRNLE), beside what it says of its subject: so that rows
 * can be read as such (reference F, JOURNALENTRIES). Pure.
 */
import type { ChangeEvent } from '../../../core/change-event.generated.ts';
import { eventID } from '../../../core/event-id.ts';
import { flatten } from '../../../core/field-value.ts';
import type { Fields } from '../../../core/field-value.ts';
import { isJsonObject } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';

export type JournalEntry = Omit<ChangeEvent, 'fields' | 'previous'> & { readonly fields: Fields };

/**
 * What reading the row says: it never changes, so it held from its entryDate on. Null for an event
 * that keeps no row. Its identity is made of its content: the columns that a row comes with depend
 * on the API's version, and two answers are two claims (Law 5).
 */
export function journalEntryOf(
  event: ChangeEvent,
  parseJson: (text: string) => JsonValue,
): JournalEntry | null {
  const { journalEntryID, raw } = event.origin;
  if (event.path !== 'JOURNAL' || journalEntryID === null || raw === null) return null;
  const row = parseJson(raw);
  const flat = isJsonObject(row) ? flatten(row, []) : null;
  if (flat === null || !isJsonObject(row)) return null;
  return {
    ...event,
    eventID: eventID('SEARCH', OBJ_CODE, journalEntryID, event.entryDate, row),
    objCode: OBJ_CODE,
    objID: journalEntryID,
    asOf: event.entryDate,
    operation: 'SNAPSHOT',
    path: 'SEARCH',
    fields: flat.fields,
    previousAbsent: [],
    previousKnown: false,
    clears: [],
  };
}

const OBJ_CODE = 'JRNLE';
