/**
 * Names as our views have them. Snowflake folds a bare name to upper case and Postgres to lower, so
 * `"STATUS"` there is `status` here; a name of mixed case or with spaces stays what it is.
 */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { nodeBody, nodeName } from './tree.ts';

/** Where Data Connect's schemas are with us (reference F.1). */
const SCHEMAS: ReadonlyMap<string, string> = new Map([
  ['wf', 'workfront'],
  ['workfront', 'workfront'],
  ['planning', 'planning'],
]);

export function foldNames(value: JsonValue, isReserved: (word: string) => boolean): JsonValue {
  if (isList(value)) return value.map((one) => foldNames(one, isReserved));
  if (!isJsonObject(value)) return value;
  if (isIdentifier(value)) return folded(value, isReserved);
  const members = Object.entries(value).map(
    ([name, one]) => [name, foldNames(one, isReserved)] as const,
  );
  const node: JsonObject = Object.fromEntries(members);
  const table = nodeBody(node, 'table');
  return table === null ? node : { table: { ...table, catalog: null, schema: schemaOf(table) } };
}

// A function's body has a name and `quoted` too; it also has arguments.
function isIdentifier(value: JsonObject): boolean {
  return typeof value['name'] === 'string' && 'quoted' in value && !('args' in value);
}

function folded(value: JsonObject, isReserved: (word: string) => boolean): JsonObject {
  const name = nodeName(value) ?? '';
  const isFolded = value['quoted'] === true && !/^[A-Z0-9_$]+$/.test(name);
  if (isFolded) return value;
  const lower = name.toLowerCase();
  return { ...value, name: lower, quoted: isReserved(lower) };
}

function schemaOf(table: JsonObject): JsonValue {
  const { schema = null } = table;
  const name = nodeName(schema);
  const ours = name === null ? undefined : SCHEMAS.get(name);
  return isJsonObject(schema) && ours !== undefined ? { ...schema, name: ours } : schema;
}
