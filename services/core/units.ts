/**
 * Units and ids as types. A bare number is no instant before somebody says that it is in
 * microseconds: where a column, a header or a setting wrote it, by `asMicros`; sums stay instants
 * by `plus` and `minus`. Offsets and epochs come from their own functions too, so that a number of
 * records is never taken for a place in the log. A bare number may still become a duration in
 * milliseconds, and a bare text an object's id or type, but neither becomes another's.
 */
declare const UNIT: unique symbol;

type InUnit<Value, Unit extends string> = Value & { readonly [UNIT]?: Unit };

export type Brand<Value, Unit extends string> = Value & { readonly [UNIT]: Unit };

/** A type of Workfront's: TASK. */
export type ObjCode = InUnit<string, 'objCode'>;

/** Of one object, whatever its type. */
export type ObjID = InUnit<string, 'objID'>;

/** Of a fact, 32 hex digits: whoever saw it and however often (services/core/event-id.ts). */
export type EventID = Brand<string, 'eventID'>;

/**
 * A duration, or the monotonic clock. Instants are `Micros`. Why a bare number may be one:
 * docs/decisions/2026-11-27-bare-durations.md.
 */
export type Millis = InUnit<number, 'milliseconds'>;

/** Of a record in its partition of the log. */
export type Offset = Brand<bigint, 'offset'>;

/** Of a lease: who writes with an older one than the database has is refused. */
export type LeaseEpoch = Brand<bigint, 'epoch'>;

/** An instant, since 1970-01-01T00:00:00Z, or the time between two. */
export type Micros = Brand<number, 'microseconds'>;

type Quantity = Micros | Millis;

/** Says of a text that it is an event's id, where a column or a record wrote it. */
export function asEventID(text: string): EventID {
  return text as EventID;
}

/** Says of a number that it is in microseconds. */
export function asMicros(value: number): Micros {
  return value as Micros;
}

export function microsOf(millis: Millis): Micros {
  return asMicros(millis * 1_000);
}

export function millisOf(micros: Micros): Millis {
  return micros / 1_000;
}

export function plus<Unit extends Quantity>(a: Unit, b: Unit): Unit {
  return (a + b) as Unit;
}

export function minus<Unit extends Quantity>(a: Unit, b: Unit): Unit {
  return (a - b) as Unit;
}

/** Before every instant, and after every one. */
export const BEFORE_ALL = asMicros(-Infinity);
export const AFTER_ALL = asMicros(Infinity);

/** The last instant before. */
export function justBefore(instant: Micros): Micros {
  return asMicros(instant - 1);
}

export function justAfter(instant: Micros): Micros {
  return asMicros(instant + 1);
}

export function times<Unit extends Quantity>(quantity: Unit, factor: number): Unit {
  return (quantity * factor) as Unit;
}

export function least<Unit extends Quantity>(a: Unit, b: Unit): Unit {
  return Math.min(a, b) as Unit;
}

export function greatest<Unit extends Quantity>(a: Unit, b: Unit): Unit {
  return Math.max(a, b) as Unit;
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
