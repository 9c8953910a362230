/** The commands that have the tenant read again; what they do is in `commands/`. */
import type { Command } from 'commander';
import type { AdminContext } from './admin-context.ts';
import {
  changeBackfillCommand,
  listBackfillsCommand,
  startBackfillCommand,
} from './commands/backfill.ts';
import type { BackfillGiven } from './commands/backfill.ts';
import { reconcileCommand } from './commands/reconcile.ts';
import type { ReconcileGiven } from './commands/reconcile.ts';
import { wholeNumberOption } from './option-values.ts';

/** @param open makes the context when a command runs */
export function addRepairing(
  program: Command,
  open: () => AdminContext,
  setExitCode: (code: number) => void,
): void {
  program
    .command('reconcile')
    .description('compare what the tenant has with the tables, and have the difference read again')
    .option('--type <objCode>', 'only this; repeat it', append, [])
    .option('--contents', 'have every value read again, not only what is told by clocks', false)
    .option('--exact', 'name every object, not only where counts differ', false)
    .option('--dry-run', 'say what differs, and ask for nothing', false)
    .option('--settle <seconds>', 'leave out what was saved since', wholeNumberOption, 60)
    .option('--fewer-max <percent>', 'believe that so many are gone', wholeNumberOption, 20)
    .option('--json', 'for programs', false)
    .action(async (given: ReconcileGiven) => setExitCode(await reconcileCommand(open(), given)));
  const backfill = program
    .command('backfill')
    .description('read objects of the tenant again, while live polling goes on');
  backfill
    .command('start', { isDefault: true })
    .description('order one, and follow it; Ctrl-C leaves it running')
    .requiredOption('--type <objCode>', 'TASK, PROJ, …')
    .option('--from <instant>', 'of the last change: this one and later')
    .option('--to <instant>', 'of the last change: up to this one')
    .option('--where <name=value>', "a condition in the search's own words; repeat it", append, [])
    .option('--again', 'publish what has not changed too', false)
    .option('--detach', 'return when it is ordered', false)
    .action((given: BackfillGiven) => startBackfillCommand(open(), given));
  backfill
    .command('list')
    .description('those that were ordered, how far they are, and how long they will take')
    .option('--json', 'one JSON object for each', false)
    .action((given: { json: boolean }) => listBackfillsCommand(open(), given));
  const changes = [
    ['pause', 'it stops after the page in hand'],
    ['resume', 'it goes on after the last page that is in the log'],
    ['cancel', 'it ends; what it has read stays in the log'],
  ] as const;
  for (const [name, description] of changes) {
    backfill
      .command(name)
      .description(description)
      .argument('<id>', 'as `backfill list` prints it')
      .action((id: string) => changeBackfillCommand(open(), name, id));
  }
}

function append(value: string, before: readonly string[]): string[] {
  return [...before, value];
}
