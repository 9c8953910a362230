/** What the sandbox counts: changes made and deliveries, for the live summary. */
import type { Metrics } from '../platform/process/metrics.ts';
import type { Sandbox } from './sandbox.ts';

export function countOnMetrics(sandbox: Sandbox, metrics: Metrics): void {
  const changes = metrics.counter('workfront_cdc_sandbox_changes_total', 'saves of objects');
  const pending = metrics.gauge('workfront_cdc_sandbox_deliveries_pending', 'not yet delivered');
  const retrying = metrics.gauge(
    'workfront_cdc_sandbox_deliveries_retrying',
    'waiting for a retry',
  );
  const delivered = metrics.gauge(
    'workfront_cdc_sandbox_delivered',
    'deliveries answered with 2xx',
  );
  sandbox.tenant.onChange(() => {
    changes.add();
    const counts = sandbox.queue.counts();
    pending.set(counts.pending);
    retrying.set(counts.retrying);
    delivered.set(counts.delivered);
  });
}
