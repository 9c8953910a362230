/**
 * Resolves field paths of the attask grammar (`project:status`, `tasks:name`, `DE:x`) over
 * rows.
 */
import { ownMember } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';
import { unreachable } from '../../../core/unreachable.ts';
import type { Micros, ObjCode, ObjID } from '../../../core/units.ts';
import { badRequest, unknownField } from '../attask-error.ts';
import type { FieldType } from '../../catalogue/field-types.generated.ts';
import { collectionOf } from '../../catalogue/collections.ts';
import type { Collection } from '../../catalogue/collections.ts';
import type { CustomFields } from '../../catalogue/custom-field.ts';
import { nowDependentValue } from '../../catalogue/now-dependent-values.ts';
import { idOf, parametersOf, fieldText } from '../../object-row.ts';
import type { ObjectRow } from '../../object-row.ts';
import { classNameOf, isOpen, referencesOf, schemaOf } from '../../catalogue/schema.ts';

/** Where rows are read from: all that there are, or what search sees of them. */
export interface ObjectRows {
  get(objCode: ObjCode, id: ObjID): ObjectRow | null;
  rows(objCode: string): IterableIterator<ObjectRow>;
}

export interface PathContext {
  readonly version: number;
  readonly customFields: CustomFields;
  /** For fields that move with the clock. */
  readonly nowMicros: Micros;
}

/** One step of a path: to another object, to many, or to a value. */
export type Step =
  | { readonly kind: 'reference'; readonly field: string; readonly objCode: string }
  | { readonly kind: 'collection'; readonly collection: Collection }
  | { readonly kind: 'parameter'; readonly name: string; readonly type: FieldType }
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly type: FieldType;
      readonly read: (row: ObjectRow) => JsonValue | undefined;
    };

const DEPTH_MAX = 4; // levels of `fields`, and of filters alike (reference C.4)

/** `project:DE:Cost centre` is project, then DE:Cost centre. */
export function splitPath(path: string): string[] {
  const custom = /(^|:)DE:/.exec(path);
  if (custom === null) return path.split(':');
  const head = path.slice(0, custom.index);
  const tail = path.slice(custom.index + (custom[1] ?? '').length);
  return [...(head === '' ? [] : head.split(':')), tail];
}

/** Throws the documented error for a field that the type does not have (reference C.5). */
export function stepOf(objCode: string, name: string, context: PathContext): Step {
  if (name.startsWith('DE:')) {
    const parameter = context.customFields.find(name);
    if (parameter === null) throw unknownField(context.version, name, classNameOf(objCode));
    return { kind: 'parameter', name, type: parameter.type };
  }
  const type = schemaOf(objCode).get(name);
  if (type !== undefined) return fieldStep(objCode, name, type, context);
  const collection = collectionOf(objCode, name);
  if (collection !== null) return { kind: 'collection', collection };
  const target = referencesOf(objCode).get(`${name}ID`);
  if (target !== undefined) return { kind: 'reference', field: `${name}ID`, objCode: target };
  if (isOpen(objCode)) {
    return fieldStep(objCode, name, name.endsWith('Date') ? 'dateTime' : 'unknown', context);
  }
  throw unknownField(context.version, name, classNameOf(objCode));
}

export function fieldStep(
  objCode: string,
  name: string,
  type: FieldType,
  { nowMicros }: PathContext,
): Step & { kind: 'field' } {
  const compute = nowDependentValue(objCode, name);
  const read = (row: ObjectRow): JsonValue | undefined =>
    compute === null ? ownMember(row, name) : compute(row, nowMicros);
  return { kind: 'field', name, type, read };
}

export function fieldSteps(objCode: string, path: string, context: PathContext): readonly Step[] {
  const names = splitPath(path);
  if (names.length > DEPTH_MAX) throw badRequest(`${path} is more than ${DEPTH_MAX} levels deep`);
  const steps: Step[] = [];
  let at = objCode;
  for (const name of names) {
    const step = stepOf(at, name, context);
    const last = steps.at(-1);
    if (last?.kind === 'field' || last?.kind === 'parameter') {
      throw unknownField(context.version, path, classNameOf(objCode));
    }
    steps.push(step);
    if (step.kind === 'reference') at = step.objCode;
    if (step.kind === 'collection') at = step.collection.objCode;
  }
  return steps;
}

/** A path that ends at an object compares its ID: `owner=<id>`. */
export function typeOfPath(steps: readonly Step[]): FieldType {
  const last = steps.at(-1);
  return last?.kind === 'field' || last?.kind === 'parameter' ? last.type : 'string';
}

/** Reads the path's value; a collection on the way makes an array. */
export function readerOf(
  steps: readonly Step[],
  rows: ObjectRows,
): (row: ObjectRow) => JsonValue | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return (row) => idOf(row);
  switch (step.kind) {
    case 'field':
      return step.read;
    case 'parameter':
      return (row) => parametersOf(row)[step.name];
    case 'reference': {
      const read = readerOf(rest, rows);
      return (row) => {
        const id = fieldText(row, step.field);
        const other = id === null ? null : rows.get(step.objCode, id);
        return other === null ? null : read(other);
      };
    }
    case 'collection': {
      const read = readerOf(rest, rows);
      const membersOf = collectionReader(step.collection, rows);
      return (row) =>
        membersOf(idOf(row)).flatMap((member) => {
          const value = read(member);
          return value === undefined || value === null ? [] : value;
        });
    }
    default:
      return unreachable(step);
  }
}

/** Members by owner. Reads the whole type once, when first asked. */
export function collectionReader(
  { objCode, field }: Collection,
  rows: ObjectRows,
): (ownerID: string) => readonly ObjectRow[] {
  let byOwner: Map<string, ObjectRow[]> | null = null;
  return (ownerID) => {
    if (byOwner === null) {
      byOwner = new Map<string, ObjectRow[]>();
      for (const row of rows.rows(objCode)) {
        const owner = fieldText(row, field);
        if (owner === null) continue;
        const members = byOwner.get(owner);
        if (members === undefined) byOwner.set(owner, [row]);
        else members.push(row);
      }
    }
    return byOwner.get(ownerID) ?? [];
  };
}
