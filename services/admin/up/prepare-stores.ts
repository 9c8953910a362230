/** What must be there before a process starts: the schema, the topics, schema `control`. */
import { claimTenant, tenantOf } from '../../source/tenant/tenant.ts';
import { applyTopics } from '../../source/log/topics.ts';
import { systemClock } from '../../core/clock.ts';
import { retrying } from '../../core/retry.ts';
import { assetPath } from '../../platform/process/assets.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { registerChangeEvent } from '../../platform/avro/registration.ts';
import type { AdminContext } from '../admin-context.ts';
import { registryOf, topicOptions, withKafka, withPool } from '../connections.ts';

/**
 * A server that has just started may refuse for a moment; one that was given may be away for good.
 */
const PATIENCE_MS = 60_000;

/** `workfrontUrl` is whose changes will come. */
export async function prepareStores(context: AdminContext, workfrontUrl: string): Promise<void> {
  const { terminal } = context;
  await claimDatabases(context, workfrontUrl);
  await patiently(context, () => registerChangeEvent(registryOf(context)));
  const options = topicOptions(context, false);
  const plan = await patiently(context, () =>
    withKafka(context, (kafka) => applyTopics(kafka.admin(), options)),
  );
  if (plan.missing.length > 0) terminal.note(`Created ${plan.missing.length} topics.`);
  if (plan.drift.length > 0) {
    terminal.note(`${plan.drift.length} settings of topics drift: npx workfront-cdc topics plan`);
  }
  const migrations = assetPath('infra', 'postgres', 'migrations');
  await patiently(context, () => withPool(context, 'control', (pool) => migrate(pool, migrations)));
}

/** Before anything is made for it: a tenant that is refused leaves nothing behind. */
async function claimDatabases(context: AdminContext, workfrontUrl: string): Promise<void> {
  const { WORKFRONT_CUSTOMER_ID } = context.settings;
  const tenant = tenantOf({ WORKFRONT_URL: workfrontUrl, WORKFRONT_CUSTOMER_ID });
  for (const which of ['control', 'store'] as const) {
    await patiently(context, () => withPool(context, which, (pool) => claimTenant(pool, tenant)));
  }
}

function patiently<T>({ signal }: AdminContext, act: () => Promise<T>): Promise<T> {
  const how = { clock: systemClock, random: Math.random, onRetry: () => undefined };
  return retrying(act, { ...how, signal, limitMs: PATIENCE_MS });
}
