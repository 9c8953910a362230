/**
 * Units as types: an instant in microseconds is not taken for a duration in milliseconds, nor an
 * offset of the log for any other bigint. A number without a unit may become either, so that
 * arithmetic stays arithmetic; what is passed on as one cannot become the other.
 */
declare const UNIT: unique symbol;

export type InUnit<Value, Unit extends string> = Value & { readonly [UNIT]?: Unit };

/** A duration, or the monotonic clock. Instants are `Micros`. */
export type Millis = InUnit<number, 'milliseconds'>;

/** Of a record in its partition of the log. */
export type Offset = InUnit<bigint, 'offset'>;

/** Of a lease: who writes with an older one than the database has is refused. */
export type LeaseEpoch = InUnit<bigint, 'epoch'>;

type Microseconds = InUnit<number, 'microseconds'>;

export function microsOf(millis: Millis): Microseconds {
  return millis * 1_000;
}

export function millisOf(micros: Microseconds): Millis {
  return micros / 1_000;
}
