/**
 * Makes changes by itself: seeded, at a rate, bounded when asked, paused and stopped at any time.
 */
import type { Clock } from '../../core/clock.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import type { RecycleBin } from '../tenant/recycle-bin.ts';
import { seededRandom } from '../../core/random.ts';
import type { Random } from '../../core/random.ts';
import type { Millis } from '../../core/units.ts';
import type { Dials } from '../memory/dial.ts';
import type { Tenant } from '../tenant/tenant.ts';
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

/** How far the work has got. */
interface Work {
  readonly made: number;
  readonly workedMs: Millis;
  readonly credit: number;
  readonly done: boolean;
  /** What the editor learnt on the way. */
  readonly news: JsonObject | null;
}

export type WorkloadEvent = JsonObject & {
  readonly what: 'workload' | 'workloadPaused' | 'worked';
};

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
  #random: Random = seededRandom(1);
  #paused = false;
  #made = 0;
  /** Time spent at work, in which the pace goes round. */
  #workedMs = 0;
  /** Changes that are due and not yet made, less than one act. */
  #credit = 0;
  #wake = new AbortController();
  #tell: (event: WorkloadEvent) => void = () => undefined;

  constructor(tenant: Tenant, bin: RecycleBin, clock: Clock) {
    this.#tenant = tenant;
    this.#bin = bin;
    this.#clock = clock;
  }

  /** Replaces what runs. */
  start(order: WorkloadOrder): void {
    this.#begin(order);
    this.#tell({ what: 'workload', order: { ...order } });
    this.#wake.abort();
  }

  /** With what an earlier run was doing, or else with this. */
  goOn(order: WorkloadOrder): void {
    if (this.#running === null) this.start(order);
  }

  stop(): void {
    this.#running = null;
    this.#tell({ what: 'workload', order: null });
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    this.#tell({ what: 'workloadPaused', paused });
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

  get dials(): Dials {
    const turn = (position: number): void => this.#random.seek(position);
    return { workload: { read: () => this.#random.position(), turn } };
  }

  /** Everything that a later run needs to go on. */
  onEvent(listener: (event: WorkloadEvent) => void): void {
    this.#tell = listener;
  }

  /** As an earlier run did; told to nobody. */
  replayOrder(order: WorkloadOrder | null): void {
    if (order === null) this.#running = null;
    else this.#begin(order);
  }

  replayPause(paused: boolean): void {
    this.#paused = paused;
  }

  replayWork({ made, workedMs, credit, done, news }: Work): void {
    this.#made = made;
    this.#workedMs = workedMs;
    this.#credit = credit;
    if (news !== null) this.#running?.editor.learn(news);
    if (done) this.#running = null;
  }

  async run(signal: AbortSignal): Promise<void> {
    signal.addEventListener('abort', () => this.#wake.abort(), { once: true });
    let lastMs = this.#clock.monotonicMs();
    let isAtWork = false;
    while (!signal.aborted) {
      const now = this.#clock.monotonicMs();
      const elapsedMs = Math.min(now - lastMs, 1000);
      lastMs = now;
      const running = this.#paused ? null : this.#running;
      if (running !== null && isAtWork && elapsedMs > 0) this.#slice(running, elapsedMs);
      isAtWork = running !== null;
      this.#wake = new AbortController();
      const idle = this.#running === null || this.#paused;
      await this.#clock.sleep(idle ? 60_000 : SLICE_MS, this.#wake.signal).catch(() => undefined);
    }
    if (this.#running !== null) this.#noteWork(this.#running);
  }

  /** The editor knows what there is now. */
  #begin(order: WorkloadOrder): void {
    this.#random = seededRandom(order.seed).fork('workload');
    this.#running = { order, editor: new Editor(this.#tenant, this.#bin, this.#random) };
    this.#paused = false;
    this.#made = 0;
    this.#workedMs = 0;
    this.#credit = 0;
  }

  #slice(running: Running, elapsedMs: Millis): void {
    const { ratePerSecond, pace } = running.order;
    this.#workedMs += elapsedMs;
    const due =
      ratePerSecond === null
        ? SLICE_CHANGES_MAX
        : (ratePerSecond * paceOf(pace, this.#workedMs) * elapsedMs) / 1000;
    const before = this.#random.position();
    this.#credit = this.#work(running, this.#credit + due);
    if (this.#random.position() !== before) this.#noteWork(running);
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

  #noteWork({ editor }: Running): void {
    const done = this.#running === null;
    const [made, workedMs, credit] = [this.#made, this.#workedMs, this.#credit];
    this.#tell({ what: 'worked', made, workedMs, credit, done, news: editor.takeNews() });
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
