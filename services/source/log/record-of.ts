/** One input of a source as the record that makes it durable: a change event, or a dead letter. */
import { isError } from '../../core/errors.ts';
import type { EventID, Micros } from '../../core/units.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import { RECORD_BYTES_MAX } from '../../platform/kafka/outgoing-record.ts';
import type { OutgoingRecord } from '../../platform/kafka/outgoing-record.ts';
import { sizeOf } from '../../platform/kafka/send-plan.ts';
import { CAPTURED_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';
import { deadLetter } from '../letters/dead-letters.ts';
import { toRecord } from './event-record.ts';
import { isListingSignal } from '../orders/listing-signal.ts';
import { changesTopic, deadLetterTopic, topicOf } from './topic-name.ts';
import { isParked, park } from './translation.ts';
import type { ParkCode, Parked, Translated } from './translation.ts';

/** Where an input came from, and the whole of it, for the dead letter that it may become. */
export interface SourceInput {
  readonly bytes: () => Buffer;
  /** A request's path, or the search that served it. */
  readonly path: string;
  readonly observedAt: Micros;
  readonly traceparent?: string | undefined;
}

export interface RecordOptions {
  readonly service: string;
  readonly codec: Pick<EventCodec, 'encode'>;
  readonly topicPrefix: string;
}

export interface SourceRecord {
  /** One, unless it is a letter in parts. */
  readonly records: readonly OutgoingRecord[];
  /** Null where it became an event. */
  readonly parked: ParkCode | null;
  readonly eventID: EventID | null;
}

/** Every input has a record (Law 3): what the schema refuses is parked like what has no event. */
export function recordOf(
  translated: Translated,
  input: SourceInput,
  options: RecordOptions,
): SourceRecord {
  if (isParked(translated)) return parkInput(translated, input, options);
  const { event } = translated;
  try {
    const topic = isListingSignal(event)
      ? changesTopic(options.topicPrefix, 'other')
      : topicOf(options.topicPrefix, event.objCode, CAPTURED);
    const record = toRecord(event, options.codec, topic, input.traceparent);
    if (sizeOf(record) > RECORD_BYTES_MAX) return parkInput(tooLarge(record), input, options);
    return { records: [record], parked: null, eventID: event.eventID };
  } catch (error) {
    if (!isError(error, 'UNENCODABLE')) throw error;
    return parkInput(park(error.code, error.message), input, options);
  }
}

const CAPTURED: ReadonlySet<string> = new Set(CAPTURED_OBJECT_CODES);

/** An event may be longer than what it was made of: 1e20 is written out, for one. */
function tooLarge(record: OutgoingRecord): Parked {
  const bytes = sizeOf(record);
  return park(
    'RECORD_TOO_LARGE',
    `as an event it has ${bytes} bytes, and Kafka takes ${RECORD_BYTES_MAX}`,
  );
}

function parkInput(
  parked: Parked,
  { bytes, path, observedAt }: SourceInput,
  { topicPrefix, service }: RecordOptions,
): SourceRecord {
  const records = deadLetter({
    topic: deadLetterTopic(topicPrefix),
    reason: parked.park,
    message: parked.message,
    service,
    bytes: bytes(),
    source: { path, observedAt: String(observedAt) },
  });
  return { records, parked: parked.park, eventID: null };
}
