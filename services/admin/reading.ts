/** The commands for who reads the tables: `sql`, `explain` and `views`. */
import { Option } from 'commander';
import type { Command } from 'commander';

import type { AdminContext } from './admin-context.ts';
import { explainCommand } from './commands/explain.ts';
import { sqlCommand } from './commands/sql.ts';
import { planViewsCommand } from './commands/views.ts';
import { instant, wholeNumberOption } from './option-values.ts';
import { DIALECTS } from './query-text.ts';
import type { Dialect } from './query-text.ts';
import type { ObjCode, ObjID } from '../core/units.ts';

export function addReading(
  program: Command,
  open: () => AdminContext,
  setExitCode: (code: number) => void,
): void {
  addSql(program, open);
  addExplain(program, open);
  addViews(program, open, setExitCode);
}

function addSql(program: Command, open: () => AdminContext): void {
  program
    .command('sql')
    .description("run a query on the tables, in Postgres's SQL or Snowflake's")
    .argument('[file]', 'a file, or - for what is piped in')
    .option('-c, --command <sql>', 'this SQL in place of a file')
    .option('--json', 'one JSON object for each row', false)
    .option('--csv', 'comma-separated values, null as nothing', false)
    .addOption(
      new Option('--dialect <name>', "whose SQL it is: Postgres's own, or Snowflake's, translated")
        .choices(DIALECTS)
        .default('auto'),
    )
    .option('--limit <rows>', 'of each statement; 0 for all', wholeNumberOption, 0)
    .option('--timeout <seconds>', 'of each statement; 0 for none', wholeNumberOption, 300)
    .option('--as-of <instant>', 'of the views *_as_of, as 2026-03-01T09:00Z', instant)
    .option('--translate', 'print the SQL that would run, and run nothing', false)
    .action((file: string | undefined, given: SqlGiven) =>
      sqlCommand(open(), file, {
        ...given,
        command: given.command,
        timeoutSeconds: given.timeout,
        asOf: given.asOf ?? null,
      }),
    );
}

function addExplain(program: Command, open: () => AdminContext): void {
  program
    .command('explain')
    .description('every event that told of one object, what each did, and the versions they make')
    .argument('<objCode>', 'TASK, PROJ, RECORD, …')
    .argument('<objID>')
    .option('--json', 'for programs', false)
    .action((objCode: ObjCode, objID: ObjID, given: { json: boolean }) =>
      explainCommand(open(), objCode, objID, given),
    );
}

function addViews(
  program: Command,
  open: () => AdminContext,
  setExitCode: (code: number) => void,
): void {
  program
    .command('views')
    .description('what analysts see')
    .command('plan')
    .description('the columns that this release would add, change or take away')
    .option('--json', 'for programs', false)
    .action(async (given: { json: boolean }) => setExitCode(await planViewsCommand(open(), given)));
}

interface SqlGiven {
  readonly command?: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly dialect: Dialect;
  readonly limit: number;
  readonly timeout: number;
  readonly asOf?: string;
  readonly translate: boolean;
}
