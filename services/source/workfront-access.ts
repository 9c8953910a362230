/** How a poller reaches the tenant: the client of what its environment says. */
import type { Clock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import type { Metrics } from '../platform/process/metrics.ts';
import { openClient } from '../workfront/client.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { credentialHeaders } from '../workfront/credentials.ts';
import { openExchange } from '../workfront/exchange.ts';
import { openSharedBudget } from './shared-budget.ts';
import type { WorkfrontConfig } from './workfront-config.ts';

export interface AccessParts {
  /** Schema `control`: where the budget of all pollers is. */
  readonly control: Queryable;
  readonly clock: Clock;
  readonly holder: string;
  readonly metrics: Metrics;
}

export async function openWorkfront(
  config: WorkfrontConfig,
  { control, clock, holder, metrics }: AccessParts,
): Promise<WorkfrontClient> {
  const throttled = metrics.counter(
    'workfront_cdc_throttled_total',
    'Times that Workfront answered 429: too many calls at once',
  );
  const timeoutMs = config.WORKFRONT_TIMEOUT_MS;
  const budget = await openSharedBudget(control, {
    ...{ name: 'attask', callsMax: config.WORKFRONT_CALLS_MAX, holder, timeoutMs, clock },
    random: Math.random,
    onThrottled: () => throttled.add(),
  });
  const credentials = {
    apiKey: config.WORKFRONT_API_KEY?.reveal(),
    sessionID: config.WORKFRONT_SESSION_ID?.reveal(),
    bearerToken: config.WORKFRONT_BEARER_TOKEN?.reveal(),
    imsOrgID: config.WORKFRONT_IMS_ORG_ID,
  };
  const exchange = openExchange({
    url: config.WORKFRONT_URL,
    credentials: () => credentialHeaders(credentials),
    ...{ parseJson, clock, fetch, budget, timeoutMs },
  });
  return openClient({ exchange, apiVersion: config.WORKFRONT_API_VERSION });
}
