/**
 * The writes of a batch, as few statements, each in the order of the keys, so that two sessions
 * cannot lock crosswise. Nobody outside knows which table a type has.
 */
import type { Client } from '../../../platform/postgres/postgres.ts';
import type { ChunkPool } from '../../../platform/bytes/copy-rows.ts';
import { tableOf } from '../../../store/tables/type-tables.ts';
import type { TypeTable } from '../../../store/tables/type-tables.ts';
import { CLAIM_SESSION_SQL, ClaimTable, EMPTY_CLAIMS_SQL } from './claim-table.ts';
import type { ObjectWrites } from './fold-object.ts';
import { VersionTables, versionStatements } from './version-tables.ts';
import type { VersionStatements } from './version-tables.ts';

/**
 * Outside a transaction, so that a rollback does not undo it. Every statement here goes by key from
 * a batch to a table; without statistics (a new store, a temp table) the planner would rather read
 * the whole table for each batch, or for each row.
 */
export const SESSION_SQL = `
set synchronous_commit = off;
set temp_buffers = '32MB';
set enable_seqscan = off;
set enable_hashjoin = off;
set enable_mergejoin = off;
${CLAIM_SESSION_SQL};
`;

/** Temp tables come when a type is first written: a session that writes few types has few. */
export class SessionTables {
  readonly #made = new Set<TypeTable>();

  async make(client: Client, { table, sessionSql }: VersionStatements): Promise<void> {
    if (this.#made.has(table)) return;
    await client.query(sessionSql);
    this.#made.add(table);
  }

  /** A rollback may have undone some. */
  forget(): void {
    this.#made.clear();
  }
}

/** Rows on their way, already in the form that goes over the wire: bytes outside the heap. */
export class TableBatch {
  readonly #pool: ChunkPool;
  readonly #session: SessionTables;
  readonly #claims: ClaimTable;
  readonly #versions = new Map<TypeTable, VersionTables>();

  constructor(pool: ChunkPool, session: SessionTables) {
    this.#pool = pool;
    this.#session = session;
    this.#claims = new ClaimTable(pool);
  }

  /** Once for each object. */
  add(writes: ObjectWrites): void {
    this.#claims.add(writes.newClaims, writes.mergedClaims);
    const table = tableOf(writes.objCode);
    let tables = this.#versions.get(table);
    if (tables === undefined) {
      tables = new VersionTables(statementsOf(table), this.#pool);
      this.#versions.set(table, tables);
    }
    tables.add(writes, writes.versions);
  }

  async write(client: Client): Promise<void> {
    await this.#claims.write(client);
    const sorted = [...this.#versions].sort(([a], [b]) => (a.now < b.now ? -1 : 1));
    for (const [table, tables] of sorted) {
      if (tables.replaces) await this.#session.make(client, statementsOf(table));
      await tables.write(client);
    }
  }

  /** After `write`, before the next in the same transaction. */
  async empty(client: Client): Promise<void> {
    await client.query(EMPTY_CLAIMS_SQL);
    for (const [table, tables] of this.#versions) {
      if (tables.replaces) await client.query(`delete from ${statementsOf(table).batch}`);
    }
  }
}

const STATEMENTS = new Map<TypeTable, VersionStatements>();

function statementsOf(table: TypeTable): VersionStatements {
  let statements = STATEMENTS.get(table);
  if (statements === undefined) {
    statements = versionStatements(table);
    STATEMENTS.set(table, statements);
  }
  return statements;
}
