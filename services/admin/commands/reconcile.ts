/** `reconcile`: what the tenant has against what the tables hold; repairs go through the log. */
import { microsOf, minus } from '../../core/units.ts';
import { isError } from '../../core/errors.ts';
import { wantListing, wantReads } from '../../source/orders/wanted-reads.ts';
import { openClient } from '../../workfront/client.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { exchangeTo } from '../exchange-to.ts';
import { planningOf } from '../planning-access.ts';
import { comparedTypes, NOBODY_LISTS, NO_PLANNING } from '../reconcile/compared-types.ts';
import { reconcilePlanning } from '../reconcile/reconcile-planning.ts';
import { reconcileType } from '../reconcile/reconcile-type.ts';
import type { Reconciled } from '../reconcile/reconcile-type.ts';
import { serverTime } from '../server-time.ts';
import { askedTenantOf } from '../workfront-access.ts';

export interface ReconcileGiven {
  readonly type: readonly string[];
  readonly contents: boolean;
  readonly exact: boolean;
  readonly dryRun: boolean;
  readonly settle: number;
  readonly fewerMax: number;
  readonly json: boolean;
}

/** More single objects than these are found by a listing of the type. */
const SINGLE_MAX = 1_000;
const REASON = 'reconcile';
const IDS_SHOWN = 5;

/** 0 where both sides agree or what differs was asked for; 1 where nothing can be believed. */
export async function reconcileCommand(
  context: AdminContext,
  given: ReconcileGiven,
): Promise<0 | 1> {
  const { terminal, signal } = context;
  const tenant = askedTenantOf(context);
  const client = openClient({ exchange: exchangeTo(tenant, 'attask'), ...tenant });
  const upTo = minus(await serverTime(context), microsOf(given.settle * 1000));
  const { rest, kinds } = comparedTypes(given.type);
  const { fewerMax, exact } = given;
  const all: Reconciled[] = [];
  const take = async (one: Reconciled): Promise<void> => {
    all.push(one);
    if (!given.json) for (const line of linesOf(one)) terminal.print(line);
    if (!given.dryRun) await repair(context, one, given.contents);
  };
  await withPool(context, 'store', async (store) => {
    const parts = { store, signal, upTo, fewerMax, exact };
    for (const objCode of rest) {
      const one = await passedOver(context, objCode, () =>
        reconcileType(objCode, { ...parts, client }),
      );
      if (one !== null) await take(one);
    }
    const planning = kinds.length === 0 ? null : planningOf(context, tenant);
    if (planning === null) {
      if (kinds.length > 0) terminal.note(NO_PLANNING);
      return;
    }
    const found = await passedOver(context, 'Planning', () =>
      reconcilePlanning(kinds, { ...parts, client: planning }),
    );
    for (const one of found ?? []) await take(one);
  });
  if (given.json) terminal.print(JSON.stringify(all, null, 2));
  else {
    if (given.type.length === 0) terminal.print(NOBODY_LISTS);
    terminal.print(ending(all, given));
  }
  return all.some(({ isFarFewer }) => isFarFewer) ? 1 : 0;
}

/** Null where the tenant refuses it. */
async function passedOver<T>(
  { terminal }: AdminContext,
  what: string,
  act: () => Promise<T>,
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    if (!isError(error, 'WORKFRONT_REFUSED')) throw error;
    terminal.note(`${what} is passed over: ${error.message}`);
    return null;
  }
}

async function repair(context: AdminContext, one: Reconciled, contents: boolean): Promise<void> {
  if (one.isFarFewer) return;
  const ids = [...one.missing, ...one.gone, ...one.differing];
  await withPool(context, 'control', async (control) => {
    if (contents || ids.length > SINGLE_MAX) await wantListing(control, one.objCode, REASON);
    else await wantReads(control, one.objCode, ids, REASON);
  });
}

function linesOf(one: Reconciled): readonly string[] {
  const { objCode, there, held, windows, isExact } = one;
  const how = isExact ? 'by name' : `by count in ${windows} windows`;
  const head = `${objCode.padEnd(8)} ${there} there, ${held} held`;
  if (one.isFarFewer) {
    return [
      `${head}: far fewer are shown than before, so nothing is believed and nothing is asked for. ` +
        'Look at the rights of the user that we read with; are they gone indeed, --fewer-max 100.',
    ];
  }
  const kinds = [
    ['missing here', one.missing],
    ['gone there (404 by ID)', one.gone],
    ['hidden from us (403 by ID), so kept', one.hidden],
    ['differing', one.differing],
  ] as const;
  const found = kinds.filter(([, ids]) => ids.length > 0);
  if (found.length === 0) return [`${head}, the same ${how}`];
  return [
    `${head}${isExact ? '' : `, ${how}`}`,
    ...found.map(([what, ids]) => `         ${ids.length} ${what}: ${some(ids)}`),
  ];
}

function some(ids: readonly string[]): string {
  return ids.slice(0, IDS_SHOWN).join(', ') + (ids.length > IDS_SHOWN ? ', …' : '');
}

function ending(all: readonly Reconciled[], { dryRun, contents }: ReconcileGiven): string {
  const ids = all.flatMap(({ missing, gone, differing }) => [missing, gone, differing]);
  const count = ids.reduce((sum, some) => sum + some.length, 0);
  if (dryRun) return `${count} objects differ; nothing was asked for.`;
  const cancelled = all.some(({ isExact, isFarFewer }) => !isExact && !isFarFewer);
  const more = cancelled ? ` ${MAY_CANCEL}` : '';
  const listed = contents ? ', and every type to be read whole' : '';
  return count === 0 && !contents
    ? `Both sides agree.${more}`
    : `${count} objects were asked of the pollers${listed}; they come through the log.${more}`;
}

const MAY_CANCEL =
  'Where only counts were compared, one too few and one too many in one window look the same: ' +
  'name them with --exact, or wait for the sweep (deletes of freshness.swept_up_to).';
