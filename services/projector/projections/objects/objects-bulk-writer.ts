/** Writes whole objects into tables that have none of them: everything is new, and goes by COPY. */
import { hasReaction, PipelineError } from '../../../core/errors.ts';
import { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';
import type { BulkWriter, RefusedRow } from '../projection.ts';
import { extendObject, refoldObject } from './fold-object.ts';
import type { Folding } from './fold-object.ts';
import { SESSION_SQL, SessionTables, TableBatch } from './write-tables.ts';

export function openObjectsBulkWriter(): BulkWriter<ChangeRow> {
  const pool = new ChunkPool();
  const session = new SessionTables();
  let tables = new TableBatch(pool, session);
  return {
    prepare: async (client: Client) => void (await client.query(SESSION_SQL)),
    keyOf: ({ objID }) => objID,
    add: (rows) => {
      const refused: RefusedRow[] = [];
      for (const object of groupByObject(rows)) {
        const folding = folded(object);
        if (folding instanceof PipelineError) {
          for (const row of object.rows) refused.push({ row, error: folding });
          continue;
        }
        const { writes } = folding;
        const newClaims = [...writes.newClaims, ...writes.mergedClaims];
        tables.add({ ...writes, newClaims, mergedClaims: [] });
      }
      return refused;
    },
    write: async (client) => {
      const written = tables;
      tables = new TableBatch(pool, session);
      await written.write(client);
    },
  };
}

/** The error for an object that cannot be folded. */
function folded(object: ObjectChanges): Folding | PipelineError {
  try {
    return extendObject(object, null) ?? refoldObject(object, []);
  } catch (error) {
    if (hasReaction(error, 'park')) return error;
    throw error;
  }
}
