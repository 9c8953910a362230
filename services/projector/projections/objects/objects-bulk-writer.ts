/** Writes whole objects into tables that have none of them: everything is new, and goes by COPY. */
import { hasReaction } from '../../../core/errors.ts';
import { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { groupByObject } from '../../../store/claims/group-by-object.ts';
import type { ObjectChanges } from '../../../store/claims/group-by-object.ts';
import type { BulkWriter } from '../projection.ts';
import { extendObject, refoldObject } from './fold-object.ts';
import type { Folding } from './fold-object.ts';
import { SESSION_SQL, SessionTables, TableBatch } from './write-tables.ts';

export function openObjectsBulkWriter(): BulkWriter<ChangeRow> {
  const pool = new ChunkPool();
  const session = new SessionTables();
  return {
    prepare: async (client: Client) => void (await client.query(SESSION_SQL)),
    keyOf: ({ objID }) => objID,
    write: async (client, rows) => {
      const tables = new TableBatch(pool, session);
      let aside = 0;
      for (const object of groupByObject(rows)) {
        const folding = folded(object);
        if (folding === null) {
          aside += object.rows.length;
          continue;
        }
        const { writes } = folding;
        const newClaims = [...writes.newClaims, ...writes.mergedClaims];
        tables.add({ ...writes, newClaims, mergedClaims: [] });
      }
      await tables.write(client);
      return aside;
    },
  };
}

/** Null for an object that cannot be folded: its events were set aside when they came (Law 3). */
function folded(object: ObjectChanges): Folding | null {
  try {
    return extendObject(object, null) ?? refoldObject(object, []);
  } catch (error) {
    if (hasReaction(error, 'park')) return null;
    throw error;
  }
}
