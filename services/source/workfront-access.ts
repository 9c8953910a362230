/** How a poller reaches the tenant: what it is told by its environment, and the client of that. */
import type { Clock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { integer, secret, url, z } from '../platform/process/config.ts';
import type { Metrics } from '../platform/process/metrics.ts';
import { openClient } from '../workfront/client.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { credentialHeaders } from '../workfront/credentials.ts';
import { openExchange } from '../workfront/exchange.ts';
import { openSharedBudget } from './shared-budget.ts';

/** Spread into a poller's own configuration; `signsInOneWay` goes with it. */
export const workfrontConfig = {
  WORKFRONT_URL: url('http', 'https').refine((text) => new URL(text).pathname === '/', {
    message: 'must have no path: the version goes to WORKFRONT_API_VERSION',
  }),
  WORKFRONT_API_VERSION: integer(15, 99).default(21),
  WORKFRONT_API_KEY: secret.optional(),
  WORKFRONT_SESSION_ID: secret.optional(),
  WORKFRONT_BEARER_TOKEN: secret.optional(),
  WORKFRONT_IMS_ORG_ID: z.string().optional(),
  WORKFRONT_CUSTOMER_ID: z.string().optional(),
  WORKFRONT_TIMEOUT_MS: integer(100, 600_000).default(60_000),
  /** Calls under way at once, of all pollers of the tenant together. */
  WORKFRONT_CALLS_MAX: integer(1, 64).default(4),
};

const CREDENTIALS = ['WORKFRONT_API_KEY', 'WORKFRONT_SESSION_ID', 'WORKFRONT_BEARER_TOKEN'];

/** For `refine`: exactly one way to sign in. */
export function signsInOneWay(config: Readonly<Record<string, unknown>>): boolean {
  return CREDENTIALS.filter((name) => config[name] !== undefined).length === 1;
}

export const SIGN_IN_RULE = {
  message: `set exactly one of ${CREDENTIALS.join(', ')}`,
  path: ['WORKFRONT_API_KEY'],
};

export type WorkfrontConfig = z.infer<z.ZodObject<typeof workfrontConfig>>;

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
