/** What the Planning poller is told by its environment. */
import {
  controlConfig,
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  registryConfig,
  secret,
  url,
  z,
} from '../platform/process/config.ts';
import { PAGE_ROWS } from './fetch.ts';
import type { PollOptions } from './poll-planning.ts';

export const planningConfig = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...controlConfig,
  ...opsConfig,
  ...logConfig,
  WORKFRONT_URL: url('http', 'https').refine((text) => new URL(text).pathname === '/', {
    message: 'must have no path',
  }),
  WORKFRONT_CUSTOMER_ID: z.string().optional(),
  WORKFRONT_TIMEOUT_MS: integer(100, 600_000).default(60_000),
  /** Planning takes nothing but an IMS token, its organisation and its client (reference E.1). */
  PLANNING_BEARER_TOKEN: secret,
  PLANNING_IMS_ORG_ID: z.string().min(1),
  PLANNING_CLIENT_ID: z.string().min(1),
  PLANNING_API_VERSION: z.enum(['1', '2']).default('2'),
  PLANNING_POLL_INTERVAL_MS: integer(50, 3_600_000).default(60_000),
  PLANNING_SWEEP_INTERVAL_MS: integer(50, 86_400_000).default(900_000),
  PLANNING_PAGE_ROWS: integer(1, PAGE_ROWS).default(PAGE_ROWS),
  /** Of the tenant's 200, so that some are left to others. */
  PLANNING_CALLS_PER_MINUTE: integer(1, 100_000).default(160),
  PLANNING_SEARCH_LAG_MS: integer(0, 3_600_000).default(10_000),
  PLANNING_HISTORY: z.enum(['changes', 'all', 'none']).default('changes'),
  PLANNING_DELETES_MAX: integer(0, 1_000_000).default(1_000),
  PLANNING_LEASE_TTL_MS: integer(500, 600_000).default(10_000),
});

export type PlanningConfig = z.infer<typeof planningConfig>;

export function pollOptionsOf(config: PlanningConfig): PollOptions {
  return {
    intervalMs: config.PLANNING_POLL_INTERVAL_MS,
    sweepIntervalMs: config.PLANNING_SWEEP_INTERVAL_MS,
    pageRows: config.PLANNING_PAGE_ROWS,
    searchLagMs: config.PLANNING_SEARCH_LAG_MS,
  };
}
