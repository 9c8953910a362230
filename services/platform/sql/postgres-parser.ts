/** What Postgres itself thinks of a text, by its own parser. */
import { PipelineError } from '../../core/errors.ts';
import type { JsonValue } from '../../core/json.ts';

export interface PostgresParser {
  /** Its syntax tree, or null where Postgres would refuse it for its form. */
  parse(sql: string): JsonValue | null;
  /** Throws USAGE, with Postgres's words, for what it would refuse. */
  mustParse(sql: string): void;
  /** Whether a lower-case word needs quotes to be a name. */
  isReserved(word: string): boolean;
}

export async function loadPostgresParser(): Promise<PostgresParser> {
  const library = await import('libpg-query');
  await library.loadModule();
  return {
    parse(sql) {
      try {
        return library.parseSync(sql) as unknown as JsonValue;
      } catch {
        return null;
      }
    },
    mustParse(sql) {
      try {
        library.parseSync(sql);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new PipelineError('USAGE', `Postgres does not take this SQL: ${why}.`, {}, error);
      }
    },
    isReserved(word) {
      const kind = library.scanSync(word).tokens[0]?.keywordName;
      return kind === 'RESERVED_KEYWORD' || kind === 'TYPE_FUNC_NAME_KEYWORD';
    },
  };
}
