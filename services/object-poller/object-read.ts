/** A row of an object search, parsed once. Pure. */
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { parseClock } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';

export interface ObjectRead {
  /** As it was sent. */
  readonly sent: JsonValue;
  /** Null for what is no JSON object. */
  readonly state: JsonObject | null;
  readonly ID: string | null;
  /** Its change clock; null where the type has none, or it is empty. */
  readonly clock: Micros | null;
  /** At or before the instant that the server was asked, by its own clock. */
  readonly askedMicros: Micros;
}

export function readObject(
  sent: JsonValue,
  clockField: string | null,
  askedMicros: Micros,
): ObjectRead {
  const state = isJsonObject(sent) ? sent : null;
  const clock = clockField === null ? null : parseClock(state?.[clockField]);
  return { sent, state, ID: filledText(state?.['ID']), clock, askedMicros };
}
