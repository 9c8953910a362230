/**
 * The call budget of a tenant, shared by all its pollers through `control.call_budgets`: Workfront
 * counts the concurrent requests of the customer, not of a process (reference C.5). A place is a
 * row, held for the length of one call. It is free again as soon as its holder has no session any
 * more: the server sees a killed process go at once, and one whose host is gone when time runs out.
 */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import type { Pool, Queryable } from '../../platform/postgres/postgres.ts';
import { LocalBudget, QUIET_MS, RECOVERY_MS } from '../../workfront/call-budget.ts';
import { beginWithinMinute } from './minute-budget.ts';
import type { CallBudget, CallOutcome, Priority } from '../../workfront/call-budget.ts';

export interface SharedBudgetOptions {
  /** `attask`, or another API with a limit of its own. */
  readonly name: string;
  readonly callsMax: number;
  /** No call takes longer. */
  readonly timeoutMs: Millis;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onThrottled?: () => void;
  /** Calls that may begin within any minute; without it as many as there are places. */
  readonly perMinuteMax?: number;
}

interface Place {
  readonly place: number;
  readonly turn: bigint;
}

const ASK_AGAIN_MS = 25;

/**
 * Makes the budget's rows where they are not there.
 * @param database its sessions have an application name of this process alone, and one stays open
 */
export async function openSharedBudget(
  database: Pool,
  options: SharedBudgetOptions,
): Promise<CallBudget> {
  const { name, callsMax, clock, perMinuteMax } = options;
  await database.query(OPEN, [name, callsMax, perMinuteMax ?? null]);
  await database.query(PLACES, [name, callsMax]);
  // In front: the calls of this process, in their order, so that one at a time asks the database.
  const local = new LocalBudget({ callsMax, clock });
  return {
    enter: async (priority, signal) => {
      const visit = await local.enter(priority, signal);
      try {
        if (perMinuteMax !== undefined) {
          await beginWithinMinute(database, { name, perMinuteMax, clock }, priority, signal);
        }
        const place = await takePlace(database, options, priority, signal);
        return {
          leave: async (outcome) => {
            await leavePlace(database, options, place, outcome).finally(() => visit.leave(outcome));
          },
        };
      } catch (error) {
        await visit.leave({ throttled: false });
        throw error;
      }
    },
  };
}

async function takePlace(
  database: Queryable,
  { name, timeoutMs, clock, random }: SharedBudgetOptions,
  priority: Priority,
  signal: AbortSignal,
): Promise<Place> {
  const sql = priority === 'live' ? TAKE_LIVE : TAKE_BACKFILL;
  for (let tries = 0; ; tries += 1) {
    signal.throwIfAborted();
    const { rows } = await database.query<Place>(sql, [name, timeoutMs * 2]);
    const [place] = rows;
    if (place !== undefined) return place;
    await clock.sleep(
      Math.min(500, ASK_AGAIN_MS * 2 ** Math.min(tries, 5)) * (0.5 + random()),
      signal,
    );
  }
}

/** A database that is away keeps the place only until it runs out, and spoils no answer. */
async function leavePlace(
  database: Queryable,
  { name, callsMax, onThrottled }: SharedBudgetOptions,
  { place, turn }: Place,
  outcome: CallOutcome,
): Promise<void> {
  if (outcome.throttled) {
    onThrottled?.();
    const quietMs = Math.min(outcome.retryAfterMs ?? QUIET_MS, 300_000);
    await database.query(THROTTLE, [name, quietMs]).catch(() => undefined);
  } else {
    await database.query(RECOVER, [name, callsMax, RECOVERY_MS]).catch(() => undefined);
  }
  await database.query(LEAVE, [name, place, turn]).catch(() => undefined);
}

const OPEN = `
  insert into control.call_budgets as budget
  (name, calls_max, calls_now, per_minute_max, closed_until, changed_at)
  values ($1, $2, $2, $3, clock_timestamp(), clock_timestamp())
  on conflict (name) do update
  set per_minute_max = excluded.per_minute_max,
      calls_max = excluded.calls_max, calls_now = least(budget.calls_now, excluded.calls_max)
`;

const PLACES = `
  insert into control.call_places (budget, place, turn, holder, held_until)
  select $1, place, 0, '', clock_timestamp() from generate_series(0, $2::integer - 1) as place
  on conflict do nothing
`;

const TAKE_LIVE = takeSql('place < budget.calls_now', 'asc');
// Place 0 is left to what is live, unless there is no other.
const TAKE_BACKFILL = takeSql(
  'place < budget.calls_now and place >= least(1, budget.calls_now - 1)',
  'desc',
);

function takeSql(eligible: string, order: 'asc' | 'desc'): string {
  return `
    with free as (
      select place.budget, place.place
      from control.call_places as place
      join control.call_budgets as budget on budget.name = place.budget
      where budget.name = $1 and budget.closed_until <= clock_timestamp()
        and (place.held_until <= clock_timestamp() or not exists (
          select from pg_stat_activity where application_name = place.holder
        )) and ${eligible}
      order by place.place ${order}
      limit 1
      for update of place skip locked
    )
    update control.call_places as place
    set turn = place.turn + 1, holder = current_setting('application_name'),
        held_until = clock_timestamp() + $2 * interval '1 millisecond'
    from free
    where place.budget = free.budget and place.place = free.place
    returning place.place, place.turn
  `;
}

const LEAVE = `
  update control.call_places set held_until = clock_timestamp(), holder = ''
  where budget = $1 and place = $2 and turn = $3
`;

const THROTTLE = `
  update control.call_budgets
  set closed_until =
        greatest(closed_until, clock_timestamp() + $2 * interval '1 millisecond'),
      calls_now = greatest(1, calls_now / 2), changed_at = clock_timestamp()
  where name = $1
`;

const RECOVER = `
  update control.call_budgets set calls_now = calls_now + 1, changed_at = clock_timestamp()
  where name = $1 and calls_now < least(calls_max, $2)
    and changed_at <= clock_timestamp() - $3 * interval '1 millisecond'
`;
