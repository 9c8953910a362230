/** `sql [FILE|-]`: runs SQL on the tables, for machines without psql. */
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';

import { PipelineError } from '../../core/errors.ts';
import { runScript } from '../../platform/postgres/postgres.ts';
import type { StatementResult } from '../../platform/postgres/postgres.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { table } from '../terminal.ts';

export interface SqlOptions {
  /** SQL in place of a file. */
  readonly command: string | undefined;
  /** One JSON object for each row, values as text. */
  readonly json: boolean;
}

export async function sqlCommand(
  context: AdminContext,
  file: string | undefined,
  { command, json }: SqlOptions,
): Promise<void> {
  const sql = command ?? (await readSql(file ?? '-', context.terminal.interactive));
  const results = await withPool(context, 'store', (pool) => runScript(pool, sql));
  for (const result of results) context.terminal.print(json ? jsonLines(result) : page(result));
}

async function readSql(file: string, interactive: boolean): Promise<string> {
  if (file !== '-') {
    return readFile(file, 'utf8').catch((error: unknown) => {
      throw new PipelineError('CONFIG_INVALID', `${file} cannot be read.`, { file }, error);
    });
  }
  if (interactive) {
    throw new PipelineError(
      'CONFIG_INVALID',
      'Name a file, pipe SQL in, or write it after -c: npx workfront-cdc sql -c "select 1"',
    );
  }
  return text(process.stdin);
}

function page({ command, rowCount, columns, rows }: StatementResult): string {
  if (columns.length === 0) return rowCount === 0 ? command : `${command} ${rowCount}`;
  const cells = rows.map((row) => row.map((value) => value ?? ''));
  return `${table(columns, cells)}\n(${rowCount} ${rowCount === 1 ? 'row' : 'rows'})`;
}

function jsonLines({ columns, rows }: StatementResult): string {
  return rows
    .map((row) => JSON.stringify(Object.fromEntries(columns.map((name, at) => [name, row[at]]))))
    .join('\n');
}
