/**
 * Entries of a spool as bytes: length (4 bytes), CRC-32 of length and payload (4 bytes), payload.
 * Pure.
 */
import { crc32 } from 'node:zlib';

export const ENTRY_HEADER_BYTES = 8;

/** Longer is no entry but damage: nothing that long is ever written. */
export const PAYLOAD_BYTES_MAX = 64 * 1024 * 1024;

export function entryBytes(payload: Buffer): number {
  return ENTRY_HEADER_BYTES + payload.length;
}

/** One buffer for one write. */
export function encodeEntries(payloads: readonly Buffer[]): Buffer {
  const parts: Buffer[] = [];
  for (const payload of payloads) {
    const header = Buffer.alloc(ENTRY_HEADER_BYTES);
    header.writeUInt32BE(payload.length, 0);
    header.writeUInt32BE(checksum(header, payload), 4);
    parts.push(header, payload);
  }
  return Buffer.concat(parts);
}

export interface Entries {
  readonly payloads: readonly Buffer[];
  /** Up to the end of the last whole entry. */
  readonly bytes: number;
  /** What follows is no entry: its checksum or its length is wrong. */
  readonly damaged: boolean;
}

/** The whole entries at the front of `bytes`; what follows them may be the begin of another. */
export function decodeEntries(bytes: Buffer): Entries {
  const payloads: Buffer[] = [];
  let at = 0;
  while (at + ENTRY_HEADER_BYTES <= bytes.length) {
    const length = bytes.readUInt32BE(at);
    if (length > PAYLOAD_BYTES_MAX) return { payloads, bytes: at, damaged: true };
    const end = at + ENTRY_HEADER_BYTES + length;
    if (end > bytes.length) break;
    const payload = bytes.subarray(at + ENTRY_HEADER_BYTES, end);
    const header = bytes.subarray(at, at + ENTRY_HEADER_BYTES);
    if (header.readUInt32BE(4) !== checksum(header, payload)) {
      return { payloads, bytes: at, damaged: true };
    }
    payloads.push(payload);
    at = end;
  }
  return { payloads, bytes: at, damaged: false };
}

/** Bytes of the first entry, told by its header; null while the header is not whole. */
export function firstEntryBytes(bytes: Buffer): number | null {
  return bytes.length < ENTRY_HEADER_BYTES ? null : ENTRY_HEADER_BYTES + bytes.readUInt32BE(0);
}

// Over the length too: a file that ends in zeros, as after a power failure, has no entries in it.
function checksum(header: Buffer, payload: Buffer): number {
  return crc32(payload, crc32(header.subarray(0, 4)));
}
