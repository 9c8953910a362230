/** Which topics the projector reads: every captured type's, and the rest's. */
import { PipelineError } from '../core/errors.ts';
import { changesTopic, deadLetterTopic } from '../source/log/topic-name.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';

/** Those that exist, sorted; TOPIC_MISSING when none does, or the dead letters are missing. */
export async function subscribedTopics(
  kafka: Pick<Kafka, 'admin'>,
  prefix: string,
): Promise<string[]> {
  const existing = new Set(await kafka.admin().listTopics());
  const wanted = [...CAPTURED_OBJECT_CODES, 'other'].map((code) => changesTopic(prefix, code));
  const topics = [...new Set(wanted)].filter((topic) => existing.has(topic)).sort();
  if (topics.length > 0 && existing.has(deadLetterTopic(prefix))) return topics;
  throw new PipelineError(
    'TOPIC_MISSING',
    `Topics of prefix ${prefix} are missing: run \`workfront-cdc topics apply\`, then start again.`,
    { prefix, changes: topics.length },
  );
}

/** Those of a projection: of its types, or all. */
export function topicsOfTypes(
  topics: readonly string[],
  prefix: string,
  objCodes: readonly string[] | null,
): readonly string[] {
  if (objCodes === null) return topics;
  const wanted = new Set(objCodes.map((objCode) => changesTopic(prefix, objCode)));
  return topics.filter((topic) => wanted.has(topic));
}
