/**
 * The truth: any object at any instant, its whole history, and everything, for tests to compare
 * with.
 */
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { eventFieldsOf } from '../../workfront/catalogue/catalogue.ts';
import { formatIsoDate } from '../../workfront/dates.ts';
import type { CustomParameters } from '../tenant/parameters.ts';
import { idOf } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import { isJsonObject } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros, ObjCode, ObjID } from '../../core/units.ts';
import { schemaOf } from '../../workfront/catalogue/schema.ts';
import type { Tenant } from '../tenant/tenant.ts';

export interface ExportOptions {
  /** None: all. */
  readonly objCodes: readonly string[];
  /** Null: now. */
  readonly atMicros: Micros | null;
  /** Without those that have stood still since the sandbox began. */
  readonly changedOnly: boolean;
  /** With every change of each, as `history` tells it. */
  readonly withHistory: boolean;
}

export class Oracle {
  readonly #tenant: Tenant;
  readonly #parameters: CustomParameters;

  constructor(tenant: Tenant, parameters: CustomParameters) {
    this.#tenant = tenant;
    this.#parameters = parameters;
  }

  /**
   * `{objCode, objID, exists, fields}`; dates are ISO with Z, empty fields null or absent.
   * `atMicros` null: now.
   * Null when there has never been such an object.
   */
  state(objCode: ObjCode, objID: ObjID, atMicros: Micros | null): JsonObject | null {
    const now = this.#tenant.store.get(objCode, objID);
    const then = atMicros === null ? now : this.#tenant.history.stateAt(objCode, objID, atMicros);
    const row = then === undefined ? now : then;
    const entries = this.#tenant.history.entries(objCode, objID);
    if (row === null && entries.length === 0) return null;
    return {
      objCode,
      objID,
      exists: row !== null,
      fields: row === null ? null : this.#shown(objCode, row),
    };
  }

  history(objCode: ObjCode, objID: ObjID): JsonValue {
    return this.#tenant.history.entries(objCode, objID).map((entry) => ({
      sequence: entry.sequence,
      kind: entry.kind,
      at: formatIsoDate(entry.atMicros),
      eventTime: formatIsoDate(entry.eventTimeMicros),
      journalEntryDate: formatIsoDate(entry.journalMicros),
      actorID: entry.actorID,
      sentEvent: entry.sentEvent,
      journaled: entry.journaled,
      changes: this.#shown(objCode, entry.changes),
    }));
  }

  /**
   * One JSON line an object, deleted ones (`exists: false`) too; all types, or those asked for.
   */
  *export(options: ExportOptions): IterableIterator<string> {
    const { objCodes, changedOnly } = options;
    const wanted = objCodes.length === 0 ? this.#tenant.store.objCodes() : objCodes;
    for (const objCode of wanted) {
      if (objCode === 'JRNLE') continue; // append-only rows have no state to compare
      for (const row of this.#tenant.store.rows(objCode)) {
        const stoodStill = this.#tenant.history.entries(objCode, idOf(row)).length === 0;
        if (changedOnly && stoodStill) continue;
        yield this.#line(objCode, idOf(row), options);
      }
    }
    for (const [objCode, objID] of this.#tenant.history.objects()) {
      if (objCodes.length > 0 && !objCodes.includes(objCode)) continue;
      if (this.#tenant.store.get(objCode, objID) !== null) continue;
      yield this.#line(objCode, objID, options);
    }
  }

  #line(objCode: ObjCode, objID: ObjID, { atMicros, withHistory }: ExportOptions): string {
    const state = this.state(objCode, objID, atMicros);
    const line = withHistory ? { ...state, history: this.history(objCode, objID) } : state;
    return `${JSON.stringify(line)}\n`;
  }

  /**
   * Fields of its own that an event of the type carries: what a table fed by webhooks alone can
   * know. Not `project:status`: it is the project's, and no event of the task tells when it moves.
   */
  carried(objCode: ObjCode): readonly string[] {
    const names = (eventFieldsOf(objCode)?.fields ?? []).map(([name]) => name);
    return names.filter((name) => !name.includes(':'));
  }

  #shown(objCode: ObjCode, row: ObjectRow): JsonObject {
    const schema = schemaOf(objCode);
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => {
        if (name === 'parameterValues' && isJsonObject(value)) {
          const members = Object.entries(value).map(([key, one]) => [key, this.#custom(key, one)]);
          return [name, Object.fromEntries(members) satisfies JsonObject];
        }
        if (name.startsWith('DE:')) return [name, this.#custom(name, value)];
        return [name, schema.get(name) === 'dateTime' ? iso(value) : value];
      }),
    );
  }

  #custom(name: string, value: JsonValue): JsonValue {
    return this.#parameters.find(name)?.type === 'dateTime' ? iso(value) : value;
  }
}

function iso(value: JsonValue): JsonValue {
  return typeof value === 'number' ? formatIsoDate(asMicros(value)) : value;
}
