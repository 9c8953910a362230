/**
 * How many bytes of deliveries are in hand: being read, or waiting for Kafka. Bounded, so that an
 * outage of Kafka is answered with 503 and not with memory (Law 7).
 */
import { RefusedRequest } from './refusal.ts';

export interface InFlightLimits {
  readonly bodyBytesMax: number;
  readonly bytesInFlightMax: number;
}

/** The share of one request; `release` gives it back, once. */
export interface Share {
  /** Throws RefusedRequest where the body or all bodies together grow too large. */
  grow(bytes: number): void;
  release(): void;
}

export class InFlight {
  readonly #limits: InFlightLimits;
  #bytes = 0;

  constructor(limits: InFlightLimits) {
    this.#limits = limits;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** @param declared its content-length, where it has one: refused before a byte of it is read */
  open(declared: number | null): Share {
    this.#refuse(declared ?? 0, declared ?? 0);
    let held = 0;
    return {
      grow: (bytes) => {
        this.#refuse(held + bytes, bytes);
        held += bytes;
        this.#bytes += bytes;
      },
      release: () => {
        this.#bytes -= held;
        held = 0;
      },
    };
  }

  #refuse(bodyBytes: number, more: number): void {
    const { bodyBytesMax, bytesInFlightMax } = this.#limits;
    if (bodyBytes > bodyBytesMax) {
      throw new RefusedRequest('BODY_TOO_LARGE', `The body exceeds ${bodyBytesMax} bytes.`);
    }
    if (this.#bytes + more > bytesInFlightMax) {
      throw new RefusedRequest('BACKPRESSURE', 'Too much waits for Kafka.');
    }
  }
}
