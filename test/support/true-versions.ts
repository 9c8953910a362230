/**
 * Versions against the truth, both ways: each true version that the tables do not have lies in a
 * published gap, and each version that they have was true when it began, within the spread of one
 * save's clocks. What nobody can tell of (no event, no journal row, no clock) is true from when it
 * was seen.
 */
import { asMicros } from '../../services/core/units.ts';
import type { Client, Pool } from '../../services/platform/postgres/postgres.ts';
import { objectKey } from '../../services/store/claims/group-by-object.ts';
import { readVersions } from '../../services/store/claims/stored-versions.ts';
import { inStore } from '../../services/store/live-store.ts';
import { nowDependentFields } from '../../services/workfront/catalogue/now-dependent.ts';
import { formatIsoDate, parseClock } from '../../services/workfront/dates.ts';
import { canonical, flatTruth, isOwn, plainOf } from './compare-with-truth.ts';
import { trueLivesOf, truthOf } from './oracle.ts';
import type { TrueChange, TrueLife } from './oracle.ts';
import type { TestPipeline } from './pipeline.ts';

export interface VersionsFound {
  /** True ones that somebody could tell of. */
  readonly versions: number;
  /** Of those, missing from the tables, in a published gap. */
  readonly inGaps: number;
  /** Versions of the tables that were held against the truth. */
  readonly held: number;
  /** In words: what is missing outside of any gap, and what was never true. */
  readonly faults: readonly string[];
}

interface StoredVersion {
  readonly began: number;
  readonly deleted: boolean;
  readonly fields: Readonly<Record<string, unknown>>;
}

interface KnownGap {
  readonly objid: string | null;
  readonly began: number;
  readonly ended: number;
  /** Of values that nobody could see: no version is missing in it. */
  readonly isUnseen: boolean;
}

/** The clocks of one save differ by less (docs/architecture.md, "The fold"). */
const SPREAD_MICROS = 500_000;

/**
 * @param since when everything had been read for the first time, and nothing had changed yet
 * @param clocked types of which none may be missing
 */
export async function compareVersions(
  pipeline: TestPipeline,
  pool: Pool,
  objCodes: readonly string[],
  since: number,
  clocked: readonly string[],
): Promise<VersionsFound> {
  const total = { versions: 0, inGaps: 0, held: 0, faults: [] as string[] };
  for (const objCode of objCodes) {
    const births = await truthOf(pipeline, { objCodes: [objCode], at: since });
    const birthOf = new Map(births.map(({ objID, fields }) => [objID, fields]));
    const gaps = await gapsOf(pool, objCode);
    const lives = await trueLivesOf(pipeline, { objCodes: [objCode], changed: true });
    const ids = lives.map(({ objID }) => objID);
    const stored = await inStore(pool, 'store_1', (client) => storedOf(client, objCode, ids));
    for (const life of lives) {
      const known = stored.get(life.objID) ?? [];
      const own = gaps.filter(({ objid }) => objid === null || objid === life.objID);
      const truth = new TrueTimeline(life, birthOf.get(life.objID) ?? null);
      const missed = own.filter(({ isUnseen }) => !isUnseen);
      if (clocked.includes(objCode)) countMissing(life, known, missed, total);
      for (const version of known) {
        if (version.began < since) continue;
        total.held += 1;
        const wrong = truth.untrue(objCode, version, own);
        const at = formatIsoDate(asMicros(version.began));
        total.faults.push(...wrong.map((what) => `${objCode} ${life.objID} at ${at}: ${what}`));
      }
    }
  }
  return total;
}

function countMissing(
  { objCode, objID, history }: TrueLife,
  known: readonly StoredVersion[],
  gaps: readonly KnownGap[],
  total: { versions: number; inGaps: number; faults: string[] },
): void {
  for (const change of history) {
    const { kind, at, changes } = change;
    const saved = savedClockOf(changes);
    // A restored object keeps its old clock, and what moves no clock is seen when it is read.
    if (saved === null || kind === 'DELETE' || kind === 'RESTORE') continue;
    total.versions += 1;
    if (known.some(({ began }) => Math.abs(began - saved) <= SPREAD_MICROS)) continue;
    if (gaps.some((gap) => covers(gap, saved))) total.inGaps += 1;
    else {
      const names = Object.keys(changes).join(' ').slice(0, 80);
      total.faults.push(`${objCode} ${objID}: no version of ${kind} at ${at}, no gap (${names})`);
    }
  }
}

function covers({ began, ended }: KnownGap, at: number): boolean {
  return at >= began - SPREAD_MICROS && at <= ended + SPREAD_MICROS;
}

interface Moment {
  readonly at: number;
  readonly change: TrueChange | null;
  /** Null while it does not exist. */
  readonly fields: Readonly<Record<string, unknown>> | null;
}

/** What an object was, from when to when. */
class TrueTimeline {
  readonly #moments: Moment[];

  constructor({ history }: TrueLife, birth: Readonly<Record<string, unknown>> | null) {
    let fields = birth === null ? null : flatTruth(birth);
    const before: Moment = { at: -Infinity, change: null, fields };
    this.#moments = [before];
    for (const change of history) {
      const changes = flatTruth(change.changes);
      if (change.kind === 'DELETE') fields = null;
      else if (change.kind === 'CREATE' || change.kind === 'RESTORE') fields = changes;
      else fields = withoutOldData({ ...fields, ...changes }, changes);
      this.#moments.push({ at: parseClock(change.at) ?? 0, change, fields });
    }
  }

  /** In words: what of a version was not so when it began. */
  untrue(objCode: string, version: StoredVersion, gaps: readonly KnownGap[]): string[] {
    const { began, deleted, fields } = version;
    if (deleted) {
      return this.#held('deleted', 'true', began, gaps)
        ? []
        : ['is deleted, in truth it was there'];
    }
    if (!this.#held('deleted', 'false', began, gaps)) return ['is there, in truth it was not'];
    const moving = nowDependentFields(objCode);
    return Object.keys(fields).flatMap((name) => {
      if (!isOwn(name) || moving.has(name) || !this.#knows(name)) return [];
      const value = canonical(fields[name]);
      if (this.#held(name, value, began, gaps)) return [];
      return [`${name} is ${value}, in truth ${this.#valueAt(name, began)}`];
    });
  }

  #knows(name: string): boolean {
    return this.#moments.some(({ fields }) => fields !== null && Object.hasOwn(fields, name));
  }

  #valueAt(name: string, at: number): string {
    return trueValueOf(this.#moments.filter((one) => one.at <= at).at(-1), name);
  }

  /**
   * Whether it was so within the spread. Or until a change, the first after it, that nobody told of
   * or that a gap covers. Or from a change on that moved no clock: a state that shows a clock is
   * dated by it, whatever has moved in it since.
   */
  #held(name: string, value: string, began: number, gaps: readonly KnownGap[]): boolean {
    const moments = this.#moments;
    let last = -1;
    for (const [index, one] of moments.entries()) {
      const until = moments[index + 1]?.at ?? Infinity;
      if (one.at > began + SPREAD_MICROS) break;
      if (trueValueOf(one, name) !== value) continue;
      if (until >= began - SPREAD_MICROS) return true;
      last = index;
    }
    if (name !== 'deleted' && this.#cameWithoutClock(name, value, began)) return true;
    const next = moments.slice(last + 1).find((one) => trueValueOf(one, name) !== value);
    if (last < 0 || next?.change === null || next === undefined) return false;
    const { sentEvent, journaled } = next.change;
    const isSilent = !sentEvent && !journaled;
    return isSilent || gaps.some((gap) => covers(gap, next.at));
  }

  #cameWithoutClock(name: string, value: string, began: number): boolean {
    for (const one of this.#moments) {
      if (one.at <= began + SPREAD_MICROS) continue;
      const { kind, changes } = one.change ?? { kind: null, changes: {} };
      if (kind !== 'RECALCULATE' || savedClockOf(changes) !== null) return false;
      if (trueValueOf(one, name) === value) return true;
    }
    return false;
  }
}

function savedClockOf(changes: TrueChange['changes']): number | null {
  return parseClock(changes['lastUpdateDate'] ?? changes['updatedAt']) ?? null;
}

function trueValueOf(moment: Moment | undefined, name: string): string {
  const fields = moment?.fields ?? null;
  if (name === 'deleted') return String(fields === null);
  return canonical(fields?.[name]);
}

/** A record's data is saved whole. */
function withoutOldData(
  fields: Record<string, unknown>,
  changes: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const isWhole = Object.keys(changes).some((name) => name.startsWith('data.'));
  if (!isWhole) return fields;
  const kept = Object.entries(fields).filter(
    ([name]) => !name.startsWith('data.') || Object.hasOwn(changes, name),
  );
  return Object.fromEntries(kept);
}

async function storedOf(
  client: Client,
  objCode: string,
  ids: readonly string[],
): Promise<Map<string, StoredVersion[]>> {
  if (ids.length === 0) return new Map();
  const refs = ids.map((objID) => ({ objID, objCode }));
  const versions = await readVersions(client, refs);
  return new Map(
    refs.map((ref) => [
      ref.objID,
      (versions.get(objectKey(ref)) ?? []).map(({ entryDate, deleted, state }) => ({
        began: entryDate,
        deleted,
        fields: plainOf(state.fields()),
      })),
    ]),
  );
}

async function gapsOf(pool: Pool, objCode: string): Promise<KnownGap[]> {
  const { rows } = await pool.query<
    Pick<KnownGap, 'objid' | 'isUnseen'> & { began: bigint; ended: bigint }
  >(
    `select objid, state = 'unseen' as "isUnseen",
       (extract(epoch from began) * 1000000)::bigint as began,
       (extract(epoch from coalesce(ended, clock_timestamp())) * 1000000)::bigint as ended
     from workfront.gaps() where objcode = $1`,
    [objCode],
  );
  const ends = await pool.query<(typeof rows)[number]>(BEFORE_ENDS, [objCode]);
  return [...rows, ...ends.rows].map(({ objid, isUnseen, began, ended }) => ({
    objid,
    isUnseen,
    began: Number(began),
    ended: Number(ended),
  }));
}

/**
 * A DELETE that shows no state, the journal's or a proved one: what it ended, of what was after the
 * last sight of the object, nobody can tell. The claims say from when to when. Two of one end say
 * no more than one, unless one of them shows a state.
 */
const BEFORE_ENDS = `
  select objid, false as "isUnseen", (extract(epoch from max(sighted)) * 1000000)::bigint as began,
    (extract(epoch from min(asof) filter (where "isEnd")) * 1000000)::bigint as ended
  from (
    select objid, asof, operation = 'DELETE' as "isEnd",
      coalesce(fields, '{}') = '{}' and coalesce(before, '{}') = '{}' as "isBare",
      max(asof) filter (where operation <> 'DELETE') over sights as sighted,
      count(*) filter (where operation <> 'DELETE') over sights as "end"
    from live.changes where objcode = $1
    window sights as (partition by objid order by asof, "offset")
  ) as sight
  where sighted is not null
  group by objid, "end"
  having bool_and("isBare") filter (where "isEnd")
`;
