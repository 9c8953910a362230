/** What a poll is handed for one term of the lease. */
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { changesTopic } from '../source/log/topic-name.ts';
import { databaseNow } from '../source/promises/database-now.ts';
import { endsOf } from '../source/promises/watermarks.ts';
import type { HeardPromises } from '../source/signals/heard-promises.ts';
import type { PlanningClient } from '../workfront/planning/planning-client.ts';
import type { PlanningPollerConfig } from './config.ts';
import type { PollParts } from './poll-parts.ts';

/** What outlives a term. */
export interface LastingParts extends Pick<
  PollParts,
  'pool' | 'clock' | 'logger' | 'metrics' | 'publish'
> {
  readonly client: PlanningClient;
  readonly kafka: Pick<Kafka, 'admin'>;
  readonly topicPrefix: string;
}

/** Missing objects asked for at one listing; at 200 calls a minute, half a minute of them. */
const CONFIRMS_MAX = 100;

export function partsOfTerm(
  { again, signal, turned }: LeaseTerm,
  { client, kafka, topicPrefix, ...parts }: LastingParts,
  promises: HeardPromises,
  config: PlanningPollerConfig,
): PollParts {
  return {
    ...parts,
    again,
    ask: async (act) => {
      const answer = await again(() => act(client, signal));
      turned();
      return answer;
    },
    promise: async (objCodes, kinds, upTo) => {
      for (const objCode of objCodes) {
        const topic = changesTopic(topicPrefix, objCode);
        const asked = await again(() => databaseNow(parts.pool));
        const ends = await again(() => endsOf(kafka.admin(), topic));
        for (const kind of kinds) await promises.make({ objCode, kind, upTo, ends, asked });
      }
    },
    serverTime: (askedMicros) => askedMicros ?? parts.clock.nowMicros(),
    customerID: config.WORKFRONT_CUSTOMER_ID ?? null,
    searchLagMs: config.PLANNING_SEARCH_LAG_MS,
    deletesMax: config.PLANNING_DELETES_MAX,
    confirmsMax: CONFIRMS_MAX,
    history: config.PLANNING_HISTORY,
  };
}
