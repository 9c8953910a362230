/** What must be there before a process starts: the schema, the topics, schema `control`. */
import { applyTopics } from '../../../infra/kafka/topics.ts';
import { systemClock } from '../../core/clock.ts';
import { retrying } from '../../core/retry.ts';
import { assetPath } from '../../platform/assets.ts';
import { migrate } from '../../platform/migrate.ts';
import { registerChangeEvent } from '../../platform/schema-registration.ts';
import type { AdminContext } from '../admin-context.ts';
import { registryOf, topicOptions, withKafka, withPool } from '../connections.ts';

/**
 * A server that has just started may refuse for a moment; one that was given may be away for good.
 */
const PATIENCE_MS = 60_000;

export async function prepareStores(context: AdminContext): Promise<void> {
  const { terminal } = context;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(PATIENCE_MS)]);
  const again = { clock: systemClock, random: Math.random, signal, onRetry: () => undefined };
  await retrying(() => registerChangeEvent(registryOf(context)), again);
  const options = topicOptions(context, false);
  const plan = await retrying(
    () => withKafka(context, (kafka) => applyTopics(kafka.admin(), options)),
    again,
  );
  if (plan.missing.length > 0) terminal.note(`Created ${plan.missing.length} topics.`);
  if (plan.drift.length > 0) {
    terminal.note(`${plan.drift.length} settings of topics drift: npx workfront-cdc topics plan`);
  }
  const migrations = assetPath('infra', 'postgres', 'migrations');
  await retrying(() => withPool(context, 'control', (pool) => migrate(pool, migrations)), again);
}
