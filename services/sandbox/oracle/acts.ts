/**
 * Acts that no API has: restore from the bin, loss of rights, recalculation, renaming a custom
 * field…
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';
import type { Access } from '../tenant/access.ts';
import { readFields } from '../api/attask/read-fields.ts';
import type { RecycleBin } from '../tenant/recycle-bin.ts';
import type { Faults } from '../faults/faults.ts';
import type { CustomParameters } from '../tenant/parameters.ts';
import { idOf, parametersOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { schemaOf } from '../../workfront/catalogue/schema.ts';
import type { Tenant } from '../tenant/tenant.ts';

export class ActRefused extends SyntaxError {}

export interface ActsParts {
  readonly tenant: Tenant;
  readonly bin: RecycleBin;
  readonly faults: Faults;
  readonly access: Access;
  readonly parameters: CustomParameters;
}

export class Acts {
  readonly #parts: ActsParts;

  constructor(parts: ActsParts) {
    this.#parts = parts;
  }

  /** `{act, …}`; returns what came of it. */
  perform(body: JsonValue): JsonObject {
    if (!isJsonObject(body)) throw new ActRefused('expected {act: …}');
    const { tenant, bin, faults, access } = this.#parts;
    const act = body['act'];
    switch (typeof act === 'string' ? act : '') {
      case 'delete': {
        const { objCode, objID } = named(body);
        const silent = body['silent'] === true;
        const removed = bin.remove(objCode, objID, { actorID: null, silent });
        return { removed };
      }
      case 'restore': {
        const { objCode, objID } = named(body);
        return { restored: bin.restore(objCode, objID, { actorID: null }) !== null };
      }
      case 'bin':
        return { binned: bin.list() };
      case 'hide':
      case 'reveal': {
        const { objCode, objID } = named(body);
        if (act === 'hide') faults.hidden.add(`${objCode} ${objID}`);
        else faults.hidden.delete(`${objCode} ${objID}`);
        return { hidden: faults.hidden.size };
      }
      case 'recalculate':
        return this.#recalculate(body);
      case 'renameParameter':
        return this.#renameParameter(text(body, 'from'), text(body, 'to'));
      case 'retypeParameter':
        return this.#retypeParameter(text(body, 'name'), text(body, 'dataType'));
      case 'convertIssue':
        return this.#convertIssue(text(body, 'objID'), body['keepID'] === true);
      case 'expireSessions':
        access.expireSessions();
        return { expired: true };
      case 'blankDate': {
        const { objCode, objID } = named(body);
        const field = text(body, 'field');
        if (schemaOf(objCode).get(field) !== 'dateTime')
          throw new ActRefused(`${field} is no date`);
        // Empty strings where dates belong, as one public sample has them.
        const saved = tenant.update(objCode, objID, { [field]: '' }, { actorID: null });
        return { saved: saved !== null };
      }
      default:
        throw new ActRefused(`unknown act ${JSON.stringify(act ?? null)}`);
    }
  }

  /**
   * Fields change with nobody editing: with or without event and clock, never journaled (reference
   * A.5, C.8); `shownAfterMs`: search shows it so late.
   */
  #recalculate(body: JsonObject): JsonObject {
    const { objCode, objID } = named(body);
    const { tenant, parameters } = this.#parts;
    const before = tenant.store.get(objCode, objID);
    const fields = body['fields'];
    if (before === null || !isJsonObject(fields)) throw new ActRefused('no such object or fields');
    const context = { version: 22, parameters, zone: tenant.settings.zone };
    const changes = readFields(objCode, fields, before, context);
    const shownAfterMs = body['shownAfterMs'];
    tenant.update(objCode, objID, changes, {
      ...(typeof shownAfterMs === 'number' && { shownAfterMs }),
      actorID: null,
      kind: 'RECALCULATE',
      silent: body['event'] !== true,
      keepsClock: body['clock'] !== true,
      journaled: false,
    });
    return { recalculated: true };
  }

  /** The key changes in every object, without an event on those objects (D notes). */
  #renameParameter(from: string, to: string): JsonObject {
    const parameter = this.#parameterRow(from);
    const { tenant } = this.#parts;
    tenant.update('PARAM', idOf(parameter), { name: to }, { actorID: null });
    let renamed = 0;
    for (const objCode of tenant.store.objCodes()) {
      for (const row of [...tenant.store.rows(objCode)]) {
        const values = parametersOf(row);
        const { [`DE:${from}`]: value, ...others } = values;
        if (value === undefined) continue;
        const changes: ObjectRow = { parameterValues: { ...others, [`DE:${to}`]: value } };
        tenant.update(objCode, idOf(row), changes, SILENT);
        renamed += 1;
      }
    }
    return { renamed };
  }

  #retypeParameter(name: string, dataType: string): JsonObject {
    const parameter = this.#parameterRow(name);
    this.#parts.tenant.update('PARAM', idOf(parameter), { dataType }, { actorID: null });
    return { retyped: true };
  }

  /** The task keeps the issue's ID, or gets one of its own and links back (reference C.9). */
  #convertIssue(objID: ObjID, keepID: boolean): JsonObject {
    const { tenant } = this.#parts;
    const issue = tenant.store.get('OPTASK', objID);
    if (issue === null) throw new ActRefused(`no issue ${objID}`);
    const kept = [
      'name',
      'description',
      'projectID',
      'priority',
      'parameterValues',
      'assignedToID',
    ];
    const fields = Object.fromEntries(kept.map((name) => [name, issue[name] ?? null]));
    tenant.remove('OPTASK', objID, { actorID: null });
    const task = tenant.create(
      'TASK',
      {
        ...fields,
        ...(keepID ? { ID: objID } : {}),
        status: 'NEW',
        percentComplete: 0,
        convertedOpTaskID: objID,
        convertedOpTaskName: fieldText(issue, 'name'),
      },
      { actorID: null },
    );
    return { taskID: idOf(task) };
  }

  #parameterRow(name: string): ObjectRow {
    for (const row of this.#parts.tenant.store.rows('PARAM')) {
      if (fieldText(row, 'name') === name) return row;
    }
    throw new ActRefused(`no custom field ${name}`);
  }
}

const SILENT = {
  actorID: null,
  kind: 'RECALCULATE',
  silent: true,
  keepsClock: true,
  journaled: false,
} as const;

function named(body: JsonObject): { objCode: ObjCode; objID: ObjID } {
  return { objCode: text(body, 'objCode'), objID: text(body, 'objID') };
}

function text(body: JsonObject, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new ActRefused(`${name} is required`);
}
