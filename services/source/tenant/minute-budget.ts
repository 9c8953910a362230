/**
 * How many calls may begin within any minute, counted for all processes of the tenant in
 * `control.call_starts` (reference E.1: Planning allows 200). In front of the budget of places.
 */
import type { Clock } from '../../core/clock.ts';
import { withTransaction } from '../../platform/postgres/postgres.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { Priority } from '../../workfront/call-budget.ts';

export interface MinuteBudget {
  readonly name: string;
  readonly perMinuteMax: number;
  readonly clock: Clock;
}

/** Of each minute this much is left to what is live. */
const LEFT_TO_LIVE = 0.2;

/** Resolves when a call may begin; it is counted then. Rejects with the signal's reason. */
export async function beginWithinMinute(
  pool: Pool,
  { name, perMinuteMax, clock }: MinuteBudget,
  priority: Priority,
  signal: AbortSignal,
): Promise<void> {
  const most = priority === 'live' ? perMinuteMax : Math.ceil(perMinuteMax * (1 - LEFT_TO_LIVE));
  for (;;) {
    signal.throwIfAborted();
    const waitMs = await withTransaction(pool, async (client) => {
      // A statement of its own: the count must see what the one before us has begun.
      await client.query('select pg_advisory_xact_lock(hashtext($1))', [`calls of ${name}`]);
      const { rows } = await client.query<{ wait_ms: number | null }>(BEGIN, [name, most]);
      return rows[0]?.wait_ms ?? null;
    });
    if (waitMs === null) return;
    await clock.sleep(Math.max(1, waitMs), signal);
  }
}

// Null where the call was begun; else how long until the oldest in the way is a minute old.
const BEGIN = `
  with forgotten as (
    delete from control.call_starts
    where budget = $1 and began_at < clock_timestamp() - interval '10 minutes'
  ), recent as (
    select began_at, row_number() over (order by began_at desc) as nth
    from control.call_starts
    where budget = $1 and began_at > clock_timestamp() - interval '1 minute'
  ), blocking as (
    select began_at from recent where nth = $2
  ), begun as (
    insert into control.call_starts (budget) select $1 where not exists (select from blocking)
  )
  select ceil(extract(epoch from
    began_at + interval '1 minute' - clock_timestamp()) * 1000)::integer as wait_ms
  from blocking
`;
