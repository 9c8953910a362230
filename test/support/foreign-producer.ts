/** Who is not ours: an operator, and a producer with transactions and codecs. */
import kafkajs from 'kafkajs';
import { sharedStack } from './shared-stack.ts';

export interface ForeignRecord {
  readonly key?: string | Buffer | null;
  readonly value: Buffer | string | null;
  readonly headers?: Readonly<Record<string, string | Buffer | string[]>>;
  readonly timestamp?: string;
}

export interface ForeignProducer {
  /** Writes in a transaction; the caller ends it. */
  begin(topic: string, records: readonly ForeignRecord[]): Promise<kafkajs.Transaction>;
  send(topic: string, records: readonly ForeignRecord[]): Promise<void>;
  close(): Promise<void>;
}

/** As an operator may set a topic whom nobody asked. */
export async function alterTopic(
  topic: string,
  configs: Readonly<Record<string, string>>,
): Promise<void> {
  const admin = foreignClient().admin();
  await admin.connect();
  const configEntries = Object.entries(configs).map(([name, value]) => ({ name, value }));
  const type = kafkajs.ConfigResourceTypes.TOPIC;
  try {
    await admin.alterConfigs({
      validateOnly: false,
      resources: [{ type, name: topic, configEntries }],
    });
  } finally {
    await admin.disconnect();
  }
}

/** As Kafka does by itself with a group that nobody was a member of for a week. */
export async function forgetGroup(groupId: string): Promise<void> {
  const admin = foreignClient().admin();
  await admin.connect();
  await admin.deleteGroups([groupId]).finally(() => admin.disconnect());
}

function foreignClient(): kafkajs.Kafka {
  return new kafkajs.Kafka({
    brokers: [...sharedStack().kafkaBrokers],
    clientId: 'somebody-else',
    logLevel: kafkajs.logLevel.NOTHING,
  });
}

export async function openForeignProducer(
  compression = kafkajs.CompressionTypes.None,
): Promise<ForeignProducer> {
  const client = foreignClient();
  const createPartitioner = kafkajs.Partitioners.DefaultPartitioner;
  const common = { createPartitioner, allowAutoTopicCreation: false };
  const plain = client.producer(common);
  const transactional = client.producer({
    ...common,
    transactionalId: crypto.randomUUID(),
    idempotent: true,
    maxInFlightRequests: 1,
  });
  await plain.connect();
  await transactional.connect();
  return {
    begin: async (topic, records) => {
      const transaction = await transactional.transaction();
      await transaction.send({ topic, messages: records.map((record) => ({ ...record })) });
      return transaction;
    },
    send: async (topic, records) => {
      await plain.send({ topic, compression, messages: records.map((record) => ({ ...record })) });
    },
    close: async () => {
      await plain.disconnect();
      await transactional.disconnect();
    },
  };
}
