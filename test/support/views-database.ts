/** A database with a store, to be filled version by version, and the views over it. */
import { inTransaction, openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { ChunkPool } from '../../services/platform/bytes/copy-rows.ts';
import { parseJson } from '../../services/platform/json.ts';
import { toFieldValue } from '../../services/core/field-value.ts';
import type { JsonValue } from '../../services/core/json.ts';
import type { Version } from '../../services/core/fold/version.ts';
import { asMicros } from '../../services/core/units.ts';
import { beginVersions } from '../../services/projector/projections/objects/version-writes.ts';
import {
  SESSION_SQL,
  SessionTables,
  TableBatch,
} from '../../services/projector/projections/objects/write-tables.ts';
import { inStore } from '../../services/store/live-store.ts';
import { createNormaliser } from '../../services/store/states/normalise.ts';
import { encodeFields } from '../../services/platform/avro/loose-fields.ts';
import { freshStore } from './fresh-database.ts';

export interface GivenVersion {
  readonly began: string;
  readonly deleted?: boolean;
  readonly fields: Readonly<Record<string, JsonValue>>;
}

export interface ViewsDatabase {
  readonly pool: Pool;
  readonly url: string;
  /** All versions of one object, in order; the last is open. */
  put(objCode: string, objID: string, versions: readonly GivenVersion[]): Promise<void>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** When each version was seen. */
const OBSERVED_AT = asMicros(Date.UTC(2024, 0, 9, 10) * 1000 + 123_456);
const SCHEMA = 'store_1';

export async function viewsDatabase(): Promise<ViewsDatabase> {
  const database = await freshStore();
  const options = { url: database.url, max: 4, applicationName: 'views-test' } as const;
  const pool = openPool({ ...options, json: 'parsed' });
  const filled = new Set<string>();
  const normalise = createNormaliser(parseJson);
  return {
    pool,
    url: database.url,
    put: async (objCode, objID, given) => {
      const versions = given.map(({ began, deleted = false, fields }): Version => {
        const values = Object.entries(fields).map(
          ([name, one]) => [name, toFieldValue(one)] as const,
        );
        const { state } = normalise(objCode, encodeFields(Object.fromEntries(values)));
        const entryDate = asMicros(Date.parse(began) * 1000);
        return { entryDate, deleted, state, observedAt: OBSERVED_AT };
      });
      const last = versions.at(-1);
      if (last === undefined) return;
      const tail = { ...last, lastUntil: last.entryDate, ambiguous: [] };
      const batch = new TableBatch(new ChunkPool(), new SessionTables());
      batch.add({
        key: objID,
        objID,
        objCode,
        newClaims: [],
        mergedClaims: [],
        versions: beginVersions(versions, tail),
      });
      await inStore(pool, SCHEMA, async (client) => {
        await client.query(SESSION_SQL);
        await inTransaction(client, () => batch.write(client));
      });
      filled.add(objCode);
    },
    empty: async () => {
      const { rows } = await pool.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables
         where schemaname = $1 and tablename <> 'positions'`,
        [SCHEMA],
      );
      if (filled.size > 0) await pool.query(`truncate ${rows.map(({ name }) => name).join(', ')}`);
      filled.clear();
    },
    close: async () => {
      await pool.close();
      await database.drop();
    },
  };
}
