/**
 * The topics of a test, taken away with it: after a kill -9 a broker looks through every partition
 * that it has before it serves, and the next test may kill it.
 */
import type { Kafka } from '../../services/platform/kafka/kafka.ts';

export async function dropTopics(kafka: Kafka, prefix: string): Promise<void> {
  const topics = await kafka.admin().listTopics();
  await kafka.admin().deleteTopics(topics.filter((topic) => topic.startsWith(`${prefix}.`)));
}
