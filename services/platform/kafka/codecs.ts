/**
 * Every way in which Kafka compresses a batch, for kafkajs, which reads gzip alone. An operator may
 * set a topic's compression.type to any of them, and other producers use what they like. Libraries
 * are loaded when the first such batch comes.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import kafkajs from 'kafkajs';

/** What kafkajs hands to `compress`. */
interface Encoder {
  readonly buffer: Buffer;
}

interface Codec {
  compress(encoder: Encoder): Promise<Buffer>;
  decompress(bytes: Buffer): Promise<Buffer>;
}

/** Tells kafkajs; once for the process. */
export function registerCodecs(): void {
  const { CompressionCodecs, CompressionTypes } = kafkajs;
  CompressionCodecs[CompressionTypes.GZIP] = () => GZIP;
  CompressionCodecs[CompressionTypes.Snappy] = () => SNAPPY;
  CompressionCodecs[CompressionTypes.LZ4] = () => LZ4;
  CompressionCodecs[CompressionTypes.ZSTD] = () => ZSTD;
}

/**
 * Not kafkajs's own, which hands each 16 KiB to another thread: that costs more than the work, most
 * of all for the many small batches of a steady pace.
 */
const GZIP: Codec = {
  compress: ({ buffer }) => Promise.resolve(gzipSync(buffer)),
  decompress: (bytes) => Promise.resolve(gunzipSync(bytes, { chunkSize: chunkFor(bytes) })),
};

const CHUNK_MAX = 1024 * 1024;

/** About what will come out, so that it is seldom put together of parts. */
function chunkFor({ length }: Buffer): number {
  return Math.min(Math.max(1_024, 4 * length), CHUNK_MAX);
}

/** Java's clients and the broker wrap blocks of snappy in a stream; librdkafka sends one bare. */
const XERIAL_MAGIC = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const XERIAL_HEADER_BYTES = 16;

const SNAPPY: Codec = {
  compress: async ({ buffer }) => {
    const { compress } = await import('snappy');
    return asBuffer(await compress(buffer));
  },
  decompress: async (bytes) => {
    const { uncompress } = await import('snappy');
    const blocks = snappyBlocks(bytes).map((block) => uncompress(block));
    return Buffer.concat((await Promise.all(blocks)).map(asBuffer));
  },
};

const LZ4: Codec = {
  compress: async ({ buffer }) => (await import('lz4-napi')).compressFrame(buffer),
  decompress: async (bytes) => (await import('lz4-napi')).decompressFrame(bytes),
};

const ZSTD: Codec = {
  compress: () => Promise.reject(new TypeError('zstd is read here, and never written')),
  decompress: async (bytes) => asBuffer((await import('fzstd')).decompress(bytes)),
};

function snappyBlocks(bytes: Buffer): Buffer[] {
  if (!bytes.subarray(0, XERIAL_MAGIC.length).equals(XERIAL_MAGIC)) return [bytes];
  const blocks: Buffer[] = [];
  for (let at = XERIAL_HEADER_BYTES; at < bytes.length;) {
    const begin = at + 4;
    at = begin + bytes.readInt32BE(at);
    blocks.push(bytes.subarray(begin, at));
  }
  return blocks;
}

function asBuffer(bytes: Uint8Array | string): Buffer {
  if (typeof bytes === 'string') return Buffer.from(bytes);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
