/** What the object poller is told by its environment. */
import {
  controlConfig,
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  registryConfig,
  z,
} from '../platform/process/config.ts';
import { SIGN_IN_RULE, signsInOneWay, workfrontConfig } from '../source/workfront-access.ts';
import { canonicalObjCode } from '../workfront/catalogue/catalogue.ts';
import { PAGE_ROWS } from './fetch.ts';
import type { PollingOptions } from './polling.ts';
import type { TypeChoice } from './polled-types.ts';

const objCodes = z
  .string()
  .transform((text) => text.split(',').map((one) => canonicalObjCode(one.trim())))
  .refine((codes) => codes.every((code) => code !== null), {
    message: 'must be object codes separated by commas, such as TASK,PROJ',
  })
  .transform((codes) => codes.filter((code) => code !== null));

export const objectPollerConfig = z
  .object({
    ...kafkaConfig,
    ...registryConfig,
    ...controlConfig,
    ...opsConfig,
    ...logConfig,
    ...workfrontConfig,
    /** Without it: every type that REST serves. */
    OBJECT_TYPES: objCodes.optional(),
    OBJECT_TYPES_LEFT_OUT: objCodes.optional(),
    OBJECT_POLL_INTERVAL_MS: integer(50, 86_400_000).default(30_000),
    OBJECT_LISTING_INTERVAL_MS: integer(50, 86_400_000).default(300_000),
    OBJECT_SWEEP_INTERVAL_MS: integer(50, 86_400_000).default(3_600_000),
    OBJECT_SEARCH_LAG_MS: integer(0, 3_600_000).default(10_000),
    OBJECT_OVERLAP_MS: integer(0, 86_400_000).default(300_000),
    OBJECT_PAGE_ROWS: integer(2, PAGE_ROWS).default(PAGE_ROWS),
    OBJECT_POLLS_PARALLEL: integer(1, 32).default(3),
    OBJECT_DELETES_PERCENT_MAX: integer(0, 100).default(20),
    OBJECT_LEASE_TTL_MS: integer(500, 600_000).default(10_000),
  })
  .refine(signsInOneWay, SIGN_IN_RULE);

export type ObjectPollerConfig = z.infer<typeof objectPollerConfig>;

export function optionsOf(config: ObjectPollerConfig): PollingOptions {
  return {
    pollIntervalMs: config.OBJECT_POLL_INTERVAL_MS,
    listingIntervalMs: config.OBJECT_LISTING_INTERVAL_MS,
    sweepIntervalMs: config.OBJECT_SWEEP_INTERVAL_MS,
    overlapMs: config.OBJECT_OVERLAP_MS,
    pageRows: config.OBJECT_PAGE_ROWS,
    pollsParallel: config.OBJECT_POLLS_PARALLEL,
    deletesPercentMax: config.OBJECT_DELETES_PERCENT_MAX,
  };
}

export function choiceOf(config: ObjectPollerConfig): TypeChoice {
  return { only: config.OBJECT_TYPES ?? null, leftOut: config.OBJECT_TYPES_LEFT_OUT ?? [] };
}
