/** `sql [FILE|-]`: runs SQL on the tables, for machines without psql. */
import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

import { PipelineError } from '../../core/errors.ts';
import { runScript } from '../../platform/postgres/postgres.ts';
import type { ScriptEvent } from '../../platform/postgres/script.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { csvOutput, jsonOutput, tableOutput } from '../sql-output.ts';
import type { SqlOutput } from '../sql-output.ts';
import type { Terminal } from '../terminal.ts';

export interface SqlOptions {
  /** SQL in place of a file. */
  readonly command: string | undefined;
  readonly json: boolean;
  readonly csv: boolean;
}

/** Rows are written as they come: a result may be larger than memory. */
export async function sqlCommand(
  context: AdminContext,
  file: string | undefined,
  { command, json, csv }: SqlOptions,
): Promise<void> {
  if (json && csv) throw new PipelineError('USAGE', 'Say --json or --csv, not both.');
  const sql = command ?? (await readSql(file ?? '-', context.terminal.interactive));
  const output = json ? jsonOutput() : csv ? csvOutput() : tableOutput();
  await withPool(context, 'store', (pool) =>
    runScript(pool, sql, (events) => writeAll(events, output, context.terminal)),
  );
}

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
      throw new PipelineError('USAGE', `${file} cannot be read.`, { file }, error);
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
