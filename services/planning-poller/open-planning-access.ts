/** The tenant's Planning API, asked no more often than it allows. */
import { parseJson } from '../platform/json.ts';
import { openSharedBudget } from '../source/shared-budget.ts';
import { planningCredentials } from '../source/planning-sign-in.ts';
import type { AccessParts } from '../source/workfront-access.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { openExchange } from '../workfront/exchange.ts';
import { openPlanning } from '../workfront/planning/planning-client.ts';
import type { PlanningClient } from '../workfront/planning/planning-client.ts';
import { NOBODY } from '../workfront/sign-in/credentials.ts';
import { openSignIn } from '../workfront/sign-in/open-sign-in.ts';
import type { PlanningPollerConfig } from './config.ts';

/** One after the other: 200 a minute leave nothing for two at once to win. */
const CALLS_MAX = 1;

export async function openPlanningAccess(
  config: PlanningPollerConfig,
  { pool, clock, registry }: AccessParts,
): Promise<PlanningClient> {
  const throttled = registry.counter(
    'workfront_cdc_throttled_total',
    'Times that Planning answered 429: too many calls',
  );
  const timeoutMs = config.WORKFRONT_TIMEOUT_MS;
  const budget = await openSharedBudget(pool, {
    name: 'planning',
    callsMax: CALLS_MAX,
    perMinuteMax: config.PLANNING_CALLS_PER_MINUTE,
    timeoutMs,
    clock,
    random: Math.random,
    onThrottled: () => throttled.add(),
  });
  const common = { url: config.WORKFRONT_URL, timeoutMs, parseJson, clock, fetch };
  // Tokens are no calls to Planning, and may not wait for a minute to pass.
  const free = new LocalBudget({ callsMax: 1, clock });
  const door = openExchange({ ...common, budget: free, signIn: NOBODY });
  const imsDoor = openExchange({
    ...common,
    url: config.PLANNING_IMS_URL,
    budget: free,
    signIn: NOBODY,
  });
  const parts = { door, imsDoor, apiVersion: 0, clock };
  const signIn = openSignIn(planningCredentials(config), 'planning', parts);
  const exchange = openExchange({ ...common, budget, signIn });
  return openPlanning(exchange, config.PLANNING_API_VERSION === '1' ? 1 : 2);
}
