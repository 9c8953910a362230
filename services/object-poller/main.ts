// The object poller: Workfront's objects as its search shows them, each change an event in the log.
// Promises the whole tenant from the start, and to call nothing complete before Kafka has it
// (Law 2). Must not call an object deleted without Workfront's word.
import { runPoller } from '../source/run-poller.ts';
import { openWorkfront } from '../source/tenant/workfront-access.ts';
import { objectPollerConfig } from './config.ts';
import { MissedChanges } from './missed/missed-changes.ts';
import { objectMetrics } from './object-metrics.ts';
import { pollForTerm } from './term-of-polling.ts';

runPoller(process.env, {
  service: 'object-poller',
  schema: objectPollerConfig,
  lease: 'objects',
  leaseTtlMs: (config) => config.OBJECT_LEASE_TTL_MS,
  metricsOf: objectMetrics,
  open: async ({ publishing, ...poller }) => {
    const { pool: control } = poller;
    const client = await openWorkfront(poller.config, poller);
    const settleMs = poller.config.OBJECT_SETTLE_MS;
    const missed = new MissedChanges({ clock: poller.clock, settleMs });
    const reads = { ...publishing, control, missed };
    const parts = { ...poller, client, control, reads };
    return (term) => pollForTerm(term, parts);
  },
});
