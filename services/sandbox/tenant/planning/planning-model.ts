/**
 * Planning's objects: workspaces, record types, fields, views, records (reference E), kept in the
 * tenant like every other object, so that events, history and oracle are the same.
 */
import { isJsonObject, isList } from '../../../core/json.ts';
import { fieldTypeOf } from '../../../workfront/planning/field-type.ts';
import type { PlanningFieldType } from '../../../workfront/planning/field-type.ts';
import { PlanningError } from '../../../workfront/planning/planning-error.ts';
import type { Random } from '../../../core/random.ts';
import { planningId } from '../ids.ts';
import { fieldText } from '../../../workfront/object-row.ts';
import type { ObjectRow } from '../../../workfront/object-row.ts';
import type { SaveOptions, Tenant } from '../tenant.ts';
import { LinkIndex } from './link-index.ts';
import { LostLinks } from './lost-links.ts';
import { RecordOrder } from './record-order.ts';
import { ShareBook } from './share-book.ts';
import { dataOf, fieldDefinitionOf } from '../../../workfront/planning/record.ts';
import type { FieldDefinition } from '../../../workfront/planning/record.ts';

export type PlanningCode = 'WORKSPACE' | 'RECORD_TYPE' | 'FIELD' | 'VIEW' | 'RECORD';

const PREFIXES = {
  WORKSPACE: 'Ws',
  RECORD_TYPE: 'Rt',
  FIELD: 'F',
  VIEW: 'V',
  RECORD: 'Rc',
} as const;

/** How many of each Planning allows (reference E.1). */
export const LIMITS = {
  recordsPerType: 25_000,
  fieldsPerType: 500,
  typesPerWorkspace: 100,
  workspaces: 100_000,
  viewsPerUser: 100,
  textLength: 1000,
  paragraphLength: 10_000,
  linksPerConnection: 500,
} as const;

/** "lookup depth: max 5" (OpenAPI file, tag of fields). */
const LOOKUP_DEPTH_MAX = 5;
const NUMERIC_ROLLUPS: ReadonlySet<string> = new Set(['count', 'sum', 'avg', 'min', 'max']);

export class PlanningModel {
  readonly tenant: Tenant;
  readonly order = new RecordOrder((typeID) => this.#idsOf(typeID));
  readonly shares = new ShareBook();
  readonly lost = new LostLinks();
  readonly links: LinkIndex;
  readonly #random: Random;

  /** A fault: objects that nobody may see any more, by `objCode id` (reference C.8). */
  readonly hidden: ReadonlySet<string>;

  constructor(tenant: Tenant, random: Random, hidden: ReadonlySet<string> = new Set()) {
    this.hidden = hidden;
    this.tenant = tenant;
    this.#random = random;
    this.links = new LinkIndex(tenant.store);
  }

  /** Whether a link to a record in the bin stays, without its title (reference C.9). */
  get keepsDeletedLinks(): boolean {
    return this.tenant.settings.planningDeletedLinks === 'valueless';
  }

  create(objCode: PlanningCode, fields: ObjectRow, options: SaveOptions): ObjectRow {
    return this.tenant.create(objCode, { id: this.newId(objCode), ...fields }, options);
  }

  newId(objCode: PlanningCode): string {
    return planningId(PREFIXES[objCode], this.#random);
  }

  /** Throws ENTITY_WITH_ATTRIBUTE_NOT_FOUND when there is none. */
  get(objCode: PlanningCode, id: string): ObjectRow {
    const row = this.tenant.store.get(objCode, id);
    return row ?? this.notFound(objCode, id);
  }

  notFound(objCode: PlanningCode, id: string): never {
    const what = objCode.toLowerCase().replace('_', ' ');
    throw new PlanningError(
      404,
      'ENTITY_WITH_ATTRIBUTE_NOT_FOUND',
      `${what} ${id} not found`,
      'id',
    );
  }

  /** What an object belongs to, and takes its permissions from. */
  parentOf(
    objCode: PlanningCode,
    row: ObjectRow,
  ): { objCode: PlanningCode; row: ObjectRow } | null {
    const isType = objCode === 'RECORD_TYPE';
    const parentCode = isType ? 'WORKSPACE' : 'RECORD_TYPE';
    const id = fieldText(row, isType ? 'workspaceId' : 'recordTypeId') ?? '';
    const parent = objCode === 'WORKSPACE' ? null : this.tenant.store.get(parentCode, id);
    return parent === null ? null : { objCode: parentCode, row: parent };
  }

  /** The workspace of a type, or in which a record was made. */
  homeOf(row: ObjectRow): ObjectRow | null {
    const type = this.tenant.store.get('RECORD_TYPE', fieldText(row, 'recordTypeId') ?? '');
    const id = fieldText(row, 'workspaceId') ?? fieldText(type, 'workspaceId') ?? '';
    return this.tenant.store.get('WORKSPACE', id);
  }

  /** What of a workspace has been shared one by one: types and records. */
  sharedIn(workspaceId: string): readonly string[] {
    const { store } = this.tenant;
    return this.shares.ids().filter((id) => {
      const row = store.get('RECORD_TYPE', id) ?? store.get('RECORD', id);
      return row !== null && fieldText(this.homeOf(row), 'id') === workspaceId;
    });
  }

  /** Its own, and global ones that were added to it. */
  typesOf(workspaceId: string): readonly ObjectRow[] {
    return [...this.tenant.store.rows('RECORD_TYPE')].filter((type) => {
      const { dynamicWorkspaceIds: added } = type;
      const isAdded = added !== undefined && isList(added) && added.includes(workspaceId);
      return isAdded || type['workspaceId'] === workspaceId;
    });
  }

  viewsOf(recordTypeId: string): readonly ObjectRow[] {
    return this.#where('VIEW', 'recordTypeId', recordTypeId);
  }

  fieldsOf(recordTypeId: string): readonly FieldDefinition[] {
    return this.#where('FIELD', 'recordTypeId', recordTypeId).map(fieldDefinitionOf);
  }

  /** By id or alias. */
  fieldFinder(recordTypeId: string): (key: string) => FieldDefinition | null {
    const fields = this.fieldsOf(recordTypeId);
    return (key) =>
      fields.find(({ id }) => id === key) ??
      fields.find(({ row }) => fieldText(row, 'alias') === key) ??
      null;
  }

  /** As `fieldFinder`; a lookup compares like the field that it shows (the Planning page). */
  searchFinder(recordTypeId: string): (key: string) => FieldDefinition | null {
    const find = this.fieldFinder(recordTypeId);
    return (key) => {
      const field = find(key);
      return field?.type === 'lookup' ? { ...field, type: this.#shownType(field.row, 0) } : field;
    };
  }

  #shownType(lookup: ObjectRow, depth: number): PlanningFieldType {
    const options = lookup['lookupOptions'];
    if (!isJsonObject(options) || depth > LOOKUP_DEPTH_MAX) return 'lookup';
    const rollup = (fieldText(options, 'rollup') ?? '').toLowerCase();
    if (NUMERIC_ROLLUPS.has(rollup)) return 'number';
    const source = options['sourceField'];
    const id = isJsonObject(source) ? (fieldText(source, 'id') ?? '') : '';
    const row = this.tenant.store.get('FIELD', id);
    const type = fieldTypeOf(fieldText(row, 'type') ?? '') ?? 'lookup';
    if (type === 'lookup' && row !== null) return this.#shownType(row, depth + 1);
    // The system's own columns are those of the other record, not of this one.
    if (type.endsWith('-at')) return 'date';
    return type.endsWith('-by') ? 'text' : type;
  }

  typeByAlias(alias: string): ObjectRow | null {
    for (const row of this.tenant.store.rows('RECORD_TYPE')) {
      if (fieldText(row, 'alias') === alias) return row;
    }
    return null;
  }

  /** What search sees, which may lag. */
  recordsOf(recordTypeId: string): readonly ObjectRow[] {
    this.tenant.view.advance(this.tenant.clock.nowMicros());
    const rows = new Map<string, ObjectRow>();
    for (const row of this.tenant.view.rows('RECORD')) {
      if (row['recordTypeId'] === recordTypeId) rows.set(fieldText(row, 'id') ?? '', row);
    }
    const ids = this.order.ordered(recordTypeId, [...rows.keys()]);
    return ids.map((id) => rows.get(id)).filter((row) => row !== undefined);
  }

  /** As they are, not as search sees them. */
  storedRecordsOf(recordTypeId: string): readonly ObjectRow[] {
    return this.#where('RECORD', 'recordTypeId', recordTypeId);
  }

  /**
   * A type goes with its fields, views and records; those vanish without events (reference E.5).
   */
  removeType(id: string, options: SaveOptions): void {
    const silent = { ...options, silent: true };
    for (const objCode of ['RECORD', 'VIEW', 'FIELD'] as const) {
      for (const row of this.#where(objCode, 'recordTypeId', id)) {
        this.tenant.remove(objCode, fieldText(row, 'id') ?? '', silent);
      }
    }
    this.tenant.remove('RECORD_TYPE', id, options);
  }

  removeWorkspace(id: string, options: SaveOptions): void {
    for (const type of this.#where('RECORD_TYPE', 'workspaceId', id)) {
      this.removeType(fieldText(type, 'id') ?? '', options);
    }
    this.tenant.remove('WORKSPACE', id, options);
  }

  /** A field's values vanish from all records without events on them. */
  removeField(id: string, options: SaveOptions): void {
    const recordTypeId = fieldText(this.get('FIELD', id), 'recordTypeId') ?? '';
    for (const record of this.#where('RECORD', 'recordTypeId', recordTypeId)) {
      const { [id]: gone, ...data } = dataOf(record);
      if (gone === undefined) continue;
      const how = { ...options, silent: true, keepsClock: true, kind: 'RECALCULATE' as const };
      this.tenant.update('RECORD', fieldText(record, 'id') ?? '', { data }, how);
    }
    this.tenant.remove('FIELD', id, options);
  }

  /** The name that people see: the value of the type's primary field. */
  titleOf(record: ObjectRow): string | null {
    const type = this.tenant.store.get('RECORD_TYPE', fieldText(record, 'recordTypeId') ?? '');
    const value = dataOf(record)[fieldText(type, 'primaryFieldId') ?? ''];
    return typeof value === 'string' ? value : null;
  }

  #idsOf(recordTypeId: string): readonly string[] {
    return this.storedRecordsOf(recordTypeId).map((row) => fieldText(row, 'id') ?? '');
  }

  #where(objCode: PlanningCode, field: string, value: string): readonly ObjectRow[] {
    return [...this.tenant.store.rows(objCode)].filter((row) => row[field] === value);
  }
}
