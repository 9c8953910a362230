/**
 * Looks schemas up by id and ids up by schema. Never registers: only `admin` does
 * (`registration.ts`).
 */
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import { registryClient } from './registry-client.ts';
import type { RegistryOptions } from './registry-client.ts';

/** What an id stands for. */
export type FoundSchema =
  | { readonly type: 'AVRO'; readonly text: string }
  /** JSON Schema, Protobuf, or what is yet to come: nothing that we wrote. */
  | { readonly type: 'FOREIGN' };

export interface SchemaLookup {
  /** The id of exactly this schema under the subject; null when it is not registered. */
  idOf(subject: string, schema: string): Promise<number | null>;
  /** Null when the registry says that it has no such id. */
  schemaOf(id: number): Promise<FoundSchema | null>;
}

/**
 * Ids by the library. Schemas, and whatever goes wrong, by a request of our own: the library
 * compiles what it finds, which fails for schemas of others, and takes every 404 for the
 * registry's.
 */
export function openSchemaLookup(options: RegistryOptions, clock = systemClock): SchemaLookup {
  const client = registryClient(options);
  const library = new SchemaRegistry({
    host: options.registryUrl,
    clientId: 'workfront-cdc',
    ...(options.auth && {
      auth: { username: options.auth.username, password: options.auth.password.reveal() },
    }),
    retry: { retries: 3, initialRetryTimeInSecs: 0.1, maxRetryTimeInSecs: 2 },
  });
  return {
    idOf: async (subject, schema) => {
      const asked = library.getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema });
      try {
        const id: unknown = await within(asked, options.deadlineMs ?? 10_000, clock);
        if (typeof id === 'number') return id;
      } catch {
        // Asked again below, by what says why.
      }
      const path = `/subjects/${encodeURIComponent(subject)}`;
      const found = await client.post<{ readonly id: number }>(path, { schema });
      return found?.id ?? null;
    },
    schemaOf: async (id) => {
      const found = await client.get<WireSchema>(`/schemas/ids/${id}`);
      if (found === null) return null;
      const { schema, schemaType = 'AVRO' } = found;
      const isAvro = schemaType === 'AVRO' && typeof schema === 'string';
      return isAvro ? { type: 'AVRO', text: schema } : { type: 'FOREIGN' };
    },
  };
}

interface WireSchema {
  readonly schema?: unknown;
  /** Left out for Avro. */
  readonly schemaType?: unknown;
}

/** The library has no timeout of its own (Law 7). */
async function within<T>(question: Promise<T>, deadlineMs: Millis, clock: Clock): Promise<T> {
  const answered = new AbortController();
  const late = clock.sleep(deadlineMs, answered.signal).then(() => {
    throw new Error(`no answer within ${deadlineMs} ms`);
  });
  try {
    return await Promise.race([question, late]);
  } finally {
    answered.abort();
    late.catch(() => undefined);
  }
}
