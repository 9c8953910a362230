/**
 * Faults on demand, seeded: what goes wrong between Workfront and us, each with its probability.
 * Promises the same faults for the same seed and requests. Must not change the true state.
 */
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { seededRandom } from '../../core/random.ts';
import type { Random } from '../../core/random.ts';
import type { Millis } from '../../core/units.ts';
import type { ChangeKind } from '../tenant/change.ts';
import type { Dial, Dials } from '../memory/dial.ts';

export const NO_FAULTS = {
  seed: 1,
  /**
   * Deliveries that never happen; sent twice; held back by `lateMs`; held back by up to
   * `reorderMs`.
   */
  missed: 0,
  duplicated: 0,
  late: 0,
  lateMs: 30_000,
  reordered: 0,
  reorderMs: 5_000,
  /** Deletes whose event is never sent. */
  deleteWithoutEvent: 0,
  /** API answers: held back, refused, broken off. */
  slow: 0,
  slowMs: 2_000,
  throttled: 0,
  serverError: 0,
  connectionReset: 0,
  truncated: 0,
  sessionExpired: 0,
  /** Workfront's clock is behind by this. */
  clockLagMs: 0,
};

export type FaultRates = typeof NO_FAULTS;

export interface DeliveryFate {
  /** 0: never delivered. */
  readonly copies: number;
  readonly extraDelayMs: Millis;
}

export type AnswerFate =
  | { readonly kind: 'fine'; readonly delayMs: Millis }
  | {
      readonly kind:
        'throttled' | 'serverError' | 'connectionReset' | 'truncated' | 'sessionExpired';
    };

export class FaultsRefused extends Error {}

export class Faults {
  #rates: FaultRates = { ...NO_FAULTS };
  #deliveries: Random = seededRandom(1).fork('deliveries');
  #answers: Random = seededRandom(1).fork('answers');
  /**
   * Objects the callers may not see: gone from search and GET without being deleted
   * (reference C.8).
   */
  readonly hidden = new Set<string>();
  #drawn: () => void = () => undefined;

  get rates(): FaultRates {
    return this.#rates;
  }

  /** Replaces all rates; what is not named is off. */
  configure(wanted: JsonValue): FaultRates {
    if (!isJsonObject(wanted)) throw new FaultsRefused('faults must be a JSON object');
    const known: JsonObject = NO_FAULTS;
    for (const [name, value] of Object.entries(wanted)) {
      if (!Object.hasOwn(known, name)) {
        throw new FaultsRefused(`no fault ${name}; there are ${Object.keys(known).join(', ')}`);
      }
      const least = name === 'clockLagMs' ? Number.NEGATIVE_INFINITY : 0;
      const most = name.endsWith('Ms') || name === 'seed' ? Number.POSITIVE_INFINITY : 1;
      if (typeof value !== 'number' || !(value >= least && value <= most)) {
        throw new FaultsRefused(`${name} must be a number from ${least} to ${most}`);
      }
    }
    this.#rates = Object.assign({ ...NO_FAULTS }, wanted);
    const random = seededRandom(this.#rates.seed);
    this.#deliveries = random.fork('deliveries');
    this.#answers = random.fork('answers');
    return this.#rates;
  }

  /** Called when an answer's fate is drawn: no request may come of it that is remembered. */
  onAnswer(listener: () => void): void {
    this.#drawn = listener;
  }

  /** How far the streams have drawn; each configuration begins them anew. */
  get dials(): Dials {
    const turn = (random: () => Random): Dial => ({
      read: () => random().position(),
      turn: (position) => random().seek(position),
    });
    return {
      faultyDeliveries: turn(() => this.#deliveries),
      faultyAnswers: turn(() => this.#answers),
    };
  }

  fateOfDelivery(kind: ChangeKind): DeliveryFate {
    const { missed, duplicated, late, lateMs, reordered, reorderMs } = this.#rates;
    const random = this.#deliveries;
    if (kind === 'DELETE' && random.chance(this.#rates.deleteWithoutEvent)) return NEVER;
    if (random.chance(missed)) return NEVER;
    const copies = random.chance(duplicated) ? 2 : 1;
    let extraDelayMs = random.chance(late) ? lateMs : 0;
    if (random.chance(reordered)) extraDelayMs += random.int(0, reorderMs);
    return { copies, extraDelayMs };
  }

  fateOfAnswer(): AnswerFate {
    if (BROKEN.every((kind) => this.#rates[kind] === 0) && this.#rates.slow === 0) return FINE;
    const random = this.#answers;
    this.#drawn();
    for (const kind of BROKEN) if (random.chance(this.#rates[kind])) return { kind };
    return { kind: 'fine', delayMs: random.chance(this.#rates.slow) ? this.#rates.slowMs : 0 };
  }

  isHidden(objCode: string, id: string): boolean {
    return this.hidden.size > 0 && this.hidden.has(`${objCode} ${id}`);
  }
}

const FINE: AnswerFate = { kind: 'fine', delayMs: 0 };
const NEVER: DeliveryFate = { copies: 0, extraDelayMs: 0 };
const BROKEN = [
  'throttled',
  'serverError',
  'connectionReset',
  'truncated',
  'sessionExpired',
] as const;
