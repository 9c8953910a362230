/** What the poller needs from outside, made from its configuration. */
import type { Clock } from '../core/clock.ts';
import { retrying } from '../core/retry.ts';
import { sourceTopics } from '../source/topic-name.ts';
import { registryOptions } from '../platform/process/connection-options.ts';
import { openEventCodec } from '../platform/avro/event-codec.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { parseJson } from '../platform/json.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Logger } from '../platform/process/logger.ts';
import { requireControlSchema } from '../source/lease.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import { openClient } from '../workfront/client.ts';
import { credentialHeaders } from '../workfront/credentials.ts';
import type { PollerConfig } from './config.ts';
import { openJournal } from './fetch.ts';
import type { PollerOptions, PollerParts } from './poller.ts';

/**
 * Waits for the registry, Kafka and Postgres. Throws where a person must act: no schema, a missing
 * topic.
 */
export async function openCodec(
  config: PollerConfig,
  parts: {
    readonly kafka: Pick<Kafka, 'partitionsOf'>;
    readonly publisher: Pick<Publisher, 'ready'>;
    readonly pool: Queryable;
    readonly clock: Clock;
    readonly logger: Logger;
    readonly signal: AbortSignal;
  },
): Promise<EventCodec> {
  const { kafka, publisher, pool, clock, logger, signal } = parts;
  const onRetry = (error: unknown): void => logger.warn({ error }, 'waiting for a dependency');
  const retry = { clock, signal, random: Math.random, onRetry };
  const codec = await retrying(() => openEventCodec(registryOptions(config)), retry);
  const topics = sourceTopics(config.TOPIC_PREFIX, CAPTURED_OBJECT_CODES);
  await retrying(() => kafka.partitionsOf(topics), retry);
  await retrying(() => publisher.ready(), retry);
  await retrying(() => requireControlSchema(pool), retry);
  return codec;
}

export function openSearch(
  config: PollerConfig,
  { clock, logger }: { readonly clock: Clock; readonly logger: Logger },
): PollerParts['search'] {
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

export function optionsOf(config: PollerConfig, holder: string): PollerOptions {
  return {
    holder,
    leaseTtlMs: config.JOURNAL_LEASE_TTL_MS,
    intervalMs: config.JOURNAL_POLL_INTERVAL_MS,
    overlapMs: config.JOURNAL_OVERLAP_MS,
    pageRows: config.JOURNAL_PAGE_ROWS,
    begin: config.WORKFRONT_JOURNAL_SINCE ?? 0,
  };
}
