/** A change event as a Kafka record. */
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import type { OutgoingRecord } from '../../platform/kafka/outgoing-record.ts';

/**
 * Keyed by objID, so one object has one partition and one order (Law 4). Headers: objCode,
 * operation, eventID, and W3C `traceparent` when there is a trace.
 */
export function toRecord(
  event: ChangeEvent,
  codec: Pick<EventCodec, 'encode'>,
  topic: string,
  traceparent?: string,
): OutgoingRecord {
  const { objCode, operation, eventID } = event;
  const headers = { objCode, operation, eventID };
  return {
    topic,
    key: event.objID,
    value: codec.encode(event),
    headers: traceparent === undefined ? headers : { ...headers, traceparent },
  };
}
