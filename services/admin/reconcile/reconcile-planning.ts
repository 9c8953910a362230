/**
 * Planning against the tables, kind by kind: what it lists, and what they hold. Finds; repairs
 * nothing: what it finds is asked of the poller, and comes through the log.
 */
import { isError } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { columnNameOf, tableOf } from '../../store/tables/type-tables.ts';
import { parseClock } from '../../workfront/dates.ts';
import { filledText } from '../../workfront/event-bodies.ts';
import type { PlanningClient, PlanningKind } from '../../workfront/planning/planning-client.ts';
import { PAGE_ROWS, systemField, walkRecords } from '../../workfront/planning/walk-records.ts';
import { isFarFewer } from './far-fewer.ts';
import type { Reconciled } from './reconcile-type.ts';

export interface PlanningReconcileParts {
  readonly client: PlanningClient;
  readonly store: Queryable;
  readonly signal: AbortSignal;
  /** What was saved since is on its way. */
  readonly upTo: Micros;
  /** In percent of what is held. */
  readonly fewerMax: number;
}

/** By ID: when it was saved; null where it does not say. */
type Clocks = ReadonlyMap<string, Micros | null>;

/** One listing of all of Planning serves every kind. */
export async function reconcilePlanning(
  kinds: readonly PlanningKind[],
  parts: PlanningReconcileParts,
): Promise<readonly Reconciled[]> {
  if (kinds.length === 0) return [];
  const listed = await listAll(parts, kinds.includes('RECORD'));
  const found: Reconciled[] = [];
  for (const kind of kinds) found.push(await compareKind(kind, listed[kind], parts));
  return found;
}

async function compareKind(
  kind: PlanningKind,
  there: Clocks,
  parts: PlanningReconcileParts,
): Promise<Reconciled> {
  const { store, upTo, fewerMax } = parts;
  const held = await heldOf(store, kind);
  const counts = { there: there.size, held: held.size };
  const none = { missing: [], gone: [], hidden: [], differing: [] };
  if (isFarFewer(counts, fewerMax)) {
    return { objCode: kind, ...counts, ...none, windows: 1, isFarFewer: true, isExact: true };
  }
  const isSettled = (clock: Micros | null): boolean => clock === null || clock < upTo;
  const settled = [...there].filter(([, clock]) => isSettled(clock));
  const missing = settled.filter(([id]) => !held.has(id)).map(([id]) => id);
  const moved = settled.filter(([id, clock]) => held.has(id) && held.get(id) !== clock);
  const surplus = [...held.keys()].filter((id) => !there.has(id));
  const [gone, hidden, back]: [string[], string[], string[]] = [[], [], []];
  for (const id of surplus) {
    const state = await presence(parts, kind, id);
    (state === 'gone' ? gone : state === 'hidden' ? hidden : back).push(id);
  }
  const differing = [...moved.map(([id]) => id), ...back].toSorted();
  const sorted = { missing: missing.toSorted(), gone, hidden, differing };
  return { objCode: kind, ...counts, ...sorted, windows: 1, isFarFewer: false, isExact: true };
}

/** Only Planning's own word makes a delete of an absence. */
async function presence(
  { client, signal }: PlanningReconcileParts,
  kind: PlanningKind,
  id: string,
): Promise<'there' | 'gone' | 'hidden'> {
  // v1 has no field by its id: its type lists all that there are.
  if (client.version === 1 && kind === 'FIELD') return 'gone';
  return (await client.find(kind, id, signal)).state;
}

const MICROS = 1_000_000;

async function heldOf(store: Queryable, kind: PlanningKind): Promise<Clocks> {
  const clock = columnNameOf('updatedAt');
  const sql = `
    select objid, (extract(epoch from ${clock}) * ${MICROS})::bigint as at
    from live.${tableOf(kind).now} where not deleted
  `;
  const { rows } = await store.query<{ objid: string; at: bigint | null }>(sql);
  return new Map(rows.map(({ objid, at }) => [objid, at === null ? null : asMicros(Number(at))]));
}

/** What is hidden from us, or went meanwhile, is listed under nothing, and asked for by its id. */
async function listAll(
  { client, signal }: PlanningReconcileParts,
  withRecords: boolean,
): Promise<Readonly<Record<PlanningKind, Clocks>>> {
  const workspaces = clocksOf((await client.workspaces(signal)).rows);
  const types = new Map<string, Micros | null>();
  const fields = new Map<string, Micros | null>();
  const records = new Map<string, Micros | null>();
  for (const id of workspaces.keys()) {
    add(types, await orNone(async () => (await client.recordTypes(id, signal)).rows));
  }
  for (const recordTypeId of types.keys()) {
    const ofType = await orNone(async () => (await client.fields(recordTypeId, signal)).rows);
    add(fields, ofType);
    if (!withRecords) continue;
    const createdAtField = systemField(ofType, 'created-at');
    const walk = { recordTypeId, since: null, createdAtField };
    const ask = (query: Parameters<PlanningClient['records']>[0]) => client.records(query, signal);
    add(records, await orNone(async () => (await walkRecords(walk, PAGE_ROWS, ask)).rows));
  }
  return { WORKSPACE: workspaces, RECORD_TYPE: types, FIELD: fields, RECORD: records };
}

function clocksOf(rows: readonly JsonObject[]): Map<string, Micros | null> {
  const clocks = new Map<string, Micros | null>();
  add(clocks, rows);
  return clocks;
}

function add(clocks: Map<string, Micros | null>, rows: readonly JsonObject[]): void {
  for (const row of rows) {
    const id = filledText(row['id']);
    if (id !== null) clocks.set(id, parseClock(row['updatedAt']));
  }
}

async function orNone(list: () => Promise<readonly JsonObject[]>): Promise<readonly JsonObject[]> {
  try {
    return await list();
  } catch (error) {
    const status = isError(error, 'WORKFRONT_REFUSED') ? error.context['status'] : null;
    if (status === 404 || status === 403) return [];
    throw error;
  }
}
