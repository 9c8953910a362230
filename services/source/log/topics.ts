// Which topics there must be, and how they differ from those that are.
// Promises: creates what is missing; never changes, shrinks or deletes what is there.
// Must not: run at a service's start. Topics are made by `workfront-cdc topics apply`.
import { readFile } from 'node:fs/promises';
import { PipelineError } from '../../core/errors.ts';
import { changesTopic, deadLetterTopic } from './topic-name.ts';
import { assetPath } from '../../platform/process/assets.ts';
import { z } from '../../platform/process/config.ts';
import type { KafkaAdmin } from '../../platform/kafka/admin.ts';
import type { TopicDescription, TopicToCreate } from '../../platform/kafka/topic-metadata.ts';
import { CAPTURED_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';

/** One setting of a topic that is not as wanted. A person decides: rewrite it, or alter it. */
export interface TopicDrift {
  readonly topic: string;
  /** `partitions`, `replicationFactor` or the name of a config. */
  readonly setting: string;
  readonly wanted: string;
  readonly actual: string;
}

export interface TopicPlan {
  readonly missing: readonly TopicToCreate[];
  readonly drift: readonly TopicDrift[];
}

export interface TopicOptions {
  readonly prefix: string;
  /** One broker on one machine: nothing is replicated, and nobody's data depends on it. */
  readonly local: boolean;
}

/** Every topic that the pipeline writes to, as `topics.json` and the object catalogue say. */
export async function wantedTopics({ prefix, local }: TopicOptions): Promise<TopicToCreate[]> {
  const text = await readFile(assetPath('infra', 'kafka', 'topics.json'), 'utf8');
  const settings = SETTINGS.parse(JSON.parse(text));
  const common = {
    replicationFactor: local ? settings.local.replicationFactor : settings.replicationFactor,
    configs: local ? { ...settings.configs, ...settings.local.configs } : settings.configs,
  };
  const partitionsOf = (objCode: string): number =>
    settings.partitionsByObjCode[objCode] ?? settings.partitions;
  // `APPROVAL` and `approval` are two types in one topic: each event names its own.
  const partitions = new Map<string, number>();
  for (const objCode of [...CAPTURED_OBJECT_CODES, 'other']) {
    const topic = changesTopic(prefix, objCode);
    partitions.set(topic, Math.max(partitionsOf(objCode), partitions.get(topic) ?? 0));
  }
  partitions.set(deadLetterTopic(prefix), settings.partitions);
  return [...partitions].map(([topic, count]) => ({ topic, partitions: count, ...common }));
}

/** The difference between what is wanted and what is. Pure. */
export function planTopics(
  wanted: readonly TopicToCreate[],
  actual: readonly TopicDescription[],
): TopicPlan {
  const found = new Map(actual.map((one) => [one.topic, one]));
  const missing: TopicToCreate[] = [];
  const drift: TopicDrift[] = [];
  for (const topic of wanted) {
    const existing = found.get(topic.topic);
    if (existing === undefined) missing.push(topic);
    else for (const one of driftOf(topic, existing)) drift.push(one);
  }
  return { missing, drift };
}

/**
 * Outside the local stack an acknowledged event must outlive any one machine (Law 1). Throws
 * TOPIC_FRAGILE for settings, wanted or actual, under which it would not.
 */
export function refuseFragile(topics: readonly (TopicToCreate | TopicDescription)[]): void {
  for (const { topic, replicationFactor, configs } of topics) {
    const inSync = Number(configs['min.insync.replicas'] ?? '1');
    if (replicationFactor >= REPLICATION_MIN && inSync >= IN_SYNC_MIN) continue;
    throw new PipelineError(
      'TOPIC_FRAGILE',
      `${topic} has replication ${replicationFactor} and min.insync.replicas ${inSync}: ` +
        `it needs at least ${REPLICATION_MIN} and ${IN_SYNC_MIN}, or one lost disk loses events.`,
      { topic, replicationFactor, inSync },
    );
  }
}

/** Compares with the cluster. TOPIC_FRAGILE when anything but a local stack is fragile. */
export async function readPlan(admin: KafkaAdmin, options: TopicOptions): Promise<TopicPlan> {
  const wanted = await wantedTopics(options);
  const actual = await admin.describeTopics(wanted.map(({ topic }) => topic));
  if (!options.local) refuseFragile([...wanted, ...actual]);
  return planTopics(wanted, actual);
}

/** Creates what is missing, then returns what there was to do. Reports drift, never mends it. */
export async function applyTopics(admin: KafkaAdmin, options: TopicOptions): Promise<TopicPlan> {
  const plan = await readPlan(admin, options);
  await admin.createTopics(plan.missing);
  return plan;
}

const REPLICATION_MIN = 3;
const IN_SYNC_MIN = 2;

const COUNT = z.number().int().positive();
const CONFIGS = z.record(z.string(), z.string());
const SETTINGS = z.strictObject({
  replicationFactor: COUNT,
  partitions: COUNT,
  configs: CONFIGS,
  local: z.strictObject({ replicationFactor: COUNT, configs: CONFIGS }),
  partitionsByObjCode: z.record(z.string(), COUNT),
});

function driftOf(wanted: TopicToCreate, actual: TopicDescription): TopicDrift[] {
  const pairs: [string, string, string][] = [
    ['partitions', String(wanted.partitions), String(actual.partitions)],
    ['replicationFactor', String(wanted.replicationFactor), String(actual.replicationFactor)],
  ];
  for (const [name, value] of Object.entries(wanted.configs)) {
    pairs.push([name, value, actual.configs[name] ?? 'unset']);
  }
  return pairs
    .filter(([, left, right]) => left !== right)
    .map(([setting, left, right]) => ({
      topic: wanted.topic,
      setting,
      wanted: left,
      actual: right,
    }));
}
