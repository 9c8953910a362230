/** What the object poller is told by its environment. */
import { integer, z } from '../platform/process/config.ts';
import { leaseTtl, pollerConfig } from '../source/run-poller.ts';
import { ALWAYS, checkSignIn } from '../source/tenant/sign-in-config.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';
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
  .transform((codes) => codes.filter((code) => code !== null))
  .meta({ form: 'object codes with commas, such as `TASK,PROJ`' });

export const objectPollerConfig = z
  .object({
    ...pollerConfig,
    ...workfrontConfig,
    OBJECT_TYPES: objCodes
      .optional()
      .describe('Object codes to read, with commas; without it: every type that REST serves.'),
    OBJECT_TYPES_LEFT_OUT: objCodes.optional().describe('Object codes that are not to be read.'),
    OBJECT_POLL_INTERVAL_MS: integer(50, 86_400_000)
      .default(30_000)
      .describe('Between two polls of a type with a change clock.'),
    OBJECT_LISTING_INTERVAL_MS: integer(50, 86_400_000)
      .default(300_000)
      .describe('Between two listings of a type without a change clock.'),
    OBJECT_SWEEP_INTERVAL_MS: integer(50, 86_400_000)
      .default(3_600_000)
      .describe('Between two whole readings of a type with a change clock.'),
    OBJECT_SEARCH_LAG_MS: integer(0, 3_600_000)
      .default(10_000)
      .describe('How long a save may stay unseen by the search; raised when a row shows later.'),
    OBJECT_OVERLAP_MS: integer(0, 86_400_000)
      .default(300_000)
      .describe('How late a row may show and still be found by a poll.'),
    OBJECT_PAGE_ROWS: integer(2, PAGE_ROWS).default(PAGE_ROWS).describe('Rows asked for at once.'),
    OBJECT_POLLS_PARALLEL: integer(1, 32).default(3).describe('Types that are read at once.'),
    OBJECT_DELETES_PERCENT_MAX: integer(0, 100)
      .default(20)
      .describe('Share of a type that may vanish at once and still be believed to be deleted.'),
    OBJECT_SETTLE_MS: integer(0, 86_400_000)
      .default(120_000)
      .describe('How long a delivery may be late before a change counts as missed.'),
    OBJECT_LEASE_TTL_MS: leaseTtl,
  })
  .superRefine(checkSignIn, ALWAYS);

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
