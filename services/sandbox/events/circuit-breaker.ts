/**
 * The circuit breaker of one URL, shared by every subscription with that URL (reference B.2).
 * Pure.
 */
import type { Micros } from '../../core/units.ts';

export type BreakerState = 'closed' | 'disabled' | 'frozen';

const GRACE_MESSAGES = 100;
const FAILURE_RATIO_MAX = 0.7;
const FAILURES_IN_A_ROW_DISABLE = 2000;
const FAILURES_IN_A_ROW_FREEZE = 50_000;
const SILENCE_FREEZE_MS = 72 * 3_600_000;
const PROBE_EVERY_MS = 600_000;

export class CircuitBreaker {
  /** Since the URL is known; what `subscription_url` shows. */
  successes = 0;
  failures = 0;
  state: BreakerState = 'closed';
  disabledAtMicros: Micros | null = null;
  frozenAtMicros: Micros | null = null;
  readonly createdMicros: Micros;
  #failuresInARow = 0;
  /** Since it was last closed: the ratio is of these. */
  #windowSuccesses = 0;
  #windowFailures = 0;
  #lastSuccessMicros: Micros;
  #nextProbeMicros = 0;

  constructor(nowMicros: Micros) {
    this.createdMicros = nowMicros;
    this.#lastSuccessMicros = nowMicros;
  }

  /** `attempt`, or `wait`: straight to the retry queue. Disabled: one probe every ten minutes. */
  admit(nowMicros: Micros, timeScale: number): 'attempt' | 'wait' {
    if (this.state === 'closed') return 'attempt';
    if (this.state === 'frozen' || nowMicros < this.#nextProbeMicros) return 'wait';
    this.#nextProbeMicros = nowMicros + (PROBE_EVERY_MS * 1000) / timeScale;
    return 'attempt';
  }

  succeeded(nowMicros: Micros): void {
    this.successes += 1;
    this.#windowSuccesses += 1;
    this.#failuresInARow = 0;
    this.#lastSuccessMicros = nowMicros;
    if (this.state === 'disabled') this.#close();
  }

  failed(nowMicros: Micros, timeScale: number): void {
    this.failures += 1;
    this.#windowFailures += 1;
    this.#failuresInARow += 1;
    const messages = this.#windowSuccesses + this.#windowFailures;
    const tooMany =
      messages > GRACE_MESSAGES && this.#windowFailures / messages > FAILURE_RATIO_MAX;
    if (this.state === 'closed' && (tooMany || this.#failuresInARow >= FAILURES_IN_A_ROW_DISABLE)) {
      this.state = 'disabled';
      this.disabledAtMicros = nowMicros;
      this.#nextProbeMicros = nowMicros + (PROBE_EVERY_MS * 1000) / timeScale;
    }
    const silentMs = ((nowMicros - this.#lastSuccessMicros) / 1000) * timeScale;
    const silent = this.#failuresInARow > FAILURES_IN_A_ROW_DISABLE && silentMs > SILENCE_FREEZE_MS;
    if (this.state !== 'frozen' && (silent || this.#failuresInARow >= FAILURES_IN_A_ROW_FREEZE)) {
      this.state = 'frozen';
      this.frozenAtMicros = nowMicros;
    }
  }

  /**
   * Only an API request does this, and which one is unpublished (reference I.5): here an admin
   * call.
   */
  unfreeze(): void {
    this.#close();
  }

  #close(): void {
    this.state = 'closed';
    this.disabledAtMicros = null;
    this.frozenAtMicros = null;
    this.#failuresInARow = 0;
    this.#windowSuccesses = 0;
    this.#windowFailures = 0;
  }
}
