/** The commands and their options, for commander; what they do is in `commands/`. */
import { readFileSync } from 'node:fs';

import { Command, CommanderError } from 'commander';

import { exitCodeOf } from '../core/errors.ts';
import { assetPath } from '../platform/process/assets.ts';
import { z } from '../platform/process/config.ts';
import type { AdminContext } from './admin-context.ts';
import { listCursorsCommand, setCursorCommand } from './commands/cursors.ts';
import {
  dismissCommand,
  listDeadLettersCommand,
  redriveCommand,
  showDeadLetterCommand,
} from './commands/dead-letters.ts';
import { doctorCommand } from './commands/doctor.ts';
import { downCommand } from './commands/down.ts';
import { applyIndexesCommand, planIndexesCommand } from './commands/indexes.ts';
import { migrateCommand } from './commands/migrate.ts';
import { rebuildCommand } from './commands/rebuild.ts';
import type { RebuildGiven } from './commands/rebuild.ts';
import { resetCommand } from './commands/reset.ts';
import { sandboxCommand } from './commands/sandbox.ts';
import { applySchemasCommand, planSchemasCommand } from './commands/schemas.ts';
import { signInCommand } from './commands/sign-in.ts';
import { statusCommand } from './commands/status.ts';
import { applySubscriptionsCommand, planSubscriptionsCommand } from './commands/subscriptions.ts';
import { adoptTenantCommand } from './commands/tenant.ts';
import { rewriteTopicsCommand } from './commands/topics-rewrite.ts';
import type { RewriteGiven } from './commands/topics-rewrite.ts';
import { applyTopicsCommand, planTopicsCommand } from './commands/topics.ts';
import { upCommand } from './commands/up.ts';
import { instant, positive } from './option-values.ts';
import { addReading } from './reading.ts';
import { addRepairing } from './repairing.ts';
import { knownFault, sayError } from './say-error.ts';
import type { Terminal } from './terminal.ts';
import { detachedUp, READY_MESSAGE } from './up/detached-up.ts';

export interface CommandLineOptions {
  readonly terminal: Terminal;
  /** Made when a command runs: --help must work in any environment. */
  readonly open: (pipeline: boolean) => AdminContext;
  /** The file of the command line itself, to run it again in the background. */
  readonly main: string;
  /** Tells the process that started this one, if it listens. */
  readonly tellParent: (message: string) => void;
}

/** Runs one command and gives back the exit code; errors are said on stderr. */
export async function runCommandLine(
  args: readonly string[],
  options: CommandLineOptions,
): Promise<number> {
  let exitCode = 0;
  const program = new Command('workfront-cdc')
    .description('Change data capture for Adobe Workfront.')
    .version(packageVersion())
    .showHelpAfterError()
    .exitOverride();
  addRunning(program, options, (code) => (exitCode = code));
  addStores(program, options);
  addReading(
    program,
    () => options.open(false),
    (code) => (exitCode = code),
  );
  addRebuild(program, options, (code) => (exitCode = code));
  addOperating(program, options);
  addRepairing(
    program,
    () => options.open(false),
    (code) => (exitCode = code),
  );
  try {
    await program.parseAsync([...args], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    options.terminal.note(sayError(error));
    return exitCodeOf(knownFault(error) ?? error);
  }
}

function addRunning(
  program: Command,
  { main, tellParent, ...options }: CommandLineOptions,
  setExitCode: (code: number) => void,
): void {
  const open = (): AdminContext => options.open(false);
  const openPipeline = (): AdminContext => options.open(true);
  program
    .command('up')
    .description(
      'run the whole pipeline on this machine, with a sandbox unless WORKFRONT_URL is set',
    )
    .option('--detach', 'return when everything runs, and leave it running')
    .option('--background', 'what --detach starts', false)
    .action(async ({ detach, background }: { detach?: boolean; background: boolean }) => {
      if (detach === true) return detachedUp(openPipeline(), main);
      const onReady = (): void => tellParent(READY_MESSAGE);
      return upCommand(openPipeline(), { live: !background, onReady });
    });
  program
    .command('down')
    .description('stop what `up` runs; the data stay')
    .action(() => downCommand(open()));
  program
    .command('status')
    .description('what runs, and whether it can do its job')
    .option('--json', 'for programs', false)
    .action(async (given: { json: boolean }) => setExitCode(await statusCommand(open(), given)));
  program
    .command('doctor')
    .description('look at everything that the pipeline stands on, and say what to do')
    .option('--json', 'for programs', false)
    .action(async (given: { json: boolean }) => setExitCode(await doctorCommand(open(), given)));
  program
    .command('reset')
    .description('delete what the local stack has stored')
    .option('--yes', 'do not ask', false)
    .action((given: { yes: boolean }) => resetCommand(open(), given));
  program
    .command('sandbox')
    .description('run the local Workfront alone')
    .option('--data <file>', 'remember everything in this file')
    .action(async (given: { data?: string }) =>
      setExitCode(await sandboxCommand(open(), { data: given.data })),
    );
}

function addStores(program: Command, options: CommandLineOptions): void {
  const open = (): AdminContext => options.open(false);
  const topics = program.command('topics').description('the topics of Kafka (infra/kafka)');
  const local = ['--local', 'one broker on one machine: nothing is replicated', false] as const;
  topics
    .command('plan')
    .description('what is missing, and what is not as wanted')
    .option(...local)
    .action((given: { local: boolean }) => planTopicsCommand(open(), given));
  topics
    .command('apply')
    .description('create what is missing; change nothing that is there')
    .option(...local)
    .action((given: { local: boolean }) => applyTopicsCommand(open(), given));
  addRewrite(topics, open);
  const schemas = program.command('schemas').description('the schema of change events');
  schemas
    .command('plan')
    .description('what `apply` would do')
    .action(() => planSchemasCommand(open()));
  schemas
    .command('apply')
    .description('register it')
    .action(() => applySchemasCommand(open()));
  const indexes = program
    .command('indexes')
    .description('indexes (infra/postgres/indexes.json) and statistics of custom fields');
  const file = ['--file <path>', 'another file than the one of the package'] as const;
  indexes
    .command('plan')
    .description('what is missing, and what is not wanted any more')
    .option(...file)
    .action((given: { file?: string }) => planIndexesCommand(open(), given));
  indexes
    .command('apply')
    .description('create and drop, while everybody works on')
    .option(...file)
    .action((given: { file?: string }) => applyIndexesCommand(open(), given));
  program
    .command('migrate')
    .description('bring schema `control` up to date')
    .action(() => migrateCommand(open()));
  program
    .command('tenant')
    .description('whose changes the databases hold')
    .command('adopt')
    .description('they are those of the Workfront that is set up now, under another address')
    .action(() => adoptTenantCommand(open()));
}

function addRewrite(topics: Command, open: () => AdminContext): void {
  const each = (text: string, before: string[]): string[] => [...before, text];
  topics
    .command('rewrite')
    .description('the log anew under another prefix, with other partitions or without a person')
    .requiredOption('--to <prefix>', 'of the new topics, as workfront.2')
    .option('--from <prefix>', 'of the log before; TOPIC_PREFIX unless said')
    .option('--partitions <counts>', 'other than infra/kafka has them, as TASK=12,PROJ=6')
    .option('--drop <object>', 'an object to leave out, as USER:ID; again for more', each, [])
    .option('--redact <fields>', 'values to empty, as USER:ID=emailAddr; again for more', each, [])
    .option('--dry-run', 'say what would be done', false)
    .option('--finish', 'once the sources write there: the projector goes on there too', false)
    .option('--cut', 'though the beginning of the log is gone', false)
    .option('--local', 'one broker on one machine: nothing is replicated', false)
    .action((given: RewriteGiven) => rewriteTopicsCommand(open(), given));
}

function addRebuild(
  program: Command,
  options: CommandLineOptions,
  setExitCode: (code: number) => void,
): void {
  program
    .command('rebuild')
    .description('build the tables anew from the log, compare them, and switch readers to them')
    .option('--switch', 'switch readers also where the tables differ', false)
    .option('--stay', 'build and compare, and leave readers where they are', false)
    .option('--restart', 'begin anew where a rebuild was begun', false)
    .option('--projection <name>', 'another than that of the objects, as hours_by_day')
    .option('--types <codes>', 'from the log only these, as TASK,PROJ; copy the others')
    .option('--until <instant>', 'the log up to then, for a look into the past; no switch', instant)
    .option('--from-changes', 'from what the tables keep, where the log has lost its start', false)
    .option('--back', 'switch readers back to the tables before', false)
    .option('--drop', 'delete the tables before', false)
    .action(async (given: RebuildGiven) =>
      setExitCode(await rebuildCommand(options.open(false), given)),
    );
}

function addOperating(program: Command, options: CommandLineOptions): void {
  const open = (): AdminContext => options.open(false);
  program
    .command('sign-in')
    .description('let an OAuth2 application act for you, and keep its refresh token in a file')
    .requiredOption('--redirect-url <url>', 'as registered with the application')
    .requiredOption('--file <path>', 'for WORKFRONT_OAUTH_REFRESH_TOKEN_FILE')
    .action((given: { redirectUrl: string; file: string }) => signInCommand(open(), given));
  const subscriptions = program
    .command('subscriptions')
    .description('what Workfront tells the ingress of');
  const file = ['--file <path>', 'types, events, filters; without it: everything'] as const;
  subscriptions
    .command('plan')
    .description('what `apply` would create, recreate, switch and delete')
    .option(...file)
    .action((given: { file?: string }) => planSubscriptionsCommand(open(), given));
  subscriptions
    .command('apply')
    .description('make them what the file says')
    .option(...file)
    .action((given: { file?: string }) => applySubscriptionsCommand(open(), given));
  const cursors = program.command('cursors').description('how far each poller has read');
  cursors
    .command('list')
    .option('--json', 'for programs', false)
    .action((given: { json: boolean }) => listCursorsCommand(open(), given));
  cursors
    .command('set')
    .description('put one somewhere else; its poller goes on from there')
    .argument('<name>')
    .argument('<value>', 'JSON as `cursors list` prints it')
    .option('--dry-run', 'say from where to where it would go, and move nothing', false)
    .action((name: string, value: string, given: { dryRun: boolean }) =>
      setCursorCommand(open(), name, value, given),
    );
  addLetters(program, open);
}

function addLetters(program: Command, open: () => AdminContext): void {
  const letters = program.command('dead-letters').description('what was set aside, and why');
  letters
    .command('list')
    .option('--limit <count>', 'of each partition the newest', positive, 100)
    .option('--json', 'one JSON object for each letter', false)
    .action((given: { limit: number; json: boolean }) => listDeadLettersCommand(open(), given));
  letters
    .command('show')
    .argument('<id>', 'partition/offset as `list` prints it')
    .action((id: string) => showDeadLetterCommand(open(), id));
  letters
    .command('redrive')
    .description('hand letters in again where they first came in')
    .argument('[id...]', 'partition/offset as `list` prints it')
    .option('--all', 'every letter that still waits', false)
    .action((ids: string[], given: { all: boolean }) => redriveCommand(open(), ids, given));
  letters
    .command('dismiss')
    .description('settle letters that nobody will hand in again')
    .argument('<id...>', 'partition/offset as `list` prints it')
    .requiredOption('--reason <text>', 'why')
    .action((ids: string[], given: { reason: string }) => dismissCommand(open(), ids, given));
}

function packageVersion(): string {
  const read = z.object({ version: z.string() });
  return read.parse(JSON.parse(readFileSync(assetPath('package.json'), 'utf8'))).version;
}
