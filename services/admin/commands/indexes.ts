/** `indexes plan|apply`: what there must be beside the keys (infra/postgres/indexes.json). */
import { assetPath } from '../../platform/process/assets.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import { applyIndexes, planIndexes, readIndexFile } from '../../store/indexes.ts';
import type { IndexPlan } from '../../store/indexes.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { textTable } from '../terminal.ts';

export interface IndexesOptions {
  /** In place of the file that ships with the package. */
  readonly file?: string | undefined;
}

export async function planIndexesCommand(
  context: AdminContext,
  options: IndexesOptions,
): Promise<void> {
  const { missing, superfluous, schema } = await planned(context, options, async (plan) => plan);
  const { terminal } = context;
  if (missing.length > 0) {
    const rows = missing.map((one) => [`${schema}.${one.table}`, one.columns.join(', ')]);
    terminal.print(textTable(['to be created on', 'columns'], rows));
  }
  for (const name of superfluous) terminal.print(`To be dropped: ${schema}.${name}`);
  if (missing.length + superfluous.length === 0) terminal.print('Every index is there.');
}

export async function applyIndexesCommand(
  context: AdminContext,
  options: IndexesOptions,
): Promise<void> {
  const { terminal } = context;
  const steps = await planned(context, options, async (plan, pool) => {
    await applyIndexes(pool, plan, (step) => terminal.note(step));
    return plan.missing.length + plan.superfluous.length;
  });
  terminal.print(steps === 0 ? 'Every index was there.' : 'Every index is there now.');
}

async function planned<T>(
  context: AdminContext,
  { file }: IndexesOptions,
  use: (plan: IndexPlan, pool: Pool) => Promise<T>,
): Promise<T> {
  const wanted = await readIndexFile(file ?? assetPath('infra', 'postgres', 'indexes.json'));
  return withPool(context, 'store', async (pool) => use(await planIndexes(pool, wanted), pool));
}
