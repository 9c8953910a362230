/** The search of the journal and the pace of the polls, from the configuration. */
import type { Clock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import type { Logger } from '../platform/process/logger.ts';
import { openClient } from '../workfront/client.ts';
import { credentialHeaders } from '../workfront/credentials.ts';
import type { PollerConfig } from './config.ts';
import { openJournal } from './fetch.ts';
import type { JournalOptions, JournalParts } from './poll-journal.ts';

export function openSearch(
  config: PollerConfig,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): JournalParts['search'] {
  const client = openClient({
    url: config.WORKFRONT_URL,
    apiVersion: config.WORKFRONT_API_VERSION,
    credentials: () =>
      credentialHeaders({
        apiKey: config.WORKFRONT_API_KEY?.reveal(),
        sessionID: config.WORKFRONT_SESSION_ID?.reveal(),
        bearerToken: config.WORKFRONT_BEARER_TOKEN?.reveal(),
        imsOrgID: config.WORKFRONT_IMS_ORG_ID,
      }),
    parseJson,
    clock,
    fetch,
    timeoutMs: config.WORKFRONT_TIMEOUT_MS,
  });
  const pageRows = config.JOURNAL_PAGE_ROWS;
  const onColumnLeftOut = (column: string): void =>
    logger.warn({ column }, 'this API version has no such journal column; it is left out');
  return (signal) => openJournal({ client, pageRows, signal, onColumnLeftOut });
}

export function optionsOf(config: PollerConfig): JournalOptions {
  return {
    intervalMs: config.JOURNAL_POLL_INTERVAL_MS,
    overlapMs: config.JOURNAL_OVERLAP_MS,
    pageRows: config.JOURNAL_PAGE_ROWS,
    begin: config.WORKFRONT_JOURNAL_SINCE ?? 0,
  };
}
