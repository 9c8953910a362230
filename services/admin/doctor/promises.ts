/** What freshness and schema control say: gaps, what is set aside, and what stands still. */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { AdminContext } from '../admin-context.ts';
import { readCompleteness } from '../completeness.ts';
import type { TypeFreshness } from '../completeness.ts';
import { withPool } from '../connections.ts';
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

export async function lookAtPromises(context: AdminContext): Promise<readonly Finding[]> {
  const complete = await readCompleteness(context);
  if (complete === null) {
    const fix = 'start the projector once: it makes the views';
    return [finding('freshness', 'the database has no view workfront.freshness yet', fix)];
  }
  return [
    ...gapFindings(complete.types),
    ...asideFindings(complete.types),
    ...(await withPool(context, 'control', (pool) => stillFindings(pool, context))),
  ];
}

function gapFindings(types: readonly TypeFreshness[]): readonly Finding[] {
  const open = types.filter(({ gapsOpen }) => gapsOpen > 0);
  const lost = types.filter(({ gapsLost }) => gapsLost > 0);
  const named = (some: typeof types): string => some.map(({ objCode }) => objCode).join(', ');
  const found: Finding[] = [];
  if (lost.length > 0) {
    found.push(note('gaps', `nothing can read again what was missed of ${named(lost)}`));
  }
  if (open.length === 0) return [...found, well('gaps', 'none is open')];
  const fix = 'the pollers read them again by themselves; if none goes, are they running?';
  return [...found, finding('gaps', `to be read again, of ${named(open)}`, fix)];
}

function asideFindings(types: readonly TypeFreshness[]): readonly Finding[] {
  const held = types.filter(({ parked }) => parked > 0);
  if (held.length === 0) return [well('set aside', 'nothing holds the instants back')];
  const said = held.map(({ objCode, parked }) => `${parked} of ${objCode}`).join(', ');
  return [
    finding('set aside', said, 'npx workfront-cdc dead-letters list, then redrive or dismiss'),
  ];
}

const MOVED = `
  select kind, count(*) as count, min(objcode) as one,
    max(extract(epoch from clock_timestamp() - moved_at) * 1000)::bigint as longest
  from control.watermarks
  where clock_timestamp() - moved_at > $2 * interval '1 millisecond' and kind = $1
  group by kind
`;
const ANY = 'select count(*) as count from control.watermarks where kind = $1';

interface StandingStill {
  readonly count: bigint;
  readonly one: string;
  readonly longest: bigint;
}

async function stillFindings(control: Queryable, { env }: AdminContext): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [kind, setting, usualMs] of PACES) {
    const check = `${kind} instants`;
    const paceMs = Number(env[setting] ?? usualMs);
    const stillMs = Math.max(STILL_MS_MIN, INTERVALS_MISSED * paceMs);
    const { rows: all } = await control.query<{ count: bigint }>(ANY, [kind]);
    const { rows } = await control.query<StandingStill>(MOVED, [kind, stillMs]);
    const count = Number(all[0]?.count ?? 0n);
    const [still] = rows;
    if (count === 0) found.push(finding(check, 'of no type', 'start the pollers; docs/operating'));
    else if (still === undefined) found.push(well(check, `move, of ${count} types`));
    else {
      const minutes = Math.round(Number(still.longest) / 60_000);
      const said = `${still.count} stand still, of ${still.one} for ${minutes} minutes`;
      const fix = 'look at the log of its poller: a lease, a refused type, a far smaller listing';
      found.push(finding(check, said, fix));
    }
  }
  return found;
}
