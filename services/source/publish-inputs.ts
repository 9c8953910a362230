/** A page of inputs into the log: each one event, or whole in the dead letters (Law 3). */
import type { Micros } from '../core/change-event.generated.ts';
import { stringifyJson } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import type { PollerMetrics } from './poller-metrics.ts';
import { recordOf } from './record-of.ts';
import type { RecordOptions, SourceInput } from './record-of.ts';
import type { Translated } from './translation.ts';

export interface PublishParts extends RecordOptions {
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly metrics: Pick<PollerMetrics, 'received' | 'published' | 'parked'>;
}

export interface TranslatedInput {
  readonly translated: Translated;
  readonly input: SourceInput;
}

/** A row of an answer as an input: its dead letter, should it become one, has it as it was sent. */
export function inputOfRow(sent: JsonValue, path: string, observedAt: Micros): SourceInput {
  return { bytes: () => Buffer.from(stringifyJson(sent)), path, observedAt };
}

/** Resolves when all are durable (Law 1). */
export async function publishInputs(
  inputs: readonly TranslatedInput[],
  parts: PublishParts,
): Promise<void> {
  const { publisher, metrics } = parts;
  const sent = inputs.map(({ translated, input }) => recordOf(translated, input, parts));
  await publisher.publish(sent.flatMap(({ records }) => records));
  metrics.received.add(inputs.length);
  for (const { parked } of sent) {
    if (parked === null) metrics.published.add();
    else metrics.parked.add(1, { reason: parked });
  }
}
