/**
 * One segment of a spool: a file of entries, written at its end, read from its front, and removed
 * when all of it has been released.
 */
import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { decodeEntries, ENTRY_HEADER_BYTES, firstEntryBytes } from './spool-entry.ts';
import type { OpenSpoolFile } from './spool-file.ts';

/** Of the entries from `released` to `bytes`; both are ends of whole entries. */
export interface Segment {
  readonly path: string;
  /** Durable: what lies behind is not there. */
  bytes: number;
  entries: number;
  released: number;
  releasedEntries: number;
}

export interface SegmentRead {
  readonly payloads: readonly Buffer[];
  /** Where reading goes on. */
  readonly end: number;
  /** An entry that was whole once is no longer. */
  readonly damaged: boolean;
}

const NAME = /^\d{10}\.spool$/;

export function newSegment(folder: string, number: number): Segment {
  const path = join(folder, `${String(number).padStart(10, '0')}.spool`);
  return { path, bytes: 0, entries: 0, released: 0, releasedEntries: 0 };
}

/** Numbers of the segments in a folder, oldest first. */
export async function segmentNumbers(folder: string): Promise<number[]> {
  const names = (await fs.readdir(folder)).filter((name) => NAME.test(name));
  return names.map((name) => Number.parseInt(name, 10)).sort((a, b) => a - b);
}

/**
 * What has been written and not yet released, about `bytesMax` of it, at least one entry.
 */
export async function readSegment(segment: Segment, bytesMax: number): Promise<SegmentRead> {
  const file = await fs.open(segment.path, 'r');
  try {
    const from = segment.released;
    const readAt = async (wanted: number): Promise<Buffer> => {
      const bytes = Buffer.alloc(Math.min(wanted, segment.bytes - from));
      const { bytesRead } = await file.read(bytes, 0, bytes.length, from);
      return bytes.subarray(0, bytesRead);
    };
    let bytes = await readAt(Math.max(bytesMax, ENTRY_HEADER_BYTES));
    let found = decodeEntries(bytes);
    if (found.payloads.length === 0 && !found.damaged) {
      bytes = await readAt(firstEntryBytes(bytes) ?? 0);
      found = decodeEntries(bytes);
    }
    const damaged = found.payloads.length === 0;
    return { payloads: found.payloads, end: from + found.bytes, damaged };
  } finally {
    await file.close();
  }
}

/** How much of a file that was found at the start is whole entries. */
export async function measureSegment(segment: Segment): Promise<{ readonly rest: number }> {
  const { size } = await fs.stat(segment.path);
  segment.bytes = size;
  const probe = { ...segment };
  while (probe.released < size) {
    const { payloads, end, damaged } = await readSegment(probe, MEASURE_BYTES);
    if (damaged) break;
    probe.released = end;
    probe.entries += payloads.length;
  }
  segment.bytes = probe.released;
  segment.entries = probe.entries;
  return { rest: size - probe.released };
}

const MEASURE_BYTES = 4 * 1024 * 1024;

/**
 * Cuts a segment's file at `bytes`. What followed is kept beside, as `<segment>.damaged`: a crash
 * leaves there what nobody was told of, a failing disk what somebody was. Returns its path.
 */
export async function cutSegment(
  { path }: Segment,
  bytes: number,
  openFile: OpenSpoolFile,
): Promise<string> {
  const beside = `${path}.damaged`;
  await fs.appendFile(beside, (await fs.readFile(path)).subarray(bytes));
  const file = await openFile(path);
  try {
    await file.truncate(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  return beside;
}
