/** How far the first reading of the tenant is: rows, rate, time left; said every few seconds. */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import type { Logger } from '../../platform/process/logger.ts';
import type { ObjectMetrics } from '../object-metrics.ts';

const SAY_EVERY_MS = 5_000;

interface TypeProgress {
  readonly expected: number;
  rows: number;
}

export class SnapshotProgress {
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #metrics: ObjectMetrics;
  readonly #types = new Map<string, TypeProgress>();
  readonly #startedMs: Millis;
  #left: number;
  #saidMs: Millis;

  /** @param types how many have not been read whole yet */
  constructor(clock: Clock, logger: Logger, metrics: ObjectMetrics, types: number) {
    this.#clock = clock;
    this.#logger = logger;
    this.#metrics = metrics;
    this.#left = types;
    this.#startedMs = clock.monotonicMs();
    this.#saidMs = this.#startedMs;
    this.#show();
  }

  get typesLeft(): number {
    return this.#left;
  }

  /** @param expected null where the tenant does not count them */
  begin(objCode: string, expected: number | null): void {
    this.#types.set(objCode, { expected: expected ?? 0, rows: 0 });
  }

  add(objCode: string, rows: number): void {
    const type = this.#types.get(objCode);
    if (type === undefined) return;
    type.rows += rows;
    this.#show();
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#saidMs < SAY_EVERY_MS) return;
    this.#saidMs = nowMs;
    const { rows: all, expected } = this.#sums();
    const perSecond = all / ((nowMs - this.#startedMs) / 1000);
    const leftSeconds = perSecond > 0 ? Math.max(0, expected - all) / perSecond : null;
    this.#logger.info(
      {
        objCode,
        typesLeft: this.#left,
        rows: all,
        expected,
        perSecond: Math.round(perSecond),
        leftSeconds: leftSeconds === null ? null : Math.round(leftSeconds),
      },
      'snapshot',
    );
  }

  /** The type has been read whole, or cannot be read. */
  finish(objCode: string): void {
    this.#left = Math.max(0, this.#left - 1);
    this.#show();
    if (this.#left > 0) return;
    const { rows } = this.#sums();
    const seconds = Math.round((this.#clock.monotonicMs() - this.#startedMs) / 1000);
    this.#logger.info({ rows, seconds, last: objCode }, 'the snapshot is complete');
  }

  #sums(): { rows: number; expected: number } {
    let [rows, expected] = [0, 0];
    for (const type of this.#types.values()) {
      rows += type.rows;
      expected += Math.max(type.rows, type.expected);
    }
    return { rows, expected };
  }

  #show(): void {
    const { rows, expected } = this.#sums();
    this.#metrics.snapshotRows.set(rows);
    this.#metrics.snapshotRowsExpected.set(expected);
    this.#metrics.snapshotTypesLeft.set(this.#left);
  }
}
