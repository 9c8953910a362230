/** A custom form as the tenant defines it, and what its views are made of. Pure. */
import { unreachable } from '../../../core/unreachable.ts';
import { customFieldOf } from '../../../workfront/catalogue/custom-field.ts';
import { sqlText } from '../../../platform/postgres/quoting.ts';

export interface FormField {
  readonly parameterID: string;
  readonly name: string;
  readonly type: FormColumnType;
}

export interface CustomForm {
  readonly categoryID: string;
  readonly name: string;
  readonly objCodes: readonly string[];
  /** In the order of the form. */
  readonly fields: readonly FormField[];
}

export type FormColumnType = 'text' | 'numeric' | 'timestamptz' | 'jsonb';

/** What a parameter's values are read as; null for one without a name. */
export function formFieldOf(parameter: {
  readonly parameterID: string;
  readonly name: string | null;
  readonly dataType: string | null;
  readonly displayType: string | null;
}): FormField | null {
  const { parameterID, ...row } = parameter;
  const field = customFieldOf(row);
  if (field === null) return null;
  return { parameterID, name: field.name, type: columnTypeOf(field.type) };
}

function columnTypeOf(type: string): FormColumnType {
  if (type === 'double') return 'numeric';
  if (type === 'dateTime') return 'timestamptz';
  return type === 'string[]' ? 'jsonb' : 'text';
}

/** SQL over `version`: the value under whatever key it stands; null where it is of no such type. */
export function fieldExpression(parameterID: string, type: FormColumnType): string {
  const known = (column: string): string =>
    `(select ${column} from forms.parameter_keys where parameterid = ${sqlText(parameterID)})`;
  const value = `coalesce(version.custom -> ${known('newest')},
    case when ${known('others is not null')}
      then forms.value_at(version.custom, version.began, ${known('others')}) end)`;
  const text = `(${value} #>> '{}')`;
  switch (type) {
    case 'jsonb':
      return value;
    case 'text':
      return text;
    case 'numeric':
      return `case jsonb_typeof(${value}) when 'number' then (${value})::numeric
      when 'string' then case when ${text} ~ '^[-+.0-9]' and pg_input_is_valid(${text}, 'numeric')
        then ${text}::numeric end end`;
    case 'timestamptz':
      // A day without a time is a day in UTC.
      return `case when ${text} ~ '^\\d{4}-' and pg_input_is_valid(${text}, 'timestamptz') then
      (${text} || case when length(${text}) = 10 then 'T00:00Z' else '' end)::timestamptz end`;
    default:
      return unreachable(type);
  }
}

/** As a name that needs no quotes where that can be; never longer than `bytesMax` in UTF-8. */
export function identifierOf(words: string, bytesMax: number, otherwise: string): string {
  let name = words.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '_');
  name = name.replaceAll(/^_+|_+$/g, '');
  while (Buffer.byteLength(name) > bytesMax) name = name.slice(0, -1);
  name = name.replaceAll(/_+$/g, '');
  if (name === '') return otherwise;
  return /^\p{N}/u.test(name) ? `_${name}` : name;
}

/** The name, or with a number behind it the first that is not taken. */
export function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 2, name = wanted; ; number += 1) {
    if (!taken.has(name)) return name;
    name = `${wanted}_${number}`;
  }
}
