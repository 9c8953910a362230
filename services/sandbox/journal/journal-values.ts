/**
 * Which value columns of a journal row a change fills, and in the journal's own form
 * (reference A.4).
 */
import { isList } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import { unreachable } from '../../core/unreachable.ts';
import { fieldsOf } from '../../workfront/catalogue/catalogue.ts';
import type { FieldType } from '../../workfront/catalogue/field-types.generated.ts';
import { parseWorkfrontDate } from '../../workfront/dates.ts';

import type { ObjectRow } from '../../workfront/object-row.ts';

export interface JournaledValue {
  readonly objCode: string;
  readonly field: string;
  readonly type: FieldType;
  readonly before: JsonValue;
  readonly after: JsonValue;
  /** Name of the object that the field points to; null where unknown. */
  readonly nameOf: (id: string) => string | null;
}

export function valueColumns(value: JournaledValue): ObjectRow {
  const { field, before, after, type } = value;
  if (field === 'condition') {
    return {
      oldNumberVal: conditionNumber(value, before),
      newNumberVal: conditionNumber(value, after),
    };
  }
  if (!field.startsWith('DE:') && field.endsWith('ID') && field !== 'extRefID') {
    // Owners are named, new in aux1 and previous in aux2; the ID itself is in no column.
    return { aux1: named(value, after), aux2: named(value, before) };
  }
  switch (type) {
    case 'int':
    case 'double':
      return { oldNumberVal: numeric(before), newNumberVal: numeric(after) };
    case 'date':
    case 'dateTime':
      return { oldDateVal: dated(before), newDateVal: dated(after) };
    case 'string':
    case 'boolean':
    case 'string[]':
    case 'map':
    case 'unknown':
      return { oldTextVal: text(before), newTextVal: text(after) };
    default:
      return unreachable(type);
  }
}

/** Projects' conditions are keys elsewhere and numbers in the journal: their place in the list. */
function conditionNumber({ objCode, field }: JournaledValue, value: JsonValue): number | null {
  if (typeof value === 'number') return value;
  const place = (fieldsOf(objCode).get(field)?.values ?? []).indexOf(
    typeof value === 'string' ? value : '',
  );
  return place < 0 ? null : place;
}

function named({ nameOf }: JournaledValue, value: JsonValue): string | null {
  return typeof value === 'string' ? nameOf(value) : null;
}

function numeric(value: JsonValue): number | null {
  return typeof value === 'number' ? value : null;
}

function dated(value: JsonValue): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseWorkfrontDate(value) : null;
}

/** Multi-selects are one joined text, booleans a text: both guesses (reference A.4). */
function text(value: JsonValue): string | null {
  if (value === null) return null;
  if (isList(value)) return value.map((one) => text(one) ?? '').join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
