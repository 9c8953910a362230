// The journal poller: journal entries (JRNLE) of Workfront, each as a change event in the log.
// Promises that its cursor moves only behind what Kafka has, and only in the hand of the lease's
// holder (Law 2). Must not decide what a value is worth: that is the fold's.
import { guardSubscriptions } from '../source/subscriptions/open-guardian.ts';
import { pollerMetrics } from '../source/poller-metrics.ts';
import { runPoller } from '../source/run-poller.ts';
import { openTenant } from '../source/tenant/workfront-access.ts';
import { journalPollerConfig, journalOptionsOf } from './config.ts';
import { journalParts } from './journal-parts.ts';
import { JOURNAL, pollJournal } from './poll-journal.ts';

runPoller(process.env, {
  service: 'journal-poller',
  schema: journalPollerConfig,
  lease: JOURNAL,
  leaseTtlMs: (config) => config.JOURNAL_LEASE_TTL_MS,
  metricsOf: pollerMetrics,
  open: async ({ scope, config, ...poller }) => {
    const { pool, clock, holder, registry, metrics } = poller;
    const { client, exchangeOf } = await openTenant(config, poller);
    const parts = journalParts({ ...poller, client, pageRows: config.JOURNAL_PAGE_ROWS });
    const exchange = exchangeOf('subscriptions');
    guardSubscriptions(scope, config, { pool, exchange, holder, clock, registry, metrics });
    return (term) => pollJournal(term, parts, journalOptionsOf(config));
  },
});
