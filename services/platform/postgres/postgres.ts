/**
 * Postgres by pg: pools, transactions, COPY. Every wait has a limit (Law 7); errors are classified
 * by SQLSTATE.
 */
import { Readable, Writable } from 'node:stream';
import type { Millis } from '../../core/units.ts';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { classifyPostgresError } from './errors.ts';
import { PARSED_JSON, TEXT_JSON } from './result-types.ts';
import { scriptEvents } from './script.ts';
import type { ScriptEvent } from './script.ts';
import { Secret } from '../process/secret.ts';

export type Row = Readonly<Record<string, unknown>>;

export interface Result<R> {
  readonly rows: R[];
  /** Rows returned or affected. */
  readonly rowCount: number;
}

export interface Queryable {
  /**
   * `R` is the caller's claim about its own SQL. int8 comes as bigint; numeric, date and timestamps
   * as text (a Date would lose microseconds); json and jsonb as text, or parsed where the pool was
   * opened so.
   */
  query<R = Row>(sql: string, values?: readonly unknown[]): Promise<Result<R>>;
}

export interface Client extends Queryable {
  /**
   * Runs `copy … from stdin`; chunks are pulled only as fast as the server takes them. Returns rows
   * copied.
   */
  copyIn(sql: string, chunks: Iterable<string | Buffer>): Promise<number>;
  /** Runs `copy … to stdout`, all of it at once: the caller bounds how much that is (Law 7). */
  copyOut(sql: string): Promise<Buffer>;
  /** As `query`, planned once for each session: for the statements of every transaction. */
  prepared<R = Row>(name: string, sql: string, values?: readonly unknown[]): Promise<Result<R>>;
  /** Aborts, with the error, when the session has ended, also while nothing is asked of it. */
  readonly ended: AbortSignal;
}

export interface Pool extends Queryable {
  /** A connection of one's own for as long as `use` runs; for session locks and temp tables. */
  withClient<T>(use: (client: Client) => Promise<T>): Promise<T>;
  /** Connections in use and waiting callers. */
  load(): { readonly inUse: number; readonly waiting: number };
  close(): Promise<void>;
}

export interface PoolOptions {
  /** `postgres://…`; TLS by its `sslmode`. */
  readonly url: string | Secret;
  readonly max: number;
  readonly applicationName: string;
  /** Of one statement. 0: as long as it takes, for rebuilds and the like. */
  readonly statementTimeoutMs?: Millis;
  readonly connectionTimeoutMs?: Millis;
  readonly idleInTransactionTimeoutMs?: Millis;
  /** One session is kept however idle, so that others see that this process lives. */
  readonly staysOpen?: boolean;
  readonly json?: 'text' | 'parsed';
  /** Connections that the server closed while idle; the pool opens new ones by itself. */
  readonly onIdleError?: (error: Error) => void;
}

/** Connects at first use. */
export function openPool(options: PoolOptions): Pool {
  const statementTimeoutMs = options.statementTimeoutMs ?? 60_000;
  const pool = new pg.Pool({
    connectionString: options.url instanceof Secret ? options.url.reveal() : options.url,
    max: options.max,
    min: options.staysOpen === true ? 1 : 0,
    application_name: options.applicationName,
    connectionTimeoutMillis: options.connectionTimeoutMs ?? 5_000,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: options.idleInTransactionTimeoutMs ?? 60_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    types: options.json === 'parsed' ? PARSED_JSON : TEXT_JSON,
  });
  // Without a listener a server's restart would end the process.
  pool.on('error', (error) => options.onIdleError?.(error));
  // The server keeps the limit; where the server is gone without a word, we do.
  return new PgPool(pool, statementTimeoutMs === 0 ? 0 : statementTimeoutMs + ANSWER_GRACE_MS);
}

/** Commits what `act` did, or rolls back. A connection that broke is destroyed, not reused. */
export function withTransaction<T>(pool: Pool, act: (client: Client) => Promise<T>): Promise<T> {
  return pool.withClient((client) => inTransaction(client, () => act(client)));
}

/** The same on a connection of one's own. */
export async function inTransaction<T>(client: Client, act: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    const result = await act();
    await client.query('commit');
    return result;
  } catch (error) {
    // When the rollback fails too the connection is broken, and its end rolls back.
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/**
 * Runs statements separated by semicolons, as a person wrote them, on a connection of their own
 * that ends with them; whoever stops reading early ends both.
 */
export async function runScript(
  pool: Pool,
  { sql, settings, signal }: SqlScript,
  read: (events: AsyncIterable<ScriptEvent>) => Promise<void>,
): Promise<void> {
  await pool.withClient(async (client) => {
    if (!(client instanceof PgClient)) throw new TypeError('not a client of this pool');
    for (const setting of Object.entries(settings)) await client.query(SET_CONFIG, setting);
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    const cancel = (): void => {
      // On another connection: this one is busy with what is to end.
      pool.query('select pg_cancel_backend($1)', [rows[0]?.pid]).catch(() => undefined);
    };
    signal.throwIfAborted();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      await client.script(sql, read);
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  });
}

export interface SqlScript {
  readonly sql: string;
  /** Of the session, by their names in Postgres. */
  readonly settings: Readonly<Record<string, string>>;
  /** Cancels the statement in hand, in the server too. */
  readonly signal: AbortSignal;
}

const SET_CONFIG = 'select set_config($1, $2, false)';

const ANSWER_GRACE_MS = 10_000;

class PgPool implements Pool {
  readonly #pool: pg.Pool;
  readonly #answerTimeoutMs: Millis;
  #closing: Promise<void> | null = null;

  constructor(pool: pg.Pool, answerTimeoutMs: Millis) {
    this.#pool = pool;
    this.#answerTimeoutMs = answerTimeoutMs;
  }

  query<R>(sql: string, values: readonly unknown[] = []): Promise<Result<R>> {
    return run<R>(this.#pool, sql, values, this.#answerTimeoutMs);
  }

  async withClient<T>(use: (client: Client) => Promise<T>): Promise<T> {
    const connection = await classified(this.#pool.connect());
    const client = new PgClient(connection, this.#answerTimeoutMs);
    try {
      return await use(client);
    } finally {
      client.release();
    }
  }

  load(): { inUse: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool;
    return { inUse: totalCount - idleCount, waiting: waitingCount };
  }

  close(): Promise<void> {
    this.#closing ??= this.#pool.end();
    return this.#closing;
  }
}

class PgClient implements Client {
  readonly #client: pg.PoolClient;
  readonly #answerTimeoutMs: Millis;
  readonly #ended = new AbortController();
  #broken = false;
  readonly #onError = (error: Error): void => {
    this.#broken = true;
    this.#ended.abort(classifyPostgresError(error));
  };

  constructor(client: pg.PoolClient, answerTimeoutMs: Millis) {
    this.#client = client;
    this.#answerTimeoutMs = answerTimeoutMs;
    client.on('error', this.#onError);
  }

  get ended(): AbortSignal {
    return this.#ended.signal;
  }

  async query<R>(sql: string, values: readonly unknown[] = []): Promise<Result<R>> {
    return this.#watched(run<R>(this.#client, sql, values, this.#answerTimeoutMs));
  }

  async script(
    sql: string,
    read: (events: AsyncIterable<ScriptEvent>) => Promise<void>,
  ): Promise<void> {
    // What a script has set, or left open, must not be met by the next user of the connection.
    this.#broken = true;
    await read(scriptEvents(this.#client, sql));
  }

  async copyIn(sql: string, chunks: Iterable<string | Buffer>): Promise<number> {
    const stream = this.#client.query(copyFrom(sql));
    const source = Readable.from(chunks, { objectMode: false });
    const limit = this.#answerTimeoutMs;
    const signal = limit === 0 ? {} : { signal: AbortSignal.timeout(limit) };
    await this.#watched(classified(pipeline(source, stream, signal)));
    return stream.rowCount;
  }

  async copyOut(sql: string): Promise<Buffer> {
    const stream = this.#client.query(copyTo(sql));
    const limit = this.#answerTimeoutMs;
    const signal = limit === 0 ? {} : { signal: AbortSignal.timeout(limit) };
    const chunks: Buffer[] = [];
    // A chunk for each row: a loop that awaits each of them takes longer than the server.
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        chunks.push(chunk);
        done();
      },
    });
    await this.#watched(classified(pipeline(stream, sink, signal)));
    return Buffer.concat(chunks);
  }

  async prepared<R>(
    name: string,
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<Result<R>> {
    return this.#watched(run<R>(this.#client, sql, values, this.#answerTimeoutMs, name));
  }

  release(): void {
    this.#client.removeListener('error', this.#onError);
    this.#client.release(this.#broken);
  }

  async #watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (classifyPostgresError(error).code === 'POSTGRES_UNAVAILABLE') this.#broken = true;
      throw error;
    }
  }
}

async function run<R>(
  target: pg.Pool | pg.PoolClient,
  sql: string,
  values: readonly unknown[],
  answerTimeoutMs: Millis,
  name?: string,
): Promise<Result<R>> {
  const query = {
    text: sql,
    values: [...values],
    query_timeout: answerTimeoutMs,
    ...(name !== undefined && { name }),
  };
  const answer = await classified(target.query(query));
  return { rows: answer.rows as R[], rowCount: answer.rowCount ?? 0 };
}

async function classified<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw classifyPostgresError(error);
  }
}
