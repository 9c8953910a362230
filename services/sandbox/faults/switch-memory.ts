/** Settings, faults, hidden objects, tracked fields and sessions in the data file. */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Access } from '../tenant/access.ts';
import type { SandboxRooms } from '../sandbox-rooms.ts';
import { applySettings, DEFAULT_SETTINGS } from '../settings.ts';
import type { DataFile } from '../memory/data-file.ts';
import { isList, numberOf, textOf } from '../../workfront/object-row.ts';

/** Returns what writes the switches down when one has moved since. */
export function rememberSwitches(rooms: SandboxRooms, file: DataFile): () => void {
  rooms.access.onSession((sessionID, session) =>
    file.append({ what: 'session', sessionID, ...session }),
  );
  let known = JSON.stringify(switchesOf(rooms));
  return () => {
    const switches = switchesOf(rooms);
    const now = JSON.stringify(switches);
    if (now === known) return;
    known = now;
    file.append({ what: 'switches', ...switches });
  };
}

/** Faults draw from their seed anew; what a newer version no longer knows is passed over. */
export function recallSwitches(rooms: SandboxRooms, record: JsonObject): void {
  applySettings(rooms.tenant.settings, known(record['settings'], DEFAULT_SETTINGS));
  rooms.faultSwitch(known(record['faults'], { ...rooms.faults.rates }));
  rooms.faults.hidden.clear();
  for (const key of textsOf(record['hidden'])) rooms.faults.hidden.add(key);
  const { tracked } = record;
  if (!isJsonObject(tracked)) return;
  const lists: Record<string, readonly string[]> = {};
  for (const [objCode, names] of Object.entries(tracked)) lists[objCode] = textsOf(names);
  rooms.tracked.replace(lists);
}

export function recallSession(access: Access, record: JsonObject): void {
  const userID = textOf(record, 'userID');
  const expiresMicros = numberOf(record, 'expiresMicros');
  const ended = userID === null || expiresMicros === null;
  access.putSession(textOf(record, 'sessionID') ?? '', ended ? null : { userID, expiresMicros });
}

function switchesOf({ tenant, faults, tracked }: SandboxRooms): JsonObject {
  return {
    settings: { ...tenant.settings },
    faults: { ...faults.rates },
    hidden: [...faults.hidden],
    tracked: tracked.chosen(),
  };
}

function known(value: JsonObject[string] | undefined, like: JsonObject): JsonObject {
  if (!isJsonObject(value)) return {};
  return Object.fromEntries(Object.entries(value).filter(([name]) => Object.hasOwn(like, name)));
}

function textsOf(value: JsonObject[string] | undefined): readonly string[] {
  return isList(value) ? value.filter((one) => typeof one === 'string') : [];
}
