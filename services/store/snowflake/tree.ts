/** A SQL syntax tree as polyglot has it: each node is an object with one member, named its kind. */
import { isJsonObject, isList, jsonText } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';

/** The body of a node of that kind, else null. */
export function nodeBody(node: JsonValue | undefined, kind: string): JsonObject | null {
  if (!isJsonObject(node)) return null;
  const body = node[kind];
  return isJsonObject(body) && Object.keys(node).length === 1 ? body : null;
}

/** The only member's name, or null where there are more or none. */
export function kindOf(node: JsonValue | undefined): string | null {
  if (!isJsonObject(node)) return null;
  const [kind, ...others] = Object.keys(node);
  return kind !== undefined && others.length === 0 ? kind : null;
}

/** What becomes of a node, by its kind, when all below it have been rewritten. */
export type Rules = ReadonlyMap<string, (body: JsonObject, node: JsonValue) => JsonValue>;

export function rewrite(value: JsonValue, rules: Rules): JsonValue {
  if (isList(value)) return value.map((one) => rewrite(one, rules));
  if (!isJsonObject(value)) return value;
  const members = Object.entries(value).map(([name, one]) => [name, rewrite(one, rules)] as const);
  const node: JsonObject = Object.fromEntries(members);
  const kind = kindOf(node);
  const rule = kind === null ? undefined : rules.get(kind);
  const body = kind === null ? undefined : node[kind];
  return rule !== undefined && isJsonObject(body) ? rule(body, node) : node;
}

/** Every node from here down that `matches`; does not look inside those that `closes`. */
export function contains(
  value: JsonValue | undefined,
  matches: (kind: string, body: JsonValue) => boolean,
  closes: (kind: string) => boolean = () => false,
): boolean {
  if (value === undefined) return false;
  if (isList(value)) return value.some((one) => contains(one, matches, closes));
  if (!isJsonObject(value)) return false;
  const kind = kindOf(value);
  if (kind !== null) {
    if (matches(kind, value[kind] ?? null)) return true;
    if (closes(kind)) return false;
  }
  return Object.values(value).some((one) => contains(one, matches, closes));
}

export function listOf(value: JsonValue | undefined): readonly JsonValue[] {
  return isList(value) ? value : [];
}

export function identifier(name: string, quoted = false): JsonObject {
  return { name, quoted, trailing_comments: [], span: null };
}

/** The name that an identifier spells. */
export function nodeName(value: JsonValue | undefined): string | null {
  return isJsonObject(value) ? jsonText(value['name']) : null;
}

export function column(name: string, table: string | null = null): JsonObject {
  return {
    column: {
      name: identifier(name),
      table: table === null ? null : identifier(table),
      join_mark: false,
      trailing_comments: [],
      span: null,
    },
  };
}

export function call(name: string, ...args: readonly JsonValue[]): JsonObject {
  return {
    function: {
      name,
      args,
      distinct: false,
      trailing_comments: [],
      use_bracket_syntax: false,
      no_parens: false,
      quoted: false,
    },
  };
}

/** `current_date` and its like, which Postgres knows without parentheses only. */
export function bare(name: string): JsonObject {
  const { function: body } = call(name);
  return { function: { ...(isJsonObject(body) ? body : {}), no_parens: true } };
}

export function string(value: string): JsonObject {
  return { literal: { literal_type: 'string', value } };
}

export function number(value: number): JsonObject {
  return { literal: { literal_type: 'number', value: String(value) } };
}

/** The text of a string literal or a bare word, else null. */
export function wordOf(node: JsonValue | undefined): string | null {
  const literal = nodeBody(node, 'literal');
  if (literal !== null)
    return literal['literal_type'] === 'string' ? jsonText(literal['value']) : null;
  const variable = nodeBody(node, 'var');
  if (variable !== null) return jsonText(variable['this']);
  const plain = nodeBody(node, 'column');
  return plain !== null && plain['table'] === null ? nodeName(plain['name']) : null;
}

export function isLiteral(node: JsonValue | undefined, type: string): boolean {
  return nodeBody(node, 'literal')?.['literal_type'] === type;
}

export function cast(node: JsonValue, to: JsonObject): JsonObject {
  return { cast: { this: node, to, trailing_comments: [], double_colon_syntax: false } };
}

/** A type by the name that Postgres has for it. */
export function type(name: string): JsonObject {
  return { data_type: 'custom', name };
}

export function parenthesised(node: JsonValue): JsonObject {
  return { paren: { this: node, trailing_comments: [] } };
}

export function aliased(node: JsonValue, name: JsonObject): JsonObject {
  return {
    alias: {
      this: node,
      alias: name,
      column_aliases: [],
      alias_explicit_as: true,
      pre_alias_comments: [],
      trailing_comments: [],
    },
  };
}

export function notNull(node: JsonValue): JsonObject {
  return { not: { this: { is_null: { this: node, not: false, postfix_form: false } } } };
}

/** A query in parentheses in place of a table. */
export function subquery(
  query: JsonValue,
  alias: JsonObject,
  columns: readonly JsonValue[] = [],
): JsonObject {
  return {
    subquery: {
      this: query,
      alias,
      column_aliases: columns,
      alias_explicit_as: true,
      order_by: null,
      limit: null,
      offset: null,
      lateral: false,
      modifiers_inside: false,
      trailing_comments: [],
    },
  };
}
