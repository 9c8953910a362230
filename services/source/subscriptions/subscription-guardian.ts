/**
 * Watches the event subscriptions of the tenant: says what is wrong, makes anew what is gone, and
 * records each outage as a gap, so that exactly its window is read again. Must not touch what it
 * cannot mend: a breaker closes by Workfront's own probe, or by Adobe's support (reference B.2).
 */
import type { Clock } from '../../core/clock.ts';
import { asMicros, plus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { Logger } from '../../platform/process/logger.ts';
import type { CounterMetric, GaugeMetric, Metrics } from '../../platform/process/metrics.ts';
import { applySubscriptionSteps } from '../../workfront/apply-subscriptions.ts';
import type {
  ExistingSubscription,
  SubscriptionClient,
  WantedSubscription,
} from '../../workfront/subscription-client.ts';
import { subscriptionDifferences, subscriptionKey } from '../../workfront/subscription-plan.ts';
import { endGaps, openGap } from '../promises/recorded-gaps.ts';
import { noteWatched } from '../promises/watched-types.ts';

/** `unlike`: with another token, for one object, or with other filters than wanted. */
export type SubscriptionState = 'well' | 'missing' | 'unlike' | 'disabled' | 'frozen';

const STATES = ['well', 'missing', 'unlike', 'disabled', 'frozen'] as const;

export interface GuardianMetrics {
  readonly subscriptions: GaugeMetric;
  readonly foreign: GaugeMetric;
  readonly failures: GaugeMetric;
  readonly restored: CounterMetric;
}

export function guardianMetrics(metrics: Metrics): GuardianMetrics {
  return {
    subscriptions: metrics.gauge(
      'workfront_cdc_subscriptions',
      'Event subscriptions that there should be, by how they are',
      ['state'],
    ),
    foreign: metrics.gauge(
      'workfront_cdc_subscriptions_foreign',
      'Event subscriptions of the tenant that are not ours',
    ),
    failures: metrics.gauge(
      'workfront_cdc_subscription_failures',
      'Deliveries to our URLs that failed, as Workfront counts them',
    ),
    restored: metrics.counter(
      'workfront_cdc_subscriptions_restored_total',
      'Event subscriptions that were gone and were made anew',
    ),
  };
}

export interface GuardianParts {
  readonly client: SubscriptionClient;
  readonly wanted: readonly WantedSubscription[];
  readonly authToken: () => string;
  readonly database: Queryable;
  readonly metrics: GuardianMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What a guardian said last, so that a state is said when it changes and not each time. */
export class SubscriptionGuardian {
  readonly #parts: GuardianParts;
  readonly #said = new Map<string, SubscriptionState>();
  #failures: number | null = null;

  constructor(parts: GuardianParts) {
    this.#parts = parts;
  }

  /** Looks once. */
  async watch(signal: AbortSignal): Promise<void> {
    const { client, wanted, metrics, clock } = this.#parts;
    const { subscriptions, askedMicros } = await client.list(signal);
    const now = askedMicros ?? clock.nowMicros();
    const counts = new Map<SubscriptionState, number>(STATES.map((state) => [state, 0]));
    const gone: WantedSubscription[] = [];
    for (const one of wanted) {
      const state = subscriptionState(one, subscriptions, this.#parts.authToken());
      counts.set(state, (counts.get(state) ?? 0) + 1);
      await this.#record(one, state, now);
      if (state === 'missing') gone.push(one);
    }
    for (const [state, count] of counts) metrics.subscriptions.set(count, { state });
    this.#count(subscriptions);
    if (gone.length > 0) await this.#restore(gone, signal);
  }

  async #record(one: WantedSubscription, state: SubscriptionState, now: Micros): Promise<void> {
    const { database, logger } = this.#parts;
    const subject = `${one.objCode} ${one.eventType}`;
    const before = this.#said.get(subject);
    if (state === 'well') {
      // Asked for the time before the answer: what came back between the two is read once more.
      const ended = await endGaps(database, subject, plus(now, MARGIN_MICROS));
      await database.query(SEEN_WELL, [subject, now]);
      if (one.eventType === 'UPDATE') await noteWatched(database, 'subscribed', one.objCode, now);
      for (const { reason, began } of ended) {
        const seconds = Math.round((now - began) / 1e6);
        logger.warn({ subject, reason, seconds }, 'a subscription is well again; its gap is read');
      }
    } else {
      const { rows } = await database.query<{ well: bigint }>(LAST_WELL, [subject]);
      const well = rows[0]?.well;
      // One that was never well promised nothing yet: the snapshot covers what was before.
      if (well !== undefined) {
        const began = asMicros(Number(well));
        await openGap(database, { objCode: one.objCode, subject, reason: state, began });
      } else if (state === 'missing' && one.eventType === 'UPDATE') {
        await noteWatched(database, 'unsubscribed', one.objCode, now);
      }
      // From one trouble into another: the window of the first is over, and is not forgotten.
      await endGaps(database, subject, plus(now, MARGIN_MICROS), [state]);
      if (before !== state) logger.warn({ subject, state }, ADVICE[state]);
    }
    this.#said.set(subject, state);
  }

  #count(subscriptions: readonly ExistingSubscription[]): void {
    const { wanted, metrics, logger } = this.#parts;
    const urls = new Set(wanted.map(({ url }) => url));
    metrics.foreign.set(subscriptions.filter(({ url }) => !urls.has(url)).length);
    // Each URL once: all of its subscriptions show the same count.
    const byUrl = new Map(
      subscriptions.filter(({ url }) => urls.has(url)).map(({ url, failures }) => [url, failures]),
    );
    const failures = [...byUrl.values()].reduce<number>((sum, one) => sum + (one ?? 0), 0);
    metrics.failures.set(failures);
    if (this.#failures !== null && failures > this.#failures) {
      const more = failures - this.#failures;
      logger.warn({ failures: more }, 'Workfront counts deliveries that failed: see the ingress');
    }
    this.#failures = failures;
  }

  async #restore(gone: readonly WantedSubscription[], signal: AbortSignal): Promise<void> {
    const { client, authToken, metrics, logger } = this.#parts;
    const steps = gone.map((wanted) => ({ act: 'create' as const, wanted }));
    const { done, refused } = await applySubscriptionSteps(client, steps, authToken(), signal);
    metrics.restored.add(done.create);
    if (done.create > 0) logger.info({ created: done.create }, 'made missing subscriptions');
    for (const reason of refused) logger.debug({ reason }, 'the tenant refuses a subscription');
  }
}

/** The time of an answer has whole seconds, and is that of its request. */
const MARGIN_MICROS = asMicros(5_000_000);

const ADVICE: Readonly<Record<Exclude<SubscriptionState, 'well'>, string>> = {
  missing: 'a subscription is missing; it is made anew',
  unlike: 'a subscription is not as wanted: npx workfront-cdc subscriptions apply',
  disabled:
    'Workfront has disabled a URL of ours, and probes it every ten minutes: see the ingress',
  frozen: 'Workfront has frozen a URL of ours: mend the ingress, then ask Adobe to thaw it',
};

const SEEN_WELL = `
  insert into control.subscription_watch as watch (subject, well_at)
  values ($1, 'epoch'::timestamptz + $2::bigint * interval '1 microsecond')
  on conflict (subject) do update set well_at = greatest(watch.well_at, excluded.well_at)
`;

const LAST_WELL = `
  select (extract(epoch from well_at) * 1000000)::bigint as well
  from control.subscription_watch where subject = $1
`;

/** The best of those that are there. */
export function subscriptionState(
  wanted: WantedSubscription,
  subscriptions: readonly ExistingSubscription[],
  authToken: string,
): SubscriptionState {
  const same = subscriptions.filter((one) => subscriptionKey(one) === subscriptionKey(wanted));
  if (same.length === 0) return 'missing';
  const serving = same.find((one) => subscriptionDifferences(wanted, one, authToken).length === 0);
  if (serving === undefined) return 'unlike';
  return serving.breaker === 'closed' ? 'well' : serving.breaker;
}
