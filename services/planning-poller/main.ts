// The Planning poller: workspaces, record types, fields and records of Planning, into the log.
// Promises that what it remembers is durable in Kafka first (Law 2), and that nothing is called
// deleted that was not asked for by its id. Must not decide what a value is worth: the fold does.
import { publishInputs } from '../source/log/publish-inputs.ts';
import { whileHearing } from '../source/signals/while-hearing.ts';
import type { HearingParts } from '../source/signals/while-hearing.ts';
import { HeardPromises } from '../source/signals/heard-promises.ts';
import { HeardSignals } from '../source/signals/heard-signals.ts';
import { runPoller } from '../source/run-poller.ts';
import { planningPollerConfig, pollOptionsOf } from './config.ts';
import { openPlanningAccess } from './open-planning-access.ts';
import { partsOfTerm } from './parts-of-term.ts';
import type { LastingParts } from './parts-of-term.ts';
import { planningMetrics } from './poll-parts.ts';
import { PLANNING, pollPlanning } from './poll-planning.ts';
import { toldGroup, planningTopics, takeToldDeletes } from './told-deletes.ts';

runPoller(process.env, {
  service: 'planning-poller',
  schema: planningPollerConfig,
  lease: PLANNING,
  leaseTtlMs: (config) => config.PLANNING_LEASE_TTL_MS,
  metricsOf: planningMetrics,
  open: async ({ config, publishing, kafka, logger, metrics, ...poller }) => {
    const { pool, clock } = poller;
    const client = await openPlanningAccess(config, poller);
    const publish: LastingParts['publish'] = (inputs) => publishInputs(inputs, publishing);
    const { topicPrefix } = publishing;
    const known = { client, pool, kafka, topicPrefix, clock, logger, metrics };
    const parts: LastingParts = { ...known, publish };
    return async (term) => {
      const heard = new HeardSignals();
      const promises = new HeardPromises({ term, control: pool, kafka, clock, heard, metrics });
      const hearing: HearingParts = {
        kafka,
        term,
        clock,
        // A sweep publishes nothing of what it knows: what was told before is no older than that.
        group: { groupId: toldGroup(topicPrefix), beginsAt: ({ low }) => low },
        topics: planningTopics(topicPrefix),
        memoryMs: 0,
        heard,
        take: (batch) => term.again(() => takeToldDeletes(batch, poller.codec, pool)),
      };
      const ofTerm = partsOfTerm(term, parts, promises, config);
      await whileHearing(hearing, () =>
        Promise.all([pollPlanning(term, ofTerm, pollOptionsOf(config)), promises.keep()]),
      );
    };
  },
});
