/** 200 API requests per minute (reference E.1): a window that slides, by caller. */
import type { Micros } from '../../../core/units.ts';

export class RateLimit {
  readonly #byCaller = new Map<string, number[]>();
  #tell: (caller: string, nowMicros: Micros) => void = () => undefined;

  /** False when the caller has had its share of the last minute. */
  admit(caller: string, nowMicros: Micros, perMinute: number, timeScale: number): boolean {
    const since = nowMicros - 60_000_000 / timeScale;
    const recent = (this.#byCaller.get(caller) ?? []).filter((at) => at > since);
    this.#byCaller.set(caller, recent);
    if (recent.length >= perMinute) return false;
    recent.push(nowMicros);
    this.#tell(caller, nowMicros);
    return true;
  }

  onAdmit(listener: (caller: string, nowMicros: Micros) => void): void {
    this.#tell = listener;
  }
}
