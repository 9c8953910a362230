/** A page of inputs into the log: each one event, or whole in the dead letters (Law 3). */
import { stringifyJson } from '../../core/json.ts';
import type { JsonValue } from '../../core/json.ts';
import type { Micros } from '../../core/units.ts';
import type { Publisher } from '../../platform/kafka/publisher.ts';
import type { Queryable } from '../../platform/postgres/postgres.ts';
import type { PollerMetrics } from '../poller-metrics.ts';
import { recordOf } from './record-of.ts';
import type { RecordOptions, SourceInput, SourceRecord } from './record-of.ts';
import { inputDigest, knownSetAside, setAside, settleSetAside } from '../promises/set-aside.ts';
import type { InputSubject, KnownSetAside, SetAside } from '../promises/set-aside.ts';
import type { ParkCode, Translated } from './translation.ts';

export interface PublishParts extends RecordOptions {
  /** Where what is set aside is remembered. */
  readonly control: Queryable;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly metrics: Pick<PollerMetrics, 'received' | 'published' | 'parked'>;
}

export interface TranslatedInput {
  readonly translated: Translated;
  readonly input: SourceInput;
  /** Null where no promise rests on it. */
  readonly subject: InputSubject | null;
}

/** A row of an answer as an input: its dead letter, should it become one, has it as it was sent. */
export function inputOfRow(sent: JsonValue, path: string, observedAt: Micros): SourceInput {
  return { bytes: () => Buffer.from(stringifyJson(sent)), path, observedAt };
}

/**
 * Resolves when all are durable (Law 1), and what was set aside is remembered. What was set aside
 * before is so still, and needs no second letter.
 * @returns those that were set aside
 */
export async function publishInputs<Input extends TranslatedInput>(
  inputs: readonly Input[],
  parts: PublishParts,
): Promise<ReadonlySet<Input>> {
  const { publisher, metrics, control, service } = parts;
  const sent = inputs.map((input) => sentOf(input, parts));
  const subjects = sent.flatMap(({ aside, input }) => aside?.subject ?? input.subject?.id ?? []);
  const known = await knownSetAside(control, service, subjects);
  const fresh = sent.filter(({ aside }) => aside === null || !isKnown(aside, known));
  await publisher.publish(fresh.flatMap(({ record }) => record.records));
  const parked = sent.filter(({ record }) => record.parked !== null);
  await setAside(
    control,
    service,
    parked.flatMap(({ aside }) => aside ?? []),
  );
  const ofEvents = new Set(
    sent.flatMap(({ record, input }) => (record.parked === null ? (input.subject?.id ?? []) : [])),
  );
  const settled = known.filter(({ subject }) => ofEvents.has(subject));
  await settleSetAside(control, service, settled);
  metrics.received.add(inputs.length);
  metrics.published.add(sent.length - parked.length);
  for (const { record } of fresh) {
    if (record.parked !== null) metrics.parked.add(1, { reason: record.parked });
  }
  return new Set(parked.map(({ input }) => input));
}

interface Sent<Input extends TranslatedInput> {
  readonly input: Input;
  readonly record: SourceRecord;
  /** Null for an event, and where no promise rests on it. */
  readonly aside: SetAside | null;
}

function sentOf<Input extends TranslatedInput>(input: Input, options: RecordOptions): Sent<Input> {
  const record = recordOf(input.translated, input.input, options);
  const { subject } = input;
  const isAside = record.parked !== null && subject !== null;
  const aside = isAside ? asideOf(subject, input.input.bytes(), record.parked) : null;
  return { input, record, aside };
}

function asideOf({ objCode, id, clock }: InputSubject, bytes: Buffer, reason: ParkCode): SetAside {
  const digest = inputDigest(bytes);
  const subject = id ?? digest.toString('hex');
  return { objCode, subject, digest, reason, clock, holdsBack: reason !== 'FOREIGN_CUSTOMER' };
}

function isKnown({ objCode, subject, digest }: SetAside, known: readonly KnownSetAside[]): boolean {
  return known.some(
    (one) =>
      one.objcode === objCode &&
      one.subject === subject &&
      one.state !== 'asked' &&
      one.digest.equals(digest),
  );
}
