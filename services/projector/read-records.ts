/** Turns the log's records into entries: decoded, normalised, or with the reason why not. */
import { PipelineError } from '../core/errors.ts';
import type { EventCodec } from '../platform/event-codec.ts';
import type { LogRecord } from '../platform/kafka.ts';
import type { LogEntry } from './log-entry.ts';
import type { Projection } from './projections/projection.ts';

export type ReadRecords<Row> = (records: readonly LogRecord[]) => Promise<LogEntry<Row>[]>;

/** REGISTRY_UNAVAILABLE when a writer's schema cannot be looked up now. */
export function createReadRecords<Row>(
  codec: Pick<EventCodec, 'prepare' | 'decode'>,
  projection: Projection<Row>,
): ReadRecords<Row> {
  return async (records) => {
    await codec.prepare(records.map(({ value }) => value));
    return records.map((record) => read(record, codec, projection));
  };
}

function read<Row>(
  record: LogRecord,
  codec: Pick<EventCodec, 'decode'>,
  projection: Projection<Row>,
): LogEntry<Row> {
  try {
    if (record.value === null) {
      throw new PipelineError('UNDECODABLE', 'The record has no value.');
    }
    const event = codec.decode(record.value);
    const row = projection.read(event, record);
    return { record, row, changedAt: event.entryDate, failure: null };
  } catch (error) {
    return { record, row: null, changedAt: 0, failure: parkable(error) };
  }
}

/** What went wrong because of the input; anything else is a programmer's error and ends us. */
function parkable(error: unknown): PipelineError {
  if (error instanceof PipelineError && error.reaction === 'park') return error;
  // JSON text that is none, or nested so deeply that a walk over it overflows.
  if (error instanceof SyntaxError || error instanceof RangeError) {
    return new PipelineError('UNSTORABLE', `A value cannot be read: ${error.message}`, {}, error);
  }
  throw error;
}
