/**
 * Reads the attask REST API (reference C.1 to C.5). Promises the answer's `data`, parsed without
 * rounding, or a `PipelineError` that says what kind of failure it was; bounded in time and bytes
 * (Law 7). Must not retry, log or wait: the caller knows what a retry is worth.
 */
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import type { Priority } from './call-budget.ts';
import { errorOfAnswer, errorOfBody, unavailable } from './client-errors.ts';
import type { Exchange, ExchangeCall } from './exchange.ts';

export interface ClientOptions {
  readonly exchange: Exchange;
  /** 21 for v21.0. */
  readonly apiVersion: number;
}

/** Name and value, in order; a name may repeat. */
export type QueryParameters = readonly (readonly [name: string, value: string])[];

/** An answer's `data`, and when it was asked for by the server's clock. */
export interface ClientAnswer<Data> {
  readonly data: Data;
  /** At or before the instant that the server was asked; null where it tells no time. */
  readonly askedMicros: Micros | null;
}

/**
 * The server's time of an answer. Without it nobody could say until when a read is true, nor how
 * far a cursor may move. Throws WORKFRONT_REFUSED.
 */
export function serverTimeOf(
  path: string,
  { askedMicros }: Pick<ClientAnswer<unknown>, 'askedMicros'>,
): Micros {
  if (askedMicros !== null) return askedMicros;
  throw new PipelineError(
    'WORKFRONT_REFUSED',
    `The answer to ${path} has no Date header, so nobody can say until when it is true. ` +
      'Look at what stands between us and Workfront: it must let the header through.',
    { path },
  );
}

export interface WorkfrontClient {
  /** `GET /{objCode}/search`: the rows of one page. */
  search(
    objCode: string,
    parameters: QueryParameters,
    signal: AbortSignal,
    priority?: Priority,
  ): Promise<ClientAnswer<readonly JsonValue[]>>;
  /** The `data` of any read, `path` below `/attask/api/vN.0/`. */
  read(
    path: string,
    parameters: QueryParameters,
    signal: AbortSignal,
    priority?: Priority,
  ): Promise<ClientAnswer<JsonValue>>;
}

export function openClient({ exchange, apiVersion }: ClientOptions): WorkfrontClient {
  const read: WorkfrontClient['read'] = async (path, parameters, signal, priority = 'live') => {
    const request = requestOf(`/attask/api/v${apiVersion}.0/${path}`, parameters);
    const answer = await exchange.ask({ ...request, name: path, signal, priority });
    const { status, headers, body, askedMicros } = answer;
    if (status < 200 || status > 299) throw errorOfAnswer(status, headers, body, path, askedMicros);
    // Older behaviour answers 200 with an error in the body (reference C.5).
    if (isJsonObject(body) && isJsonObject(body['error']))
      throw errorOfBody(body['error'], path, askedMicros);
    if (!isJsonObject(body) || body['data'] === undefined) {
      throw unavailable(path, 'the answer is cut, or is not JSON with `data`');
    }
    return { data: body['data'], askedMicros };
  };
  return {
    read,
    search: async (objCode, parameters, signal, priority) => {
      const { data, askedMicros } = await read(`${objCode}/search`, parameters, signal, priority);
      if (!Array.isArray(data)) throw unavailable(objCode, '`data` of a search is not a list');
      const rows: readonly JsonValue[] = data;
      return { data: rows, askedMicros };
    },
  };
}

/** Beyond this the CDN refuses a URI (reference C.2); longer queries travel as a form. */
const QUERY_CHARS_MAX = 8_000;

function requestOf(
  base: string,
  parameters: QueryParameters,
): Pick<ExchangeCall, 'method' | 'path' | 'body'> {
  const query = new URLSearchParams();
  for (const [name, value] of parameters) query.append(name, value);
  const text = query.toString();
  if (text.length <= QUERY_CHARS_MAX) return { method: 'GET', path: `${base}?${text}` };
  const body = { mediaType: 'application/x-www-form-urlencoded', text };
  return { method: 'POST', path: `${base}?method=GET`, body };
}
