/** The answers of a script as text, a part at a time: for people, as JSON lines, or as CSV. */
import { unreachable } from '../core/unreachable.ts';
import type { ScriptColumn, ScriptEvent } from '../platform/postgres/script.ts';
import { tableForm } from './terminal.ts';
import type { TableForm } from './terminal.ts';

/** The text for one answer; often none. What `copy` gives is no text and does not come here. */
export type SqlOutput = (event: Exclude<ScriptEvent, { readonly kind: 'copied' }>) => string;

/** So many rows decide how wide a column is. */
const FORM_ROWS = 1_000;

/** An aligned table for each statement, and how many rows it has. */
export function tableOutput(): SqlOutput {
  let columns: readonly string[] | null = null;
  let first: string[][] = [];
  let form: TableForm | null = null;
  let count = 0;
  const begin = (): string => {
    form = tableForm(columns ?? [], first);
    return [form.head, ...first.map(form.line), ''].join('\n');
  };
  return (event) => {
    switch (event.kind) {
      case 'columns':
        columns = event.columns.map(({ name }) => name);
        [first, form, count] = [[], null, 0];
        return '';
      case 'row': {
        const cells = event.values.map((value) => value ?? '');
        count += 1;
        if (form !== null) return `${form.line(cells)}\n`;
        first.push(cells);
        return first.length < FORM_ROWS ? '' : begin();
      }
      case 'done': {
        if (columns === null) return `${event.tag}\n`;
        const rest = form === null ? begin() : '';
        columns = null;
        return `${rest}(${count} ${count === 1 ? 'row' : 'rows'})\n`;
      }
      default:
        return unreachable(event);
    }
  };
}

/**
 * One JSON object for each row. Numbers, booleans and JSON keep their type and every digit: their
 * text is the server's own. Other types are text.
 */
export function jsonOutput(): SqlOutput {
  let members: readonly { readonly key: string; readonly toJson: (text: string) => string }[] = [];
  return (event) => {
    if (event.kind === 'columns') {
      const names = uniqueNames(event.columns);
      members = event.columns.map(({ typeID }, at) => ({
        key: `${quoted(names[at] ?? '')}:`,
        toJson: JSON_OF_TYPE.get(typeID) ?? quoted,
      }));
    }
    if (event.kind !== 'row') return '';
    const parts = members.map(({ key, toJson }, at) => {
      const value = event.values[at] ?? null;
      return key + (value === null ? 'null' : toJson(value));
    });
    return `{${parts.join(',')}}\n`;
  };
}

/** As Postgres's own CSV: null is nothing, an empty text is `""`. A head for each statement. */
export function csvOutput(): SqlOutput {
  return (event) => {
    if (event.kind === 'columns') return `${event.columns.map(({ name }) => cell(name)).join()}\n`;
    return event.kind === 'row' ? `${event.values.map(cell).join()}\n` : '';
  };
}

function cell(value: string | null): string {
  if (value === null) return '';
  return value !== '' && !/[",\r\n]/.test(value) ? value : `"${value.replaceAll('"', '""')}"`;
}

const number = (text: string): string =>
  // NaN and Infinity are numbers to Postgres alone.
  /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? text : quoted(text);
const truth = (text: string): string => (text === 't' ? 'true' : 'false');
// Line ends are blanks there, since within its strings they are written \n; a row is one line.
const json = (text: string): string => text.replaceAll(/[\r\n]+/g, ' ');

/** By OID: bool; int8, int2, int4, oid, float4, float8, numeric; json, jsonb. */
const JSON_OF_TYPE: ReadonlyMap<number, (text: string) => string> = new Map([
  [16, truth],
  ...[20, 21, 23, 26, 700, 701, 1700].map((typeID) => [typeID, number] as const),
  ...[114, 3802].map((typeID) => [typeID, json] as const),
]);

/** JSON text that no terminal takes for commands: C1 controls are escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll(
    /[\u007f-\u009f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A second `id` is `id_2`: of two members with one name a reader would keep the last. */
function uniqueNames(columns: readonly ScriptColumn[]): string[] {
  const taken = new Set(columns.map(({ name }) => name));
  const used = new Set<string>();
  return columns.map(({ name }) => {
    let unique = name;
    for (let times = 2; used.has(unique); times += 1) {
      const next = `${name}_${times}`;
      if (!taken.has(next)) unique = next;
    }
    used.add(unique);
    return unique;
  });
}
