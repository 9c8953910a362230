/** Rows as records of Kafka: one event each, or the row whole in the dead letters (Law 3). */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { stringifyJson } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import { deadLetterTopic, topicOf } from '../source/topic-name.ts';
import { isParked, park } from '../source/translated.ts';
import type { Parked } from '../source/translated.ts';
import { deadLetter } from '../source/dead-letters.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import { toRecord } from '../source/event-record.ts';
import type { OutgoingRecord, Publisher } from '../platform/kafka/publisher.ts';
import { CAPTURED_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type { PollerMetrics } from './poller-metrics.ts';
import { translate } from './translate.ts';

export interface PublishParts {
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly codec: Pick<EventCodec, 'encode'>;
  readonly topicPrefix: string;
  readonly customerID: string | null;
  readonly clock: Clock;
  readonly metrics: PollerMetrics;
}

/** Resolves when every row is durable (Law 1). */
export async function publishRows(rows: readonly JsonValue[], parts: PublishParts): Promise<void> {
  const { publisher, metrics } = parts;
  const observedAt = parts.clock.nowMicros();
  const sent = rows.map((row) => recordOf(row, observedAt, parts));
  await publisher.publish(sent.map(({ record }) => record));
  metrics.received.add(rows.length);
  for (const { parked } of sent) {
    if (parked === null) metrics.published.add();
    else metrics.parked.add(1, { reason: parked.park });
  }
}

const CAPTURED: ReadonlySet<string> = new Set(CAPTURED_OBJECT_CODES);

interface RowRecord {
  readonly record: OutgoingRecord;
  readonly parked: Parked | null;
}

function recordOf(row: JsonValue, observedAt: number, parts: PublishParts): RowRecord {
  const translated = translate(row, { observedAt, customerID: parts.customerID });
  if (isParked(translated)) return parkRow(row, translated, observedAt, parts);
  const { event } = translated;
  try {
    const topic = topicOf(parts.topicPrefix, event.objCode, CAPTURED);
    return { record: toRecord(event, parts.codec, topic), parked: null };
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'NOT_AN_EVENT') throw error;
    return parkRow(row, park('UNDECODABLE', error.message), observedAt, parts);
  }
}

function parkRow(
  row: JsonValue,
  parked: Parked,
  observedAt: number,
  { topicPrefix }: PublishParts,
): RowRecord {
  const record = deadLetter({
    topic: deadLetterTopic(topicPrefix),
    reason: parked.park,
    message: parked.message,
    service: 'journal-poller',
    bytes: Buffer.from(stringifyJson(row)),
    source: { path: 'JRNLE/search', observedAt: String(observedAt) },
  });
  return { record, parked };
}
