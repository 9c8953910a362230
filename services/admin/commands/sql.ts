/**
 * `sql [FILE|-]`: runs a query on the tables, for machines without psql. Postgres's SQL runs as it
 * is, Snowflake's as pasted (docs/querying.md). Reads only.
 */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { PipelineError } from '../../core/errors.ts';
import { runScript } from '../../platform/postgres/postgres.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { ScriptEvent } from '../../platform/postgres/script.ts';
import { deniedColumns } from '../../store/views/hidden-columns.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { openQueryText } from '../query-text.ts';
import type { Dialect } from '../query-text.ts';
import { shownRows } from '../shown-rows.ts';
import { csvOutput, jsonOutput, tableOutput } from '../sql-output.ts';
import type { SqlOutput } from '../sql-output.ts';
import type { Terminal } from '../terminal.ts';

export interface SqlOptions {
  /** SQL in place of a file. */
  readonly command: string | undefined;
  readonly json: boolean;
  readonly csv: boolean;
  readonly dialect: Dialect;
  /** Rows of each statement; 0 for all. */
  readonly limit: number;
  /** Of each statement; 0 for none. */
  readonly timeoutSeconds: number;
  /** The instant of the views `*_as_of`; null: now. */
  readonly asOf: string | null;
  /** Prints what would run, in Postgres's SQL, and runs nothing. */
  readonly translate: boolean;
}

/** Rows are written as they come: a result may be larger than memory. */
export async function sqlCommand(
  context: AdminContext,
  file: string | undefined,
  options: SqlOptions,
): Promise<void> {
  const { command, json, csv, dialect, translate } = options;
  if (json && csv) throw new PipelineError('USAGE', 'Say --json or --csv, not both.');
  const sql = command ?? (await readSql(file ?? '-', context.terminal.interactive));
  await withPool(context, 'store', async (pool) => {
    const text = await openQueryText(pool, sql, dialect);
    if (translate) context.terminal.print(text.first());
    else await runEither(pool, text, options, context);
  });
}

type QueryText = Awaited<ReturnType<typeof openQueryText>>;

/** What Postgres takes for its form and then does not understand may be Snowflake's after all. */
async function runEither(
  pool: Pool,
  text: QueryText,
  options: SqlOptions,
  { terminal, signal }: Pick<AdminContext, 'terminal' | 'signal'>,
): Promise<void> {
  const settings = {
    ...SETTINGS,
    statement_timeout: `${options.timeoutSeconds}s`,
    'workfront.as_of': options.asOf ?? '',
  };
  let answered = false;
  const run = async (sql: string): Promise<void> => {
    const output = options.json ? jsonOutput() : options.csv ? csvOutput() : tableOutput();
    await runScript(pool, { sql, settings, signal }, (events) =>
      writeAll(
        noticed(shownRows(events, options.limit), () => (answered = true)),
        output,
        terminal,
      ),
    );
  };
  try {
    await run(text.first());
  } catch (error) {
    if (signal.aborted) throw new PipelineError('CLOSING', 'The query was cancelled.', {}, error);
    // What a statement before it answered would be answered twice.
    const other = answered ? null : text.otherwise(error);
    if (other === null) {
      throw refusedToWrite(error) ?? (await deniedColumns(pool, error)) ?? error;
    }
    await run(other);
  }
}

/** read_only_sql_transaction: no fail-over of the server, but what we asked for. */
function refusedToWrite(error: unknown): PipelineError | null {
  if (!(error instanceof PipelineError) || error.context['sqlstate'] !== '25006') return null;
  const message = 'sql runs in a read-only session and changes nothing: write with psql.';
  return new PipelineError('USAGE', message, {}, error);
}

async function* noticed<One>(all: AsyncIterable<One>, notice: () => void): AsyncGenerator<One> {
  for await (const one of all) {
    notice();
    yield one;
  }
}

const SETTINGS = {
  default_transaction_read_only: 'on',
  search_path: 'workfront, planning, forms, public',
  timezone: 'UTC',
};

const PART_CHARACTERS = 64 * 1024;

async function writeAll(
  events: AsyncIterable<ScriptEvent>,
  output: SqlOutput,
  { write }: Terminal,
): Promise<void> {
  let waiting = '';
  try {
    for await (const event of events) {
      if (event.kind === 'copied') {
        // Bytes, perhaps of no text at all; what was said before them goes first.
        const gone = !(await write(waiting)) || !(await write(event.bytes));
        waiting = '';
        if (gone) return;
        continue;
      }
      waiting += output(event);
      if (waiting.length < PART_CHARACTERS) continue;
      const part = waiting;
      waiting = '';
      // Nobody reads any more (`| head`): the rest is not asked for.
      if (!(await write(part))) return;
    }
  } finally {
    // Also before an error: what the statements before it gave.
    await write(waiting);
  }
}

async function readSql(file: string, interactive: boolean): Promise<string> {
  if (file !== '-') {
    const bytes = await readFile(file).catch((error: unknown) => {
      const message = `${file} cannot be read. A statement is written after -c.`;
      throw new PipelineError('USAGE', message, { file }, error);
    });
    return decoded(bytes, file);
  }
  if (interactive) {
    throw new PipelineError(
      'USAGE',
      'Name a file, pipe SQL in, or write it after -c: npx workfront-cdc sql -c "select 1"',
    );
  }
  return decoded(await buffer(process.stdin), 'What was piped in');
}

/** Without the byte order mark that some editors write. */
function decoded(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PipelineError('USAGE', `${where} is not UTF-8: save it as UTF-8.`);
  }
}
