/** The tenant's Planning API, asked no more often than it allows. */
import { parseJson } from '../platform/json.ts';
import { planningCredentials } from '../source/tenant/planning-sign-in.ts';
import { openCountedBudget } from '../source/tenant/workfront-access.ts';
import type { AccessParts } from '../source/tenant/workfront-access.ts';
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
  parts: AccessParts,
): Promise<PlanningClient> {
  const { clock } = parts;
  const timeoutMs = config.WORKFRONT_TIMEOUT_MS;
  const perMinuteMax = config.PLANNING_CALLS_PER_MINUTE;
  const limits = { name: 'planning', callsMax: CALLS_MAX, perMinuteMax, timeoutMs };
  const budget = await openCountedBudget(parts, limits, 'Planning answered 429: too many calls');
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
  const doors = { door, imsDoor, apiVersion: 0, clock };
  const signIn = openSignIn(planningCredentials(config), 'planning', doors);
  const exchange = openExchange({ ...common, budget, signIn });
  return openPlanning(exchange, config.PLANNING_API_VERSION === '1' ? 1 : 2);
}
