/** How far a long job is, at what rate, and how long it will take. */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import type { Teller } from './rebuild-order.ts';

export class ProgressLine {
  readonly #what: string;
  readonly #total: number;
  readonly #clock: Clock;
  readonly #teller: Pick<Teller, 'progress'>;
  readonly #startedMs: Millis;
  readonly #begun: number;
  #done: number;
  #saidMs = -Infinity;

  /** @param begun what was done before, by a rebuild that was killed */
  constructor(
    what: string,
    total: number,
    begun: number,
    clock: Clock,
    teller: Pick<Teller, 'progress'>,
  ) {
    this.#what = what;
    this.#total = total;
    this.#begun = begun;
    this.#done = begun;
    this.#clock = clock;
    this.#teller = teller;
    this.#startedMs = clock.monotonicMs();
  }

  add(count: number): void {
    this.#done += count;
    const nowMs = this.#clock.monotonicMs();
    if (nowMs - this.#saidMs < SAY_EVERY_MS) return;
    this.#saidMs = nowMs;
    this.#teller.progress(this.text());
  }

  text(): string {
    const seconds = (this.#clock.monotonicMs() - this.#startedMs) / 1000;
    const rate = seconds > 0 ? (this.#done - this.#begun) / seconds : 0;
    const share = this.#total === 0 ? 100 : Math.floor((this.#done / this.#total) * 100);
    const left = rate > 0 ? `, ${durationText((this.#total - this.#done) / rate)} left` : '';
    const counts = `${this.#done.toLocaleString('en')} of ${this.#total.toLocaleString('en')}`;
    return `${this.#what}: ${counts} (${share} %), ${Math.round(rate).toLocaleString('en')}/s${left}`;
  }
}

export function durationText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 120) return `${whole} s`;
  if (whole < 7_200) return `${Math.round(whole / 60)} min`;
  return `${(whole / 3_600).toFixed(1)} h`;
}

export function bytesText(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${unit === 0 ? size : size.toFixed(1)} ${units[unit]}`;
}

const SAY_EVERY_MS = 500;
