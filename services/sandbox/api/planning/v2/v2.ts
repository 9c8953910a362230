/** Planning v2, 2026-05: routes (reference E.3). */
import { answer, empty } from '../../http/exchange.ts';
import type { SandboxResponse } from '../../http/exchange.ts';
import { fieldText } from '../../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../../workfront/object-row.ts';
import { attachable, detachType } from './global-types.ts';
import { moveRecords } from './move-records.ts';
import { cursorPage } from '../../../../workfront/planning/answer/page.ts';
import { permissions } from './permissions.ts';
import { objectBody } from '../planning-call.ts';
import type { PlanningCall } from '../planning-call.ts';
import { recordHistory } from './record-history.ts';
import { createRecord, editRecord, removeRecord } from '../edit-records.ts';
import { readable, seen } from '../readable.ts';
import { bulk, listRecords, searchRecords, shownRecord } from './v2-records.ts';
import { createStructure, editStructure, removeStructure, shownStructure } from './v2-structure.ts';
import type { Structure } from './v2-structure.ts';

const LISTING = { fallback: 100, most: 500 };
const HISTORY = { fallback: 20, most: 50 };
const RESOURCES: Readonly<Record<string, Structure>> = {
  workspaces: 'WORKSPACE',
  'record-types': 'RECORD_TYPE',
  fields: 'FIELD',
  views: 'VIEW',
};

/** Null when there is no such operation. */
export function routeV2(call: PlanningCall): SandboxResponse | null {
  const [resource = '', id, below, ...more] = call.segments;
  if (resource === 'permissions') return permissions(call);
  if (resource === 'records' && id !== undefined) return onRecord(call, id, below);
  const objCode = Object.hasOwn(RESOURCES, resource) ? RESOURCES[resource] : undefined;
  if (objCode === undefined) return null;
  if (id === undefined) return objCode === 'WORKSPACE' ? collection(call, objCode, {}) : null;
  if (below === undefined) return onStructure(call, objCode, id);
  if (objCode === 'WORKSPACE') return belowWorkspace(call, id, below, more);
  return objCode === 'RECORD_TYPE' ? belowType(call, id, below, more) : null;
}

function belowWorkspace(
  call: PlanningCall,
  workspaceId: string,
  below: string,
  [typeID, act]: readonly string[],
): SandboxResponse | null {
  const workspace = readable(call, 'WORKSPACE', workspaceId);
  if (below === 'record-types' && typeID === undefined) {
    return collection(call, 'RECORD_TYPE', { workspaceId });
  }
  if (below === 'global-record-types' && call.method === 'GET') {
    return listing(call, 'RECORD_TYPE', attachable(call, workspaceId));
  }
  if (below !== 'record-types' || act !== 'detach' || call.method !== 'POST') return null;
  detachType(call, typeID ?? '', workspace);
  return empty(204);
}

function belowType(
  call: PlanningCall,
  recordTypeId: string,
  below: string,
  [act]: readonly string[],
): SandboxResponse | null {
  const { method } = call;
  readable(call, 'RECORD_TYPE', recordTypeId);
  if (below === 'fields' && act === undefined) return collection(call, 'FIELD', { recordTypeId });
  if (below === 'views' && act === undefined) return collection(call, 'VIEW', { recordTypeId });
  if (below !== 'records') return null;
  if (act === 'search' && (method === 'GET' || method === 'POST')) {
    return answer(200, searchRecords(call, recordTypeId));
  }
  if (act === 'move' && method === 'POST') return moveRecords(call, recordTypeId);
  if (act === 'bulk' && method !== 'GET') return bulk(call, recordTypeId);
  if (act !== undefined) return null;
  if (method === 'GET') return answer(200, listRecords(call, recordTypeId));
  if (method !== 'POST') return null;
  const row = createRecord(call, recordTypeId, objectBody(call));
  return answer(201, shownRecord(call, row));
}

function onRecord(call: PlanningCall, id: string, below?: string): SandboxResponse | null {
  const row = readable(call, 'RECORD', id);
  if (below === 'history' && call.method === 'GET') {
    const entries = recordHistory(call.model, row);
    return answer(
      200,
      cursorPage(call.request, entries, HISTORY, (entry) => entry),
    );
  }
  if (below === 'thumbnail') return thumbnail(call, id);
  if (below !== undefined) return null;
  switch (call.method) {
    case 'GET':
      return answer(200, shownRecord(call, row));
    case 'PUT':
      return answer(200, shownRecord(call, editRecord(call, id, objectBody(call), 'replace')));
    case 'PATCH':
      return answer(200, shownRecord(call, editRecord(call, id, objectBody(call), 'merge')));
    case 'DELETE':
      removeRecord(call, id);
      return empty(204);
    default:
      return null;
  }
}

function thumbnail(call: PlanningCall, id: string): SandboxResponse | null {
  if (call.method === 'POST') {
    const url = `https://sandbox.example/thumbnails/${id}`;
    return answer(201, shownRecord(call, editRecord(call, id, { thumbnailUrl: url }, 'merge')));
  }
  if (call.method !== 'DELETE') return null;
  editRecord(call, id, { thumbnailUrl: null }, 'merge');
  return empty(204);
}

function onStructure(call: PlanningCall, objCode: Structure, id: string): SandboxResponse | null {
  switch (call.method) {
    case 'GET':
      return answer(200, shownStructure(call, objCode, readable(call, objCode, id)));
    case 'PUT':
    case 'PATCH':
      return answer(200, editStructure(call, objCode, id));
    case 'DELETE':
      removeStructure(call, objCode, id);
      return empty(204);
    default:
      return null;
  }
}

/** The members of a parent: listed, or one more made. */
function collection(
  call: PlanningCall,
  objCode: Structure,
  parent: ObjectRow,
): SandboxResponse | null {
  if (call.method === 'POST') return answer(201, createStructure(call, objCode, parent));
  if (call.method !== 'GET') return null;
  const { model } = call;
  const workspaceId = fieldText(parent, 'workspaceId');
  const recordTypeId = fieldText(parent, 'recordTypeId') ?? '';
  if (objCode === 'WORKSPACE') {
    return listing(call, objCode, seen(call, objCode, [...model.tenant.store.rows(objCode)]));
  }
  if (objCode === 'RECORD_TYPE') {
    return listing(call, objCode, seen(call, objCode, model.typesOf(workspaceId ?? '')));
  }
  if (objCode === 'VIEW') {
    return listing(call, objCode, seen(call, objCode, model.viewsOf(recordTypeId)));
  }
  const rows = model.fieldsOf(recordTypeId).map(({ row }) => row);
  return listing(call, objCode, rows);
}

function listing(
  call: PlanningCall,
  objCode: Structure,
  rows: readonly ObjectRow[],
): SandboxResponse {
  const show = (row: ObjectRow) => shownStructure(call, objCode, row);
  return answer(200, cursorPage(call.request, rows, LISTING, show));
}
