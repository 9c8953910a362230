/**
 * Makes changes by itself: seeded, at a rate, bounded when asked, paused and stopped at any time.
 */
import type { Clock } from '../../core/clock.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { RecycleBin } from '../attask/recycle-bin.ts';
import { createRandom } from '../random.ts';
import type { Tenant } from '../state/tenant.ts';
import { Editor } from './editor.ts';
import { paceOf, PACES } from './pace.ts';
import type { Pace } from './pace.ts';

export interface WorkloadOrder {
  /** Null: until stopped. Saves, counted one by one, those of a bulk edit too. */
  readonly changes: number | null;
  /** Null: as fast as it goes. */
  readonly ratePerSecond: number | null;
  readonly seed: number;
  /** `steady`, or `people`: bursts, idle hours and working days, on average at the rate. */
  readonly pace: Pace;
}

interface Running {
  readonly order: WorkloadOrder;
  readonly editor: Editor;
}

export class WorkloadRefused extends Error {}

const SLICE_MS = 20;
const SLICE_CHANGES_MAX = 200;

export class Workload {
  readonly #tenant: Tenant;
  readonly #bin: RecycleBin;
  readonly #clock: Clock;
  #running: Running | null = null;
  #paused = false;
  #made = 0;
  #startedMs = 0;
  #wake = new AbortController();

  constructor(tenant: Tenant, bin: RecycleBin, clock: Clock) {
    this.#tenant = tenant;
    this.#bin = bin;
    this.#clock = clock;
  }

  /** Replaces what runs. */
  start(order: WorkloadOrder): void {
    const random = createRandom(order.seed).fork('workload');
    this.#running = { order, editor: new Editor(this.#tenant, this.#bin, random) };
    this.#paused = false;
    this.#made = 0;
    this.#startedMs = this.#clock.monotonicMs();
    this.#wake.abort();
  }

  stop(): void {
    this.#running = null;
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    this.#wake.abort();
  }

  status(): JsonObject {
    const order = this.#running?.order ?? null;
    return {
      running: order !== null,
      paused: this.#paused,
      made: this.#made,
      changes: order?.changes ?? null,
      ratePerSecond: order?.ratePerSecond ?? null,
      seed: order?.seed ?? null,
      pace: order?.pace ?? null,
    };
  }

  get isRunning(): boolean {
    return this.#running !== null;
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake.abort(), { once: true });
    let lastMs = this.#clock.monotonicMs();
    let credit = 0;
    while (!signal.aborted) {
      const now = this.#clock.monotonicMs();
      const elapsed = Math.min(now - lastMs, 1000);
      lastMs = now;
      const running = this.#paused ? null : this.#running;
      if (running === null) credit = 0;
      else credit = this.#work(running, credit + this.#due(running.order, elapsed));
      this.#wake = new AbortController();
      const idle = this.#running === null || this.#paused;
      await this.#clock.sleep(idle ? 60_000 : SLICE_MS, this.#wake.signal).catch(() => undefined);
    }
  }

  #due({ ratePerSecond, pace }: WorkloadOrder, elapsedMs: number): number {
    if (ratePerSecond === null) return SLICE_CHANGES_MAX;
    const sinceMs = this.#clock.monotonicMs() - this.#startedMs;
    return (ratePerSecond * paceOf(pace, sinceMs) * elapsedMs) / 1000;
  }

  /** Spends the credit in whole acts; returns what is left of it. */
  #work({ order, editor }: Running, credit: number): number {
    let left = Math.min(credit, SLICE_CHANGES_MAX);
    while (left >= 1) {
      const before = this.#tenant.sequence;
      editor.act();
      const made = this.#tenant.sequence - before;
      this.#made += made;
      left -= Math.max(made, 1);
      if (order.changes !== null && this.#made >= order.changes) {
        this.#running = null;
        return 0;
      }
    }
    return left;
  }
}

const MEMBERS: ReadonlySet<string> = new Set(['changes', 'ratePerSecond', 'seed', 'pace']);

export function readOrder(body: JsonValue): WorkloadOrder {
  if (!isJsonObject(body)) throw new WorkloadRefused('the body must be a JSON object');
  const unknown = Object.keys(body).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) throw new WorkloadRefused(`unknown member ${unknown}`);
  const pace = body['pace'] ?? 'steady';
  const known = PACES.find((one) => one === pace);
  if (known === undefined) throw new WorkloadRefused(`pace is one of ${PACES.join(', ')}`);
  return {
    changes: positive(body, 'changes'),
    ratePerSecond: positive(body, 'ratePerSecond'),
    seed: positive(body, 'seed') ?? 1,
    pace: known,
  };
}

function positive(body: JsonObject, name: string): number | null {
  const value = body[name] ?? null;
  if (value === null) return null;
  if (typeof value === 'number' && value > 0) return value;
  throw new WorkloadRefused(`${name} must be a number above 0`);
}
