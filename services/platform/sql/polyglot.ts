/** Snowflake's SQL to a syntax tree, and a syntax tree to SQL for Postgres, by polyglot. */
import { PipelineError } from '../../core/errors.ts';
import type { JsonValue } from '../../core/json.ts';

/** One JSON tree a statement: each node is an object with one member, its kind. */
export interface SqlDialects {
  /** Throws USAGE with the place, for what is no Snowflake SQL. */
  parseSnowflake(sql: string): readonly JsonValue[];
  /** One text a statement. */
  writePostgres(statements: readonly JsonValue[]): readonly string[];
}

/** Loads some 20 MB of WebAssembly: only who translates pays for it. */
export async function loadSqlDialects(): Promise<SqlDialects> {
  const polyglot = await import('@polyglot-sql/sdk');
  await polyglot.init();
  return {
    parseSnowflake(sql) {
      const { success, ast, error } = polyglot.parse(sql, polyglot.Dialect.Snowflake);
      if (success && ast !== undefined) return ast as unknown as readonly JsonValue[];
      throw new PipelineError('USAGE', `This is no SQL that Snowflake takes: ${String(error)}.`);
    },
    writePostgres(statements) {
      const { success, sql, error } = polyglot.generate(statements, polyglot.Dialect.PostgreSQL);
      if (success && sql !== undefined) return sql;
      throw new PipelineError('USAGE', `This cannot be said in Postgres: ${String(error)}.`);
    },
  };
}
