/**
 * What of the sandbox is kept in its data file, and how it comes back: rows, changes, journal rows,
 * what search does not see yet, subscriptions, the bin, deliveries and the breakers of their URLs,
 * sessions, switches, faults, Planning's shares and order, the workload, and every random stream: a
 * sandbox that was stopped goes on as one that was not.
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { readSubscription } from '../events/subscription-request.ts';
import type { Subscription } from '../events/subscription.ts';
import { DeliveryMemory, rememberDeliveries } from '../events/delivery-memory.ts';
import { DialMemory } from './dial-memory.ts';
import { recallPlanning, rememberPlanning } from '../tenant/planning/planning-memory.ts';
import { recallSession, recallSwitches, rememberSwitches } from '../faults/switch-memory.ts';
import type { SandboxRooms } from '../sandbox-rooms.ts';
import type { Change, ChangeKind } from '../tenant/change.ts';
import type { DataFile } from './data-file.ts';
import { isList, numberOf, textOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Shown } from '../tenant/tenant.ts';

export interface Memory {
  /** Call after each request: what it did is remembered before it is answered. */
  readonly noteRequest: (isAdmin: boolean) => void;
}

/** What the file has comes back, or `populate` makes a new world; then all is written down. */
export function openMemory(rooms: SandboxRooms, file: DataFile, populate: () => void): Memory {
  const dials = new DialMemory(rooms.dials);
  const isNew = !recall(rooms, file, dials);
  if (isNew) populate();
  else dials.turn();
  file.closing = () => dials.moved();
  if (isNew) writeWorld(rooms, file);
  const noteSwitches = remember(rooms, file);
  file.end();
  return {
    noteRequest: (isAdmin) => {
      if (isAdmin) noteSwitches();
      file.end();
    },
  };
}

/** One group: a world half written is none. */
function writeWorld({ tenant, access }: SandboxRooms, file: DataFile): void {
  file.begin({ customerID: tenant.customerID, userID: access.keyUserID });
  for (const objCode of tenant.store.objCodes()) {
    for (const row of tenant.store.rows(objCode)) file.append({ what: 'row', objCode, row });
  }
}

function remember(rooms: SandboxRooms, file: DataFile): () => void {
  const { tenant } = rooms;
  tenant.onChangeFirst((change) => file.append(recordOf(change)));
  tenant.onJournal((row, when) => file.append({ what: 'journal', row, ...when }));
  rooms.subscriptions.onChange((id, subscription) =>
    file.append({ what: 'subscription', id, subscription: subscription && sentOf(subscription) }),
  );
  rooms.bin.onChange((key, binned) => file.append({ what: 'bin', key, binned }));
  rememberDeliveries(rooms.queue, file);
  rememberPlanning(rooms, file);
  rooms.workload.onEvent((event) => file.append(event));
  rooms.faults.onAnswer(() => queueMicrotask(() => file.end()));
  return rememberSwitches(rooms, file);
}

/** False when the file was empty. Deliveries that had not ended go on where they stood. */
function recall(rooms: SandboxRooms, file: DataFile, dials: DialMemory): boolean {
  const deliveries = new DeliveryMemory(rooms.queue, rooms.tenant.settings);
  let lines = 0;
  for (const record of file.read()) {
    lines += 1;
    if (record['what'] === 'end') dials.recall(record);
    else recallOne(rooms, record, deliveries);
  }
  for (const row of rooms.tenant.store.rows('PARAM')) rooms.parameters.learn(row);
  deliveries.resume();
  return lines > 0;
}

function recallOne(rooms: SandboxRooms, record: JsonObject, deliveries: DeliveryMemory): void {
  const { tenant } = rooms;
  switch (textOf(record, 'what') ?? '') {
    case 'start':
      tenant.customerID = textOf(record, 'customerID') ?? '';
      rooms.access.setKeyUser(textOf(record, 'userID') ?? '');
      return;
    case 'row':
      tenant.seed(textOf(record, 'objCode') ?? '', objectOf(record['row']));
      return;
    case 'journal':
      tenant.replayJournal(objectOf(record['row']), shownOf(record));
      return;
    case 'change':
      tenant.replay(changeOf(record, rooms));
      return;
    case 'subscription':
      recallSubscription(rooms, textOf(record, 'id') ?? '', record['subscription'] ?? null);
      return;
    case 'bin':
      recallBin(rooms, textOf(record, 'key') ?? '', record['binned'] ?? null);
      return;
    case 'session':
      recallSession(rooms.access, record);
      return;
    case 'switches':
      recallSwitches(rooms, record);
      return;
    default:
      deliveries.recall(record);
      recallPlanning(rooms, record);
      rooms.workload.recall(record);
  }
}

function shownOf(record: JsonObject): Shown {
  const savedMicros = numberOf(record, 'savedMicros') ?? 0;
  return { savedMicros, shownMicros: numberOf(record, 'shownMicros') ?? savedMicros };
}

function recordOf(change: Change): JsonObject {
  return { what: 'change', ...change, before: null };
}

const KINDS: readonly ChangeKind[] = ['CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'RECALCULATE'];

function changeOf(record: JsonObject, { tenant }: SandboxRooms): Change {
  const number = (name: string): number => numberOf(record, name) ?? 0;
  const objCode = textOf(record, 'objCode') ?? '';
  const objID = textOf(record, 'objID') ?? '';
  const after = record['after'];
  return {
    sequence: number('sequence'),
    kind: KINDS.find((kind) => kind === record['kind']) ?? 'UPDATE',
    objCode,
    objID,
    before: tenant.store.get(objCode, objID),
    after: isJsonObject(after) ? after : null,
    atMicros: number('atMicros'),
    ...shownOf(record),
    eventTimeMicros: number('eventTimeMicros'),
    journalMicros: number('journalMicros'),
    actorID: textOf(record, 'actorID'),
    sendsEvent: record['sendsEvent'] === true,
    journaled: record['journaled'] === true,
  };
}

/** As it was asked for, and what came to be of it. */
function sentOf(one: Subscription): JsonObject {
  const { objCode, objId, eventType, url, authToken, filtersSent, connector } = one;
  const { createdMicros, modifiedMicros, version, versionMicros, bothVersionsUntilMicros } = one;
  const base64Encoding = one.base64 ? 'true' : 'false';
  const asked = { objCode, objId, eventType, url, authToken, base64Encoding };
  return {
    asked: { ...asked, filters: filtersSent, filterConnector: connector },
    ...{ createdMicros, modifiedMicros, version, versionMicros, bothVersionsUntilMicros },
  };
}

function recallSubscription(rooms: SandboxRooms, id: string, kept: JsonValue): void {
  if (!isJsonObject(kept)) {
    rooms.subscriptions.remove(id);
    return;
  }
  const number = (name: string): number => numberOf(kept, name) ?? 0;
  const asked = readSubscription(kept['asked'] ?? null);
  rooms.queue.breakerOf(asked.url, number('createdMicros'));
  rooms.subscriptions.put({
    id,
    ...asked,
    createdMicros: number('createdMicros'),
    modifiedMicros: number('modifiedMicros'),
    version: kept['version'] === 'v1' ? 'v1' : 'v2',
    versionMicros: number('versionMicros'),
    bothVersionsUntilMicros: number('bothVersionsUntilMicros'),
  });
}

function recallBin(rooms: SandboxRooms, key: string, binned: JsonValue): void {
  if (!isJsonObject(binned)) {
    rooms.bin.put(key, null);
    return;
  }
  const children = isList(binned['children']) ? binned['children'] : [];
  rooms.bin.put(key, {
    objCode: textOf(binned, 'objCode') ?? '',
    row: objectOf(binned['row']),
    children: children.map((child) => ({
      objCode: textOf(objectOf(child), 'objCode') ?? '',
      row: objectOf(objectOf(child)['row']),
    })),
  });
}

function objectOf(value: JsonValue | undefined): ObjectRow {
  return isJsonObject(value) ? value : {};
}
