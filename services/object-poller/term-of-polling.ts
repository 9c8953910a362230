/** One term of the lease: the polls of all types, and the refreshes on signals beside them. */
import type { Clock } from '../core/clock.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { promisedEnds } from '../source/promises/watermarks.ts';
import { HeardPromises } from '../source/signals/heard-promises.ts';
import { HeardSignals } from '../source/signals/heard-signals.ts';
import { behindPromised } from '../source/signals/signal-places.ts';
import { whileHearing } from '../source/signals/while-hearing.ts';
import type { HearingParts } from '../source/signals/while-hearing.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { AskedFields } from './asked-fields.ts';
import { choiceOf, optionsOf } from './config.ts';
import type { ObjectPollerConfig } from './config.ts';
import type { ObjectMetrics } from './object-metrics.ts';
import { KnownEnds } from './known/known-ends.ts';
import { pollObjects } from './listing/poll-objects.ts';
import type { Polling } from './polling.ts';
import { polledTypes } from './polled-types.ts';
import type { ReadsParts } from './publish-reads.ts';
import { readAgain } from './asked/read-again.ts';
import { Refresher } from './signals/refresh.ts';
import { SearchLag } from './listing/search-lag.ts';
import { signalGroup, signalTopics, takeSignals } from './signals/signals.ts';

export interface TermParts {
  readonly config: ObjectPollerConfig;
  readonly client: WorkfrontClient;
  readonly control: Pool;
  readonly kafka: Kafka;
  readonly codec: EventCodec;
  readonly reads: Omit<ReadsParts, 'ends'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ObjectMetrics;
}

/** Until the term ends. */
export async function pollForTerm(term: LeaseTerm, parts: TermParts): Promise<void> {
  const { config, kafka, codec, logger, reads, clock } = parts;
  const types = polledTypes(choiceOf(config));
  const heard = new HeardSignals();
  const polling = pollingOf(term, heard, parts);
  const refresher = new Refresher(polling, types);
  const signalled = { codec, polling, refresher };
  const promised = await term.again(() => promisedEnds(parts.control, 'swept'));
  const hearing: HearingParts = {
    kafka,
    term,
    clock,
    group: {
      groupId: signalGroup(reads.topicPrefix),
      beginsAt: (kept) => behindPromised(kept, promised),
    },
    topics: signalTopics(reads.topicPrefix),
    memoryMs: reads.missed.memoryMs,
    heard,
    take: (batch) => takeSignals(signalled, batch),
  };
  await whileHearing(hearing, () => {
    logger.info({ types: types.length }, 'reading objects');
    return Promise.all([
      pollObjects(polling, types),
      refresher.run(),
      readAgain(polling, types),
      polling.promises.keep(),
    ]);
  });
}

function pollingOf(
  term: LeaseTerm,
  heard: HeardSignals,
  { config, client, control, kafka, reads, clock, logger, metrics }: TermParts,
): Polling {
  let uncatalogued = 0;
  const fields = new AskedFields({
    client,
    onUncatalogued: (_objCode, names) => {
      uncatalogued += names.length;
      metrics.uncatalogued.set(uncatalogued);
    },
  });
  const options = optionsOf(config);
  const lag = new SearchLag({
    ms: config.OBJECT_SEARCH_LAG_MS,
    msMax: Math.max(config.OBJECT_OVERLAP_MS, config.OBJECT_SEARCH_LAG_MS),
    onRaised: (ms) => {
      metrics.searchLagSeconds.set(ms / 1000);
      logger.warn({ searchLagMs: ms }, 'a row showed later than was assumed; the lag is raised');
    },
  });
  metrics.searchLagSeconds.set(lag.ms / 1000);
  const fetch = { client, fields, pageRows: options.pageRows, signal: term.signal };
  const hurried = new Set<string>();
  return {
    term,
    control,
    kafka,
    fetch,
    // Another process may have published meanwhile.
    reads: { ...reads, ends: new KnownEnds() },
    lag,
    promises: new HeardPromises({ term, control, kafka, clock, heard, metrics }),
    hurried,
    clock,
    logger,
    metrics,
    options,
  };
}
