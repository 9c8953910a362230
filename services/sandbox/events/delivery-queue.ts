/**
 * Delivers event bodies: POST, any 2xx is success, a failure goes to the retry table, a URL that
 * keeps failing is cut off by its breaker (reference B.2). At least once within 48 h, then dropped
 * silently. No order is promised, and retries make disorder of their own.
 */
import type { Clock } from '../../core/clock.ts';
import { least, microsOf, plus } from '../../core/units.ts';
import type { Micros, Millis } from '../../core/units.ts';
import { CircuitBreaker } from './circuit-breaker.ts';
import { DueQueue } from './due-queue.ts';
import type { Settings } from '../settings.ts';
import type { Dials } from '../memory/dial.ts';
import type { PostFunction } from './http-post.ts';

export interface Delivery {
  readonly id: number;
  readonly subscriptionId: string;
  readonly url: string;
  readonly authToken: string;
  readonly body: string;
  dueMicros: Micros;
  /** Retries begun so far, 0 before the first attempt. */
  retries: number;
  /** Of the first failure, from which all retries are counted (reference B.2); null before it. */
  failedAtMicros: Micros | null;
}

export interface DeliveryCounts {
  /** Not yet attempted, or under way. */
  readonly pending: number;
  /** Failed at least once and still to be retried. */
  readonly retrying: number;
  readonly delivered: number;
  readonly failedAttempts: number;
  /** Gave up after the last retry. */
  readonly dropped: number;
}

export const RETRIES_MAX = 11;
const RETRY_UNIT_MS = 84_800;

/** Offset of retry n from the first failure (reference B.2: ((2^n) - 1) * 84 800 ms). */
export function retryOffsetMs(n: number): Millis {
  return (2 ** n - 1) * RETRY_UNIT_MS;
}

/** For a queue that survives restarts: everything that happens to a delivery. */
export interface QueueListener {
  enqueued(delivery: Delivery): void;
  attempted(delivery: Delivery, accepted: boolean, atMicros: Micros): void;
  /** To its next place in the retry table, or hastened. */
  delayed(delivery: Delivery): void;
  /** Delivered, or given up. */
  ended(delivery: Delivery): void;
  unfrozen(): void;
}

const NOBODY: QueueListener = {
  enqueued: () => undefined,
  attempted: () => undefined,
  delayed: () => undefined,
  ended: () => undefined,
  unfrozen: () => undefined,
};

interface Endpoint {
  readonly breaker: CircuitBreaker;
  readonly ready: Delivery[];
  underWay: number;
}

export interface DeliveryQueueParts {
  readonly clock: Clock;
  readonly settings: Settings;
  readonly post: PostFunction;
}

export class DeliveryQueue {
  readonly #parts: DeliveryQueueParts;
  readonly #waiting = new DueQueue<Delivery>();
  readonly #endpoints = new Map<string, Endpoint>();
  #wake = new AbortController();
  #paused = false;
  #listener = NOBODY;
  #nextID = 1;
  #ready = 0;
  #retryingReady = 0;
  #underWay = 0;
  #retryingWaiting = 0;
  #delivered = 0;
  #failedAttempts = 0;
  #dropped = 0;

  constructor(parts: DeliveryQueueParts) {
    this.#parts = parts;
  }

  enqueue(
    to: Pick<Delivery, 'subscriptionId' | 'url' | 'authToken' | 'body'>,
    delayMs = 0,
  ): Delivery {
    const delivery: Delivery = {
      id: this.#nextID,
      ...to,
      dueMicros: plus(this.#parts.clock.nowMicros(), microsOf(delayMs)),
      retries: 0,
      failedAtMicros: null,
    };
    this.#nextID += 1;
    this.#listener.enqueued(delivery);
    this.#schedule(delivery);
    return delivery;
  }

  listen(listener: QueueListener): void {
    this.#listener = listener;
  }

  /** A delivery of an earlier run, where it stood. */
  resume(delivery: Delivery): void {
    this.continueFrom(delivery.id);
    this.#schedule(delivery);
  }

  /** IDs of an earlier run are not used again. */
  continueFrom(id: number): void {
    this.#nextID = Math.max(this.#nextID, id + 1);
  }

  /** @param knownSinceMicros for a URL of an earlier run */
  breakerOf(url: string, knownSinceMicros?: Micros): CircuitBreaker {
    return this.#endpointOf(url, knownSinceMicros).breaker;
  }

  unfreeze(): void {
    for (const { breaker } of this.#endpoints.values()) breaker.unfreeze();
    this.#listener.unfrozen();
  }

  urls(): readonly string[] {
    return [...this.#endpoints.keys()];
  }

  counts(): DeliveryCounts {
    const retrying = this.#retryingWaiting + this.#retryingReady;
    return {
      pending: this.#waiting.size + this.#ready + this.#underWay - retrying,
      retrying,
      delivered: this.#delivered,
      failedAttempts: this.#failedAttempts,
      dropped: this.#dropped,
    };
  }

  /** Its counters, and whether it is paused: what a restart goes on from. */
  get dials(): Dials {
    return {
      delivered: { read: () => this.#delivered, turn: (to) => (this.#delivered = to) },
      failedAttempts: {
        read: () => this.#failedAttempts,
        turn: (to) => (this.#failedAttempts = to),
      },
      dropped: { read: () => this.#dropped, turn: (to) => (this.#dropped = to) },
      deliveriesPaused: {
        read: () => Number(this.#paused),
        turn: (to) => (this.paused = to === 1),
      },
    };
  }

  /** Nothing is sent while paused; what is under way ends. */
  set paused(paused: boolean) {
    this.#paused = paused;
    this.#wake.abort();
  }

  /** Everything that waits is due now: tests of a spool need not wait for the table. */
  hasten(): void {
    const now = this.#parts.clock.nowMicros();
    const all = [...this.#waiting.drain()];
    this.#retryingWaiting = 0;
    for (const delivery of all) {
      delivery.dueMicros = least(delivery.dueMicros, now);
      this.#listener.delayed(delivery);
      this.#schedule(delivery);
    }
  }

  /** Runs until the signal aborts; what is under way then is left to its own deadline. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#parts;
    signal.addEventListener('abort', () => this.#wake.abort(), { once: true });
    while (!signal.aborted) {
      this.#wake = new AbortController();
      this.#pump();
      const next = this.#paused ? null : this.#waiting.next();
      const waitMs = next === null ? IDLE_MS : Math.max(0, (next - clock.nowMicros()) / 1000);
      await clock.sleep(Math.min(waitMs, IDLE_MS), this.#wake.signal).catch(() => undefined);
    }
  }

  #schedule(delivery: Delivery): void {
    if (delivery.failedAtMicros !== null) this.#retryingWaiting += 1;
    this.#waiting.push(delivery);
    if (this.#waiting.next() === delivery.dueMicros) this.#wake.abort();
  }

  #pump(): void {
    if (this.#paused) return;
    const now = this.#parts.clock.nowMicros();
    for (let one = this.#waiting.pop(now); one !== null; one = this.#waiting.pop(now)) {
      if (one.failedAtMicros !== null) {
        this.#retryingWaiting -= 1;
        this.#retryingReady += 1;
      }
      this.#ready += 1;
      this.#endpointOf(one.url).ready.push(one);
    }
    for (const endpoint of this.#endpoints.values()) this.#serve(endpoint);
  }

  #serve(endpoint: Endpoint): void {
    const { settings, clock } = this.#parts;
    while (endpoint.ready.length > 0 && endpoint.underWay < settings.deliveriesParallelMax) {
      if (this.#paused) return;
      const delivery = endpoint.ready.shift();
      if (delivery === undefined) return;
      this.#ready -= 1;
      if (delivery.failedAtMicros !== null) this.#retryingReady -= 1;
      const verdict = endpoint.breaker.admit(clock.nowMicros(), settings.timeScale);
      if (verdict === 'wait') this.#retryLater(delivery);
      else void this.#attempt(endpoint, delivery);
    }
  }

  async #attempt(endpoint: Endpoint, delivery: Delivery): Promise<void> {
    const { clock, settings, post } = this.#parts;
    endpoint.underWay += 1;
    this.#underWay += 1;
    const status = await post({
      url: delivery.url,
      // An OAuth2 bearer token, as far as documented (reference B.2).
      headers: { authorization: `Bearer ${delivery.authToken}` },
      body: delivery.body,
      timeoutMs: settings.deliveryTimeoutMs,
    }).catch(() => null);
    endpoint.underWay -= 1;
    this.#underWay -= 1;
    const accepted = status !== null && status >= 200 && status < 300;
    this.#listener.attempted(delivery, accepted, clock.nowMicros());
    if (accepted) {
      endpoint.breaker.succeeded(clock.nowMicros());
      this.#delivered += 1;
      this.#listener.ended(delivery);
    } else {
      endpoint.breaker.failed(clock.nowMicros(), settings.timeScale);
      this.#failedAttempts += 1;
      this.#retryLater(delivery);
    }
    this.#serve(endpoint);
  }

  /**
   * To its next place in the table, counted from the first failure; after the 11th it is dropped.
   */
  #retryLater(delivery: Delivery): void {
    const now = this.#parts.clock.nowMicros();
    delivery.failedAtMicros ??= now;
    delivery.retries += 1;
    if (delivery.retries > RETRIES_MAX) {
      this.#dropped += 1;
      this.#listener.ended(delivery);
      return;
    }
    const offsetMs = retryOffsetMs(delivery.retries) / this.#parts.settings.timeScale;
    delivery.dueMicros = plus(delivery.failedAtMicros, microsOf(offsetMs));
    this.#listener.delayed(delivery);
    this.#schedule(delivery);
  }

  #endpointOf(url: string, knownSinceMicros = this.#parts.clock.nowMicros()): Endpoint {
    let endpoint = this.#endpoints.get(url);
    if (endpoint === undefined) {
      const breaker = new CircuitBreaker(knownSinceMicros);
      endpoint = { breaker, ready: [], underWay: 0 };
      this.#endpoints.set(url, endpoint);
    }
    return endpoint;
  }
}

/** The longest sleep between two looks at the queue. */
const IDLE_MS = 60_000;
