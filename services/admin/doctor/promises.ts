/** What freshness and schema control say: gaps, what is set aside, and what stands still. */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { readersOf } from '../../source/promises/recorded-gaps.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import type { AdminContext } from '../admin-context.ts';
import { readCompleteness } from '../completeness.ts';
import type { TypeFreshness } from '../completeness.ts';
import type { ParkedOf } from '../../store/parked.ts';
import { withPool } from '../connections.ts';
import { doubtNotes } from './doubts.ts';
import { finding, note, well } from './finding.ts';
import type { Finding } from './finding.ts';

/** A kind of watermark, the setting of its pace, and that pace in milliseconds unless it is set. */
const PACES = [
  ['current', 'OBJECT_LISTING_INTERVAL_MS', 300_000],
  ['swept', 'OBJECT_SWEEP_INTERVAL_MS', 3_600_000],
  ['history', 'JOURNAL_POLL_INTERVAL_MS', 30_000],
] as const;
/** A watermark stands still when it has not moved for so many of its intervals, and so long. */
const INTERVALS_MISSED = 3;
const STILL_MS_MIN = 300_000;
/** The pollers read a gap again within minutes; one that they do not is to be looked at. */
const GAP_MINUTES_MAX = 15;

export async function lookAtPromises(context: AdminContext): Promise<readonly Finding[]> {
  const complete = await readCompleteness(context);
  if (complete === null) {
    const fix = 'start the projector once: it makes the views';
    return [finding('freshness', 'the database has no view workfront.freshness yet', fix)];
  }
  return [
    ...lostNotes(complete.types),
    ...asideFindings(complete.types),
    ...leftOutFindings(complete.leftOut),
    ...(await withPool(context, 'store', doubtNotes)),
    ...(await withPool(context, 'control', async (pool) => [
      ...(await gapFindings(pool)),
      ...(await unansweredFindings(pool)),
      ...(await stillFindings(pool, context)),
    ])),
  ];
}

function lostNotes(types: readonly TypeFreshness[]): readonly Finding[] {
  const lost = types.filter(({ gapsLost }) => gapsLost > 0).map(({ objCode }) => objCode);
  if (lost.length === 0) return [];
  return [note('gaps', `nothing can read again what was missed of ${lost.join(', ')}`)];
}

const GAPS = `
  select string_agg(distinct objcode, ', ' order by objcode) as of,
    (extract(epoch from clock_timestamp() - min(found_at)) / 60)::bigint as minutes
  from control.gaps where state in ('open', 'wanted')
`;

async function gapFindings(control: Queryable): Promise<readonly Finding[]> {
  const { rows } = await control.query<{ of: string | null; minutes: bigint }>(GAPS);
  const [open] = rows;
  if (open === undefined || open.of === null) return [well('gaps', 'none is open')];
  const said = `to be read again, of ${open.of}; the oldest is known for ${open.minutes} minutes`;
  if (open.minutes < BigInt(GAP_MINUTES_MAX)) return [note('gaps', said)];
  const fix = 'the pollers read them again by themselves; if none goes, are they running?';
  return [finding('gaps', said, fix)];
}

const UNANSWERED = `
  select objcode, count(*) as count from control.wanted_reads
  where wanted_at < clock_timestamp() - $1 * interval '1 minute'
  group by objcode order by objcode
`;

/** A poller answers within seconds: what waits longer is of a type that none reads. */
async function unansweredFindings(control: Queryable): Promise<readonly Finding[]> {
  const { rows } = await control.query<{ objcode: string; count: bigint }>(UNANSWERED, [
    GAP_MINUTES_MAX,
  ]);
  const said = rows.map(({ objcode, count }) => `${count} of ${objcode}`).join(', ');
  if (rows.length === 0) return [well('asked for', 'every reading was answered')];
  const isHopeless = rows.every(({ objcode }) => readersOf(objcode).length === 0);
  const fix = isHopeless
    ? 'no API lists these types: delete their rows of control.wanted_reads'
    : 'is a poller of the type running (OBJECT_TYPES, the sign-in to Planning)?';
  return [finding('asked for', `nobody answers: ${said}`, fix)];
}

function asideFindings(types: readonly TypeFreshness[]): readonly Finding[] {
  const held = types.filter(({ parked }) => parked > 0);
  if (held.length === 0) return [well('set aside', 'nothing holds the instants back')];
  const said = held.map(({ objCode, parked }) => `${parked} of ${objCode}`).join(', ');
  return [
    finding('set aside', said, 'npx workfront-cdc dead-letters list, then redrive or dismiss'),
  ];
}

/** A projection beside the first has no dead letters: its own table says what it left out. */
function leftOutFindings(projections: readonly ParkedOf[]): readonly Finding[] {
  const some = projections.filter(({ count }) => count > 0);
  if (some.length === 0) return [well('left out', 'every record is in the tables')];
  return some.map(({ projection, store, count }) => {
    const rebuilt = projection === 'objects' ? '' : ` --projection ${projection}`;
    return finding(
      'left out',
      `${count} records are in no table of ${projection}; ${store}.parked says which and why`,
      'npx workfront-cdc dead-letters list, then redrive or dismiss; of what has no letter mend ' +
        `the cause, then npx workfront-cdc rebuild${rebuilt}`,
    );
  });
}

/** One that was taken over lately has not had its time yet. */
const MOVED = `
  with mark as (
    select mark.kind, mark.objcode, lease.expires_at > clock_timestamp() as held,
      greatest(mark.moved_at, lease.taken_at) as since
    from control.watermarks as mark
    left join control.leases as lease on lease.name = case
      when mark.kind = 'history' then 'journal'
      when mark.objcode = any($3) then 'planning' else 'objects' end
    where mark.kind = $1
  )
  select count(*) as count, min(objcode) as one, bool_and(coalesce(held, false)) as held,
    max(extract(epoch from clock_timestamp() - since) * 1000)::bigint as longest
  from mark where clock_timestamp() - since > $2 * interval '1 millisecond'
`;
const ANY = `
  select (select count(*) from control.watermarks where kind = $1) as count,
    exists (
      select from control.leases where name = $2 and expires_at > clock_timestamp()
        and taken_at > clock_timestamp() - $3 * interval '1 millisecond'
    ) as fresh
`;

const PLANNING_TYPES = OBJECT_TYPES.filter(({ planning }) => planning).map(
  ({ objCode }) => objCode,
);

interface StandingStill {
  readonly count: bigint;
  readonly one: string;
  /** Its poller runs. */
  readonly held: boolean;
  readonly longest: bigint;
}

async function stillFindings(control: Queryable, { env }: AdminContext): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [kind, setting, usualMs] of PACES) {
    const check = `${kind} instants`;
    const paceMs = Number(env[setting] ?? usualMs);
    const stillMs = Math.max(STILL_MS_MIN, INTERVALS_MISSED * paceMs);
    const lease = kind === 'history' ? 'journal' : 'objects';
    const { rows: all } = await control.query<{ count: bigint; fresh: boolean }>(ANY, [
      kind,
      lease,
      stillMs,
    ]);
    const { rows } = await control.query<StandingStill>(MOVED, [kind, stillMs, PLANNING_TYPES]);
    const { count = 0n, fresh = false } = all[0] ?? {};
    const [still] = rows;
    if (count > 0n && (still === undefined || still.count === 0n)) {
      found.push(well(check, `move, of ${count} types`));
    } else if (count > 0n && still !== undefined) found.push(stillFinding(check, still));
    else if (fresh) found.push(note(check, 'of no type yet: the first reading is under way'));
    else found.push(finding(check, 'of no type', 'start the pollers; docs/operating'));
  }
  return found;
}

function stillFinding(check: string, { count, one, held, longest }: StandingStill): Finding {
  const minutes = Math.round(Number(longest) / 60_000);
  const said = `${count} stand still, of ${one} for ${minutes} minutes`;
  const fix = held
    ? 'look at the log of its poller: a refused type, a far smaller listing'
    : 'its poller does not run: start it, or look at why it ends';
  return finding(check, said, fix);
}
