/** One delivery's bytes as the record that makes it durable: a change event, or a dead letter. */
import { PipelineError } from '../core/errors.ts';
import type { Micros } from '../core/change-event.generated.ts';
import type { JsonValue } from '../core/json.ts';
import { deadLetterTopic, topicOf } from '../source/topic-name.ts';
import { isParked, park } from '../source/translated.ts';
import type { ParkCode, Parked } from '../source/translated.ts';
import { deadLetter } from '../source/dead-letters.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { toRecord } from '../source/event-record.ts';
import { parseJson } from '../platform/json.ts';
import type { OutgoingRecord } from '../platform/kafka/publisher.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import { RefusedRequest } from './refusal.ts';
import { translate } from './translate.ts';

export interface DeliveredBody {
  /** Of the URL. */
  readonly objCode: string;
  readonly bytes: Buffer;
  readonly observedAt: Micros;
  readonly traceparent: string | undefined;
}

export interface AcceptOptions {
  readonly codec: Pick<EventCodec, 'encode'>;
  readonly topicPrefix: string;
  readonly customerID: string | null;
}

export interface Accepted {
  readonly record: OutgoingRecord;
  /** Null where it became an event. */
  readonly parked: ParkCode | null;
  readonly eventID: string | null;
}

/** Throws RefusedRequest for what is not JSON: only the sender can mend that. */
export function acceptBody(delivered: DeliveredBody, options: AcceptOptions): Accepted {
  const { objCode, bytes, observedAt, traceparent } = delivered;
  // The validation message's content is unpublished, so it may well be empty (reference B.2).
  if (bytes.length === 0) return parkBody(park('NOT_AN_EVENT', 'empty'), delivered, options);
  const { customerID, codec, topicPrefix } = options;
  const translated = translate(
    { objCode, body: parsed(bytes), observedAt },
    { customerID, parseJson },
  );
  if (isParked(translated)) return parkBody(translated, delivered, options);
  const { event } = translated;
  try {
    const record = toRecord(
      event,
      codec,
      topicOf(topicPrefix, event.objCode, CAPTURED),
      traceparent,
    );
    return { record, parked: null, eventID: event.eventID };
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'NOT_AN_EVENT') throw error;
    return parkBody(park('UNDECODABLE', error.message), delivered, options);
  }
}

const CAPTURED: ReadonlySet<string> = new Set(CAPTURED_OBJECT_CODES);

function parkBody(parked: Parked, delivered: DeliveredBody, options: AcceptOptions): Accepted {
  const record = deadLetter({
    topic: deadLetterTopic(options.topicPrefix),
    reason: parked.park,
    message: parked.message,
    service: 'webhook-ingress',
    bytes: delivered.bytes,
    source: { path: `/webhook/${delivered.objCode}`, observedAt: String(delivered.observedAt) },
  });
  return { record, parked: parked.park, eventID: null };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsed(bytes: Buffer): JsonValue {
  try {
    return parseJson(utf8.decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'is not UTF-8';
    throw new RefusedRequest('BODY_MALFORMED', `The body ${why}.`);
  }
}
