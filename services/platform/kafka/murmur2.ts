/**
 * The hash by which Kafka's Java clients choose a partition, so that every client agrees on a key's
 * place.
 */

/**
 * Murmur2 with Kafka's seed, as a signed 32-bit integer
 * (org.apache.kafka.common.utils.Utils.murmur2).
 */
export function murmur2(data: Uint8Array): number {
  const { length } = data;
  const tail = length & ~3;
  let hash = SEED ^ length;
  for (let at = 0; at < tail; at += 4) {
    hash = Math.imul(hash, M) ^ mix(wordAt(data, at));
  }
  const rest = length & 3;
  if (rest === 3) hash ^= byteAt(data, tail + 2) << 16;
  if (rest >= 2) hash ^= byteAt(data, tail + 1) << 8;
  if (rest >= 1) hash = Math.imul(hash ^ byteAt(data, tail), M);
  hash = Math.imul(hash ^ (hash >>> 13), M);
  return hash ^ (hash >>> 15);
}

/** The partition of a key: the same that Java's DefaultPartitioner picks (Law 4). */
export function partitionOf(key: Uint8Array, partitions: number): number {
  return (murmur2(key) & 0x7fffffff) % partitions;
}

const SEED = 0x9747b28c;
const M = 0x5bd1e995;

function mix(word: number): number {
  const mixed = Math.imul(word, M);
  return Math.imul(mixed ^ (mixed >>> 24), M);
}

function byteAt(data: Uint8Array, at: number): number {
  return data[at] ?? 0;
}

function wordAt(data: Uint8Array, at: number): number {
  return (
    byteAt(data, at) |
    (byteAt(data, at + 1) << 8) |
    (byteAt(data, at + 2) << 16) |
    (byteAt(data, at + 3) << 24)
  );
}
