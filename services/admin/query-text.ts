/** What runs for a query as a person wrote it: itself, or its translation. */
import { PipelineError } from '../core/errors.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { loadPostgresParser } from '../platform/sql/postgres-parser.ts';
import { loadSqlDialects } from '../platform/sql/polyglot.ts';
import { readKnownTables } from '../store/snowflake/known-tables.ts';
import { isPostgres, translateSnowflake } from '../store/snowflake/snowflake-to-postgres.ts';

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
  const postgres = await loadPostgresParser();
  const isOwn = dialect === 'auto' && isPostgres(sql, postgres);
  const parts = {
    dialects: await loadSqlDialects(),
    postgres,
    tables: await readKnownTables(database),
  };
  const translated = (): string => translateSnowflake(sql, parts);
  if (!isOwn) return { first: translated, otherwise: () => null };
  return {
    first: () => sql,
    otherwise: (error) => (isForeign(error) ? attempt(translated) : null),
  };
}

/** undefined_column, undefined_function and their like: names that another dialect may know. */
const FOREIGN: ReadonlySet<unknown> = new Set(['42703', '42883', '42P10', '42725']);

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
