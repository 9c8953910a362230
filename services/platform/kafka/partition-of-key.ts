/**
 * The partition of a key, as kafkajs's own partitioner chooses it: the one that Java's clients
 * choose too, so that every writer agrees on an object's place (Law 4).
 */
import kafkajs from 'kafkajs';
import type { PartitionMetadata } from 'kafkajs';

const choose = kafkajs.Partitioners.DefaultPartitioner();

/** Of a key only their number matters; a topic's is asked for with every record. */
const partitionsOfCount = new Map<number, PartitionMetadata[]>();

export function partitionOf(key: Buffer, partitions: number): number {
  let partitionMetadata = partitionsOfCount.get(partitions);
  if (partitionMetadata === undefined) {
    partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
      partitionId,
      partitionErrorCode: 0,
      leader: 0,
      replicas: [],
      isr: [],
    }));
    partitionsOfCount.set(partitions, partitionMetadata);
  }
  return choose({ topic: '', partitionMetadata, message: { key, value: null } });
}
