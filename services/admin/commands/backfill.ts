/** `backfill`: orders readings of the object-poller, follows them, and changes its mind. */
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { stringifyJson } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import {
  changeBackfill,
  listBackfills,
  orderBackfill,
  readBackfill,
} from '../../source/orders/backfills.ts';
import type { Backfill, BackfillConditions } from '../../source/orders/backfills.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import { canonicalObjCode, objectType } from '../../workfront/catalogue/catalogue.ts';
import { formatIsoDate, parseWorkfrontDate } from '../../workfront/dates.ts';
import type { AdminContext } from '../admin-context.ts';
import { withPool } from '../connections.ts';
import { textTable } from '../terminal.ts';

export interface BackfillGiven {
  readonly type: string;
  readonly from?: string;
  readonly to?: string;
  readonly where: readonly string[];
  readonly again: boolean;
  readonly detach: boolean;
}

const LOOK_EVERY_MS = 500;

export async function startBackfillCommand(
  context: AdminContext,
  given: BackfillGiven,
): Promise<void> {
  const order = {
    objCode: objCodeOf(given.type),
    from: windowInstant('--from', given.from),
    to: windowInstant('--to', given.to),
    conditions: given.where.map(conditionOf),
    again: given.again,
  };
  refuseWindow(order);
  await withPool(context, 'control', async (pool) => {
    const { id } = await orderBackfill(pool, order);
    context.terminal.print(`Backfill ${id} of ${order.objCode} is ordered.`);
    if (!given.detach) await follow(context, pool, id);
  });
}

/** Until it ends, or Ctrl-C: the order stays. */
async function follow({ terminal, signal }: AdminContext, pool: Pool, id: bigint): Promise<void> {
  for (let said = ''; ;) {
    const backfill = await readBackfill(pool, id);
    if (backfill === null) return;
    const line = lineOf(backfill);
    if (terminal.interactive) terminal.redraw([line]);
    else if (line !== said) terminal.note(line);
    said = line;
    if (backfill.state !== 'wanted' && backfill.state !== 'running') return end(backfill);
    await systemClock.sleep(LOOK_EVERY_MS, signal);
  }
}

function end({ id, state, said }: Backfill): void {
  if (state !== 'failed') return;
  throw new PipelineError('WORKFRONT_REFUSED', `Backfill ${id} failed: ${said ?? 'see the log'}`);
}

export async function listBackfillsCommand(
  context: AdminContext,
  { json }: { readonly json: boolean },
): Promise<void> {
  const backfills = await withPool(context, 'control', listBackfills);
  const { terminal } = context;
  if (json) {
    for (const one of backfills) terminal.print(shownProgress(one));
    return;
  }
  if (backfills.length === 0) {
    terminal.print('No backfill was ever ordered.');
    return;
  }
  const rows = backfills.map((one) => [String(one.id), one.objCode, windowOf(one), lineOf(one)]);
  terminal.print(textTable(['id', 'type', 'window', 'how far'], rows));
}

const ASKED = { pause: 'paused', resume: 'wanted', cancel: 'cancelled' } as const;

export async function changeBackfillCommand(
  context: AdminContext,
  act: keyof typeof ASKED,
  text: string,
): Promise<void> {
  if (!/^\d{1,18}$/.test(text)) throw usage(`${text} is no backfill: see \`backfill list\`.`);
  const id = BigInt(text);
  await withPool(context, 'control', async (pool) => {
    const isDone = await changeBackfill(pool, id, ASKED[act]);
    const backfill = await readBackfill(pool, id);
    if (backfill === null) throw usage(`There is no backfill ${id}: see \`backfill list\`.`);
    if (!isDone) throw usage(`Backfill ${id} is ${backfill.state}: there is nothing to ${act}.`);
    context.terminal.print(`Backfill ${id}: ${lineOf(backfill)}`);
  });
}

function lineOf(backfill: Backfill): string {
  const { state, rowsRead, expected, published, said } = backfill;
  const share = expected === null ? '' : ` of ${expected}`;
  const left = leftOf(backfill);
  const words = [
    `${state}: ${rowsRead}${share} rows read, ${published} published`,
    ...(left === null ? [] : [left]),
    ...(said === null ? [] : [said]),
  ];
  return words.join(', ');
}

/** From the rate since it began, pauses counted in. */
function leftOf({ state, rowsRead, expected, beganAt, changedAt }: Backfill): string | null {
  if (state !== 'running' || expected === null || beganAt === null || rowsRead === 0) return null;
  const seconds = (changedAt - beganAt) / 1e6;
  const perSecond = rowsRead / Math.max(seconds, 0.001);
  const left = Math.max(0, expected - rowsRead) / perSecond;
  return `${Math.round(perSecond)} a second, ${Math.ceil(left)} s left`;
}

function windowOf({ from, to, conditions }: Backfill): string {
  const [began, ended] = [from, to].map((one) => (one === null ? '' : formatIsoDate(one)));
  const window = from === null && to === null ? 'all' : `${began ?? ''} … ${ended ?? ''}`;
  return [window, ...conditions.map(([name, value]) => `${name}=${value}`)].join(' ');
}

function shownProgress(backfill: Backfill): string {
  const { id, from, to, conditions, cursor, beganAt, changedAt, ...rest } = backfill;
  const instant = (one: Micros | null): string | null => (one === null ? null : formatIsoDate(one));
  return stringifyJson({
    ...rest,
    id: String(id),
    from: instant(from),
    to: instant(to),
    beganAt: instant(beganAt),
    changedAt: instant(changedAt),
    cursor: cursor === null ? null : { ...cursor },
    conditions: conditions.map((pair) => [...pair]),
  });
}

function objCodeOf(text: string): string {
  const objCode = canonicalObjCode(text);
  const type = objCode === null ? null : objectType(objCode);
  if (type === null) throw usage(`${text} is no object code of the catalogue, such as TASK.`);
  if (type.planning) {
    throw usage(`${type.objCode} is Planning's, which its poller reads whole at every sweep.`);
  }
  if (type.objCode === 'JRNLE') {
    throw usage('The journal is read again from its cursor: `cursors set journal`.');
  }
  if (!type.inRest) throw usage(`No API shows ${type.objCode}: only events tell of it.`);
  return type.objCode;
}

function refuseWindow({ objCode, from, to }: Pick<Backfill, 'objCode' | 'from' | 'to'>): void {
  const hasClock = objectType(objCode)?.clocks.includes('lastUpdateDate') === true;
  if (!hasClock && (from !== null || to !== null)) {
    throw usage(
      `${objCode} has no lastUpdateDate, so --from and --to mean nothing: leave them out, or give ` +
        'conditions with --where.',
    );
  }
  if (from !== null && to !== null && to < from) throw usage('--to lies before --from.');
}

function windowInstant(option: string, text: string | undefined): Micros | null {
  if (text === undefined) return null;
  const micros = parseWorkfrontDate(text);
  if (micros !== null) return micros;
  throw usage(`${option} ${text} is no instant such as 2026-01-31T00:00:00Z, nor a date.`);
}

function conditionOf(text: string): BackfillConditions[number] {
  const at = text.indexOf('=');
  const [name, value] = [text.slice(0, at), text.slice(at + 1)];
  // Of these the reading has its own.
  if (at > 0 && !/^(fields|\$\$(LIMIT|FIRST))$|_Sort$/.test(name)) return [name, value];
  throw usage(
    `--where ${text} is no condition: give name=value, such as status=CUR or ` +
      'percentComplete_Mod=gt.',
  );
}

function usage(message: string): PipelineError {
  return new PipelineError('USAGE', message);
}
