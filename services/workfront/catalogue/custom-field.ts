/** Custom fields: PARAM defines them, objects carry values by `DE:<name>` (reference D). */
import type { ObjectRow } from '../object-row.ts';
import { fieldText } from '../object-row.ts';
import type { FieldType } from './field-types.generated.ts';

export interface CustomField {
  readonly name: string;
  readonly type: FieldType;
  /** Calculated fields are never journaled and refuse to be written (reference A.5). */
  readonly calculated: boolean;
  /** Many values: an array, or one bare string in event version 1 (reference B.4). */
  readonly multiple: boolean;
}

/** The custom fields of a tenant, which only it can name. */
export interface CustomFields {
  /** By `DE:<name>` or the bare name. */
  find(key: string): CustomField | null;
}

const MULTIPLE: ReadonlySet<string> = new Set(['CHCK', 'MULT']);

/** What a row of PARAM defines; null when it has no name. */
export function customFieldOf(row: ObjectRow): CustomField | null {
  const name = fieldText(row, 'name');
  if (name === null) return null;
  const display = fieldText(row, 'displayType') ?? 'TEXT';
  const multiple = MULTIPLE.has(display);
  const type = multiple ? 'string[]' : customTypeOf(fieldText(row, 'dataType') ?? 'TEXT');
  return { name, type, calculated: display === 'CALC', multiple };
}

function customTypeOf(dataType: string): FieldType {
  switch (dataType) {
    case 'NMBR':
    case 'CURC':
      return 'double';
    case 'DATE':
    case 'DTTM':
      return 'dateTime';
    default:
      return 'string';
  }
}
