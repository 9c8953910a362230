/**
 * The last known state of the objects that change most, so that a batch need not read them again.
 */
import type { Tail } from '../../../core/fold/fold.ts';

export interface TailCache {
  get(key: string): Tail | undefined;
  /** @param bytes about what it weighs */
  set(key: string, tail: Tail, bytes: number): void;
  delete(key: string): void;
  clear(): void;
}

/** Least recently used goes first; bounded in bytes (Law 7). */
export function createTailCache(bytesMax: number): TailCache {
  const entries = new Map<string, { tail: Tail; bytes: number }>();
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
      return entry.tail;
    },
    set: (key, tail, bytes) => {
      remove(key);
      entries.set(key, { tail, bytes });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (total <= bytesMax) break;
        remove(oldest);
      }
    },
    delete: remove,
    clear: () => {
      entries.clear();
      total = 0;
    },
  };
}
