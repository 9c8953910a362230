/**
 * What has no form in Postgres is refused by name, with the way round it: a clause that is dropped
 * on the way would give other rows without a word.
 */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import * as tree from './tree.ts';

export function refuseUntranslatable(statement: JsonValue): JsonValue {
  const select = (body: JsonObject, node: JsonValue): JsonValue => {
    if (isJsonObject(body['connect'])) refuseClause('CONNECT BY', 'write it as WITH RECURSIVE');
    for (const join of tree.listOf(body['joins'])) {
      if (isJsonObject(join) && join['kind'] === 'AsOf') refuseClause('ASOF JOIN', LATERAL);
    }
    return node;
  };
  const pattern = (): never => refuseClause('MATCH_RECOGNIZE', 'use LAG and LEAD with QUALIFY');
  return tree.rewrite(
    statement,
    new Map([
      ['select', select],
      ['match_recognize', pattern],
    ]),
  );
}

const LATERAL = 'join a LATERAL subquery that is sorted by the instant and has LIMIT 1';

/** polyglot leaves a comment where it has left something out. */
export function refuseOmissions(translated: string): void {
  const [, what] = /\/\*\s*(.+?) not supported in this dialect\s*\*\//.exec(translated) ?? [];
  if (what !== undefined) refuseClause(what, 'write the query without it');
}

function refuseClause(what: string, instead: string): never {
  throw new PipelineError('USAGE', `${what} cannot be translated: ${instead}.`);
}
