/**
 * Units and ids as types: an instant in microseconds is not taken for a duration in milliseconds. A
 * number without a unit may become either, so that arithmetic stays arithmetic; what is passed on
 * as one cannot become the other; so it is with the ids. Offsets and epochs are stricter: they come
 * from their own functions only, so that a number of records is never taken for a place in the log.
 */
declare const UNIT: unique symbol;

export type InUnit<Value, Unit extends string> = Value & { readonly [UNIT]?: Unit };

type Brand<Value, Unit extends string> = Value & { readonly [UNIT]: Unit };

/** A type of Workfront's: TASK. */
export type ObjCode = InUnit<string, 'objCode'>;

/** Of one object, whatever its type. */
export type ObjID = InUnit<string, 'objID'>;

/** Of a fact, 32 hex digits: whoever saw it and however often (services/core/event-id.ts). */
export type EventID = InUnit<string, 'eventID'>;

/** A duration, or the monotonic clock. Instants are `Micros`. */
export type Millis = InUnit<number, 'milliseconds'>;

/** Of a record in its partition of the log. */
export type Offset = Brand<bigint, 'offset'>;

/** Of a lease: who writes with an older one than the database has is refused. */
export type LeaseEpoch = Brand<bigint, 'epoch'>;

type Microseconds = InUnit<number, 'microseconds'>;

export function microsOf(millis: Millis): Microseconds {
  return millis * 1_000;
}

export function millisOf(micros: Microseconds): Millis {
  return micros / 1_000;
}

/** Where a partition's log begins that was never cut. */
export const FIRST_OFFSET = offsetOf(0n);

/** As Kafka and Postgres write it; a text of anything but digits throws. */
export function offsetOf(written: string | bigint): Offset {
  return BigInt(written) as Offset;
}

/** That of the next record, or of the one that many records on; back where it is negative. */
export function offsetAfter(offset: Offset, records = 1n): Offset {
  return (offset + records) as Offset;
}

/** Of a lease that nobody ever held. */
export const NO_EPOCH = 0n as LeaseEpoch;
