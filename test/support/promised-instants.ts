/**
 * Holds what `workfront.freshness` promises against the sandbox's truth, while everything goes on.
 * The promise and the rows are of one snapshot of the database: not even for a moment may a promise
 * stand before what it promises.
 */
import { asMicros } from '../../services/core/units.ts';
import type { Client, Pool } from '../../services/platform/postgres/postgres.ts';
import { inStore } from '../../services/store/live-store.ts';
import { formatIsoDate, parseClock } from '../../services/workfront/dates.ts';
import { carriedOf, differencesFromTruth, inWords, readRows } from './compare-with-truth.ts';
import type { Difference, StoreRow } from './compare-with-truth.ts';
import { trueLivesOf, truthOf } from './oracle.ts';
import type { TrueChange, TrueState } from './oracle.ts';
import type { TestPipeline } from './pipeline.ts';

export interface Instants {
  readonly objCode: string;
  readonly current: number | null;
  readonly swept: number | null;
  readonly history: number | null;
}

/** What the tables promised and held at one moment. */
interface Look {
  readonly instants: readonly Instants[];
  readonly rows: ReadonlyMap<string, readonly StoreRow[]>;
  /** Journal rows in the tables up to `history`, by type: their eventIDs. */
  readonly told: ReadonlyMap<string, ReadonlySet<string>>;
}

export class PromiseWatch {
  readonly #pipeline: TestPipeline;
  readonly #pool: Pool;
  readonly #objCodes: readonly string[];
  readonly #carried = new Map<string, readonly string[]>();
  readonly #histories: Look[] = [];
  readonly broken: string[] = [];
  looks = 0;
  /** Promises that were held against the truth. */
  held = 0;

  constructor(pipeline: TestPipeline, pool: Pool, objCodes: readonly string[]) {
    this.#pipeline = pipeline;
    this.#pool = pool;
    this.#objCodes = objCodes;
  }

  async look(): Promise<void> {
    const look = await lookAt(this.#pool, this.#objCodes);
    for (const instants of look.instants) {
      await this.#hold(instants, look.rows.get(instants.objCode) ?? []);
    }
    this.#histories.push({ ...look, rows: new Map() });
    this.looks += 1;
  }

  /** At the end, when every row of the journal is in the tables: what each look should have had. */
  async holdHistories(): Promise<void> {
    const rows = await journalRows(this.#pool);
    for (const look of this.#histories) {
      for (const { objCode, history } of look.instants) {
        if (history === null) continue;
        this.held += 1;
        const told = look.told.get(objCode);
        const untold = (rows.get(objCode) ?? []).filter(
          ({ at, eventID }) => at <= history && told?.has(eventID) !== true,
        );
        if (untold.length === 0) continue;
        const named = untold.slice(0, 3).map(({ words }) => words);
        this.#say(objCode, history, `history: without ${untold.length} rows: ${named.join('; ')}`);
      }
    }
  }

  async #hold({ objCode, current, swept }: Instants, found: readonly StoreRow[]): Promise<void> {
    const rows = new Map(found.map((row) => [row.objID, row]));
    for (const [kind, upTo] of [
      ['current', current],
      ['swept', swept],
    ] as const) {
      if (upTo === null) continue;
      this.held += 1;
      const doubtful: (readonly [TrueState, Difference[]])[] = [];
      const carried = await this.#carriedOf(objCode);
      for (const truth of await truthOf(this.#pipeline, { objCodes: [objCode], at: upTo })) {
        const row = rows.get(truth.objID);
        if (!truth.exists && row === undefined) continue; // it came and went unseen
        const differences = differencesFromTruth(truth, row, carried);
        if (differences.length > 0) doubtful.push([truth, differences]);
      }
      if (doubtful.length === 0) continue;
      const lives = await trueLivesOf(this.#pipeline, { objCodes: [objCode], changed: true });
      const histories = new Map(lives.map(({ objID, history }) => [objID, history]));
      for (const [{ objID }, differences] of doubtful) {
        const history = histories.get(objID) ?? [];
        for (const one of differences) {
          if (isExplained(one, { kind, upTo, history })) continue;
          this.#say(objCode, upTo, `${kind}: ${objID} ${inWords(one)}`);
        }
      }
    }
  }

  async #carriedOf(objCode: string): Promise<readonly string[]> {
    const known = this.#carried.get(objCode) ?? (await carriedOf(this.#pipeline, objCode));
    this.#carried.set(objCode, known);
    return known;
  }

  #say(objCode: string, upTo: number, what: string): void {
    this.broken.push(
      `${objCode} up to ${formatIsoDate(asMicros(upTo))}: ${what} (look ${this.looks})`,
    );
  }
}

export async function readInstants(pool: Pool, objCodes: readonly string[]): Promise<Instants[]> {
  return inStore(pool, 'store_1', (client) => instantsOf(client, objCodes));
}

async function lookAt(pool: Pool, objCodes: readonly string[]): Promise<Look> {
  return inStore(pool, 'store_1', async (client) => {
    await client.query('begin isolation level repeatable read read only');
    try {
      const instants = await instantsOf(client, objCodes);
      const rows = new Map<string, StoreRow[]>();
      const told = new Map<string, ReadonlySet<string>>();
      for (const { objCode, current, swept, history } of instants) {
        if (current !== null || swept !== null) rows.set(objCode, await readRows(client, objCode));
        if (history !== null) told.set(objCode, await toldUpTo(client, objCode, history));
      }
      return { instants, rows, told };
    } finally {
      await client.query('rollback');
    }
  });
}

async function instantsOf(client: Client, objCodes: readonly string[]): Promise<Instants[]> {
  const micros = (name: string): string =>
    `(extract(epoch from ${name}_up_to) * 1000000)::bigint as ${name}`;
  const { rows } = await client.query<Record<keyof Instants, bigint | string | null>>(
    `select objcode as "objCode", ${micros('current')}, ${micros('swept')}, ${micros('history')}
     from workfront.freshness where objcode = any($1)`,
    [objCodes],
  );
  const numberOf = (value: bigint | string | null): number | null =>
    value === null ? null : Number(value);
  return rows.map(({ objCode, current, swept, history }) => ({
    objCode: String(objCode),
    current: numberOf(current),
    swept: numberOf(swept),
    history: numberOf(history),
  }));
}

async function toldUpTo(client: Client, objCode: string, upTo: number): Promise<Set<string>> {
  const { rows } = await client.query<{ id: string }>(
    `select encode(eventid, 'hex') as id from changes where path = 'JOURNAL' and objcode = $1
       and entrydate <= 'epoch'::timestamptz + $2::bigint * interval '1 microsecond'`,
    [objCode, String(upTo)],
  );
  return new Set(rows.map(({ id }) => id));
}

interface ToldRow {
  readonly at: number;
  readonly eventID: string;
  /** What it is and where in the log, for people. */
  readonly words: string;
}

/** All of them, by type. */
async function journalRows(pool: Pool): Promise<Map<string, ToldRow[]>> {
  const { rows } = await pool.query<{ objcode: string; at: bigint; id: string; words: string }>(
    `select objcode, (extract(epoch from entrydate) * 1000000)::bigint as at,
       encode(eventid, 'hex') as id,
       format('%s of %s at %s, observed at %s, %s/%s/%s', operation, objid, entrydate, observedat,
         topic, partition, "offset") as words
     from live.changes where path = 'JOURNAL' order by entrydate`,
  );
  const found = new Map<string, ToldRow[]>();
  for (const { objcode, at, id, words } of rows) {
    const told = { at: Number(at), eventID: id, words };
    found.set(objcode, [...(found.get(objcode) ?? []), told]);
  }
  return found;
}

interface Promised {
  readonly kind: 'current' | 'swept';
  readonly upTo: number;
  readonly history: readonly TrueChange[];
}

const LIVES: ReadonlySet<string> = new Set(['CREATE', 'DELETE', 'RESTORE']);

/** By a change after the instant; or, of `current`, by one before it that moved no clock. */
function isExplained({ field }: Difference, { kind, upTo, history }: Promised): boolean {
  const isLater = ({ at }: TrueChange): boolean => (parseClock(at) ?? 0) > upTo;
  if (history.some((one) => isLater(one) && LIVES.has(one.kind))) return true;
  const touches = ({ changes }: TrueChange): boolean => field !== null && touched(changes, field);
  if (history.some((one) => isLater(one) && touches(one))) return true;
  if (kind === 'swept') return false;
  const before = history.filter((one) => !isLater(one));
  if (field === null || field === 'deleted') return before.some(movesNoClock);
  const last = before.filter(touches).at(-1);
  return last !== undefined && movesNoClock(last);
}

function movesNoClock({ kind, changes }: TrueChange): boolean {
  if (kind === 'DELETE') return true;
  if (kind !== 'RESTORE' && kind !== 'RECALCULATE') return false;
  return kind === 'RESTORE' || changes['lastUpdateDate'] === undefined;
}

function touched(changes: Readonly<Record<string, unknown>>, field: string): boolean {
  if (Object.hasOwn(changes, field)) return true;
  return field.startsWith('data.') && Object.hasOwn(changes, 'data');
}
