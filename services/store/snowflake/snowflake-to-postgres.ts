/**
 * A query that was pasted from Snowflake as one that Postgres runs (reference F.4). Promises the
 * same rows; what cannot be said in Postgres is refused by name.
 */
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { isJsonObject, jsonText } from '../../core/json.ts';
import type { PostgresParser } from '../../platform/sql/postgres-parser.ts';
import type { SqlDialects } from '../../platform/sql/polyglot.ts';
import { rewriteCalls } from './calls.ts';
import { foldNames } from './names.ts';
import { refuseOmissions, refuseUntranslatable } from './untranslatable.ts';
import { rewriteLists } from './lists.ts';
import { convertSorts } from './sorts.ts';
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
    // Schemas are found by the search path, and warehouses are none here.
    if (tree.nodeBody(parsed, 'use') !== null || setVariables(parsed, variables)) return [];
    const named = foldNames(withoutRaw(parsed, dialects), (word) => postgres.isReserved(word));
    const steps = [
      refuseUntranslatable,
      (one: JsonValue) => tree.rewrite(one, withVariables(variables)),
      (one: JsonValue) => rewriteSelects(one, tables),
      rewriteVariants,
      convertSorts,
      rewriteWindows,
      rewriteLists,
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
