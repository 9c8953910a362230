/** The objects that changed last, so that a batch need not read them again. */
import type { State } from '../../../core/fold/state.ts';
import { isJson } from '../../../core/field-value.ts';
import type { ObjectMemory } from './object-writes.ts';
import { TextState } from './text-state.ts';

export interface ObjectCache {
  get(key: string): ObjectMemory | undefined;
  set(key: string, memory: ObjectMemory): void;
  clear(): void;
}

interface Entry {
  readonly memory: ObjectMemory;
  /** About what it weighs. */
  readonly bytes: number;
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
    set: (key, memory) => {
      remove(key);
      const bytes = weightOf(memory);
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

/** About how much heap it takes: states count once, which claim, version and tail may share. */
function weightOf({ tail, base, recent }: ObjectMemory): number {
  const states = new Set([tail.state]);
  if (base !== null) states.add(base.state);
  for (const { claim } of recent) states.add(claim.state);
  let bytes = OBJECT_BYTES + recent.length * ROW_BYTES;
  for (const state of states) bytes += weightOfState(state);
  return bytes;
}

function weightOfState(state: State): number {
  if (state instanceof TextState) return state.text.length;
  let bytes = 0;
  for (const value of Object.values(state.fields())) {
    bytes += VALUE_BYTES + (isJson(value) ? value.json.length : String(value).length);
  }
  return bytes;
}

const OBJECT_BYTES = 500;
const ROW_BYTES = 400;
const VALUE_BYTES = 24;
