/** The tenant and our tables, as the two sides of a comparison of one type. */
import { PipelineError } from '../../core/errors.ts';
import { isJsonObject } from '../../core/json.ts';
import { asMicros, minus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { walkByID } from '../../source/walks/listing-walk.ts';
import { columnNameOf, tableOf } from '../../store/tables/type-tables.ts';
import type { QueryParameters, WorkfrontClient } from '../../workfront/client.ts';
import { formatIsoDate, parseClock } from '../../workfront/dates.ts';
import { filledText } from '../../workfront/event-bodies.ts';
import { ROWS_NAMED } from './compare-windows.ts';
import type { CountedSide, CountedWindow } from './compare-windows.ts';

/** Workfront's clocks have whole milliseconds, and its windows hold their last. */
const STEP_MICROS = asMicros(1_000);

/** @param clock the change clock of the type; null: the window is the whole type */
export function tenantSide(
  client: WorkfrontClient,
  objCode: string,
  clock: string | null,
  signal: AbortSignal,
): CountedSide {
  const where = ({ from, to }: CountedWindow): QueryParameters =>
    clock === null
      ? []
      : [
          [clock, formatIsoDate(from)],
          [`${clock}_Mod`, 'between'],
          [`${clock}_Range`, formatIsoDate(minus(to, STEP_MICROS))],
        ];
  return {
    count: async (window) => {
      const { data } = await client.read(`${objCode}/count`, where(window), signal, 'backfill');
      const count = isJsonObject(data) ? data['count'] : null;
      if (typeof count === 'number') return count;
      throw new PipelineError('WORKFRONT_REFUSED', `${objCode}/count did not answer a number.`);
    },
    clocks: async (window) => {
      const page = async (first: number): Promise<readonly NamedRow[]> => {
        const asked: QueryParameters = [
          ['fields', clock === null ? 'ID' : `ID,${clock}`],
          ...where(window),
          ['ID_1_Sort', 'asc'],
          ['$$LIMIT', String(ROWS_NAMED)],
          ...(first > 0 ? ([['$$FIRST', String(first)]] as const) : []),
        ];
        const { data } = await client.search(objCode, asked, signal, 'backfill');
        return data.map((row) => {
          const columns = isJsonObject(row) ? row : {};
          const at = clock === null ? null : parseClock(columns[clock]);
          return { ID: filledText(columns['ID']), clock: at };
        });
      };
      const found = new Map<string, Micros | null>();
      for await (const rows of walkByID(page, { pageRows: ROWS_NAMED, stream: objCode })) {
        for (const row of rows) if (row.ID !== null) found.set(row.ID, row.clock);
      }
      return found;
    },
  };
}

interface NamedRow {
  readonly ID: string | null;
  readonly clock: Micros | null;
}

interface HeldRow {
  readonly objid: string;
  readonly at: bigint | null;
}

const INSTANT = (parameter: string): string =>
  `'epoch'::timestamptz + ${parameter}::bigint * interval '1 microsecond'`;

/** What the tables say exists now. */
export function heldSide(store: Queryable, objCode: string, clock: string | null): CountedSide {
  const from = `from live.${tableOf(objCode).now} where not deleted`;
  const inWindow =
    clock === null
      ? from
      : `${from} and ${columnNameOf(clock)} >= ${INSTANT('$1')}
           and ${columnNameOf(clock)} < ${INSTANT('$2')}`;
  const parameters = ({ from: since, to }: CountedWindow): readonly Micros[] =>
    clock === null ? [] : [since, to];
  return {
    count: async (window) => {
      const sql = `select count(*) as count ${inWindow}`;
      const { rows } = await store.query<{ count: bigint }>(sql, [...parameters(window)]);
      return Number(rows[0]?.count ?? 0n);
    },
    clocks: async (window) => {
      const at = clock === null ? 'null' : `extract(epoch from ${columnNameOf(clock)}) * 1000000`;
      const sql = `select objid, (${at})::bigint as at ${inWindow}`;
      const { rows } = await store.query<HeldRow>(sql, [...parameters(window)]);
      return new Map(
        rows.map((row) => [row.objid, row.at === null ? null : asMicros(Number(row.at))]),
      );
    },
  };
}

/** Of our tables: one too few and one too many cancel out only where both lie in one window. */
const ROWS_IN_WINDOW = 20_000;

/** From the beginning of time to `to`. */
export async function windowsOf(
  store: Queryable,
  objCode: string,
  clock: string | null,
  to: Micros,
): Promise<readonly CountedWindow[]> {
  if (clock === null) return [{ from: asMicros(0), to }];
  const column = columnNameOf(clock);
  const { rows } = await store.query<{ at: bigint }>(
    `select (extract(epoch from date_trunc('milliseconds', ${column})) * 1000000)::bigint as at
     from (
       select ${column}, row_number() over (order by ${column}) as number
       from live.${tableOf(objCode).now} where not deleted and ${column} is not null
     ) as numbered
     where number % ${ROWS_IN_WINDOW} = 0 order by 1`,
  );
  const between = [...new Set(rows.map(({ at }) => asMicros(Number(at))))];
  const edges = [...between.filter((at) => at > 0 && at < to), to];
  return edges.map((end, at) => ({ from: edges[at - 1] ?? asMicros(0), to: end }));
}
