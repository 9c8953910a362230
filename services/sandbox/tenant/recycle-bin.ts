/**
 * Deletes with what hangs on them, the bin, and the way back under the same ID (reference C.9).
 */
import type { JsonObject } from '../../core/json.ts';
import type { ObjCode, ObjID } from '../../core/units.ts';
import { collectionsOf } from '../../workfront/catalogue/collections.ts';
import { idOf, fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { SaveOptions, Tenant } from './tenant.ts';

/** Thirty days; everything else is gone at once (reference C.9). */
const RESTORABLE: ReadonlySet<string> = new Set([
  'PROJ',
  'TASK',
  'OPTASK',
  'DOCU',
  'TMPL',
  'RECORD',
]);

export interface Binned {
  readonly objCode: ObjCode;
  readonly row: ObjectRow;
  /** What went with it, and comes back with it. */
  readonly children: readonly { readonly objCode: ObjCode; readonly row: ObjectRow }[];
}

/** Of an hour: what it was logged on. */
const HOLDER_FIELDS: ReadonlyMap<string, string> = new Map([
  ['PROJ', 'projectID'],
  ['TASK', 'taskID'],
  ['OPTASK', 'opTaskID'],
]);

export class RecycleBin {
  readonly #tenant: Tenant;
  readonly #binned = new Map<string, Binned>();
  #tell: (key: string, binned: Binned | null) => void = () => undefined;

  constructor(tenant: Tenant) {
    this.#tenant = tenant;
  }

  /** False when there is no such object. */
  remove(objCode: ObjCode, id: string, options: SaveOptions): boolean {
    const row = this.#tenant.store.get(objCode, id);
    if (row === null) return false;
    const { childDeleteEvents } = this.#tenant.settings;
    const children = this.#childrenOf(objCode, row);
    for (const child of children) {
      this.#tenant.remove(child.objCode, idOf(child.row), {
        ...options,
        silent: options.silent === true || !childDeleteEvents,
      });
    }
    this.#moveHours(objCode, row, options);
    this.#tenant.remove(objCode, id, options);
    const isKept = RESTORABLE.has(objCode) && !this.#tenant.isRehearsing;
    if (isKept) this.put(`${objCode} ${id}`, { objCode, row, children });
    return true;
  }

  /**
   * The same ID, with what went with it; with or without an event, with or without moving the
   * clock.
   */
  restore(objCode: ObjCode, id: string, options: SaveOptions): ObjectRow | null {
    const key = `${objCode} ${id}`;
    const binned = this.#binned.get(key);
    if (binned === undefined) return null;
    this.put(key, null);
    const { restoreEvent, restoreMovesClock } = this.#tenant.settings;
    const how = { ...options, silent: !restoreEvent, keepsClock: !restoreMovesClock };
    const restored = this.#tenant.restore(objCode, binned.row, how);
    for (const child of binned.children) this.#tenant.restore(child.objCode, child.row, how);
    return restored;
  }

  put(key: string, binned: Binned | null): void {
    if (binned === null) this.#binned.delete(key);
    else this.#binned.set(key, binned);
    this.#tell(key, binned);
  }

  onChange(listener: (key: string, binned: JsonObject | null) => void): void {
    this.#tell = (key, binned) => listener(key, binned === null ? null : { ...binned });
  }

  list(): readonly { readonly objCode: ObjCode; readonly objID: ObjID }[] {
    return [...this.#binned.values()].map(({ objCode, row }) => ({ objCode, objID: idOf(row) }));
  }

  #childrenOf(objCode: ObjCode, row: ObjectRow): { objCode: string; row: ObjectRow }[] {
    const { store, settings } = this.#tenant;
    const found = new Map<string, { objCode: ObjCode; row: ObjectRow }>();
    for (const { objCode: child, field } of Object.values(collectionsOf(objCode))) {
      if (child === 'HOUR' && settings.hoursSurviveDelete) continue;
      for (const member of store.rows(child)) {
        if (fieldText(member, field) !== idOf(row)) continue;
        for (const below of this.#childrenOf(child, member)) found.set(idOf(below.row), below);
        found.set(idOf(member), { objCode: child, row: member });
      }
    }
    return [...found.values()];
  }

  /**
   * Hours of a project survive as general hours; of a task or issue they move to the project
   * (reference C.9).
   */
  #moveHours(objCode: ObjCode, row: ObjectRow, options: SaveOptions): void {
    if (!this.#tenant.settings.hoursSurviveDelete) return;
    const field = HOLDER_FIELDS.get(objCode);
    if (field === undefined) return;
    const moved: string[] = [];
    for (const hour of this.#tenant.store.rows('HOUR')) {
      if (fieldText(hour, field) === idOf(row)) moved.push(idOf(hour));
    }
    const cleared =
      objCode === 'PROJ' ? { projectID: null, taskID: null, opTaskID: null } : { [field]: null };
    for (const id of moved) this.#tenant.update('HOUR', id, cleared, options);
  }
}
