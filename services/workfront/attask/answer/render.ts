/**
 * Rows as the REST API shows them: the asked fields, nested objects, collections, colon dates
 * (reference C.4 to C.6).
 */
import { setMember } from '../../../core/field-value.ts';
import { ownMember } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { asMicros } from '../../../core/units.ts';
import { unreachable } from '../../../core/unreachable.ts';
import { badRequest, unknownField } from '../attask-error.ts';
import type { FieldType } from '../../catalogue/field-types.generated.ts';
import { parametersOf, fieldText, idOf } from '../../object-row.ts';
import type { ObjectRow } from '../../object-row.ts';
import { classNameOf, isOpen, schemaOf } from '../../catalogue/schema.ts';
import { baseFields, defaultFields } from './default-fields.ts';
import { restDate } from './rest-date.ts';
import { collectionReader, fieldStep, splitPath, stepOf } from './field-paths.ts';
import type { PathContext, ObjectRows, Step } from './field-paths.ts';

export interface RenderContext extends PathContext {
  readonly rows: ObjectRows;
  /** Of the session user: two users see one instant differently (reference C.6). */
  readonly zone: string;
}

/** One response holds at most a million fields (reference C.4). */
const FIELDS_MAX = 1_000_000;
const DEPTH_MAX = 4;

export type Renderer = (row: ObjectRow) => JsonObject;

type Part = (row: ObjectRow, into: Record<string, JsonValue>) => void;

/** `fields` empty: the defaults of the type. */
export function createRenderer(
  objCode: string,
  fields: readonly string[],
  context: RenderContext,
): Renderer {
  const budget = { left: FIELDS_MAX };
  const names = fields.length === 0 ? defaultFields(objCode) : [...baseFields(objCode), ...fields];
  return rendererOf(objCode, names.map(splitPath), context, budget, 1);
}

function rendererOf(
  objCode: string,
  paths: readonly (readonly string[])[],
  context: RenderContext,
  budget: { left: number },
  depth: number,
): Renderer {
  if (depth > DEPTH_MAX) throw badRequest(`fields may be nested ${DEPTH_MAX} levels deep`);
  const below = new Map<string, (readonly string[])[]>();
  for (const [head = '', ...rest] of paths) {
    const members = below.get(head) ?? [];
    below.set(head, members);
    if (rest.length > 0) members.push(rest);
  }
  const parts: Part[] = [];
  for (const [name, members] of below) {
    if (name === '*') for (const part of everyField(objCode, context)) parts.push(part);
    else if (name === 'parameterValues') parts.push(parameterPart(context));
    else parts.push(partOf(objCode, name, members, context, budget, depth));
  }
  return (row) => {
    const into: Record<string, JsonValue> = {};
    for (const part of parts) part(row, into);
    budget.left -= parts.length;
    if (budget.left < 0) throw badRequest(`The response would exceed ${FIELDS_MAX} fields`);
    return into;
  };
}

function partOf(
  objCode: string,
  name: string,
  members: readonly (readonly string[])[],
  context: RenderContext,
  budget: { left: number },
  depth: number,
): Part {
  const step: Step = stepOf(objCode, name, context);
  if (members.length > 0 && (step.kind === 'field' || step.kind === 'parameter')) {
    const path = `${name}:${members[0]?.join(':') ?? ''}`;
    throw unknownField(context.version, path, classNameOf(objCode));
  }
  const nested = (target: string): Renderer => {
    const base = baseFields(target).map((field) => [field]);
    return rendererOf(target, [...base, ...members], context, budget, depth + 1);
  };
  switch (step.kind) {
    case 'field':
      return fieldPart(step, context);
    case 'parameter': {
      const show = formatter(step.type, context);
      return (row, into) => {
        into[name] = show(ownMember(parametersOf(row), name) ?? null);
      };
    }
    case 'reference': {
      const render = nested(step.objCode);
      return (row, into) => {
        const id = fieldText(row, step.field);
        const other = id === null ? null : context.rows.get(step.objCode, id);
        into[name] = other === null ? null : render(other);
      };
    }
    case 'collection': {
      const render = nested(step.collection.objCode);
      const membersOf = collectionReader(step.collection, context.rows);
      return (row, into) => {
        into[name] = membersOf(idOf(row)).map(render);
      };
    }
    default:
      return unreachable(step);
  }
}

/** `*`: every plain field, without references, collections and custom fields. */
function everyField(objCode: string, context: RenderContext): Part[] {
  const parts: Part[] = [];
  for (const [name, type] of schemaOf(objCode)) {
    if (name !== 'parameterValues') {
      parts.push(fieldPart(fieldStep(objCode, name, type, context), context));
    }
  }
  if (isOpen(objCode)) {
    parts.push((row, into) => {
      for (const [name, value] of Object.entries(row)) {
        if (name === 'parameterValues' || Object.hasOwn(into, name)) continue;
        setMember(into, name, value);
      }
    });
  }
  return parts;
}

function fieldPart({ name, type, read }: Step & { kind: 'field' }, context: RenderContext): Part {
  if (type !== 'dateTime') {
    return (row, into) => {
      into[name] = read(row) ?? null;
    };
  }
  const show = formatter(type, context);
  return (row, into) => {
    into[name] = show(read(row) ?? null);
  };
}

/** Only filled custom fields, keyed `DE:<name>`. */
function parameterPart(context: RenderContext): Part {
  const plain = formatter('string', context);
  const dated = formatter('dateTime', context);
  return (row, into) => {
    const values: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(parametersOf(row))) {
      if (value === null) continue;
      const show = context.customFields.find(name)?.type === 'dateTime' ? dated : plain;
      setMember(values, name, show(value));
    }
    into['parameterValues'] = values;
  };
}

function formatter(type: FieldType, { zone }: RenderContext): (value: JsonValue) => JsonValue {
  if (type !== 'dateTime') return (value) => value;
  // A date that is not a number is an empty string where a date belongs, and is shown as such.
  return (value) => (typeof value === 'number' ? restDate(asMicros(value), zone) : value);
}
