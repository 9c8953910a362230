/** `reconcile`: what the tenant has against what the tables hold; repairs go through the log. */
import { microsOf, minus } from '../../core/units.ts';
import { PipelineError } from '../../core/errors.ts';
import { wantListing, wantReads } from '../../source/wanted-reads.ts';
import { canonicalObjCode, objectType } from '../../workfront/catalogue/catalogue.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import { openClient } from '../../workfront/client.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { exchangeTo } from '../exchange-to.ts';
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
  const types = typesOf(given.type);
  const all: Reconciled[] = [];
  await withPool(context, 'store', async (store) => {
    for (const objCode of types) {
      const parts = { client, store, signal, upTo, fewerMax: given.fewerMax, exact: given.exact };
      const one = await reconcileType(objCode, parts).catch((error: unknown) => {
        if (!(error instanceof PipelineError) || error.code !== 'WORKFRONT_REFUSED') throw error;
        terminal.note(`${objCode} is passed over: ${error.message}`);
        return null;
      });
      if (one === null) continue;
      all.push(one);
      if (!given.json) for (const line of linesOf(one)) terminal.print(line);
      if (!given.dryRun) await repair(context, one, given.contents);
    }
  });
  if (given.json) terminal.print(JSON.stringify(all, null, 2));
  else terminal.print(ending(all, given));
  return all.some(({ isFarFewer }) => isFarFewer) ? 1 : 0;
}

/** Of REST; Planning's poller compares all of Planning at each sweep. */
function typesOf(given: readonly string[]): readonly string[] {
  const ours = OBJECT_TYPES.filter(
    ({ objCode, inRest, planning }) => inRest && !planning && objCode !== 'JRNLE',
  ).map(({ objCode }) => objCode);
  if (given.length === 0) return ours;
  return given.map((text) => {
    const objCode = canonicalObjCode(text);
    if (objCode !== null && ours.includes(objCode)) return objCode;
    const why =
      objCode !== null && objectType(objCode)?.planning === true
        ? 'is of Planning, whose poller compares all of it at each sweep'
        : 'is no type that the API serves';
    throw new PipelineError('USAGE', `${text} ${why}.`);
  });
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
  const { objCode, there, held, windows } = one;
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
  if (found.length === 0) return [`${head}, the same in ${windows} windows`];
  return [head, ...found.map(([what, ids]) => `         ${ids.length} ${what}: ${some(ids)}`)];
}

function some(ids: readonly string[]): string {
  return ids.slice(0, IDS_SHOWN).join(', ') + (ids.length > IDS_SHOWN ? ', …' : '');
}

function ending(all: readonly Reconciled[], { dryRun, contents }: ReconcileGiven): string {
  const ids = all.flatMap(({ missing, gone, differing }) => [missing, gone, differing]);
  const count = ids.reduce((sum, some) => sum + some.length, 0);
  if (dryRun) return `${count} objects differ; nothing was asked for.`;
  const listed = contents ? ', and every type to be read whole' : '';
  return count === 0 && !contents
    ? 'Both sides agree.'
    : `${count} objects were asked of the object-poller${listed}; they come through the log.`;
}
