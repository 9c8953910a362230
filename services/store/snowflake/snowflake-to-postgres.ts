/**
 * A query as it was pasted, as one that Postgres runs: its own as it is, Snowflake's translated
 * (reference F.4). Promises the same rows; what cannot be said in Postgres is refused by name.
 */
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { isJsonObject, isList, jsonText } from '../../core/json.ts';
import type { PostgresParser } from '../../platform/sql/postgres-parser.ts';
import type { SqlDialects } from '../../platform/sql/polyglot.ts';
import { rewriteCalls } from './calls.ts';
import { foldNames } from './names.ts';
import { refuseOmissions, refuseUntranslatable } from './untranslatable.ts';
import { rewriteSelects } from './selects.ts';
import type { KnownTables } from './source-columns.ts';
import * as tree from './tree.ts';
import { rewriteVariants } from './variants.ts';
import { spellQuotedPaths } from './variant-paths.ts';
import { rewriteWindows } from './windows.ts';

export interface Translation {
  readonly dialects: SqlDialects;
  readonly postgres: PostgresParser;
  /** The columns of the views, by which a name is known to be a column. */
  readonly tables: KnownTables;
}

/** Throws USAGE for what neither dialect takes. */
export function translateSnowflake(sql: string, parts: Translation): string {
  const { dialects, postgres, tables } = parts;
  const variables = new Map<string, JsonValue>();
  const statements = dialects.parseSnowflake(spellQuotedPaths(sql)).flatMap((parsed) => {
    if (setVariables(parsed, variables)) return [];
    const named = foldNames(withoutRaw(parsed, dialects), (word) => postgres.isReserved(word));
    const steps = [
      refuseUntranslatable,
      (one: JsonValue) => tree.rewrite(one, withVariables(variables)),
      (one: JsonValue) => rewriteSelects(one, tables),
      rewriteVariants,
      rewriteWindows,
      rewriteCalls,
    ];
    return [steps.reduce((one, step) => step(one), named)];
  });
  const translated = dialects.writePostgres(statements).join(';\n');
  refuseOmissions(translated);
  postgres.mustParse(translated);
  return translated;
}

/** What polyglot leaves as text: a NOT before some comparisons. It reads what stands behind it. */
function withoutRaw(parsed: JsonValue, dialects: SqlDialects): JsonValue {
  const raw = (body: JsonObject, node: JsonValue): JsonValue => {
    const [, negated] = /^not\s+([^]*)$/i.exec(jsonText(body['sql']) ?? '') ?? [];
    if (negated === undefined) return node;
    const [again = null] = dialects.parseSnowflake(`select (${negated})`);
    const [expression = null] = tree.listOf(tree.nodeBody(again, 'select')?.['expressions']);
    return { not: { this: expression } };
  };
  return tree.rewrite(parsed, new Map([['raw', raw]]));
}

/** Whether Postgres would take it for its form and finds no word of Snowflake's in it. */
export function isPostgres(sql: string, postgres: PostgresParser): boolean {
  const parsed = postgres.parse(sql);
  return parsed !== null && !callsSnowflake(parsed) && !dividesCounts(parsed);
}

/**
 * Postgres would take the whole part of `count(a) / count(b)`, which nobody means who asks Data
 * Connect's views: there it is a fraction. No other column of theirs is an integer.
 */
function dividesCounts(parsed: JsonValue): boolean {
  const text = JSON.stringify(parsed);
  const reads = /"relname":"\w+_(?:current|event|daily_history)"/i.test(text);
  const divides = text.includes('"name":[{"String":{"sval":"/"}}]');
  return reads && divides && /"funcname":\[\{"String":\{"sval":"count"/i.test(text);
}

/**
 * Functions that take a bare word for a unit, or that Postgres has with another sense. The rest
 * of Snowflake's functions are in the database: a query that only calls them needs no translation.
 */
const SNOWFLAKE_CALLS: ReadonlySet<string> = new Set(
  (
    'dateadd datediff timestampadd timestampdiff timeadd timediff iff nvl nvl2 zeroifnull nullifzero ' +
    'decode listagg count_if getdate sysdate to_number to_varchar regexp_like median max_by min_by ' +
    'ratio_to_report convert_timezone div0 to_timestamp_ntz flatten conditional_true_event ' +
    'conditional_change_event editdistance split_to_table array_construct'
  ).split(' '),
);

function callsSnowflake(value: JsonValue): boolean {
  if (isList(value)) return value.some(callsSnowflake);
  if (!isJsonObject(value)) return false;
  const call = value['FuncCall'];
  if (isJsonObject(call)) {
    const name = tree.listOf(call['funcname']).at(-1);
    const text = isJsonObject(name) && isJsonObject(name['String']) ? name['String']['sval'] : null;
    if (SNOWFLAKE_CALLS.has(jsonText(text)?.toLowerCase() ?? '')) return true;
  }
  return Object.values(value).some(callsSnowflake);
}

/** `set since = '2026-01-01'`: kept for the statements that follow. */
function setVariables(parsed: JsonValue, variables: Map<string, JsonValue>): boolean {
  const set = tree.nodeBody(parsed, 'set_statement');
  if (set === null) return false;
  for (const item of tree.listOf(set['items'])) {
    if (!isJsonObject(item)) continue;
    const name = tree.nodeName(tree.nodeBody(item['name'], 'identifier'));
    if (name !== null) variables.set(name.toLowerCase(), item['value'] ?? null);
  }
  return true;
}

function withVariables(variables: ReadonlyMap<string, JsonValue>): tree.Rules {
  const parameter = (body: JsonObject, node: JsonValue): JsonValue => {
    const value = variables.get(jsonText(body['name'])?.toLowerCase() ?? '');
    // `$1` is the first column of a VALUES, which Postgres names so.
    const { index } = body;
    if (body['style'] === 'Dollar' && typeof index === 'number') {
      return tree.column(`column${index}`);
    }
    return value === undefined ? node : tree.parenthesised(value);
  };
  return new Map([['parameter', parameter]]);
}
