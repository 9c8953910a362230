// The Planning poller: workspaces, record types, fields and records of Planning, into the log.
// Promises that what it remembers is durable in Kafka first (Law 2), and that nothing is called
// deleted that was not asked for by its id. Must not decide what a value is worth: the fold does.
import { publishInputs } from '../source/log/publish-inputs.ts';
import { runPoller } from '../source/run-poller.ts';
import { planningPollerConfig, pollOptionsOf } from './config.ts';
import { openPlanningAccess } from './open-planning-access.ts';
import { partsOfTerm } from './parts-of-term.ts';
import type { LastingParts } from './parts-of-term.ts';
import { planningMetrics } from './poll-parts.ts';
import { PLANNING, pollPlanning } from './poll-planning.ts';

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
    return (term) => pollPlanning(term, partsOfTerm(term, parts, config), pollOptionsOf(config));
  },
});
