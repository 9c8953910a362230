/** The objects that changed last, so that a batch need not read them again. */
import type { ObjectMemory } from './object-writes.ts';

export interface ObjectCache {
  get(key: string): ObjectMemory | undefined;
  /** @param tailBytes of its tail's fields as JSON; null where they are as they were */
  set(key: string, memory: ObjectMemory, tailBytes: number | null): void;
  clear(): void;
}

interface Entry {
  readonly memory: ObjectMemory;
  /** About what it weighs. */
  readonly bytes: number;
  readonly tailBytes: number;
}

/** Least recently used goes first; bounded in bytes (Law 7). */
export function createObjectCache(bytesMax: number): ObjectCache {
  const entries = new Map<string, Entry>();
  let total = 0;
  const remove = (key: string): void => {
    const entry = entries.get(key);
    if (entry === undefined) return;
    total -= entry.bytes;
    entries.delete(key);
  };
  return {
    get: (key) => {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      // A Map keeps the order of insertion.
      entries.delete(key);
      entries.set(key, entry);
      return entry.memory;
    },
    set: (key, memory, tailBytesNow) => {
      const tailBytes = tailBytesNow ?? entries.get(key)?.tailBytes ?? TAIL_BYTES_UNKNOWN;
      remove(key);
      const bytes = weightOf(memory, tailBytes);
      entries.set(key, { memory, bytes, tailBytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= bytesMax) break;
        remove(oldest);
      }
    },
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
}

// Measured: a task of 1,850 bytes of JSON takes 4.3 KB with the save before and what it came by.
const HEAP_BYTES_PER_JSON_BYTE = 1.5;
/** Of a further state, which shares most of its values (see `shareValues`). */
const SHARED_BYTES_PER_JSON_BYTE = 0.5;
const OBJECT_BYTES = 500;
const ROW_BYTES = 400;
/** Of a tail that was read and not written: about a task's. */
const TAIL_BYTES_UNKNOWN = 1_000;

/** About how much heap it takes: whole states count, which claim, version and tail may share. */
function weightOf({ tail, base, recent }: ObjectMemory, tailBytes: number): number {
  const states = new Set([tail.fields, base?.fields]);
  for (const { claim } of recent) if (claim.path !== 'JOURNAL') states.add(claim.fields);
  const perJsonByte = HEAP_BYTES_PER_JSON_BYTE + (states.size - 1) * SHARED_BYTES_PER_JSON_BYTE;
  return OBJECT_BYTES + recent.length * ROW_BYTES + tailBytes * perJsonByte;
}
