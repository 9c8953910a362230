/** What the journal poller is told by its environment. */
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
import { parseWorkfrontDate } from '../workfront/dates.ts';
import { PAGE_ROWS } from './fetch.ts';

const instant = z
  .string()
  .transform((text) => parseWorkfrontDate(text))
  .refine((micros) => micros !== null, {
    message: 'must be an instant such as 2026-01-31T00:00:00Z, or a date',
  });

export const pollerConfig = z
  .object({
    ...kafkaConfig,
    ...registryConfig,
    ...controlConfig,
    ...opsConfig,
    ...logConfig,
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
    /** Where to begin when there is no cursor. Without it: the whole journal. */
    WORKFRONT_JOURNAL_SINCE: instant.optional(),
    JOURNAL_POLL_INTERVAL_MS: integer(50, 3_600_000).default(5_000),
    JOURNAL_OVERLAP_MS: integer(0, 86_400_000).default(300_000),
    JOURNAL_PAGE_ROWS: integer(2, PAGE_ROWS).default(PAGE_ROWS),
    JOURNAL_LEASE_TTL_MS: integer(500, 600_000).default(10_000),
  })
  .refine((config) => credentialsGiven(config) === 1, {
    message:
      'set exactly one of WORKFRONT_API_KEY, WORKFRONT_SESSION_ID and WORKFRONT_BEARER_TOKEN',
    path: ['WORKFRONT_API_KEY'],
  });

export type PollerConfig = z.infer<typeof pollerConfig>;

function credentialsGiven(config: Readonly<Record<string, unknown>>): number {
  const names = ['WORKFRONT_API_KEY', 'WORKFRONT_SESSION_ID', 'WORKFRONT_BEARER_TOKEN'];
  return names.filter((name) => config[name] !== undefined).length;
}
