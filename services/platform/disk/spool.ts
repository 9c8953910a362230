/**
 * A bounded queue of payloads on disk, for the time that what they are meant for is away. An
 * append resolves when its entry is fsynced; those that wait share one fsync. Entries are read in
 * the order of their appends; after a crash those of the oldest segment again (at least once).
 */
import * as fs from 'node:fs/promises';
import { PipelineError } from '../../core/errors.ts';
import type { Logger } from '../process/logger.ts';
import { lockFolder } from './folder-lock.ts';
import type { FolderLock } from './folder-lock.ts';
import { entryBytes } from './spool-entry.ts';
import { openSpoolFile } from './spool-file.ts';
import type { OpenSpoolFile } from './spool-file.ts';
import {
  cutSegment,
  measureSegment,
  newSegment,
  readSegment,
  segmentNumbers,
} from './spool-segment.ts';
import type { Segment } from './spool-segment.ts';
import { SpoolWriter } from './spool-writer.ts';

export interface SpoolOptions {
  readonly folder: string;
  /** Of all segments together. */
  readonly bytesMax: number;
  readonly logger: Logger;
  readonly segmentBytesMax?: number;
  readonly openFile?: OpenSpoolFile;
}

export interface SpoolLevel {
  /** Appended and not released. */
  readonly entries: number;
  /** On disk, the released part of the oldest segment included. */
  readonly bytes: number;
}

/** Locks the folder and takes up what is in it. FOLDER_TAKEN when another process has it. */
export async function openSpool(options: SpoolOptions): Promise<Spool> {
  const lock = lockFolder(options.folder);
  try {
    const numbers = await segmentNumbers(options.folder);
    const openFile = options.openFile ?? openSpoolFile;
    const segments: Segment[] = [];
    for (const number of numbers) {
      const segment = newSegment(options.folder, number);
      await recover(segment, openFile, options.logger);
      segments.push(segment);
    }
    const nextNumber = (numbers.at(-1) ?? 0) + 1;
    const { folder, segmentBytesMax = SEGMENT_BYTES_MAX } = options;
    const writer = new SpoolWriter({ folder, segmentBytesMax, openFile, segments, nextNumber });
    return new Spool({ ...options, openFile }, lock, segments, writer);
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function recover(segment: Segment, openFile: OpenSpoolFile, logger: Logger): Promise<void> {
  const { rest } = await measureSegment(segment);
  if (rest === 0) return;
  const kept = await cutSegment(segment, segment.bytes, openFile);
  logger.warn(
    { segment: segment.path, bytes: rest, kept },
    'the spool was not whole at its end: what was cut off is kept beside; after a crash, nobody ' +
      'was told that it is durable',
  );
}

const SEGMENT_BYTES_MAX = 8 * 1024 * 1024;

/** Made by `openSpool`. */
export class Spool {
  readonly #options: SpoolOptions & { readonly openFile: OpenSpoolFile };
  readonly #lock: FolderLock;
  /** Oldest first; only the last may still grow. */
  readonly #segments: Segment[];
  readonly #writer: SpoolWriter;
  #lastRead: { readonly segment: Segment; readonly end: number; readonly count: number } | null =
    null;
  #closing: Promise<void> | null = null;

  constructor(
    options: SpoolOptions & { readonly openFile: OpenSpoolFile },
    lock: FolderLock,
    segments: Segment[],
    writer: SpoolWriter,
  ) {
    this.#options = options;
    this.#lock = lock;
    this.#segments = segments;
    this.#writer = writer;
  }

  level(): SpoolLevel {
    let { entries, bytes } = this.#writer.queued();
    for (const segment of this.#segments) {
      entries += segment.entries - segment.releasedEntries;
      bytes += segment.bytes;
    }
    return { entries, bytes };
  }

  /** Nothing is in it, and nothing is on its way into it. */
  get empty(): boolean {
    return this.#writer.idle && this.level().entries === 0;
  }

  /**
   * Resolves when the entry is fsynced (Law 1). SPOOL_FULL: over `bytesMax`, or the disk is full.
   * SPOOL_UNAVAILABLE: the disk fails.
   */
  append(payload: Buffer): Promise<void> {
    if (this.#closing !== null) {
      return Promise.reject(new PipelineError('SPOOL_UNAVAILABLE', 'The spool is closing.'));
    }
    const { bytesMax } = this.#options;
    if (this.level().bytes + entryBytes(payload) > bytesMax) {
      const message = `The spool holds all that it may, ${bytesMax} bytes.`;
      return Promise.reject(new PipelineError('SPOOL_FULL', message, { bytesMax }));
    }
    return this.#writer.append(payload);
  }

  /** Resolves when what waits now has been written, or has failed. */
  settled(): Promise<void> {
    return this.#writer.settled();
  }

  /**
   * The oldest entries, about `bytesMax` of them; none when no durable one is left. The same again
   * until they are released.
   */
  async read(bytesMax: number): Promise<readonly Buffer[]> {
    for (let [oldest] = this.#segments; oldest; [oldest] = this.#segments) {
      if (oldest.released >= oldest.bytes) {
        if (!(await this.#removeOldest(oldest))) return [];
        continue;
      }
      const found = await readSegment(oldest, bytesMax);
      if (found.damaged) {
        await this.#setAside(oldest);
        continue;
      }
      this.#lastRead = { segment: oldest, end: found.end, count: found.payloads.length };
      return found.payloads;
    }
    return [];
  }

  /** What `read` gave last is durable elsewhere. */
  async release(): Promise<void> {
    if (this.#lastRead === null) return;
    const { segment, end, count } = this.#lastRead;
    this.#lastRead = null;
    segment.released = end;
    segment.releasedEntries += count;
    if (segment.released >= segment.bytes) await this.#removeOldest(segment);
  }

  /** Refuses new entries, writes what waits, unlocks the folder. May be called twice. */
  close(): Promise<void> {
    this.#closing ??= this.#writer.close().finally(() => this.#lock.release());
    return this.#closing;
  }

  /** False while it may still grow. */
  async #removeOldest(segment: Segment): Promise<boolean> {
    if (!(await this.#writer.leave(segment))) return false;
    this.#segments.shift();
    await fs.rm(segment.path, { force: true });
    return true;
  }

  async #setAside(segment: Segment): Promise<void> {
    while (!(await this.#writer.leave(segment))) await this.#writer.settled();
    const { logger, openFile } = this.#options;
    const entries = segment.entries - segment.releasedEntries;
    const kept = await cutSegment(segment, segment.released, openFile);
    segment.bytes = segment.released;
    segment.entries = segment.releasedEntries;
    logger.error(
      { segment: segment.path, entries, kept },
      'the disk gives back something else than was written: these entries cannot be read; they ' +
        'are kept beside, and what they told must be read from its source again',
    );
  }
}
