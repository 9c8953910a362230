/** Objects, their changes, the journal, sessions and the bin in the data file. */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import { fieldText, microsIn, numberOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { MemoryLine, RoomMemory } from '../memory/room-memory.ts';
import type { Access } from './access.ts';
import type { Change, ChangeKind } from './change.ts';
import type { CustomParameters } from './parameters.ts';
import type { RecycleBin } from './recycle-bin.ts';
import type { Shown, Tenant } from './tenant.ts';

type TenantKind = 'start' | 'row' | 'change' | 'journal' | 'session' | 'bin';

interface TenantParts {
  readonly tenant: Tenant;
  readonly access: Access;
  readonly bin: RecycleBin;
  readonly parameters: CustomParameters;
}

export function tenantMemory(parts: TenantParts): RoomMemory<TenantKind> {
  const { tenant, access, bin, parameters } = parts;
  return {
    remember: (append) => {
      tenant.onChangeFirst((change) => append({ what: 'change', ...change, before: null }));
      tenant.onJournal((row, when) => append({ what: 'journal', row, ...when }));
      access.onSession((sessionID, session) =>
        append({ what: 'session', sessionID, ...(session ?? {}) }),
      );
      bin.onChange((key, binned) => append({ what: 'bin', key, binned }));
    },
    recall: {
      start: (line) => {
        tenant.customerID = fieldText(line, 'customerID') ?? '';
        access.setKeyUser(fieldText(line, 'userID') ?? '');
      },
      row: (line) => tenant.seed(fieldText(line, 'objCode') ?? '', objectOf(line['row'])),
      change: (line) => tenant.replay(changeOf(line, tenant)),
      journal: (line) => tenant.replayJournal(objectOf(line['row']), shownOf(line)),
      session: (line) => recallSession(access, line),
      bin: (line) => recallBin(bin, fieldText(line, 'key') ?? '', line['binned'] ?? null),
    },
    resume: () => {
      for (const row of tenant.store.rows('PARAM')) parameters.learn(row);
    },
  };
}

/** Every object that there is, for a new file. */
export function* memoryRows({ tenant }: Pick<TenantParts, 'tenant'>): Iterable<MemoryLine<'row'>> {
  for (const objCode of tenant.store.objCodes()) {
    for (const row of tenant.store.rows(objCode)) yield { what: 'row', objCode, row };
  }
}

function recallSession(access: Access, line: JsonObject): void {
  const userID = fieldText(line, 'userID');
  const expiresMicros = microsIn(line, 'expiresMicros');
  const ended = userID === null || expiresMicros === null;
  access.putSession(fieldText(line, 'sessionID') ?? '', ended ? null : { userID, expiresMicros });
}

function shownOf(line: JsonObject): Shown {
  const savedMicros = microsIn(line, 'savedMicros') ?? asMicros(0);
  return { savedMicros, shownMicros: microsIn(line, 'shownMicros') ?? savedMicros };
}

const KINDS: readonly ChangeKind[] = ['CREATE', 'UPDATE', 'DELETE', 'RESTORE', 'RECALCULATE'];

function changeOf(line: JsonObject, tenant: Tenant): Change {
  const objCode = fieldText(line, 'objCode') ?? '';
  const objID = fieldText(line, 'objID') ?? '';
  const after = line['after'];
  return {
    sequence: numberOf(line, 'sequence') ?? 0,
    kind: KINDS.find((kind) => kind === line['kind']) ?? 'UPDATE',
    objCode,
    objID,
    before: tenant.store.get(objCode, objID),
    after: isJsonObject(after) ? after : null,
    atMicros: microsIn(line, 'atMicros') ?? asMicros(0),
    ...shownOf(line),
    eventTimeMicros: microsIn(line, 'eventTimeMicros') ?? asMicros(0),
    journalMicros: microsIn(line, 'journalMicros') ?? asMicros(0),
    actorID: fieldText(line, 'actorID'),
    sendsEvent: line['sendsEvent'] === true,
    journaled: line['journaled'] === true,
  };
}

function recallBin(bin: RecycleBin, key: string, binned: JsonValue): void {
  if (!isJsonObject(binned)) {
    bin.put(key, null);
    return;
  }
  const children = isList(binned['children']) ? binned['children'] : [];
  bin.put(key, {
    objCode: fieldText(binned, 'objCode') ?? '',
    row: objectOf(binned['row']),
    children: children.map((child) => ({
      objCode: fieldText(objectOf(child), 'objCode') ?? '',
      row: objectOf(objectOf(child)['row']),
    })),
  });
}

function objectOf(value: JsonValue | undefined): ObjectRow {
  return isJsonObject(value) ? value : {};
}
