/**
 * What a sweep promises waits until the signals in front of it are dealt with: a DELETE that was
 * told late is held by then (told-deletes.ts). Nobody waits for that: a process that takes over
 * hears nothing while Kafka takes the one that was killed for alive.
 */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { GaugeMetric, Metrics } from '../../platform/process/metrics.ts';
import type { LeaseTerm } from '../lease/leased-loop.ts';
import { moveWatermark } from '../promises/watermarks.ts';
import type { Watermark } from '../promises/watermarks.ts';
import type { HeardSignals } from './heard-signals.ts';

export interface HeardPromisesParts {
  readonly term: Pick<LeaseTerm, 'lease' | 'again' | 'signal'>;
  readonly control: Queryable;
  readonly kafka: Pick<Kafka, 'admin'>;
  readonly clock: Clock;
  readonly heard: HeardSignals;
  readonly metrics: SweepMetrics;
}

export interface SweepMetrics {
  readonly sweepsUnheard: GaugeMetric;
}

/** Spread into the metrics of a poller that sweeps. */
export function sweepMetrics(metrics: Metrics): SweepMetrics {
  return {
    sweepsUnheard: metrics.gauge(
      'workfront_cdc_sweeps_unheard',
      'Types that are swept, and promise it when what was told before is read back from the log',
    ),
  };
}

const LOOK_MS = 100;
/** What held a promise back is remembered for six hours (ended-holds.ts): none outlives that. */
const WAITS_MAX_MS = 3_600_000;

interface Waiting {
  readonly mark: Watermark;
  readonly sinceMs: Millis;
}

export class HeardPromises {
  readonly #parts: HeardPromisesParts;
  /** By type. */
  readonly #waiting = new Map<string, Waiting>();

  constructor(parts: HeardPromisesParts) {
    this.#parts = parts;
  }

  /** After everything that the promise rests on is durable. */
  async make(mark: Watermark): Promise<void> {
    if (mark.kind !== 'swept' || (await this.#isHeard(mark.ends))) return this.#move(mark);
    // Not instead of one that waits: where signals lag none would ever be heard.
    if (this.#waiting.has(mark.objCode)) return;
    this.#waiting.set(mark.objCode, { mark, sinceMs: this.#parts.clock.monotonicMs() });
    this.#count();
  }

  /** Moves those that waited, until the term ends. */
  async keep(): Promise<void> {
    const { term, clock, heard } = this.#parts;
    while (!term.signal.aborted) {
      for (const { mark, sinceMs } of [...this.#waiting.values()]) {
        const isOld = clock.monotonicMs() - sinceMs > WAITS_MAX_MS;
        const isHeard = heard.hasAll(mark.ends);
        if (isOld || isHeard) this.#waiting.delete(mark.objCode);
        if (isHeard && !isOld) await this.#move(mark);
      }
      this.#count();
      // The work beside it ends by itself, after the step in hand.
      await clock.sleep(LOOK_MS, term.signal).catch(() => undefined);
    }
    this.#waiting.clear();
    this.#count();
  }

  async #isHeard(ends: Watermark['ends']): Promise<boolean> {
    const { term, kafka, heard } = this.#parts;
    if (heard.hasAll(ends)) return true;
    for (const topic of Object.keys(ends)) {
      await term.again(() => heard.takeEmpty(kafka.admin(), topic));
    }
    return heard.hasAll(ends);
  }

  #count(): void {
    this.#parts.metrics.sweepsUnheard.set(this.#waiting.size);
  }

  #move(mark: Watermark): Promise<void> {
    const { term, control } = this.#parts;
    return term.again(() => moveWatermark(control, term.lease, mark));
  }
}
