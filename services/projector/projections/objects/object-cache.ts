/**
 * The objects that changed last, so that a batch need not read them again. What follows a change
 * soon, as its journal rows do, resumes the fold from before it; so of the last objects all is kept
 * that this takes, and of many more their tails only.
 */
import { LRUCache } from 'lru-cache';
import type { State } from '../../../core/fold/state.ts';
import type { Fields } from '../../../core/field-value.ts';
import { isJson } from '../../../core/field-value.ts';
import { rememberTail } from './fold-object.ts';
import type { ObjectMemory } from './fold-object.ts';
import { ColumnState } from '../../../store/states/column-state.ts';

export interface ObjectCache {
  get(key: string): ObjectMemory | undefined;
  set(key: string, memory: ObjectMemory): void;
  clear(): void;
}

/** What changed longest ago goes first; bounded in bytes (Law 7). */
export function createObjectCache(bytesMax: number): ObjectCache {
  const tails = shelf(bytesMax * (1 - WHOLE_SHARE), () => undefined);
  const keepTail = (key: string, { tail }: ObjectMemory): void => {
    tails.set(key, rememberTail(tail));
  };
  const whole = shelf(bytesMax * WHOLE_SHARE, keepTail);
  return {
    // `peek`: an object that is asked for and not set was not changed.
    get: (key) => whole.peek(key) ?? tails.peek(key),
    set: (key, memory) => {
      tails.delete(key);
      whole.set(key, memory);
      // What is too large for its shelf is not kept there.
      if (!whole.has(key)) keepTail(key, memory);
    },
    clear: () => {
      whole.clear();
      tails.clear();
    },
  };
}

function shelf(
  bytesMax: number,
  onEvicted: (key: string, memory: ObjectMemory) => void,
): LRUCache<string, ObjectMemory> {
  return new LRUCache({
    // 0 would be no limit.
    maxSize: Math.max(1, Math.floor(bytesMax)),
    sizeCalculation: weightOf,
    disposeAfter: (memory, key, reason) => {
      if (reason === 'evict') onEvicted(key, memory);
    },
  });
}

/** A change and what follows it are minutes apart at most, and so many objects change meanwhile. */
const WHOLE_SHARE = 0.25;

/**
 * About how much memory it takes, measured with small states (test/bench/catch-up-memory.ts):
 * states that claim, version and tail share count once.
 */
function weightOf({ tail, base, recent }: ObjectMemory): number {
  let bytes = OBJECT_BYTES + weightOfState(tail.state);
  if (base !== null && base.state !== tail.state) bytes += weightOfState(base.state);
  for (const { claim } of recent) {
    bytes += ROW_BYTES + (claim.state === tail.state ? 0 : weightOfState(claim.state));
  }
  return bytes;
}

function weightOfState(state: State): number {
  return state instanceof ColumnState ? state.cells.length : weightOfFields(state.fields());
}

function weightOfFields(fields: Fields): number {
  let bytes = 0;
  for (const value of Object.values(fields)) {
    bytes += VALUE_BYTES + (isJson(value) ? value.json.length : String(value).length);
  }
  return bytes;
}

const OBJECT_BYTES = 2_000;
const ROW_BYTES = 1_200;
const VALUE_BYTES = 24;
