/** The log of Planning against the oracle: what the last event of each object says otherwise. */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { parseJson } from '../../services/platform/json.ts';

export interface TrueObject {
  readonly objCode: string;
  readonly objID: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** @param there every object that exists, as the oracle exports it */
export function planningDifferences(
  events: readonly ChangeEvent[],
  there: readonly TrueObject[],
): string[] {
  const last = lastEvents(events);
  const ids = new Set(there.map(({ objID }) => objID));
  const wrong = there.flatMap(({ objCode, objID, fields }) => {
    const event = last.get(objID);
    if (event === undefined || event.operation === 'DELETE') return [`${objCode} ${objID} misses`];
    return differencesOf(event, fields).map((what) => `${objCode} ${objID}: ${what}`);
  });
  const left = [...last.values()].filter(
    ({ objID, operation }) => !ids.has(objID) && operation !== 'DELETE',
  );
  return [...wrong, ...left.map(({ objID }) => `${objID} is still there`)];
}

function lastEvents(events: readonly ChangeEvent[]): Map<string, ChangeEvent> {
  const last = new Map<string, ChangeEvent>();
  for (const one of events) {
    if (one.operation === 'UPDATE') continue; // of the history: one field
    const before = last.get(one.objID);
    if (before === undefined || one.asOf >= before.asOf) last.set(one.objID, one);
  }
  return last;
}

const COMPARED = ['name', 'displayName', 'alias', 'updatedAt', 'createdBy', 'recordTypeId', 'type'];

function differencesOf(event: ChangeEvent, fields: TrueObject['fields']): string[] {
  const data = Object.entries(fields['data'] ?? {}) as [string, unknown][];
  const expected = new Map<string, unknown>(
    data.map(([name, value]) => [`data.${name}`, value] as const),
  );
  for (const name of COMPARED) if (fields[name] !== undefined) expected.set(name, fields[name]);
  const observed = Object.keys(event.fields).filter((name) => name.startsWith('data.'));
  return [...new Set([...expected.keys(), ...observed])].filter((name) => {
    const value = event.fields[name];
    const said = typeof value === 'object' && value !== null ? parseJson(value.json) : value;
    // v2 has no name for some types of fields.
    if (name === 'type' && said === null) return false;
    return JSON.stringify(said ?? null) !== JSON.stringify(expected.get(name) ?? null);
  });
}
