/**
 * One request to the registry, and what its answer means. "Not found" counts only where the
 * registry itself says so: what a proxy answers while the registry is away is an outage.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Millis } from '../../core/units.ts';
import type { Secret } from '../process/secret.ts';

export interface RegistryOptions {
  /** Of the Confluent API, for example `http://registry:8080/apis/ccompat/v7`. No credentials. */
  readonly registryUrl: string;
  readonly auth?: { readonly username: string; readonly password: Secret };
  readonly deadlineMs?: Millis;
}

export interface RegistryClient {
  /** Null: the registry says that there is no such thing. */
  get<T>(path: string): Promise<T | null>;
  post<T>(path: string, body: object): Promise<T | null>;
  put(path: string, body: object): Promise<void>;
}

/**
 * REGISTRY_UNAVAILABLE where trying again can help, CONFIG_INVALID where the URL is wrong,
 * REGISTRY_REFUSED where the credentials are, SCHEMA_INCOMPATIBLE where a schema is refused.
 */
export function registryClient(options: RegistryOptions): RegistryClient {
  const send = async <T>(method: string, path: string, body?: object): Promise<T | null> => {
    const answer = await ask(options, base(options.registryUrl) + path, method, body);
    if (answer.status === 404) return notFound(options, answer);
    if (answer.status < 200 || answer.status > 299) throw refusalOf(answer, options);
    if (answer.json === undefined) throw notARegistry(answer, options);
    return answer.json as T;
  };
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: async (path, body) => void (await send('PUT', path, body)),
  };
}

interface Answer {
  readonly status: number;
  readonly text: string;
  /** Undefined where the text is not JSON. */
  readonly json: unknown;
}

async function ask(
  { registryUrl, auth, deadlineMs = 10_000 }: RegistryOptions,
  url: string,
  method: string,
  body?: object,
): Promise<Answer> {
  const headers: Record<string, string> = {
    accept: 'application/vnd.schemaregistry.v1+json, application/json',
    'content-type': 'application/vnd.schemaregistry.v1+json',
  };
  if (auth) {
    const pair = Buffer.from(`${auth.username}:${auth.password.reveal()}`).toString('base64');
    headers['authorization'] = `Basic ${pair}`;
  }
  try {
    const response = await fetch(url, {
      method,
      headers,
      signal: AbortSignal.timeout(deadlineMs), // Law 7
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, text, json: parsed(text) };
  } catch (error) {
    const message = 'The schema registry does not answer.';
    throw new PipelineError('REGISTRY_UNAVAILABLE', message, contextOf(registryUrl), error);
  }
}

/** The registry's own codes for what it lacks: 40401 subject, 40402 version, 40403 schema. */
function isOwnNotFound({ json }: Answer): boolean {
  const code = memberOf(json, 'error_code');
  return typeof code === 'number' && Math.floor(code / 100) === 404;
}

async function notFound(options: RegistryOptions, answer: Answer): Promise<null> {
  if (isOwnNotFound(answer)) return null;
  const likely = await likelyUrl(options);
  if (likely === null) throw notARegistry(answer, options);
  throw new PipelineError(
    'CONFIG_INVALID',
    `SCHEMA_REGISTRY_URL has no registry at its path: ${likely} answers as one, so set that.`,
    { ...contextOf(options.registryUrl), variables: 'SCHEMA_REGISTRY_URL' },
  );
}

/** Where Confluent's API usually is: at the root, or where Apicurio puts it. */
const USUAL_PATHS = ['/apis/ccompat/v7', ''];

/** A URL at which a registry answers; null where none does, or only the configured one. */
async function likelyUrl(options: RegistryOptions): Promise<string | null> {
  const configured = base(options.registryUrl);
  const { origin } = new URL(configured);
  for (const url of [configured + USUAL_PATHS[0], ...USUAL_PATHS.map((path) => origin + path)]) {
    const answer = await ask(options, `${url}/subjects`, 'GET').catch(() => null);
    const answers = answer?.status === 200 && Array.isArray(answer.json);
    if (answers) return url === configured ? null : url;
  }
  return null;
}

function notARegistry({ status, text }: Answer, { registryUrl }: RegistryOptions): PipelineError {
  return new PipelineError(
    'REGISTRY_UNAVAILABLE',
    `What answers at SCHEMA_REGISTRY_URL is not a schema registry (${status}: ${said(text)}): a ` +
      'proxy whose registry is away, or a wrong URL. Apicurio needs the path /apis/ccompat/v7.',
    { ...contextOf(registryUrl), status },
  );
}

function refusalOf({ status, text }: Answer, { registryUrl }: RegistryOptions): PipelineError {
  const context = { ...contextOf(registryUrl), status };
  if (status === 401 || status === 403) {
    return new PipelineError(
      'REGISTRY_REFUSED',
      `The schema registry refuses us (${status}): mend SCHEMA_REGISTRY_USERNAME and ` +
        'SCHEMA_REGISTRY_PASSWORD.',
      { ...context, variables: 'SCHEMA_REGISTRY_USERNAME SCHEMA_REGISTRY_PASSWORD' },
    );
  }
  if (status === 409 || status === 422) {
    return new PipelineError(
      'SCHEMA_INCOMPATIBLE',
      `The registry refuses the schema: ${text.slice(0, 2_000)}. Add fields with defaults; never ` +
        'rename or remove.',
      context,
    );
  }
  const message = `The schema registry answered ${status}: ${said(text)}`;
  return new PipelineError('REGISTRY_UNAVAILABLE', message, context);
}

function base(registryUrl: string): string {
  return registryUrl.replace(/\/+$/, '');
}

function contextOf(registryUrl: string): { readonly registry: string } {
  return { registry: new URL(registryUrl).host };
}

/** One line of what a stranger wrote. */
function said(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 200);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}
