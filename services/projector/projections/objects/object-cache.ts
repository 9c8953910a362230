/**
 * The objects that changed last, so that a batch need not read them again. What follows a change
 * soon, as its journal rows do, resumes the fold from before it; so of the last objects all is kept
 * that this takes, and of many more their tails only.
 */
import type { State } from '../../../core/fold/state.ts';
import type { Fields } from '../../../core/field-value.ts';
import { isJson } from '../../../core/field-value.ts';
import { rememberTail } from './object-writes.ts';
import type { ObjectMemory } from './object-writes.ts';
import { TextState } from './states/text-state.ts';

export interface ObjectCache {
  get(key: string): ObjectMemory | undefined;
  set(key: string, memory: ObjectMemory): void;
  clear(): void;
}

/** What changed longest ago goes first; bounded in bytes (Law 7). */
export function createObjectCache(bytesMax: number): ObjectCache {
  const whole = new Shelf(bytesMax * WHOLE_SHARE);
  const tails = new Shelf(bytesMax * (1 - WHOLE_SHARE));
  return {
    get: (key) => whole.get(key) ?? tails.get(key),
    set: (key, memory) => {
      tails.remove(key);
      whole.set(key, memory);
      for (const [oldest, { tail }] of whole.takeSurplus()) tails.set(oldest, rememberTail(tail));
      tails.takeSurplus();
    },
    clear: () => {
      whole.clear();
      tails.clear();
    },
  };
}

/** A change and what follows it are minutes apart at most, and so many objects change meanwhile. */
const WHOLE_SHARE = 0.25;

interface Entry {
  readonly memory: ObjectMemory;
  /** About what it weighs. */
  readonly bytes: number;
}

class Shelf {
  readonly #bytesMax: number;
  readonly #entries = new Map<string, Entry>();
  #bytes = 0;

  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  get(key: string): ObjectMemory | undefined {
    return this.#entries.get(key)?.memory;
  }

  set(key: string, memory: ObjectMemory): void {
    // A Map keeps the order of insertion.
    this.remove(key);
    const bytes = weightOf(memory);
    this.#entries.set(key, { memory, bytes });
    this.#bytes += bytes;
  }

  remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#bytes -= entry.bytes;
    this.#entries.delete(key);
  }

  /** Removes the oldest until what is left fits. */
  takeSurplus(): [string, ObjectMemory][] {
    const surplus: [string, ObjectMemory][] = [];
    for (const [key, { memory }] of this.#entries) {
      if (this.#bytes <= this.#bytesMax) break;
      this.remove(key);
      surplus.push([key, memory]);
    }
    return surplus;
  }

  clear(): void {
    this.#entries.clear();
    this.#bytes = 0;
  }
}

/** About how much heap it takes: states that claim, version and tail share count once. */
function weightOf({ tail, base, recent }: ObjectMemory): number {
  let bytes = OBJECT_BYTES + weightOfState(tail.state);
  if (base !== null && base.state !== tail.state) bytes += weightOfState(base.state);
  for (const { claim } of recent) {
    bytes += ROW_BYTES + (claim.state === tail.state ? 0 : weightOfState(claim.state));
  }
  return bytes;
}

function weightOfState(state: State): number {
  return state instanceof TextState ? state.text.length : weightOfFields(state.fields());
}

function weightOfFields(fields: Fields): number {
  let bytes = 0;
  for (const name in fields) {
    const value = fields[name] ?? null;
    bytes += VALUE_BYTES + (isJson(value) ? value.json.length : String(value).length);
  }
  return bytes;
}

const OBJECT_BYTES = 700;
const ROW_BYTES = 400;
const VALUE_BYTES = 24;
