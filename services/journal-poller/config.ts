/** What the journal poller is told by its environment. */
import { asMicros } from '../core/units.ts';
import { integer, z } from '../platform/process/config.ts';
import { guardianConfig } from '../source/subscriptions/open-guardian.ts';
import { leaseTtl, pollerConfig } from '../source/run-poller.ts';
import { ALWAYS, checkSignIn } from '../source/tenant/sign-in-config.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';
import { parseWorkfrontDate } from '../workfront/dates.ts';
import { PAGE_ROWS } from './fetch.ts';
import type { JournalOptions } from './journal-reading.ts';

const instant = z
  .string()
  .transform((text) => parseWorkfrontDate(text))
  .refine((micros) => micros !== null, {
    message: 'must be an instant such as 2026-01-31T00:00:00Z, or a date',
  })
  .meta({ form: 'instant such as `2026-01-31T00:00:00Z`, or date' });

export const journalPollerConfig = z
  .object({
    ...pollerConfig,
    ...workfrontConfig,
    ...guardianConfig,
    WORKFRONT_JOURNAL_SINCE: instant
      .optional()
      .describe('Where the journal begins when there is no cursor; without it: the whole journal.'),
    JOURNAL_POLL_INTERVAL_MS: integer(50, 3_600_000)
      .default(5_000)
      .describe('Pause between two polls.'),
    JOURNAL_OVERLAP_MS: integer(0, 86_400_000)
      .default(300_000)
      .describe('How far a poll looks back for rows that were committed late.'),
    JOURNAL_PAGE_ROWS: integer(2, PAGE_ROWS).default(PAGE_ROWS).describe('Rows asked for at once.'),
    JOURNAL_LEASE_TTL_MS: leaseTtl,
  })
  .superRefine(checkSignIn, ALWAYS);

export type JournalPollerConfig = z.infer<typeof journalPollerConfig>;

export function journalOptionsOf(config: JournalPollerConfig): JournalOptions {
  return {
    intervalMs: config.JOURNAL_POLL_INTERVAL_MS,
    overlapMs: config.JOURNAL_OVERLAP_MS,
    begin: config.WORKFRONT_JOURNAL_SINCE ?? asMicros(0),
  };
}
