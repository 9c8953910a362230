/** The objects that changed last, so that a batch need not read them again. */
import type { ObjectMemory } from './object-writes.ts';

export interface ObjectCache {
  get(key: string): ObjectMemory | undefined;
  /** @param bytes about what it weighs */
  set(key: string, memory: ObjectMemory, bytes: number): void;
  clear(): void;
}

/** Least recently used goes first; bounded in bytes (Law 7). */
export function createObjectCache(bytesMax: number): ObjectCache {
  const entries = new Map<string, { memory: ObjectMemory; bytes: number }>();
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
    set: (key, memory, bytes) => {
      remove(key);
      entries.set(key, { memory, bytes });
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
