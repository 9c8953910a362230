/** What the Planning poller is told by its environment. */
import { integer, z } from '../platform/process/config.ts';
import { checkPlanningSignIn, planningSignIn } from '../source/tenant/planning-sign-in.ts';
import { leaseTtl, pollerConfig } from '../source/run-poller.ts';
import { ALWAYS } from '../source/tenant/sign-in-config.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';
import { PAGE_ROWS } from '../workfront/planning/walk-records.ts';
import type { PollOptions } from './poll-planning.ts';

export const planningPollerConfig = z
  .object({
    ...pollerConfig,
    WORKFRONT_URL: workfrontConfig.WORKFRONT_URL,
    WORKFRONT_CUSTOMER_ID: workfrontConfig.WORKFRONT_CUSTOMER_ID,
    WORKFRONT_TIMEOUT_MS: workfrontConfig.WORKFRONT_TIMEOUT_MS,
    ...planningSignIn,
    PLANNING_API_VERSION: z.enum(['1', '2']).default('2').describe('Version of the Planning API.'),
    PLANNING_POLL_INTERVAL_MS: integer(50, 3_600_000)
      .default(60_000)
      .describe('Pause between two polls for what changed.'),
    PLANNING_SWEEP_INTERVAL_MS: integer(50, 86_400_000)
      .default(900_000)
      .describe('How often everything is read and compared.'),
    PLANNING_PAGE_ROWS: integer(1, PAGE_ROWS)
      .default(PAGE_ROWS)
      .describe('Records asked for at once.'),
    PLANNING_CALLS_PER_MINUTE: integer(1, 100_000)
      .default(160)
      .describe('Of the 200 that a tenant has, so that some are left to others.'),
    PLANNING_SEARCH_LAG_MS: integer(0, 3_600_000)
      .default(10_000)
      .describe('How far a search may lag; what it shows is dated that much earlier.'),
    PLANNING_HISTORY: z
      .enum(['changes', 'all', 'none'])
      .default('changes')
      .describe('Histories that are read: of records that change, of all once, or none.'),
    PLANNING_DELETES_MAX: integer(0, 1_000_000)
      .default(1_000)
      .describe('More that are missing at once under one parent are held for a person to decide.'),
    PLANNING_LEASE_TTL_MS: leaseTtl,
  })
  .superRefine(checkPlanningSignIn, ALWAYS);

export type PlanningPollerConfig = z.infer<typeof planningPollerConfig>;

export function pollOptionsOf(config: PlanningPollerConfig): PollOptions {
  return {
    intervalMs: config.PLANNING_POLL_INTERVAL_MS,
    sweepIntervalMs: config.PLANNING_SWEEP_INTERVAL_MS,
    pageRows: config.PLANNING_PAGE_ROWS,
    searchLagMs: config.PLANNING_SEARCH_LAG_MS,
  };
}
