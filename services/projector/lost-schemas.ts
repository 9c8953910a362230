/**
 * Fetches the schemas that records were written with, and decides what becomes of those that the
 * registry says it does not have. One record of a stranger is set aside; more than a few, or one of
 * ours, means that the registry has lost what it knew, and then nothing is set aside: the log is
 * good, and can be read again once the registry is (Law 6).
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { schemaIdIn } from '../platform/avro/event-codec.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { partitionKey } from '../platform/kafka/topic-partition.ts';

export interface LostSchemasOptions {
  readonly codec: Pick<EventCodec, 'prepare' | 'confirm'>;
  /** `park`: an operator has looked, and wants such records set aside, however many. */
  readonly policy: 'halt' | 'park';
  readonly clock: Clock;
}

export class LostSchemas {
  readonly #options: LostSchemasOptions;
  /** Ids that were waited for already. */
  readonly #missing = new Set<number>();
  /** Records with such ids, by their place in the log; a batch may come again. */
  readonly #concerned = new Set<string>();

  constructor(options: LostSchemasOptions) {
    this.#options = options;
  }

  /** Resolves when `records` may be decoded or set aside. SCHEMA_LOST, or a `retry` error. */
  async prepare(records: readonly LogRecord[], signal: AbortSignal): Promise<void> {
    const { codec, policy } = this.#options;
    const missing = await this.#lookUp(
      records.map(({ value }) => value),
      signal,
    );
    if (missing.size === 0) return;
    await codec.confirm();
    for (const id of missing) this.#missing.add(id);
    if (policy === 'park') return;
    for (const record of records) {
      const id = schemaIdIn(record.value);
      if (id === null || !missing.has(id)) continue;
      const { offset, headers } = record;
      this.#concerned.add(`${partitionKey(record)}/${offset}`);
      if ('eventID' in headers || this.#concerned.size > FEW) throw lost(record, id);
    }
  }

  /** A registry may lag behind itself: an id is asked for again before it counts as missing. */
  async #lookUp(
    values: readonly (Buffer | null)[],
    signal: AbortSignal,
  ): Promise<ReadonlySet<number>> {
    const { codec, clock } = this.#options;
    let missing = await codec.prepare(values);
    for (const pauseMs of PAUSES_MS) {
      if ([...missing].every((id) => this.#missing.has(id))) break;
      await clock.sleep(pauseMs, signal);
      missing = await codec.prepare(values);
    }
    return missing;
  }
}

const FEW = 10;
const PAUSES_MS = [250, 500, 1_000, 2_000];

function lost({ topic, partition, offset }: LogRecord, schemaId: number): PipelineError {
  return new PipelineError(
    'SCHEMA_LOST',
    `${partitionKey({ topic, partition })} was written at offset ${offset} with schema ${schemaId}, which the ` +
      'registry does not have. Restore the registry, then start again; or, where such records are ' +
      'not ours, set PROJECTOR_LOST_SCHEMAS=park to have them set aside.',
    { topic, partition, offset, schemaId },
  );
}
