/**
 * `indexes plan|apply`: what there must be beside the keys: indexes as a file lists them
 * (infra/postgres/indexes.json), and the planner's statistics of custom fields.
 */
import { assetPath } from '../../platform/process/assets.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import { applyIndexes, planIndexes, readIndexFile } from '../../store/indexes.ts';
import type { IndexPlan } from '../../store/indexes.ts';
import { applyCustomStatistics, planCustomStatistics } from '../../store/custom-statistics.ts';
import type { StatisticsPlan } from '../../store/custom-statistics.ts';
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
  const { indexes, statistics } = await planned(context, options, async (plan) => plan);
  const { terminal } = context;
  const created = [
    ...indexes.missing.map((one) => [one.table, `index: ${one.columns.join(', ')}`]),
    ...statistics.missing.map(({ table, fields }) => [
      table,
      `statistics: ${fields.map(({ field }) => field).join(', ')}`,
    ]),
  ];
  if (created.length > 0) {
    const rows = created.map(([table, what]) => [`${indexes.schema}.${table}`, what ?? '']);
    terminal.print(textTable(['to be created on', 'what'], rows));
  }
  const dropped = [...indexes.superfluous, ...statistics.superfluous];
  for (const name of dropped) terminal.print(`To be dropped: ${indexes.schema}.${name}`);
  if (created.length + dropped.length === 0) terminal.print(NOTHING);
}

const NOTHING = 'Every index is there, and statistics of every custom field.';

export async function applyIndexesCommand(
  context: AdminContext,
  options: IndexesOptions,
): Promise<void> {
  const { terminal } = context;
  let steps = 0;
  const onStep = (step: string): void => {
    steps += 1;
    terminal.note(step);
  };
  await planned(context, options, async (plan, pool) => {
    await applyIndexes(pool, plan.indexes, onStep);
    await applyCustomStatistics(pool, plan.statistics, onStep);
  });
  terminal.print(steps === 0 ? NOTHING : 'Every index is there now, and every statistic.');
}

interface Plan {
  readonly indexes: IndexPlan;
  readonly statistics: StatisticsPlan;
}

async function planned<T>(
  context: AdminContext,
  { file }: IndexesOptions,
  use: (plan: Plan, pool: Pool) => Promise<T>,
): Promise<T> {
  const wanted = await readIndexFile(file ?? assetPath('infra', 'postgres', 'indexes.json'));
  return withPool(context, 'store', async (pool) => {
    const indexes = await planIndexes(pool, wanted);
    const statistics = await planCustomStatistics(pool, indexes.schema);
    return use({ indexes, statistics }, pool);
  });
}
