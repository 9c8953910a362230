/** TypeScript types from an Avro schema: what the event codec of platform decodes to. Pure. */
import { header } from './source-text.ts';

type Schema = string | Schema[] | ComplexSchema;

interface ComplexSchema {
  readonly type: string;
  readonly logicalType?: string;
  readonly name?: string;
  readonly doc?: string;
  readonly symbols?: readonly string[];
  readonly size?: number;
  readonly items?: Schema;
  readonly values?: Schema;
  readonly fields?: readonly AvroField[];
}

interface AvroField {
  readonly name: string;
  readonly doc?: string;
  readonly type: Schema;
}

const PRIMITIVES: Readonly<Record<string, string>> = {
  null: 'null',
  boolean: 'boolean',
  int: 'number',
  float: 'number',
  double: 'number',
  string: 'string',
};

/** Of these the schema knows only that they are text; they are not taken for each other. */
const IDS: ReadonlyMap<string, string> = new Map([
  ['objCode', 'ObjCode'],
  ['objID', 'ObjID'],
  ['eventID', 'EventID'],
]);

export function eventTypesSource(text: string, path: string): string {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- our own file, see below
  const schema: ComplexSchema = JSON.parse(text);
  const declarations = ["import type { EventID, Micros, ObjCode, ObjID } from './units.ts';"];
  declare(schema, declarations);
  return `${header(path)}\n${declarations.join('\n\n')}\n`;
}

/** Writes the declaration of a named type, after those that it names. */
function declare(schema: ComplexSchema, declarations: string[]): void {
  const { name, fields, symbols } = schema;
  if (symbols) {
    const keys = symbols.map((symbol) => `'${symbol}'`).join(' | ');
    declarations.push(`${docOf(schema.doc, '')}export type ${name} = ${keys};`);
  } else if (fields) {
    const members = fields.map((field) => memberOf(field, declarations));
    // No interface: one is no JsonObject to TypeScript, and values would be copied to be written.
    const head = `${docOf(schema.doc, '')}export type ${name} = {`;
    declarations.push([head, ...members, '};'].join('\n'));
  }
}

function memberOf(field: AvroField, declarations: string[]): string {
  const type = IDS.get(field.name) ?? typeOf(field.type, declarations);
  const size = sizeOf(field.type);
  const doc = size === null ? field.doc : `${field.doc ?? ''} ${size * 2} hex digits.`.trim();
  return `${docOf(doc, '  ')}  readonly ${field.name}: ${type};`;
}

// A `fixed` travels as bytes and is handled as lower-case hex, so that ids compare and print.
function sizeOf(type: Schema): number | null {
  return typeof type === 'object' && 'size' in type ? (type.size ?? null) : null;
}

function typeOf(type: Schema, declarations: string[]): string {
  if (typeof type === 'string') return PRIMITIVES[type] ?? type;
  if (Array.isArray(type)) return type.map((branch) => typeOf(branch, declarations)).join(' | ');
  if (type.type === 'map') return `{ readonly [key: string]: ${inner(type.values, declarations)} }`;
  if (type.type === 'array') return `readonly ${inner(type.items, declarations)}[]`;
  if (type.type === 'fixed') return 'string';
  if (type.logicalType === 'timestamp-micros') return 'Micros';
  if (type.type === 'record' || type.type === 'enum') {
    declare(type, declarations);
    return type.name ?? '';
  }
  throw new Error(`${JSON.stringify(type)}: this generator does not know this Avro type; add it`);
}

function inner(type: Schema | undefined, declarations: string[]): string {
  if (type === undefined) throw new Error('an Avro map or array lacks the type of its members');
  return typeOf(type, declarations);
}

function docOf(doc: string | undefined, indent: string): string {
  if (doc === undefined) return '';
  if (doc.length + indent.length <= 92) return `${indent}/** ${doc} */\n`;
  const lines: string[] = [''];
  for (const word of doc.split(' ')) {
    const line = lines[lines.length - 1] ?? '';
    if (line.length + word.length + indent.length + 4 > 100) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  const body = lines.map((line) => `${indent} * ${line}\n`).join('');
  return `${indent}/**\n${body}${indent} */\n`;
}
