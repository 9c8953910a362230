/** `migrate`: brings schema `control` up to date (infra/postgres/migrations). */
import { assetPath } from '../../platform/process/assets.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';

export async function migrateCommand(context: AdminContext): Promise<void> {
  const directory = assetPath('infra', 'postgres', 'migrations');
  const names = await withPool(context, 'control', (pool) => migrate(pool, directory));
  context.terminal.print(
    names.length === 0 ? 'Schema control was up to date.' : `Applied ${names.join(', ')}.`,
  );
}
