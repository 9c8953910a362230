/**
 * Runs a script as a person wrote it, and hands its answers on as they come: rows of any number
 * pass through a bounded buffer (Law 7), because the socket is read only as fast as they are taken.
 */
import { Readable } from 'node:stream';
import type pg from 'pg';
import type { PipelineError } from '../../core/errors.ts';
import { classifyPostgresError } from './errors.ts';

export interface ScriptColumn {
  readonly name: string;
  /** The OID of its type. */
  readonly typeID: number;
}

/** What a script answers, in order; each statement ends with `done`. */
export type ScriptEvent =
  | { readonly kind: 'columns'; readonly columns: readonly ScriptColumn[] }
  /** Values as the server writes them. */
  | { readonly kind: 'row'; readonly values: readonly (string | null)[] }
  /** A part of what `copy … to stdout` gives. */
  | { readonly kind: 'copied'; readonly bytes: Buffer }
  /** For example `SELECT 5`, `CREATE TABLE`. */
  | { readonly kind: 'done'; readonly tag: string };

/**
 * The statements of `sql` by the simple protocol, the only one that takes several at once. What a
 * failed statement's forerunners gave comes before its error is thrown.
 */
export async function* scriptEvents(
  client: pg.ClientBase,
  sql: string,
): AsyncGenerator<ScriptEvent, void, undefined> {
  const script = new Script(sql);
  client.query(script);
  for await (const event of script.events as AsyncIterable<Answer>) {
    if (event.kind === 'failed') throw event.error;
    yield event;
  }
}

type Answer = ScriptEvent | { readonly kind: 'failed'; readonly error: PipelineError };

/** As many answers wait for their reader as fit the socket's own chunks, give or take. */
const BUFFERED_MAX = 1_024;

const NO_INPUT = 'there is no input for COPY … FROM STDIN here: use psql, or insert the rows';

/** What pg calls as the answers come; its types know of `submit` alone. */
class Script implements pg.Submittable {
  readonly events: Readable;
  readonly #sql: string;
  #connection: pg.Connection | null = null;
  #failed = false;

  constructor(sql: string) {
    this.#sql = sql;
    this.events = new Readable({
      objectMode: true,
      highWaterMark: BUFFERED_MAX,
      read: () => this.#connection?.stream.resume(),
    });
  }

  submit(connection: pg.Connection): void {
    this.#connection = connection;
    connection.query(this.#sql);
  }

  handleRowDescription({ fields }: { readonly fields: readonly pg.FieldDef[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, typeID: dataTypeID }));
    this.#push({ kind: 'columns', columns });
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    this.#push({ kind: 'row', values: fields });
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    // A copy of its own: the protocol's buffer is used again.
    this.#push({ kind: 'copied', bytes: Buffer.from(chunk) });
  }

  handleCopyInResponse(connection: { sendCopyFail(reason: string): void }): void {
    connection.sendCopyFail(NO_INPUT);
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    this.#push({ kind: 'done', tag: text });
  }

  handleEmptyQuery(): void {
    // A script of blanks and comments has no answers.
  }

  handleError(error: unknown): void {
    this.#failed = true;
    this.#push({ kind: 'failed', error: classifyPostgresError(error) });
    this.#end();
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#end();
  }

  #push(event: Answer): void {
    if (!this.events.push(event)) this.#connection?.stream.pause();
  }

  #end(): void {
    this.events.push(null);
    // The next answer on this connection is not ours to hold back.
    this.#connection?.stream.resume();
    this.#connection = null;
  }
}
