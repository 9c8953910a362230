/** What runs for a query as a person wrote it: itself, or its translation. */
import { PipelineError } from '../core/errors.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { loadPostgresParser } from '../platform/sql/postgres-parser.ts';
import { loadSqlDialects } from '../platform/sql/polyglot.ts';
import { dialectOf } from '../store/snowflake/dialect-of.ts';
import { readKnownTables } from '../store/snowflake/known-tables.ts';
import { translateSnowflake } from '../store/snowflake/snowflake-to-postgres.ts';

export const DIALECTS = ['auto', 'postgres', 'snowflake'] as const;
export type Dialect = (typeof DIALECTS)[number];

export interface QueryText {
  /** What to run. */
  first(): string;
  /** What to run after that failed so; null where nothing else makes sense. */
  otherwise(error: unknown): string | null;
}

export async function openQueryText(
  database: Queryable,
  sql: string,
  dialect: Dialect,
): Promise<QueryText> {
  if (dialect === 'postgres') return { first: () => sql, otherwise: () => null };
  const parts = {
    dialects: await loadSqlDialects(),
    postgres: await loadPostgresParser(),
    tables: await readKnownTables(database),
  };
  const translated = (): string => translateSnowflake(sql, parts);
  const found = dialect === 'auto' ? dialectOf(sql, parts) : dialect;
  if (found === 'snowflake') return { first: translated, otherwise: () => null };
  const meant = found === 'either' ? attempt(translated) : null;
  if (meant === null) {
    const otherwise = (error: unknown): string | null =>
      isForeign(error) ? attempt(translated) : null;
    return { first: () => sql, otherwise };
  }
  return { first: () => meant, otherwise: (error) => (isForeign(error) ? sql : null) };
}

/** Errors of names, types and forms that another dialect may know, and of nothing in the rows. */
const FOREIGN: ReadonlySet<unknown> = new Set([
  '0A000', // feature_not_supported: a table of another database
  '22023', // invalid_parameter_value: a unit of time
  '42703', // undefined_column
  '42704', // undefined_object: a type
  '42725', // ambiguous_function
  '42803', // grouping_error
  '42804', // datatype_mismatch
  '42809', // wrong_object_type
  '42846', // cannot_coerce
  '42883', // undefined_function
  '42P01', // undefined_table
  '42P10', // invalid_column_reference
  '42P18', // indeterminate_datatype
  '42P20', // windowing_error
]);

function isForeign(error: unknown): boolean {
  return error instanceof PipelineError && FOREIGN.has(error.context['sqlstate']);
}

/** The first error says more than why a translation failed. */
function attempt(translated: () => string): string | null {
  try {
    return translated();
  } catch (error) {
    if (error instanceof PipelineError) return null;
    throw error;
  }
}
