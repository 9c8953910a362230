/**
 * Writes schemas to the registry; used by `admin` alone. The library of `schema-registry.ts` cannot
 * do this.
 */
import { PipelineError } from '../../core/errors.ts';
import { CHANGE_EVENT_SUBJECT, changeEventSchema } from './event-codec.ts';
import type { RegistryOptions } from './registry.ts';

export const COMPATIBILITY = 'BACKWARD_TRANSITIVE';

/** What `registerChangeEvent` would do. */
export interface SchemaPlan {
  readonly subject: string;
  /** The id under which exactly this schema is registered; null when it is not yet. */
  readonly id: number | null;
  readonly versions: number;
  /** The subject's own setting; null when it has none. */
  readonly compatibility: string | null;
  /**
   * Whether every event ever written can be read with today's schema, as the registry sees it (Law
   * 6).
   */
  readonly compatible: boolean;
}

export async function planChangeEvent(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<SchemaPlan> {
  const registry = restClient(options);
  const versions = await registry.get<number[]>(`/subjects/${SUBJECT}/versions`);
  const found = await registry.post<{ id: number }>(`/subjects/${SUBJECT}`, { schema });
  const level = await registry.get<{ compatibilityLevel: string }>(`/config/${SUBJECT}`);
  return {
    subject: CHANGE_EVENT_SUBJECT,
    id: found?.id ?? null,
    versions: versions?.length ?? 0,
    compatibility: level?.compatibilityLevel ?? null,
    compatible: found !== null || versions === null || (await checkCompatibility(options, schema)),
  };
}

/** Asks the registry; true as well when nothing is registered yet. */
export async function checkCompatibility(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<boolean> {
  const path = `/compatibility/subjects/${SUBJECT}/versions`;
  const answer = await restClient(options).post<{ is_compatible: boolean }>(path, { schema });
  return answer?.is_compatible ?? true;
}

/**
 * Sets the rule, then registers; doing it again changes nothing. SCHEMA_INCOMPATIBLE when refused.
 */
export async function registerChangeEvent(
  options: RegistryOptions,
  schema: string = changeEventSchema(),
): Promise<number> {
  const registry = restClient(options);
  await registry.put(`/config/${SUBJECT}`, { compatibility: COMPATIBILITY });
  const answer = await registry.post<{ id: number }>(`/subjects/${SUBJECT}/versions`, { schema });
  // A registry may know no rule for a subject before its first version.
  await registry.put(`/config/${SUBJECT}`, { compatibility: COMPATIBILITY });
  if (answer) return answer.id;
  throw new PipelineError('REGISTRY_UNAVAILABLE', 'The registry has no place for schemas.', {
    registry: new URL(options.registryUrl).host,
  });
}

const SUBJECT = encodeURIComponent(CHANGE_EVENT_SUBJECT);

interface RestClient {
  /** Null: not found. */
  get<T>(path: string): Promise<T | null>;
  post<T>(path: string, body: object): Promise<T | null>;
  put(path: string, body: object): Promise<void>;
}

function restClient({ registryUrl, auth, deadlineMs = 10_000 }: RegistryOptions): RestClient {
  const host = new URL(registryUrl).host;
  const headers: Record<string, string> = {
    accept: 'application/vnd.schemaregistry.v1+json, application/json',
    'content-type': 'application/vnd.schemaregistry.v1+json',
  };
  if (auth) {
    const pair = Buffer.from(`${auth.username}:${auth.password.reveal()}`).toString('base64');
    headers['authorization'] = `Basic ${pair}`;
  }
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    let response: Response;
    try {
      response = await fetch(registryUrl.replace(/\/$/, '') + path, {
        method,
        headers,
        signal: AbortSignal.timeout(deadlineMs),
        ...(body && { body: JSON.stringify(body) }),
      });
    } catch (error) {
      const message = 'The schema registry does not answer.';
      throw new PipelineError('REGISTRY_UNAVAILABLE', message, { registry: host }, error);
    }
    if (response.status === 404) return null;
    if (response.ok) return response.json();
    throw refusal(response.status, await response.text(), host);
  };
  return {
    get: async <T>(path: string) => (await send('GET', path)) as T | null,
    post: async <T>(path: string, body: object) => (await send('POST', path, body)) as T | null,
    put: async (path, body) => void (await send('PUT', path, body)),
  };
}

function refusal(status: number, text: string, host: string): PipelineError {
  const context = { registry: host, status };
  const said = text.slice(0, 2_000);
  if (status === 409 || status === 422) {
    return new PipelineError(
      'SCHEMA_INCOMPATIBLE',
      `The registry refuses the schema: ${said}. Add fields with defaults; never rename or remove.`,
      context,
    );
  }
  const code = status === 401 || status === 403 ? 'REGISTRY_REFUSED' : 'REGISTRY_UNAVAILABLE';
  return new PipelineError(code, `The schema registry answered ${status}: ${said}`, context);
}
