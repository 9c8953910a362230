/** GET of the attask API: search, count, one object, several by id (reference C.2). */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { ObjCode, ObjID } from '../../../core/units.ts';
import { badRequest, noRight, notFound } from '../../../workfront/attask/attask-error.ts';
import { parseFields, parseSearch } from '../../../workfront/attask/parse-search.ts';
import type { SearchContext } from '../../../workfront/attask/parse-search.ts';
import type { Accessor } from '../../../workfront/filter/evaluate.ts';
import { idOf, fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import { classNameOf } from '../../../workfront/catalogue/schema.ts';
import type { AttaskCall } from './attask-call.ts';
import { readerOf, fieldSteps, typeOfPath } from '../../../workfront/attask/answer/field-paths.ts';
import type { ObjectRows } from '../../../workfront/attask/answer/field-paths.ts';
import { createRenderer } from '../../../workfront/attask/answer/render.ts';
import type { Renderer } from '../../../workfront/attask/answer/render.ts';
import { allMatching, runCount, runSearch } from './run-search.ts';
import type { SearchRun } from './run-search.ts';
import { askedIDs } from './asked-ids.ts';

export function searchObjects(call: AttaskCall, objCode: string): JsonValue {
  const run = runOf(call, objCode);
  return showPage(call, run, runSearch(run));
}

export function showPage(call: AttaskCall, run: SearchRun, found: readonly ObjectRow[]): JsonValue {
  const render = rendererFor(call, run.objCode, run.search.fields, call.tenant.view);
  if (run.search.map) {
    return Object.fromEntries(found.map((row) => [idOf(row), render(row)]));
  }
  return found.map(render);
}

export function countObjects(call: AttaskCall, objCode: string): JsonValue {
  return { count: runCount(runOf(call, objCode)) };
}

/** Every row that the parameters let through, and how a path of one is read. */
export function findAll(
  call: AttaskCall,
  objCode: string,
  parameters: AttaskCall['request']['parameters'],
): {
  rows: Iterable<ObjectRow>;
  reader: (path: string) => (row: ObjectRow) => JsonValue | undefined;
} {
  const run = runOf({ ...call, request: { ...call.request, parameters } }, objCode);
  return { rows: allMatching(run), reader: (path) => run.accessor(path, 'text') };
}

export function getOne(call: AttaskCall, objCode: ObjCode, id: ObjID): JsonValue {
  const row = visible(call, objCode, id);
  const fields = askedFields(call);
  return rendererFor(call, objCode, fields, call.tenant.store)(row);
}

/** `?id=a,b`; an unknown id's fate is unpublished (reference C.2), here it is left out. */
export function getMany(call: AttaskCall, objCode: string): JsonValue {
  const ids = askedIDs(call);
  const render = rendererFor(call, objCode, askedFields(call), call.tenant.store);
  const rows = ids.map((id) => call.tenant.store.get(objCode, id));
  return rows
    .filter((row) => row !== null)
    .filter((row) => !call.faults.isHidden(objCode, idOf(row)))
    .map(render);
}

export function renderOne(call: AttaskCall, objCode: string, row: ObjectRow): JsonObject {
  return rendererFor(call, objCode, askedFields(call), call.tenant.store)(row);
}

/** Throws: 403 for what the caller may not see, 404 for what is not there (reference C.8). */
export function visible(call: AttaskCall, objCode: ObjCode, id: ObjID): ObjectRow {
  const row = call.tenant.store.get(objCode, id);
  if (call.faults.isHidden(objCode, id)) {
    throw noRight(`You do not have access to this ${classNameOf(objCode)}`);
  }
  if (row === null) throw notFound(`${classNameOf(objCode)} with ID ${id} does not exist`);
  return row;
}

function askedFields(call: AttaskCall): readonly string[] {
  return call.request.parameters
    .filter(([name]) => name === 'fields')
    .flatMap(([, value]) => parseFields(value));
}

function rendererFor(
  call: AttaskCall,
  objCode: string,
  fields: readonly string[],
  rows: ObjectRows,
): Renderer {
  const { parameters, zone, tenant } = call;
  const context = {
    version: call.request.version,
    nowMicros: tenant.now(),
    customFields: parameters,
  };
  return createRenderer(objCode, fields, { ...context, rows, zone });
}

/** A search of the rows that the parameters ask for. */
export function runOf(call: AttaskCall, objCode: string): SearchRun {
  const { tenant, parameters, caller, zone, faults } = call;
  tenant.view.advance(tenant.clock.nowMicros());
  const path = { version: call.request.version, customFields: parameters, nowMicros: tenant.now() };
  const context: SearchContext = {
    nowMicros: tenant.now(),
    zone,
    customerID: tenant.customerID,
    userField: (name) => fieldText(caller.user, name),
    typeOf: (name, use) => {
      refuseJournalFilter(call, objCode, name, use);
      return typeOfPath(fieldSteps(objCode, name, path));
    },
  };
  const accessor: Accessor<ObjectRow> = (name) =>
    readerOf(fieldSteps(objCode, name, path), tenant.view);
  const parsed = parseSearch(call.request.parameters, context);
  const isHidden = (row: ObjectRow): boolean => faults.isHidden(objCode, idOf(row));
  return { objCode, search: parsed, view: tenant.view, accessor, isHidden };
}

const NOT_FILTERABLE: ReadonlySet<string> = new Set([
  'subObjCode',
  'subObjID',
  'topObjCode',
  'topObjID',
]);

/**
 * NOT_FILTERABLE in JRNLE since v13 (reference A.2); a switch, because one page still shows such a
 * query.
 */
function refuseJournalFilter(
  call: AttaskCall,
  objCode: string,
  name: string,
  use: 'filter' | 'sort',
): void {
  if (objCode !== 'JRNLE' || use !== 'filter' || !call.tenant.settings.journalNotFilterable) return;
  if (NOT_FILTERABLE.has(name)) throw badRequest(`Field ${name} (Journal Entry) is NOT_FILTERABLE`);
}
