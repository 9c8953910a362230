/**
 * The one door to Workfront's HTTP (reference C.1 to C.5): every call of every API passes here.
 * Promises an answer bounded in time and bytes (Law 7) that tells the server's time, or a
 * `PipelineError` that says what kind of failure it was; asks only when the budget lets it.
 * Must not retry, log, or know what an answer means: the caller does.
 */
import type { Clock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonValue, ParseJson } from '../core/json.ts';
import { asMicros, millisOf } from '../core/units.ts';
import { microsOf } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { CallBudget, Priority } from './call-budget.ts';
import { retryAfterMs, unavailable } from './client-errors.ts';
import type { SignIn, SignInHeaders } from './sign-in/credentials.ts';

export interface ExchangeOptions {
  /** For example `https://acme.my.workfront.com`. */
  readonly url: string;
  readonly signIn: SignIn;
  readonly parseJson: ParseJson;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly budget: CallBudget;
  readonly timeoutMs?: Millis;
  readonly bodyBytesMax?: number;
  /** Told by each answer how far the server's clock is ahead of ours, to about a second. */
  readonly onSkew?: (ms: Millis) => void;
}

export interface ExchangeCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the host on, query included. */
  readonly path: string;
  /** As errors name it; without a query, which may hold names. */
  readonly name: string;
  readonly body?: { readonly mediaType: string; readonly text: string };
  readonly priority?: Priority;
  readonly signal: AbortSignal;
}

export interface ExchangeAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Null for what is not JSON: a cut body, a proxy's page. */
  readonly body: JsonValue;
  /**
   * An instant of the server's clock at or before which the call was made: its Date less the time
   * that the call took. Null where the answer has no Date.
   */
  readonly askedMicros: Micros | null;
}

export interface Exchange {
  ask(call: ExchangeCall): Promise<ExchangeAnswer>;
}

export function openExchange(options: ExchangeOptions): Exchange {
  return {
    ask: async (call) => {
      call.signal.throwIfAborted();
      // Before the budget is asked: a sign-in needs a call of its own.
      const headers = await options.signIn.headers();
      const answer = await visit(options, call, headers);
      if (!isSignedOut(answer)) return answer;
      if (await options.signIn.renew(headers)) {
        return visit(options, call, await options.signIn.headers());
      }
      if (isPage(answer)) throw signedOut(call.name);
      return answer;
    },
  };
}

/**
 * A session that has ended is told by 401, by 200 with the error in the body (reference C.5), or by
 * a login page: a redirect to it, or the page itself.
 */
function isSignedOut({ status, headers, body }: ExchangeAnswer): boolean {
  if (status === 401 || (status >= 300 && status < 400)) return true;
  if (status !== 200) return false;
  if (body === null) return isPage({ status, headers });
  const error = isJsonObject(body) ? body['error'] : null;
  const javaClass = isJsonObject(error) ? error['class'] : null;
  return typeof javaClass === 'string' && /authentication/i.test(javaClass);
}

function isPage({ status, headers }: Pick<ExchangeAnswer, 'status' | 'headers'>): boolean {
  return status === 200 && (headers.get('content-type') ?? '').startsWith('text/html');
}

/** Asked again with the same credential, it would answer the same for ever. */
function signedOut(name: string): PipelineError {
  return new PipelineError(
    'WORKFRONT_REFUSED',
    `Workfront answered a page instead of data to ${name}, as it does to whoever is not signed in. ` +
      'Check the credential; is it right, look at what stands between us and Workfront.',
    { status: 401 },
  );
}

async function visit(
  options: ExchangeOptions,
  call: ExchangeCall,
  headers: SignInHeaders,
): Promise<ExchangeAnswer> {
  const entered = await options.budget.enter(call.priority ?? 'live', call.signal);
  try {
    const answer = await send(options, call, headers);
    await entered.leave(
      answer.status === 429
        ? { throttled: true, retryAfterMs: retryAfterMs(answer.headers.get('retry-after')) }
        : { throttled: false },
    );
    return answer;
  } catch (error) {
    await entered.leave({ throttled: false });
    throw error;
  }
}

async function send(
  options: ExchangeOptions,
  call: ExchangeCall,
  signInHeaders: SignInHeaders,
): Promise<ExchangeAnswer> {
  const { clock, timeoutMs = 60_000, bodyBytesMax = 256 * 1024 * 1024 } = options;
  call.signal.throwIfAborted(); // it may have waited for the budget
  // By hand: AbortSignal.any keeps what it made for as long as the process's own signal lives.
  const aborter = new AbortController();
  const abort = (): void => aborter.abort(call.signal.reason);
  call.signal.addEventListener('abort', abort, { once: true });
  const done = new AbortController();
  clock.sleep(timeoutMs, done.signal).then(
    () => aborter.abort(new Error(`no answer within ${timeoutMs} ms`)),
    () => undefined, // answered in time
  );
  const askedMs = clock.monotonicMs();
  const { signal } = aborter;
  try {
    const response = await options.fetch(urlOf(options, call), {
      ...exchangeRequest(signInHeaders, call),
      signal,
    });
    const tookMs = clock.monotonicMs() - askedMs;
    const ourMs = millisOf(clock.nowMicros());
    const { status, headers } = response;
    const text = await readText(response, call, bodyBytesMax);
    const date = headers.get('date');
    const askedMicros = askedMicrosOf(date, tookMs);
    if (askedMicros !== null) options.onSkew?.(skewMsOf(askedMicros, tookMs, ourMs));
    return { status, headers, body: parsedAnswer(text, options.parseJson), askedMicros };
  } catch (error) {
    if (call.signal.aborted) throw call.signal.reason;
    if (error instanceof PipelineError) throw error;
    const why = signal.aborted ? 'it did not answer in time' : 'no answer';
    throw unavailable(call.name, why, error);
  } finally {
    done.abort();
    call.signal.removeEventListener('abort', abort);
  }
}

function urlOf({ url }: ExchangeOptions, { path }: ExchangeCall): string {
  return url.replace(/\/+$/, '') + path;
}

function exchangeRequest(signIn: SignInHeaders, { method, body }: ExchangeCall): RequestInit {
  const headers = { accept: 'application/json', ...signIn };
  // A redirect would carry our credentials to another host.
  const common = { method, redirect: 'manual' } as const;
  if (body === undefined) return { ...common, headers };
  return { ...common, headers: { ...headers, 'content-type': body.mediaType }, body: body.text };
}

/** The header has whole seconds, cut off: the instant is never later than the server's. */
function askedMicrosOf(date: string | null, tookMs: Millis): Micros | null {
  const serverMs = date === null ? NaN : Date.parse(date);
  return Number.isNaN(serverMs) ? null : asMicros(Math.floor(microsOf(serverMs - tookMs)));
}

/** The server made its Date somewhere within the call, and cut off half a second on average. */
function skewMsOf(askedMicros: Micros, tookMs: Millis, ourMs: Millis): number {
  return millisOf(askedMicros) + tookMs / 2 + 500 - (ourMs - tookMs / 2);
}

async function readText(response: Response, call: ExchangeCall, bytesMax: number): Promise<string> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    const part = toBytes(chunk);
    bytes += part.byteLength;
    if (bytes > bytesMax) throw unavailable(call.name, `its answer exceeds ${bytesMax} bytes`);
    chunks.push(part);
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
}

function toBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk;
  throw new TypeError('a response body is made of bytes');
}

function parsedAnswer(text: string, parseJson: ParseJson): JsonValue {
  try {
    return parseJson(text);
  } catch {
    return null;
  }
}
