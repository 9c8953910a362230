/** What the polls of all types share, for one term of the lease. */
import type { Clock } from '../core/clock.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { Pool } from '../platform/postgres/postgres.ts';
import type { Logger } from '../platform/process/logger.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { topicOf } from '../source/log/topic-name.ts';
import { databaseNow } from '../source/promises/database-now.ts';
import { endsOf } from '../source/promises/watermarks.ts';
import type { WatermarkKind } from '../source/promises/watermarks.ts';
import type { HeardPromises } from '../source/signals/heard-promises.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type { FetchParts } from './fetch.ts';
import type { ObjectMetrics } from './object-metrics.ts';
import type { ReadsParts } from './publish-reads.ts';
import type { SearchLag } from './listing/search-lag.ts';

export interface PollingOptions {
  readonly pollIntervalMs: Millis;
  readonly listingIntervalMs: Millis;
  readonly sweepIntervalMs: Millis;
  /** How far behind the last row one that shows late may be dated. */
  readonly overlapMs: Millis;
  readonly pageRows: number;
  readonly pollsParallel: number;
  /** Of the known objects of a type, in percent: more that vanish at once are not believed. */
  readonly deletesPercentMax: number;
}

export interface Polling {
  readonly term: LeaseTerm;
  readonly control: Pool;
  readonly kafka: Pick<Kafka, 'admin'>;
  readonly fetch: FetchParts;
  readonly reads: ReadsParts;
  readonly lag: SearchLag;
  readonly promises: HeardPromises;
  /** Types that are to be listed before their time. */
  readonly hurried: Set<string>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: ObjectMetrics;
  readonly options: PollingOptions;
}

const CAPTURED: ReadonlySet<string> = new Set(CAPTURED_OBJECT_CODES);

/** After everything that the promise rests on is durable. */
export async function promise(
  polling: Polling,
  objCode: string,
  kinds: readonly WatermarkKind[],
  upTo: Micros,
): Promise<void> {
  const { term, control, kafka, reads, promises } = polling;
  const topic = topicOf(reads.topicPrefix, objCode, CAPTURED);
  const asked = await term.again(() => databaseNow(control));
  // Where nothing was published since, the ends of before still lie behind all of it.
  const ends = await reads.ends.of(objCode, () => term.again(() => endsOf(kafka.admin(), topic)));
  for (const kind of kinds) await promises.make({ objCode, kind, upTo, ends, asked });
}
