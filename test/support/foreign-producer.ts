/** A producer that is not ours, with what kafkajs can do and we never do: transactions, codecs. */
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

export async function openForeignProducer(
  compression = kafkajs.CompressionTypes.None,
): Promise<ForeignProducer> {
  const client = new kafkajs.Kafka({
    brokers: [...sharedStack().kafkaBrokers],
    clientId: 'somebody-else',
    logLevel: kafkajs.logLevel.NOTHING,
  });
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
