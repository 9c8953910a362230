/**
 * Change events as bytes, in Confluent's wire format: a zero byte, the schema id in four bytes,
 * Avro. Synchronous once the writers' schemas are known. Reads every schema that was ever released
 * (Law 6).
 */
import { readFileSync } from 'node:fs';
import type { BriefEvent } from './brief-event.ts';
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import { PipelineError } from '../../core/errors.ts';
import { assetPath } from '../process/assets.ts';
import { avroType } from './avro.ts';
import type { AvroReader } from './avro.ts';
import type { RegistryOptions } from './registry-client.ts';
import { openSchemaLookup } from './registry.ts';
import type { SchemaLookup } from './registry.ts';

/** RecordNameStrategy: one subject, whatever the topic. */
export const CHANGE_EVENT_SUBJECT = 'com.workfrontcdc.ChangeEvent';

export interface EventCodec {
  /** The registry's id of today's schema. */
  readonly schemaId: number;
  /** Throws UNENCODABLE when the value does not fit the schema. */
  encode(event: ChangeEvent): Buffer;
  /**
   * Fetches the writers' schemas of these values that are not known yet; returns the ids of which
   * the registry says that it has none. REGISTRY_UNAVAILABLE.
   */
  prepare(values: Iterable<Buffer | null>): Promise<ReadonlySet<number>>;
  /** SCHEMA_LOST unless the registry has today's schema under its id still. REGISTRY_UNAVAILABLE */
  confirm(): Promise<void>;
  /** Throws UNDECODABLE. `prepare` must have seen a value of the same schema. */
  decode(value: Buffer): ChangeEvent;
  /**
   * The same without what only a rebuilt fact needs, which is more than half of the bytes; its
   * fields are good as long as `value` is.
   */
  decodeBrief(value: Buffer): BriefEvent;
}

/**
 * SCHEMA_UNREGISTERED when today's schema is not registered, REGISTRY_UNAVAILABLE when the registry
 * is away. `lookup` is for tests.
 */
export async function openEventCodec(
  options: RegistryOptions,
  lookup: SchemaLookup = openSchemaLookup(options),
): Promise<EventCodec> {
  const schema = changeEventSchema();
  const schemaId = await lookup.idOf(CHANGE_EVENT_SUBJECT, schema);
  if (schemaId !== null) return new AvroEventCodec(schema, schemaId, lookup);
  throw new PipelineError(
    'SCHEMA_UNREGISTERED',
    `Today's schema is not registered as ${CHANGE_EVENT_SUBJECT}: run \`workfront-cdc schemas apply\`.`,
    { subject: CHANGE_EVENT_SUBJECT },
  );
}

/** Today's schema as one line of JSON: the text that is registered. */
export function changeEventSchema(): string {
  const text = readFileSync(assetPath('schemas', 'change-event.avsc'), 'utf8');
  return JSON.stringify(JSON.parse(text));
}

const MAGIC = 0;
const HEADER_BYTES = 5;

class AvroEventCodec implements EventCodec {
  readonly schemaId: number;
  readonly #schema: string;
  readonly #type: ReturnType<typeof avroType>;
  readonly #prefix: Buffer;
  readonly #lookup: SchemaLookup;
  readonly #briefType: ReturnType<typeof avroType>;
  readonly #readers = new Map<number, Readers>();

  constructor(schema: string, schemaId: number, lookup: SchemaLookup) {
    this.schemaId = schemaId;
    this.#schema = schema;
    this.#type = avroType(schema);
    this.#briefType = avroType(briefSchema(schema), 'encoded');
    this.#lookup = lookup;
    this.#prefix = Buffer.alloc(HEADER_BYTES, MAGIC);
    this.#prefix.writeUInt32BE(schemaId, 1);
    this.#readers.set(schemaId, this.#readersOf(schemaId, schema));
  }

  encode(event: ChangeEvent): Buffer {
    try {
      return this.#type.encode(event, this.#prefix);
    } catch (error) {
      throw new PipelineError(
        'UNENCODABLE',
        `A change event does not fit its schema: ${messageOf(error)}`,
        { objCode: event.objCode, objID: event.objID },
        error,
      );
    }
  }

  async prepare(values: Iterable<Buffer | null>): Promise<ReadonlySet<number>> {
    const unknown = new Set<number>();
    for (const value of values) {
      const id = schemaIdIn(value);
      if (id !== null && !this.#readers.has(id)) unknown.add(id);
    }
    for (const id of unknown) {
      const found = await this.#lookup.schemaOf(id);
      // Asked again next time: a registry may lag behind itself.
      if (found === null) continue;
      unknown.delete(id);
      const isAvro = found.type === 'AVRO';
      this.#readers.set(id, isAvro ? this.#readersOf(id, found.text) : foreign(id));
    }
    return unknown;
  }

  async confirm(): Promise<void> {
    const id = await this.#lookup.idOf(CHANGE_EVENT_SUBJECT, this.#schema);
    if (id === this.schemaId) return;
    throw new PipelineError(
      'SCHEMA_LOST',
      `The registry has today's schema of ${CHANGE_EVENT_SUBJECT} no longer as ${this.schemaId} ` +
        `but ${id === null ? 'not at all' : `as ${id}`}: it was emptied, or is another one. ` +
        'Restore it, then start again.',
      { subject: CHANGE_EVENT_SUBJECT, schemaId: this.schemaId },
    );
  }

  decode(value: Buffer): ChangeEvent {
    // The schema is the proof: what it reads is a ChangeEvent (generated from the same file).
    return this.#read(value, 'whole') as ChangeEvent;
  }

  decodeBrief(value: Buffer): BriefEvent {
    return this.#read(value, 'brief') as BriefEvent;
  }

  #read(value: Buffer, form: keyof Readers): unknown {
    const id = schemaIdIn(value);
    if (id === null) throw undecodable('does not begin with the mark of a schema', value, null);
    const readers = this.#readers.get(id);
    if (!readers) throw undecodable(`was written with schema ${id}, which is unknown`, value, id);
    try {
      return readers[form](value, HEADER_BYTES);
    } catch (error) {
      throw undecodable(`cannot be read: ${messageOf(error)}`, value, id, error);
    }
  }

  #readersOf(id: number, schema: string): Readers {
    try {
      return { whole: this.#type.readerOf(schema), brief: this.#briefType.readerOf(schema) };
    } catch (error) {
      // A schema of something else, one that cannot be compiled, or one that slipped past the
      // registry.
      return foreign(id, error);
    }
  }
}

/** Of one writer's schema. */
interface Readers {
  readonly whole: AvroReader;
  readonly brief: AvroReader;
}

/** Each value of such a schema is set aside. */
function foreign(id: number, cause?: unknown): Readers {
  const refuse = (): never => {
    throw new Error(`schema ${id} is not a change event's`, { cause });
  };
  return { whole: refuse, brief: refuse };
}

/** The fields that `BriefEvent` leaves out, left out. Avro skips what a reader does not ask for. */
function briefSchema(schema: string): string {
  const without = ['raw'];
  return JSON.stringify(JSON.parse(schema), (key, value: unknown) => {
    if (key !== 'fields' || !Array.isArray(value)) return value;
    const fields = value as readonly { readonly name: string }[];
    return fields.filter(({ name }) => !without.includes(name));
  });
}

/** The writer's schema that a value names; null where it does not begin with the mark of one. */
export function schemaIdIn(value: Buffer | null): number | null {
  if (value === null || value.length <= HEADER_BYTES || value[0] !== MAGIC) return null;
  return value.readUInt32BE(1);
}

function undecodable(
  what: string,
  value: Buffer,
  schemaId: number | null,
  cause?: unknown,
): PipelineError {
  return new PipelineError(
    'UNDECODABLE',
    `The value ${what}.`,
    { schemaId, bytes: value.length },
    cause,
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
