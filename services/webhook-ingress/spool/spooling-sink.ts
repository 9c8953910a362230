/**
 * Deliveries to Kafka, or to disk while Kafka is away. Everything that comes while something is
 * spooled goes behind it, so that an object's changes keep their order (Law 4).
 */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { Millis } from '../../core/units.ts';
import type { Spool } from '../../platform/disk/spool.ts';
import type { Readiness } from '../../platform/http/ops-server.ts';
import type { Logger } from '../../platform/process/logger.ts';
import { isParked } from '../../source/log/translation.ts';
import type { Translated } from '../../source/log/translation.ts';
import { translateBody } from '../acceptance.ts';
import type { DeliveredBody } from '../acceptance.ts';
import type { DurableSink, Kept } from '../durable-sink.ts';
import type { LogSink } from '../log-sink.ts';
import { encodeDelivery } from './delivery-entry.ts';
import type { SpoolMetrics } from './spool-metrics.ts';

export interface SpoolingParts {
  readonly log: Pick<LogSink, 'send'>;
  readonly spool: Pick<Spool, 'append' | 'level'>;
  readonly customerID: string | null;
  readonly metrics: SpoolMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Told when something is spooled that was not before: who drains it is needed. */
  readonly onSpooling: () => void;
}

/** `handover`: the last of the spool is on its way to the log, and who comes now waits for it. */
type Way = 'log' | 'spool' | 'handover';

/** On its way to the log, and taken to the spool when that fails. */
interface Flight {
  readonly delivered: DeliveredBody;
  readonly translated: Translated;
  readonly resolve: (kept: Kept) => void;
  readonly reject: (error: unknown) => void;
}

/** So long may the last of the spool keep others waiting: Workfront waits 5 s (reference B.2). */
const HANDOVER_MS_MAX = 300;
/** And so long a disk that does not answer. */
const APPEND_MS_MAX = 3_000;

export class SpoolingSink implements DurableSink {
  readonly #parts: SpoolingParts;
  readonly #flights = new Set<Flight>();
  #way: Way = 'spool';
  #waiting: (() => void)[] = [];
  #trouble: PipelineError | null = null;
  #spoolingSinceMs: Millis;

  constructor(parts: SpoolingParts) {
    this.#parts = parts;
    this.#spoolingSinceMs = parts.clock.monotonicMs();
    this.#observe();
  }

  async keep(delivered: DeliveredBody): Promise<Kept> {
    const translated = translateBody(delivered, this.#parts.customerID);
    while (this.#way === 'handover') {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    return this.#way === 'log'
      ? this.#toLog(delivered, translated)
      : this.#toSpool(delivered, translated);
  }

  /** Null while nothing is spooled; `missing`: what the log still waits for, if anything. */
  readiness(missing: string | undefined): Readiness | null {
    if (this.#way === 'log') return null;
    const { entries, bytes } = this.#parts.spool.level();
    if (this.#trouble !== null) return { ready: false, reason: this.#trouble.message };
    const reason = `spooling: ${entries} deliveries (${bytes} bytes)`;
    return { ready: true, reason: missing === undefined ? reason : `${reason}, ${missing}` };
  }

  /** The spool is all but empty. */
  beginHandover(): void {
    if (this.#way !== 'spool') return;
    this.#way = 'handover';
    void this.#endHandoverInTime();
  }

  /** Not yet after all. */
  endHandover(): void {
    if (this.#way === 'handover') this.#turn('spool');
  }

  /** The spool is empty, and was so in this very turn of the event loop. */
  spoolIsEmpty(): void {
    this.#trouble = null;
    this.#turn('log');
    const seconds = Math.round((this.#parts.clock.monotonicMs() - this.#spoolingSinceMs) / 1000);
    this.#parts.logger.info({ seconds }, 'nothing is spooled any more: deliveries go to Kafka');
  }

  /** Some of it has left the spool. */
  spoolShrank(): void {
    this.#trouble = null;
    this.#observe();
  }

  #turn(way: 'log' | 'spool'): void {
    this.#way = way;
    this.#observe();
    // In the order in which they came.
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const go of waiting) go();
  }

  async #endHandoverInTime(): Promise<void> {
    const waiting = this.#waiting;
    await this.#parts.clock.sleep(HANDOVER_MS_MAX);
    // Unless it has ended, and perhaps begun anew.
    if (waiting === this.#waiting) this.endHandover();
  }

  #toLog(delivered: DeliveredBody, translated: Translated): Promise<Kept> {
    return new Promise((resolve, reject) => {
      const flight = { delivered, translated, resolve, reject };
      this.#flights.add(flight);
      this.#parts.log.send(delivered, translated).then(
        (sent) => {
          // Taken to the spool meanwhile, it is answered from there, and the log has it twice.
          if (this.#flights.delete(flight)) resolve(sent);
        },
        (error: unknown) => {
          if (!this.#flights.has(flight)) return;
          if (error instanceof PipelineError) return this.#trip(error);
          this.#flights.delete(flight);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      );
    });
  }

  /** Whatever else is on its way will not arrive either: all of it is spooled, as it came. */
  #trip(error: PipelineError): void {
    this.#turn('spool');
    this.#spoolingSinceMs = this.#parts.clock.monotonicMs();
    this.#parts.logger.warn({ error }, 'Kafka does not take deliveries: they are spooled');
    const flights = [...this.#flights];
    this.#flights.clear();
    for (const { delivered, translated, resolve, reject } of flights) {
      this.#toSpool(delivered, translated).then(resolve, reject);
    }
    this.#parts.onSpooling();
  }

  async #toSpool(delivered: DeliveredBody, translated: Translated): Promise<Kept> {
    const { spool, metrics } = this.#parts;
    try {
      await this.#inTime(spool.append(encodeDelivery(delivered))); // Law 1
      this.#trouble = null;
    } catch (error) {
      if (error instanceof PipelineError) this.#trouble = error;
      throw error;
    }
    metrics.spooled.add();
    this.#observe();
    return isParked(translated)
      ? { eventID: null, parked: translated.park }
      : { eventID: translated.event.eventID, parked: null };
  }

  async #inTime(appending: Promise<void>): Promise<void> {
    const done = new AbortController();
    const late = this.#parts.clock.sleep(APPEND_MS_MAX, done.signal).then(() => {
      throw new PipelineError('SPOOL_UNAVAILABLE', 'The disk of the spool does not answer.');
    });
    late.catch(() => undefined);
    try {
      await Promise.race([appending, late]);
    } finally {
      done.abort();
    }
  }

  #observe(): void {
    const { spool, metrics } = this.#parts;
    const { entries, bytes } = spool.level();
    metrics.deliveries.set(entries);
    metrics.bytes.set(bytes);
    metrics.spooling.set(this.#way === 'log' ? 0 : 1);
  }
}
