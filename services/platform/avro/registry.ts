/**
 * Looks schemas up by id and ids up by schema. Never registers: only `admin` does
 * (`schema-registration.ts`).
 */
import { SchemaRegistry, SchemaType } from '@kafkajs/confluent-schema-registry';
import type { Clock } from '../../core/clock.ts';
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import type { Secret } from '../process/secret.ts';

export interface RegistryOptions {
  /** Of the Confluent API, for example `http://registry:8080/apis/ccompat/v7`. */
  readonly registryUrl: string;
  readonly auth?: { readonly username: string; readonly password: Secret };
  readonly deadlineMs?: number;
  readonly clock?: Clock;
}

export interface SchemaLookup {
  /** The id of exactly this schema under the subject; null when it is not registered. */
  idOf(subject: string, schema: string): Promise<number | null>;
  /** The schema's JSON text; null when there is no such id, or it is not Avro. */
  schemaOf(id: number): Promise<string | null>;
}

export function openSchemaLookup(options: RegistryOptions): SchemaLookup {
  const { registryUrl, auth, deadlineMs = 10_000, clock = systemClock } = options;
  const client = new SchemaRegistry({
    host: registryUrl,
    clientId: 'workfront-cdc',
    ...(auth && { auth: { username: auth.username, password: auth.password.reveal() } }),
    retry: { retries: 3, initialRetryTimeInSecs: 0.1, maxRetryTimeInSecs: 2 },
  });
  const ask = <T>(question: Promise<T>): Promise<T | null> =>
    orNull(within(question, deadlineMs, clock), registryUrl);
  return {
    idOf: (subject, schema) =>
      ask(client.getRegistryIdBySchema(subject, { type: SchemaType.AVRO, schema })),
    schemaOf: async (id) => {
      const schema = await ask(client.getSchema(id));
      return schema === null ? null : textOf(schema);
    },
  };
}

/** The library has no timeout of its own (Law 7). */
async function within<T>(question: Promise<T>, deadlineMs: number, clock: Clock): Promise<T> {
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

/** Not found is an answer; everything else means that the registry is away or refuses us. */
async function orNull<T>(question: Promise<T>, registryUrl: string): Promise<T | null> {
  try {
    return await question;
  } catch (error) {
    const status = statusOf(error);
    if (status === 404) return null;
    throw new PipelineError(
      status === 401 || status === 403 ? 'REGISTRY_REFUSED' : 'REGISTRY_UNAVAILABLE',
      `The schema registry does not answer as it should: ${messageOf(error)}`,
      { registry: new URL(registryUrl).host, status: status ?? null },
      error,
    );
  }
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('status' in error && typeof error.status === 'number') return error.status;
  // The library wraps the 404 of a lookup by schema, and only that, in this class; the next one
  // means that the id is of something that is not Avro.
  const names = ['ConfluentSchemaRegistryError', 'ConfluentSchemaRegistryInvalidSchemaError'];
  return 'name' in error && names.includes(String(error.name)) ? 404 : undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * The library hands out an avsc type; what is wanted is the text, to build a hardened type from.
 */
function textOf(schema: object): string | null {
  if (!('schema' in schema) || typeof schema.schema !== 'function') return null;
  const type = schema as { schema(options: { exportAttrs: boolean }): unknown };
  return JSON.stringify(type.schema({ exportAttrs: true }));
}
