/** Holds what was read and not yet written, bounded in entries and bytes (Law 7). */
import type { LogEntry, Parcel } from './log-entry.ts';

export interface QueueLimits {
  readonly entriesMax: number;
  readonly bytesMax: number;
  /** Of one `take`. */
  readonly batchEntriesMax: number;
}

export interface TakeOptions {
  /** Waited for when something comes into the empty queue: more is about to. */
  readonly gather?: () => Promise<void>;
  /** Nothing is given, or waited for, once it aborts: its reason is thrown. */
  readonly signal?: AbortSignal;
}

export class BatchQueue {
  readonly #limits: QueueLimits;
  #parcels: Parcel[] = [];
  #entries = 0;
  #bytes = 0;
  #closed = false;
  /** Bumped by `clear`: who waits for room with an older parcel gives up. */
  #generation = 0;
  readonly #takers: (() => void)[] = [];
  readonly #putters: (() => void)[] = [];

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Waits for room; a single parcel of any size fits when the queue is empty. False: cleared. */
  async put(parcel: Parcel): Promise<boolean> {
    const generation = this.#generation;
    while (this.#entries > 0 && !this.#hasRoom(parcel)) {
      await new Promise<void>((resolve) => this.#putters.push(resolve));
      if (generation !== this.#generation) return false;
    }
    if (this.#closed) return false;
    this.#parcels.push(parcel);
    this.#entries += parcel.entries.length;
    this.#bytes += parcel.bytes;
    wake(this.#takers);
    return true;
  }

  /** What waits, up to `batchEntriesMax`, in order; null when closed and empty. */
  async take({ gather, signal }: TakeOptions = {}): Promise<LogEntry[] | null> {
    while (this.#entries === 0) {
      if (this.#closed) return null;
      signal?.throwIfAborted();
      await this.#something(signal);
      await gather?.();
    }
    signal?.throwIfAborted();
    const batch: LogEntry[] = [];
    while (batch.length < this.#limits.batchEntriesMax) {
      const parcel = this.#parcels.shift();
      if (parcel === undefined) break;
      const room = this.#limits.batchEntriesMax - batch.length;
      for (const entry of parcel.entries.slice(0, room)) batch.push(entry);
      this.#entries -= Math.min(room, parcel.entries.length);
      this.#bytes -= parcel.bytes;
      if (parcel.entries.length > room) this.#putBack(parcel, room);
    }
    wake(this.#putters);
    return batch;
  }

  clear(): void {
    this.#generation += 1;
    this.#parcels = [];
    this.#entries = 0;
    this.#bytes = 0;
    wake(this.#putters);
  }

  /** Nothing more comes; `take` gives what is left, then null. */
  close(): void {
    this.#closed = true;
    wake(this.#takers);
    wake(this.#putters);
  }

  /** Resolves when a parcel came, or the signal aborted. */
  async #something(signal: AbortSignal | undefined): Promise<void> {
    const wakeUp = (): void => wake(this.#takers);
    signal?.addEventListener('abort', wakeUp);
    await new Promise<void>((resolve) => this.#takers.push(resolve));
    signal?.removeEventListener('abort', wakeUp);
  }

  #hasRoom({ entries, bytes }: Parcel): boolean {
    const { entriesMax, bytesMax } = this.#limits;
    return this.#entries + entries.length <= entriesMax && this.#bytes + bytes <= bytesMax;
  }

  #putBack(parcel: Parcel, taken: number): void {
    const entries = parcel.entries.slice(taken);
    const bytes = Math.ceil((parcel.bytes * entries.length) / parcel.entries.length);
    this.#parcels.unshift({ entries, bytes });
    this.#bytes += bytes;
  }
}

function wake(waiting: (() => void)[]): void {
  for (const resolve of waiting.splice(0)) resolve();
}
