/** One term of the lease: the polls of all types, and the refreshes on signals beside them. */
import type { Clock } from '../core/clock.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import type { WorkfrontClient } from '../workfront/client.ts';
import { AskedFields } from './asked-fields.ts';
import { choiceOf, optionsOf } from './config.ts';
import type { ObjectPollerConfig } from './config.ts';
import type { ObjectMetrics } from './object-metrics.ts';
import { KnownEnds } from './known/known-ends.ts';
import { pollObjects } from './listing/poll-objects.ts';
import { keepPromises } from './polling.ts';
import type { Polling } from './polling.ts';
import { polledTypes } from './polled-types.ts';
import type { ReadsParts } from './publish-reads.ts';
import { readAgain } from './asked/read-again.ts';
import { Refresher } from './signals/refresh.ts';
import { SearchLag } from './listing/search-lag.ts';
import { areSignalsKept } from './signals/signal-places.ts';
import { HeardSignals } from './signals/heard-signals.ts';
import { openSignals } from './signals/signals.ts';

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

const LOOK_MS = 100;

/** Until the term ends. */
export async function pollForTerm(term: LeaseTerm, parts: TermParts): Promise<void> {
  const { config, kafka, codec, logger, reads } = parts;
  const types = polledTypes(choiceOf(config));
  const polling = pollingOf(term, parts);
  const refresher = new Refresher(polling, types);
  let fail: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_resolve, reject) => {
    fail = reject;
  });
  const { topicPrefix } = reads;
  const areKept = (): Promise<boolean> =>
    term.again(() => areSignalsKept(kafka.admin(), topicPrefix));
  const wereKept = await areKept();
  const signalled = { kafka, codec, polling, refresher, onFailed: fail };
  const opening = term.again(() => openSignals(signalled));
  opening.catch(fail);
  // Where the log keeps them polls do not wait: Kafka gives the signals to the next process only
  // when the one that was killed has been silent for a while. Where it does not, what is told
  // between the first read and the first place of a signal would be no signal.
  if (!wereKept) await Promise.race([failed, keepingBegun(areKept, polling)]);
  logger.info({ types: types.length }, 'reading objects');
  try {
    const work = [
      pollObjects(polling, types),
      refresher.run(),
      readAgain(polling, types),
      keepPromises(polling),
    ];
    await Promise.race([failed, Promise.all(work)]);
  } finally {
    await opening.then(
      (signals) => signals.stop(),
      () => undefined,
    );
  }
}

/** A group has joined some time before its first places are committed. */
async function keepingBegun(
  areKept: () => Promise<boolean>,
  { clock, term }: Pick<Polling, 'clock' | 'term'>,
): Promise<void> {
  while (!term.signal.aborted && !(await areKept())) await clock.sleep(LOOK_MS, term.signal);
}

function pollingOf(
  term: LeaseTerm,
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
  const heard = new HeardSignals();
  return {
    term,
    control,
    kafka,
    fetch,
    // Another process may have published meanwhile.
    reads: { ...reads, ends: new KnownEnds() },
    lag,
    heard,
    unheard: new Map(),
    hurried,
    clock,
    logger,
    metrics,
    options,
  };
}
