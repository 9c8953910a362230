/**
 * Writes entries at the end of a spool: those that wait share one write and one fsync, and one
 * group is written after the other, so that what is durable has no holes.
 */
import * as fs from 'node:fs/promises';
import { PipelineError } from '../../core/errors.ts';
import { encodeEntries, entryBytes, PAYLOAD_BYTES_MAX } from './spool-entry.ts';
import type { OpenSpoolFile, SpoolFile } from './spool-file.ts';
import { newSegment } from './spool-segment.ts';
import type { Segment } from './spool-segment.ts';

export interface SpoolWriterOptions {
  readonly folder: string;
  readonly segmentBytesMax: number;
  readonly openFile: OpenSpoolFile;
  /** Oldest first; the writer adds to them, and takes away what it could not begin. */
  readonly segments: Segment[];
  readonly nextNumber: number;
}

/** Of one write: a larger one keeps those at its front waiting. */
const GROUP_BYTES_MAX = 4 * 1024 * 1024;
/** Waiting for the disk, in memory (Law 7). */
const QUEUE_BYTES_MAX = 64 * 1024 * 1024;

interface Waiting {
  readonly payload: Buffer;
  readonly resolve: () => void;
  readonly reject: (error: PipelineError) => void;
}

interface Active {
  readonly segment: Segment;
  readonly file: SpoolFile;
}

export class SpoolWriter {
  readonly #options: SpoolWriterOptions;
  #nextNumber: number;
  /** The last of the segments, while it may grow. */
  #active: Active | null = null;
  #queue: Waiting[] = [];
  #queuedBytes = 0;
  #committing: Promise<void> | null = null;

  constructor(options: SpoolWriterOptions) {
    this.#options = options;
    this.#nextNumber = options.nextNumber;
  }

  get idle(): boolean {
    return this.#committing === null;
  }

  /** Not durable yet. */
  queued(): { readonly entries: number; readonly bytes: number } {
    return { entries: this.#queue.length, bytes: this.#queuedBytes };
  }

  /** Resolves when the entry is fsynced. SPOOL_FULL, SPOOL_UNAVAILABLE. */
  append(payload: Buffer): Promise<void> {
    const bytes = entryBytes(payload);
    if (payload.length > PAYLOAD_BYTES_MAX) {
      return Promise.reject(new PipelineError('SPOOL_UNAVAILABLE', 'The entry is too large.'));
    }
    if (this.#queuedBytes > 0 && this.#queuedBytes + bytes > QUEUE_BYTES_MAX) {
      const message = 'The disk of the spool does not keep up.';
      return Promise.reject(new PipelineError('SPOOL_UNAVAILABLE', message));
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ payload, resolve, reject });
      this.#queuedBytes += bytes;
      this.#committing ??= this.#commitAll();
    });
  }

  /** Resolves when what waits now has been written, or has failed. */
  async settled(): Promise<void> {
    await this.#committing;
  }

  /** Writes to this segment no more; false while something is on its way into it. */
  async leave(segment: Segment): Promise<boolean> {
    if (segment !== this.#active?.segment) return true;
    if (!this.idle) return false;
    await this.#closeActive();
    return true;
  }

  async close(): Promise<void> {
    await this.#committing;
    await this.#closeActive();
  }

  async #closeActive(): Promise<void> {
    const active = this.#active;
    this.#active = null;
    await active?.file.close();
  }

  async #commitAll(): Promise<void> {
    // A turn later, so that what comes together is written together.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      const bytes = encodeEntries(group.map(({ payload }) => payload));
      try {
        await this.#commit(bytes, group.length);
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(classified(error));
      } finally {
        this.#queuedBytes -= bytes.length;
      }
    }
    this.#committing = null;
  }

  #takeGroup(): Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const { payload } of this.#queue) {
      if (count > 0 && bytes + entryBytes(payload) > GROUP_BYTES_MAX) break;
      bytes += entryBytes(payload);
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #commit(bytes: Buffer, entries: number): Promise<void> {
    const active = await this.#activeSegment();
    const { segment, file } = active;
    try {
      await file.write(bytes, segment.bytes);
      await file.sync();
    } catch (error) {
      await this.#giveUp(active);
      throw error;
    }
    segment.bytes += bytes.length;
    segment.entries += entries;
  }

  async #activeSegment(): Promise<Active> {
    const { folder, segmentBytesMax, openFile, segments } = this.#options;
    if (this.#active !== null && this.#active.segment.bytes < segmentBytesMax) return this.#active;
    await this.#closeActive();
    const segment = newSegment(folder, this.#nextNumber);
    const file = await openFile(segment.path);
    this.#nextNumber += 1;
    segments.push(segment);
    this.#active = { segment, file };
    return this.#active;
  }

  /**
   * After a failed write or fsync nobody knows what is behind `segment.bytes`: nothing is written
   * there again, and what is there is cut off, now or at the next start.
   */
  async #giveUp({ segment, file }: Active): Promise<void> {
    const { segments } = this.#options;
    this.#active = null;
    if (segment.bytes === 0) segments.splice(segments.indexOf(segment), 1);
    await file.truncate(segment.bytes).catch(() => undefined);
    await file.close().catch(() => undefined);
    if (segment.bytes === 0) await fs.rm(segment.path, { force: true });
  }
}

function classified(error: unknown): PipelineError {
  const code = error instanceof Error && 'code' in error ? String(error.code) : null;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
  return new PipelineError(
    isFull ? 'SPOOL_FULL' : 'SPOOL_UNAVAILABLE',
    isFull ? 'The disk of the spool is full.' : 'The disk of the spool fails; see the cause.',
    { error: code },
    error,
  );
}
