/**
 * The log on disk by object: records of one key are in one bucket, and a bucket fits into memory.
 * Of a killed rebuild what was noted is there: what was written behind it is cut off.
 */
import * as fs from 'node:fs';
import { join } from 'node:path';
import { z } from '../../platform/process/config.ts';
import type { TopicPartition } from '../../platform/kafka/topic-partition.ts';
import { offsetOf } from '../../core/units.ts';
import type { Offset } from '../../core/units.ts';

/** A record as the projection reads it. */
export interface SpilledRecord extends TopicPartition {
  readonly offset: Offset;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
}

const place = z.object({
  topic: z.string(),
  partition: z.number(),
  /** Where reading begins, and the first offset that is not wanted. */
  from: z.string(),
  to: z.string(),
  /** Behind the last record that is in the buckets. */
  next: z.string(),
  /** Behind what was served: holes may be between. */
  served: z.string(),
  /** Of the last record, in hexadecimal. */
  digest: z.string().nullable(),
});
const spillNote = z.object({
  id: z.string(),
  /** Of the machine's run: after another start the files may be torn. */
  bootID: z.string(),
  places: z.array(place),
  /** Types that are built from the log; null: all. */
  types: z.array(z.string()).nullable(),
  /** Milliseconds since 1970: the log up to then; null: to its end. */
  untilMs: z.number().nullable(),
  /** Of each bucket. */
  bytes: z.array(z.number()),
});

export type SpillPlace = z.infer<typeof place>;
export type SpillNote = z.infer<typeof spillNote>;

export class SpillFiles {
  readonly #folder: string;
  readonly #files: number[];
  /** What waits of each bucket, in memory that is used again; null until it is first needed. */
  readonly #waiting: (Buffer | null)[];
  readonly #waitingBytes: number[];
  readonly #bytes: number[];

  /** @param bytes of each bucket, as noted: files go on behind them */
  constructor(folder: string, bytes: readonly number[]) {
    this.#folder = folder;
    this.#bytes = [...bytes];
    this.#waiting = bytes.map(() => null);
    this.#waitingBytes = bytes.map(() => 0);
    this.#files = bytes.map((length, bucket) => {
      const file = fs.openSync(
        bucketPath(folder, bucket),
        fs.constants.O_RDWR | fs.constants.O_CREAT,
      );
      fs.ftruncateSync(file, length);
      return file;
    });
  }

  add(topicIndex: number, record: SpilledRecord): void {
    const bucket = bucketOf(record.key, this.#files.length);
    const length = HEAD_BYTES + (record.key?.length ?? 0) + (record.value?.length ?? 0);
    if ((this.#waitingBytes[bucket] ?? 0) + length > WAITING_BYTES_MAX) this.#flush(bucket);
    if (length > WAITING_BYTES_MAX) {
      const alone = Buffer.allocUnsafe(length);
      encode(alone, 0, topicIndex, record);
      this.#write(bucket, alone);
      return;
    }
    const waiting = (this.#waiting[bucket] ??= Buffer.allocUnsafeSlow(WAITING_BYTES_MAX));
    const at = this.#waitingBytes[bucket] ?? 0;
    encode(waiting, at, topicIndex, record);
    this.#waitingBytes[bucket] = at + length;
  }

  /** Writes what waits; then the note may say that it is there. */
  flush(): readonly number[] {
    for (const bucket of this.#files.keys()) this.#flush(bucket);
    return this.#bytes;
  }

  close(): void {
    for (const file of this.#files) fs.closeSync(file);
  }

  #flush(bucket: number): void {
    const length = this.#waitingBytes[bucket] ?? 0;
    const waiting = this.#waiting[bucket] ?? null;
    if (length === 0 || waiting === null) return;
    this.#write(bucket, waiting.subarray(0, length));
    this.#waitingBytes[bucket] = 0;
  }

  #write(bucket: number, bytes: Buffer): void {
    const file = this.#files[bucket];
    if (file === undefined) throw new RangeError(`there is no bucket ${bucket}`);
    const at = this.#bytes[bucket] ?? 0;
    for (let done = 0; done < bytes.length;) {
      done += fs.writeSync(file, bytes, done, bytes.length - done, at + done);
    }
    this.#bytes[bucket] = at + bytes.length;
  }

  get folder(): string {
    return this.#folder;
  }
}

/** Law 7: of each of at most a thousand buckets. */
const WAITING_BYTES_MAX = 32 * 1024;

export function bucketPath(folder: string, bucket: number): string {
  return join(folder, `bucket-${bucket}`);
}

/** All records of one bucket, in the order in which they were read. */
export function readBucket(
  folder: string,
  bucket: number,
  topics: readonly string[],
): SpilledRecord[] {
  const bytes = fs.readFileSync(bucketPath(folder, bucket));
  const records: SpilledRecord[] = [];
  let at = 0;
  while (at < bytes.length) {
    const topic = topics[bytes.readUInt16LE(at)] ?? '';
    const partition = bytes.readUInt16LE(at + 2);
    const offset = offsetOf(bytes.readBigUInt64LE(at + 4));
    const keyLength = bytes.readInt32LE(at + 12);
    const valueLength = bytes.readInt32LE(at + 16);
    at += HEAD_BYTES;
    const key = keyLength < 0 ? null : bytes.subarray(at, (at += keyLength));
    const value = valueLength < 0 ? null : bytes.subarray(at, (at += valueLength));
    records.push({ topic, partition, offset, key, value });
  }
  return records;
}

export function readSpillNote(folder: string): SpillNote | null {
  const path = join(folder, NOTE);
  if (!fs.existsSync(path)) return null;
  const note = spillNote.safeParse(JSON.parse(fs.readFileSync(path, 'utf8')));
  return note.success && note.data.bootID === bootID() ? note.data : null;
}

/** In one step: a kill leaves the old note or the new one. */
export function writeSpillNote(folder: string, note: Omit<SpillNote, 'bootID'>): void {
  const path = join(folder, NOTE);
  fs.writeFileSync(`${path}.next`, JSON.stringify({ ...note, bootID: bootID() }));
  fs.renameSync(`${path}.next`, path);
}

const NOTE = 'note.json';
const HEAD_BYTES = 20;

function bootID(): string {
  const path = '/proc/sys/kernel/random/boot_id';
  return fs.existsSync(path) ? fs.readFileSync(path, 'utf8').trim() : '';
}

function encode(
  to: Buffer,
  at: number,
  topicIndex: number,
  { partition, offset, key, value }: SpilledRecord,
): void {
  to.writeUInt16LE(topicIndex, at);
  to.writeUInt16LE(partition, at + 2);
  to.writeBigUInt64LE(offset, at + 4);
  to.writeInt32LE(key?.length ?? -1, at + 12);
  to.writeInt32LE(value?.length ?? -1, at + 16);
  key?.copy(to, at + HEAD_BYTES);
  value?.copy(to, at + HEAD_BYTES + (key?.length ?? 0));
}

/** FNV-1a. */
function bucketOf(key: Buffer | null, buckets: number): number {
  let hash = 0x811c9dc5;
  for (const byte of key ?? []) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0) % buckets;
}
