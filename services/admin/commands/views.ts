/** `views plan`: what another release would change of what analysts see, before it does. */
import { readLivePointer } from '../../store/live-pointer.ts';
import { objectTables } from '../../store/tables/object-tables.ts';
import { isBreak, noStore, planViews } from '../../store/views/plan-views.ts';
import type { ColumnChange } from '../../store/views/plan-views.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { textTable } from '../terminal.ts';

/** 1 where a column goes or becomes another type: for whoever plans by a script. */
export async function planViewsCommand(
  context: AdminContext,
  { json }: { readonly json: boolean },
): Promise<0 | 1> {
  const { terminal } = context;
  const definition = objectTables();
  const plan = await withPool(context, 'store', async (pool) => {
    const pointer = await readLivePointer(pool, definition.projection);
    if (pointer === null) throw noStore();
    return planViews(pool, definition, pointer.store);
  });
  if (json) terminal.print(JSON.stringify(plan, null, 2));
  else {
    sayChanges(terminal, plan.views, 'Of the views, at the next start of the projector:');
    sayChanges(terminal, plan.tables, 'Of the tables, by npx workfront-cdc rebuild:');
    if (plan.views.length + plan.tables.length === 0) terminal.print('Nothing changes.');
  }
  return plan.views.some(isBreak) ? 1 : 0;
}

function sayChanges(
  { print }: AdminContext['terminal'],
  changes: readonly ColumnChange[],
  head: string,
): void {
  if (changes.length === 0) return;
  print(head);
  const rows = changes.map((change) => [
    change.of,
    change.column,
    change.before ?? '',
    change.after ?? '',
    isBreak(change) ? 'breaks queries' : '',
  ]);
  print(textTable(['of', 'column', 'is', 'becomes', ''], rows));
}
