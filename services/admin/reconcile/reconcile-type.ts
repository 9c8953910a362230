/**
 * One type of the tenant against the tables (reference C.7, C.8). Finds; repairs nothing: what it
 * finds is asked of the pollers, and comes through the log.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { tableOf } from '../../store/tables/type-tables.ts';
import { objectType } from '../../workfront/catalogue/catalogue.ts';
import type { WorkfrontClient } from '../../workfront/client.ts';
import { parseClock } from '../../workfront/dates.ts';
import { isJsonObject } from '../../core/json.ts';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { compareWindows } from './compare-windows.ts';
import { isFarFewer } from './far-fewer.ts';
import { heldSide, tenantSide, windowsOf } from './sides.ts';

export interface Reconciled {
  readonly objCode: string;
  readonly there: number;
  readonly held: number;
  readonly windows: number;
  /** Of the tenant, and not in the tables. */
  readonly missing: readonly string[];
  /** In the tables, and not there: asked by ID, Workfront says that there is no such object. */
  readonly gone: readonly string[];
  /** There for others, and not shown to us: that is no delete. */
  readonly hidden: readonly string[];
  /** On both sides, under another change clock. */
  readonly differing: readonly string[];
  /** So many fewer are shown than are held that nothing is believed. */
  readonly isFarFewer: boolean;
  /** Every object was named: no two differences can have cancelled out in a count. */
  readonly isExact: boolean;
}

export interface ReconcileParts {
  readonly client: WorkfrontClient;
  readonly store: Queryable;
  readonly signal: AbortSignal;
  /** What was saved since is on its way. */
  readonly upTo: Micros;
  /** In percent of what is held. */
  readonly fewerMax: number;
  /** Every object of a large type too is named, not only where counts differ. */
  readonly exact: boolean;
}

/**
 * A search neither hashes nor groups (reference C.2), so that one too few and one too many in one
 * window show by name alone: a call for 2,000 objects. Of a small type that costs next to nothing.
 */
const ROWS_ALWAYS_NAMED = 20_000;

export async function reconcileType(objCode: string, parts: ReconcileParts): Promise<Reconciled> {
  const { client, store, signal, upTo, fewerMax } = parts;
  const clock = comparedClock(objCode);
  const [there, held] = [
    tenantSide(client, objCode, clock, signal),
    heldSide(store, objCode, clock),
  ];
  const all = { from: asMicros(0), to: upTo };
  const counts = { there: await there.count(all), held: await held.count(all) };
  const none = { missing: [], gone: [], hidden: [], differing: [] };
  if (isFarFewer(counts, fewerMax)) {
    return { objCode, ...counts, ...none, windows: 1, isFarFewer: true, isExact: false };
  }
  const windows = await windowsOf(store, objCode, clock, upTo);
  const exact = parts.exact || Math.max(counts.there, counts.held) <= ROWS_ALWAYS_NAMED;
  const found = await compareWindows(there, held, windows, { exact });
  const known = await heldOf(store, objCode, found.missing);
  const presence = await presences(parts, objCode, found.surplus, clock);
  const missing = found.missing.filter((id) => !known.has(id));
  const elsewhere = found.missing.filter((id) => known.has(id));
  const differing = new Set([...elsewhere, ...found.moved, ...presence.there]);
  const { gone, hidden } = presence;
  const sorted = { missing, gone, hidden, differing: [...differing].toSorted() };
  const { windows: asked, isExact } = found;
  return { objCode, ...counts, ...sorted, windows: asked, isFarFewer: false, isExact };
}

function comparedClock(objCode: string): string | null {
  const hasClock = objectType(objCode)?.clocks.includes('lastUpdateDate') === true;
  const column = tableOf(objCode).columnOf.get('lastUpdateDate');
  return hasClock && column?.type === 'timestamptz' ? 'lastUpdateDate' : null;
}

async function heldOf(
  store: Queryable,
  objCode: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const sql = `select objid from live.${tableOf(objCode).now} where not deleted and objid = any($1)`;
  const { rows } = await store.query<{ objid: string }>(sql, [ids]);
  return new Set(rows.map(({ objid }) => objid));
}

interface Presences {
  readonly there: readonly string[];
  readonly gone: readonly string[];
  readonly hidden: readonly string[];
}

/** Asked for one by one: only Workfront's own word makes a delete of an absence. */
async function presences(
  { client, signal, upTo }: ReconcileParts,
  objCode: string,
  ids: readonly string[],
  clock: string | null,
): Promise<Presences> {
  const [there, gone, hidden]: [string[], string[], string[]] = [[], [], []];
  for (const id of ids) {
    try {
      const fields = [['fields', clock ?? 'ID']] as const;
      const { data } = await client.read(`${objCode}/${id}`, fields, signal, 'backfill');
      const saved = clock !== null && isJsonObject(data) ? parseClock(data[clock]) : null;
      // Saved meanwhile it is in no window, and comes by itself.
      if (saved === null || saved < upTo) there.push(id);
    } catch (error) {
      if (!(error instanceof PipelineError) || error.reaction === 'retry') throw error;
      const { status, javaClass } = error.context;
      if (status === 404 || /notfound/i.test(String(javaClass))) gone.push(id);
      else if (status === 403 || /authoriz|permission/i.test(String(javaClass))) hidden.push(id);
      else throw error;
    }
  }
  return { there, gone, hidden };
}
