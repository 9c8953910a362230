/**
 * A lease in `control.leases`: of all processes that want a job, one has it, for as long as it
 * renews. Time is the database's. The epoch is the proof: whatever the holder writes names it, and
 * a write with an older one is refused (see cursor-store.ts), however late it comes.
 */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { LeaseEpoch, Millis } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';

export interface LeaseOptions {
  readonly name: string;
  /** Who asks, in words for people, different for each process. */
  readonly holder: string;
  /** How long a holder that died keeps others waiting. */
  readonly ttlMs: Millis;
  readonly clock: Clock;
}

export interface Lease {
  readonly name: string;
  readonly epoch: LeaseEpoch;
  /** Aborts with LEASE_LOST when the lease was taken over, or could not be renewed in time. */
  readonly lost: AbortSignal;
  /** Gives it back, so that the next holder need not wait. Never throws. */
  release(): Promise<void>;
}

/** Throws CONTROL_SCHEMA_MISSING where schema `control` was never made. */
export async function requireControlSchema(database: Queryable): Promise<void> {
  const { rows } = await database.query<{ there: boolean }>(
    `select to_regclass('control.leases') is not null as there`,
  );
  if (rows[0]?.there) return;
  throw new PipelineError(
    'CONTROL_SCHEMA_MISSING',
    'The database has no schema `control`: run `workfront-cdc migrate`.',
  );
}

/**
 * Takes the lease if it is free or has expired; null while another holds it. Renews it from then
 * on by itself.
 */
export async function takeLease(database: Queryable, options: LeaseOptions): Promise<Lease | null> {
  const askedMs = options.clock.monotonicMs();
  const { name, holder, ttlMs } = options;
  const { rows } = await database.query<{ epoch: LeaseEpoch }>(TAKE, [name, holder, ttlMs]);
  const epoch = rows[0]?.epoch;
  return epoch === undefined ? null : new HeldLease(database, options, epoch, askedMs);
}

const TAKE = `
  insert into control.leases as lease (name, holder, epoch, expires_at)
  values ($1, $2, 1, clock_timestamp() + $3 * interval '1 millisecond')
  on conflict (name) do update
  set holder = excluded.holder, epoch = lease.epoch + 1, taken_at = clock_timestamp(),
      expires_at = clock_timestamp() + $3 * interval '1 millisecond'
  where lease.expires_at <= clock_timestamp()
  returning epoch
`;

const RENEW = `
  update control.leases
  set expires_at = clock_timestamp() + $3 * interval '1 millisecond'
  where name = $1 and epoch = $2
  returning epoch
`;

const RELEASE = `
  update control.leases
  set holder = '', expires_at = clock_timestamp()
  where name = $1 and epoch = $2
`;

/** Renewals within one term, so that one that fails costs nothing. */
const RENEWALS_PER_TTL = 4;

class HeldLease implements Lease {
  readonly name: string;
  readonly epoch: LeaseEpoch;
  readonly #database: Queryable;
  readonly #options: LeaseOptions;
  readonly #lost = new AbortController();
  readonly #released = new AbortController();
  #releasing: Promise<void> | null = null;
  /** Ends the wait for the renewal in flight. */
  #settled = new AbortController();
  readonly #renewing: Promise<void>;

  constructor(database: Queryable, options: LeaseOptions, epoch: LeaseEpoch, askedMs: Millis) {
    this.name = options.name;
    this.epoch = epoch;
    this.#database = database;
    this.#options = options;
    this.#renewing = this.#keepRenewing(askedMs);
  }

  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  release(): Promise<void> {
    this.#releasing ??= this.#release();
    return this.#releasing;
  }

  // Counts the term from before the question was sent: the database's answer may have been slow.
  async #keepRenewing(askedMs: Millis): Promise<void> {
    const { clock, ttlMs } = this.#options;
    let confirmedMs = askedMs;
    while (await this.#pause(ttlMs / RENEWALS_PER_TTL)) {
      const renewedMs = clock.monotonicMs();
      const renewed = await this.#renewWithin(confirmedMs + ttlMs - renewedMs);
      if (this.#released.signal.aborted) return;
      if (renewed === 'taken') return this.#lose('another process took it over');
      if (renewed === 'renewed') confirmedMs = renewedMs;
      if (clock.monotonicMs() - confirmedMs >= ttlMs) {
        return this.#lose(`it could not be renewed for ${ttlMs} ms`);
      }
    }
  }

  /** A database that hangs must not keep us in the belief that the lease is ours. */
  async #renewWithin(ms: Millis): Promise<'renewed' | 'taken' | 'failed'> {
    const settled = new AbortController();
    this.#settled = settled;
    const renewal = this.#database
      .query(RENEW, [this.name, this.epoch, this.#options.ttlMs])
      .then(({ rowCount }) => (rowCount === 1 ? 'renewed' : 'taken'))
      .catch(() => 'failed' as const); // tried again until the term is over
    const late = this.#options.clock
      .sleep(Math.max(0, ms), settled.signal)
      .then(() => 'failed' as const)
      .catch(() => 'failed' as const);
    const outcome = await Promise.race([renewal, late]);
    settled.abort();
    return outcome;
  }

  /** False when the lease was given back meanwhile. */
  async #pause(ms: Millis): Promise<boolean> {
    return this.#options.clock.sleep(ms, this.#released.signal).then(
      () => true,
      () => false,
    );
  }

  #lose(why: string): void {
    this.#lost.abort(leaseLost(this.name, why));
  }

  async #release(): Promise<void> {
    this.#released.abort();
    this.#settled.abort();
    await this.#renewing;
    // When the database is away the lease ends by itself.
    await this.#database.query(RELEASE, [this.name, this.epoch]).catch(() => undefined);
  }
}

export function leaseLost(name: string, why: string): PipelineError {
  return new PipelineError(
    'LEASE_LOST',
    `The lease "${name}" is no longer ours: ${why}. Whoever has it goes on from the cursor.`,
    { lease: name },
  );
}
