/** Which generation of the log a store was made from (docs/operating/rewriting-topics.md). */
import { PipelineError } from '../../core/errors.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';

/** Whether some of what a store holds came from other topics. */
export async function hasOtherTopics(
  database: Queryable,
  store: string,
  topics: readonly string[],
): Promise<boolean> {
  const { rows } = await database.query(
    `select from ${store}.positions where next > 0 and topic <> all($1) limit 1`,
    [topics],
  );
  return rows.length > 0;
}

/** A store that waits, and was built from another log alone, may hold what is not in this one. */
export async function refuseOtherLog(
  database: Queryable,
  store: string,
  topics: readonly string[],
): Promise<void> {
  const { rows } = await database.query<{ of_this: boolean | null }>(
    `select bool_or(topic = any($1)) as of_this from ${store}.positions where next > 0`,
    [topics],
  );
  if (rows[0]?.of_this !== false) return;
  throw otherLog(store);
}

export function otherLog(store: string): PipelineError {
  const text = `${store} was built from topics of another prefix: begin anew with --restart.`;
  return new PipelineError('USAGE', text, { schema: store });
}
