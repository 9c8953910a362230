/**
 * The guardian of the event subscriptions, under a lease of its own. It lives in the
 * journal-poller: the ingress needs Kafka alone, while the journal-poller has what a guardian needs
 * (a sign-in, the lease, schema control), runs wherever a tenant is read, and reads what is missed
 * meanwhile.
 */
import type { Clock } from '../../core/clock.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import { integer, url, z } from '../../platform/process/config.ts';
import type { Scope } from '../../platform/process/lifecycle.ts';
import type { Metrics } from '../../platform/process/metrics.ts';
import type { Exchange } from '../../workfront/exchange.ts';
import { openSubscriptionClient } from '../../workfront/subscription-client.ts';
import { LeasedLoop } from '../lease/leased-loop.ts';
import type { PollerMetrics } from '../poller-metrics.ts';
import { wantedSubscriptions } from './subscription-file.ts';
import { firstToken, webhookTokens } from './webhook-tokens.ts';
import { guardianMetrics, SubscriptionGuardian } from './subscription-guardian.ts';

/** Without WEBHOOK_PUBLIC_URL and WEBHOOK_TOKEN there are no subscriptions to watch. */
export const guardianConfig = {
  WEBHOOK_PUBLIC_URL: url('http', 'https')
    .optional()
    .describe('Where Workfront reaches the ingress; without it no subscriptions are watched.'),
  WEBHOOK_TOKEN: webhookTokens
    .optional()
    .describe('What a subscription that is made anew has Workfront send with each delivery.'),
  WEBHOOK_SUBSCRIPTIONS_FILE: z
    .string()
    .optional()
    .describe('Which subscriptions there should be; without it all events of every type.'),
  WEBHOOK_GUARD_INTERVAL_MS: integer(100, 3_600_000)
    .default(60_000)
    .describe('Pause between two looks at the subscriptions.'),
};

type GuardianConfig = z.infer<z.ZodObject<typeof guardianConfig>>;

const LEASE = 'subscriptions';
const LEASE_TTL_MS = 30_000;

export interface GuardingParts {
  readonly pool: Pool;
  /** Signed in for the subscription API. */
  readonly exchange: Exchange;
  readonly holder: string;
  readonly clock: Clock;
  readonly registry: Metrics;
  readonly metrics: Pick<PollerMetrics, 'failures'>;
}

export function guardSubscriptions(
  scope: Scope,
  config: GuardianConfig,
  { pool, exchange, holder, clock, registry, metrics }: GuardingParts,
): void {
  const { WEBHOOK_PUBLIC_URL: publicUrl, WEBHOOK_TOKEN: token } = config;
  if (publicUrl === undefined || token === undefined) return;
  const { logger, signal } = scope;
  const guardian = new SubscriptionGuardian({
    client: openSubscriptionClient(exchange),
    wanted: wantedSubscriptions(publicUrl, config.WEBHOOK_SUBSCRIPTIONS_FILE),
    authToken: () => firstToken(token),
    database: pool,
    metrics: guardianMetrics(registry),
    clock,
    logger,
  });
  const leading = registry.gauge('workfront_cdc_guardian_lease_held', '1 in exactly one instance');
  const loop = new LeasedLoop(
    { pool, clock, logger, random: Math.random, metrics: { failures: metrics.failures, leading } },
    { lease: LEASE, holder, leaseTtlMs: LEASE_TTL_MS },
    async (term) => {
      while (!term.signal.aborted) {
        await term.again(() => guardian.watch(term.signal));
        term.turned();
        await clock.sleep(config.WEBHOOK_GUARD_INTERVAL_MS, term.signal);
      }
    },
  );
  const running = loop.run(signal).catch((error: unknown) => scope.fail(error));
  void scope.own('guardian', running, (one) => one);
}
