/** The tenant's Planning API, asked no more often than it allows. */
import type { Clock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { openExchange } from '../workfront/exchange.ts';
import { openPlanning } from '../workfront/planning/planning-client.ts';
import type { PlanningClient } from '../workfront/planning/planning-client.ts';
import type { PlanningPollerConfig } from './config.ts';
import { pacedBudget } from './paced-budget.ts';

/** One after the other: 200 a minute leave nothing for two at once to win. */
const CALLS_MAX = 1;

export function openPlanningAccess(config: PlanningPollerConfig, clock: Clock): PlanningClient {
  const inner = new LocalBudget({ callsMax: CALLS_MAX, clock });
  const budget = pacedBudget(inner, config.PLANNING_CALLS_PER_MINUTE, clock);
  const common = { url: config.WORKFRONT_URL, timeoutMs: config.WORKFRONT_TIMEOUT_MS };
  const headers = {
    authorization: `Bearer ${config.PLANNING_BEARER_TOKEN.reveal()}`,
    'x-gw-ims-org-id': config.PLANNING_IMS_ORG_ID,
    'x-api-key': config.PLANNING_CLIENT_ID,
  };
  const signIn = { headers: async () => headers, renew: async () => false };
  const exchange = openExchange({ ...common, parseJson, clock, fetch, budget, signIn });
  return openPlanning(exchange, config.PLANNING_API_VERSION === '1' ? 1 : 2);
}
