/** Puts events into the log of a pipeline under test, as if a source had told them. */
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { openEventCodec } from '../../services/platform/avro/event-codec.ts';
import { openKafka } from '../../services/platform/kafka/kafka.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import { createLogger } from '../../services/platform/process/logger.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { changesTopic } from '../../services/source/log/topic-name.ts';
import type { TestPipeline } from './pipeline.ts';
import { sharedStack } from './shared-stack.ts';

/** Resolves when they are in the log. */
export async function publishTo(
  { prefix }: Pick<TestPipeline, 'prefix'>,
  events: readonly ChangeEvent[],
): Promise<void> {
  const { kafkaBrokers: brokers, registryUrl } = sharedStack();
  const logger = createLogger('test', { level: 'silent' });
  const kafka = openKafka({ brokers, clientId: 'publish-to', logger });
  const publisher = openPublisher(kafka, { sendDeadlineMs: 60_000 });
  try {
    const codec = await openEventCodec({ registryUrl });
    const records = events.map((event) => {
      return toRecord(event, codec, changesTopic(prefix, event.objCode));
    });
    await publisher.publish(records);
  } finally {
    await publisher.close();
    await kafka.close();
  }
}
