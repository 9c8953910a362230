/**
 * `eventID`: the identity of a fact. Pure. Frozen by `schemas/golden/event-ids.json`: never
 * change it.
 */
import { createHash } from 'node:crypto';
import type { Path } from './change-event.generated.ts';
import { canonicalJson } from './json.ts';
import type { JsonValue } from './json.ts';
import { asEventID } from './units.ts';
import type { EventID, ObjCode, ObjID } from './units.ts';

/**
 * First 16 bytes, as hex, of SHA-256 over RFC 8785 JSON of [path, objCode, objID, ...rest]
 * (docs/architecture.md, "The change event"). `rest` by path: WEBHOOK eventType, eventTime,
 * newState, oldState (decoded); JOURNAL the row's ID; Planning history the entry's id; reads asOf,
 * clears, fields; delete by absence asOf.
 */
export function eventID(
  path: Path,
  objCode: ObjCode,
  objID: ObjID,
  ...rest: readonly JsonValue[]
): EventID {
  const text = canonicalJson([path, objCode, objID, ...rest]);
  return asEventID(createHash('sha256').update(text).digest('hex').slice(0, 32));
}
