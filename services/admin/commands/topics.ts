/** `topics plan|apply`: what there must be (infra/kafka), and how what is there differs. */
import { applyTopics, readPlan } from '../../source/log/topics.ts';
import type { TopicPlan } from '../../source/log/topics.ts';
import type { AdminContext } from '../admin-context.ts';
import { topicOptions, withKafka } from '../connections.ts';
import type { Terminal } from '../terminal.ts';
import { textTable } from '../terminal.ts';

export interface TopicsOptions {
  /** One broker on one machine is as wished: nothing is replicated. */
  readonly local: boolean;
}

export async function planTopicsCommand(
  context: AdminContext,
  { local }: TopicsOptions,
): Promise<void> {
  const options = topicOptions(context, local);
  const plan = await withKafka(context, (kafka) => readPlan(kafka.admin(), options));
  const { terminal } = context;
  if (plan.missing.length > 0) {
    const rows = plan.missing.map(({ topic, partitions, replicationFactor }) => [
      topic,
      String(partitions),
      String(replicationFactor),
    ]);
    terminal.print(textTable(['to be created', 'partitions', 'replicas'], rows));
  }
  printDrift(plan, terminal);
  if (plan.missing.length === 0) terminal.print('Every topic is there.');
}

export async function applyTopicsCommand(
  context: AdminContext,
  { local }: TopicsOptions,
): Promise<void> {
  const options = topicOptions(context, local);
  const plan = await withKafka(context, (kafka) => applyTopics(kafka.admin(), options));
  context.terminal.print(
    plan.missing.length === 0
      ? 'Every topic was there.'
      : `Created ${plan.missing.length} topics: ${plan.missing.map(({ topic }) => topic).join(', ')}`,
  );
  printDrift(plan, context.terminal);
}

function printDrift({ drift }: TopicPlan, terminal: Terminal): void {
  if (drift.length === 0) return;
  const rows = drift.map(({ topic, setting, wanted, actual }) => [topic, setting, wanted, actual]);
  terminal.print(textTable(['topic', 'setting', 'wanted', 'is'], rows));
  terminal.print('Shown, never changed: what is in a topic depends on how it was made.');
}
