/** Turns an entry's bytes into what the projection writes, or into the reason why it cannot. */
import { hasReaction, PipelineError } from '../core/errors.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { ToldEvent } from '../store/claims/stored-claims.ts';
import type { LogEntry } from './log-entry.ts';
import type { Projection } from './projections/projection.ts';

/** `prepare` of the codec must have seen the entry's value. */
export type ReadEntry<Row> = (entry: Omit<LogEntry, 'follows'>) => readonly Row[] | PipelineError;

export function createReadEntry<Row>(
  codec: Pick<EventCodec, 'decode' | 'decodeBrief'>,
  projection: Projection<Row>,
): ReadEntry<Row> {
  return (entry) => {
    try {
      const { value } = entry;
      if (value === null) return new PipelineError('UNDECODABLE', 'It has no value.');
      return projection.read(codec.decodeBrief(value), entry, () => codec.decode(value));
    } catch (error) {
      return parkable(error);
    }
  };
}

/** Which event an entry is, without its values; null where that cannot be read. */
export type ReadTold = (entry: LogEntry) => ToldEvent | null;

export function createReadTold(codec: Pick<EventCodec, 'decodeBrief'>): ReadTold {
  return ({ topic, partition, offset, value }) => {
    try {
      if (value === null) return null;
      const { objID, objCode, eventID } = codec.decodeBrief(value);
      return { objID, objCode, eventID, topic, partition, offset };
    } catch (error) {
      // Whoever reads it whole says why.
      parkable(error);
      return null;
    }
  };
}

/** What went wrong because of the input; anything else is a programmer's error and ends us. */
export function parkable(error: unknown): PipelineError {
  if (hasReaction(error, 'park')) return error;
  // JSON text that is none, or nested so deeply that a walk over it overflows.
  if (error instanceof SyntaxError || error instanceof RangeError) {
    return new PipelineError(
      'UNSTORABLE',
      `A value cannot be read or stored: ${error.message}`,
      {},
      error,
    );
  }
  throw error;
}
