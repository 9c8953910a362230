/** How a poller reaches the tenant: the client of what its environment says. */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import { parseJson } from '../../platform/json.ts';
import type { Pool } from '../../platform/postgres/postgres.ts';
import type { Metrics } from '../../platform/process/metrics.ts';
import type { CallBudget } from '../../workfront/call-budget.ts';
import { openClient } from '../../workfront/client.ts';
import type { WorkfrontClient } from '../../workfront/client.ts';
import { openExchange } from '../../workfront/exchange.ts';
import type { Exchange } from '../../workfront/exchange.ts';
import { NOBODY } from '../../workfront/sign-in/credentials.ts';
import type { SignedApi } from '../../workfront/sign-in/credentials.ts';
import { openSignIn } from '../../workfront/sign-in/open-sign-in.ts';
import { openSharedBudget } from './shared-budget.ts';
import type { SharedBudgetOptions } from './shared-budget.ts';
import { credentialsOf } from './sign-in-config.ts';
import type { WorkfrontConfig } from './workfront-config.ts';

export interface AccessParts {
  /** Schema `control`: where the budget of all pollers is. */
  readonly pool: Pool;
  readonly clock: Clock;
  readonly registry: Metrics;
}

export interface TenantAccess {
  readonly client: WorkfrontClient;
  /** One for each API that signs in its own way; all of them under one budget. */
  readonly exchangeOf: (api: SignedApi) => Exchange;
}

export async function openWorkfront(
  config: WorkfrontConfig,
  parts: AccessParts,
): Promise<WorkfrontClient> {
  return (await openTenant(config, parts)).client;
}

export async function openTenant(
  config: WorkfrontConfig,
  parts: AccessParts,
): Promise<TenantAccess> {
  const { clock, registry } = parts;
  const timeoutMs = config.WORKFRONT_TIMEOUT_MS;
  const limits = { name: 'attask', callsMax: config.WORKFRONT_CALLS_MAX, timeoutMs };
  const budget = await openCountedBudget(parts, limits, 'Workfront answered 429: too many at once');
  const skew = registry.gauge(
    'workfront_cdc_workfront_clock_skew_seconds',
    "How far Workfront's clock is ahead of ours, to about a second",
  );
  const onSkew = (ms: Millis): void => skew.set(Math.round(ms / 100) / 10);
  const common = { url: config.WORKFRONT_URL, parseJson, clock, fetch, budget, timeoutMs, onSkew };
  const door = openExchange({ ...common, signIn: NOBODY });
  const imsDoor = openExchange({ ...common, url: config.WORKFRONT_IMS_URL, signIn: NOBODY });
  const apiVersion = config.WORKFRONT_API_VERSION;
  const credentials = credentialsOf(config);
  const exchangeOf = (api: SignedApi): Exchange =>
    openExchange({
      ...common,
      signIn: openSignIn(credentials, api, { door, imsDoor, apiVersion, clock }),
    });
  return { client: openClient({ exchange: exchangeOf('attask'), apiVersion }), exchangeOf };
}

/** @param refusal what `workfront_cdc_throttled_total` counts, in words */
export function openCountedBudget(
  { pool, clock, registry }: AccessParts,
  limits: Pick<SharedBudgetOptions, 'name' | 'callsMax' | 'perMinuteMax' | 'timeoutMs'>,
  refusal: string,
): Promise<CallBudget> {
  const throttled = registry.counter('workfront_cdc_throttled_total', `Times that ${refusal}`);
  const onThrottled = (): void => throttled.add();
  return openSharedBudget(pool, { ...limits, clock, random: Math.random, onThrottled });
}
