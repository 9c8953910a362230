/**
 * Reads the attask REST API (reference C.1 to C.5). Promises the answer's `data`, parsed without
 * rounding, or a `PipelineError` that says what kind of failure it was; bounded in time and bytes
 * (Law 7). Must not retry, log or wait: the caller knows what a retry is worth.
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import { errorOfAnswer, errorOfBody, unavailable } from './client-errors.ts';
import type { ParseJson } from './event-bodies.ts';

export interface ClientOptions {
  /** For example `https://acme.my.workfront.com`. */
  readonly url: string;
  /** 21 for v21.0. */
  readonly apiVersion: number;
  /** The headers that say who asks (reference C.1): sessionID, apiKey or Authorization. */
  readonly credentials: () => Readonly<Record<string, string>>;
  readonly parseJson: ParseJson;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly timeoutMs?: number;
  readonly bodyBytesMax?: number;
}

/** Name and value, in order; a name may repeat. */
export type Parameters = readonly (readonly [name: string, value: string])[];

export interface WorkfrontClient {
  /** `GET /{objCode}/search`: the rows of one page. */
  search(
    objCode: string,
    parameters: Parameters,
    signal: AbortSignal,
  ): Promise<readonly JsonValue[]>;
  /** The `data` of any read, `path` below `/attask/api/vN.0/`. */
  read(path: string, parameters: Parameters, signal: AbortSignal): Promise<JsonValue>;
}

export function openClient(options: ClientOptions): WorkfrontClient {
  const read: WorkfrontClient['read'] = async (path, parameters, signal) => {
    const { status, headers, text } = await exchange(options, path, parameters, signal);
    const body = parsed(text, options.parseJson);
    if (status < 200 || status > 299) throw errorOfAnswer(status, headers, body, path);
    // Older behaviour answers 200 with an error in the body (reference C.5).
    if (isJsonObject(body) && isJsonObject(body['error'])) throw errorOfBody(body['error'], path);
    if (!isJsonObject(body) || body['data'] === undefined) {
      throw unavailable(path, 'the answer is cut, or is not JSON with `data`');
    }
    return body['data'];
  };
  return {
    read,
    search: async (objCode, parameters, signal) => {
      const data = await read(`${objCode}/search`, parameters, signal);
      if (!Array.isArray(data)) throw unavailable(objCode, '`data` of a search is not a list');
      const rows: readonly JsonValue[] = data;
      return rows;
    },
  };
}

/** Beyond this the CDN refuses a URI (reference C.2); longer queries travel as a form. */
const QUERY_CHARS_MAX = 8_000;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

async function exchange(
  options: ClientOptions,
  path: string,
  parameters: Parameters,
  signal: AbortSignal,
): Promise<Answer> {
  signal.throwIfAborted();
  const { timeoutMs = 60_000, bodyBytesMax = 256 * 1024 * 1024 } = options;
  const aborter = new AbortController();
  const abort = (): void => aborter.abort(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  const done = new AbortController();
  options.clock.sleep(timeoutMs, done.signal).then(
    () => aborter.abort(new Error(`no answer within ${timeoutMs} ms`)),
    () => undefined, // answered in time
  );
  try {
    const { url, init } = requestOf(options, path, parameters);
    const response = await options.fetch(url, { ...init, signal: aborter.signal });
    const text = await readText(response, bodyBytesMax);
    return { status: response.status, headers: response.headers, text };
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (error instanceof PipelineError) throw error;
    throw unavailable(
      path,
      aborter.signal.aborted ? 'it did not answer in time' : 'no answer',
      error,
    );
  } finally {
    done.abort();
    signal.removeEventListener('abort', abort);
  }
}

function requestOf(
  options: ClientOptions,
  path: string,
  parameters: Parameters,
): { url: string; init: RequestInit } {
  const base = `${options.url.replace(/\/+$/, '')}/attask/api/v${options.apiVersion}.0/${path}`;
  const query = queryOf(parameters);
  const headers = { accept: 'application/json', ...options.credentials() };
  // A redirect would carry our credentials to another host.
  const common = { headers, redirect: 'manual' } as const;
  if (query.length <= QUERY_CHARS_MAX) return { url: `${base}?${query}`, init: common };
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' };
  const init = { ...common, method: 'POST', headers: form, body: query };
  return { url: `${base}?method=GET`, init };
}

function queryOf(parameters: Parameters): string {
  const query = new URLSearchParams();
  for (const [name, value] of parameters) query.append(name, value);
  return query.toString();
}

async function readText(response: Response, bytesMax: number): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    const part = toBytes(chunk);
    bytes += part.byteLength;
    if (bytes > bytesMax) throw unavailable(response.url, `its answer exceeds ${bytesMax} bytes`);
    chunks.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('a response body is made of bytes');
}

/** Null for what is not JSON: a truncated body, a proxy's page. */
function parsed(text: string, parseJson: ParseJson): JsonValue {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
