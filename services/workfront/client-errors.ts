/** What a refusal by the attask API means for us (reference C.5). Pure. */
import { isError, PipelineError } from '../core/errors.ts';
import type { ErrorCode } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';
import type { Micros, Millis } from '../core/units.ts';
import { filledText } from './event-bodies.ts';

/** A status other than 2xx. */
export function errorOfAnswer(
  status: number,
  headers: Headers,
  body: JsonValue,
  path: string,
  /** At or before the instant that it was asked, by its own clock; null where it tells no time. */
  askedMicros: Micros | null = null,
): PipelineError {
  const error = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : {};
  const code = codeOfStatus(status);
  const location = headers.get('location');
  const elsewhere = location === null ? '' : ` It points to ${originOf(location)}.`;
  const fix = status === 410 ? GONE : FIX[code];
  return new PipelineError(code, `${saidOf(error, path, status)}${elsewhere} ${fix}`, {
    status,
    path,
    ...wordsOf(error),
    askedMicros,
    retryAfterMs: retryAfterMs(headers.get('retry-after')),
  });
}

/** Status 200 with an error in the body. */
export function errorOfBody(
  error: JsonObject,
  path: string,
  askedMicros: Micros | null = null,
): PipelineError {
  const words = wordsOf(error);
  const code = codeOfClass(words.javaClass);
  return new PipelineError(code, `${saidOf(error, path, 200)} ${FIX[code]}`, {
    status: 200,
    path,
    ...words,
    askedMicros,
  });
}

/** No answer, or none that can be read. */
export function unavailable(path: string, reason: string, cause?: unknown): PipelineError {
  const message = `Workfront did not serve ${path}: ${reason}. ${FIX.WORKFRONT_UNAVAILABLE}`;
  return new PipelineError('WORKFRONT_UNAVAILABLE', message, { path }, cause);
}

/** The field that this API version does not know, where that is what the error says. */
export function unknownFieldOf(error: unknown): string | null {
  if (!isError(error, 'WORKFRONT_REFUSED')) return null;
  const said = error.context['said'];
  const match = typeof said === 'string' ? /does not support field "?([\w:]+)/.exec(said) : null;
  return match?.[1] ?? null;
}

type WorkfrontCode = Extract<ErrorCode, `WORKFRONT_${string}`>;

const FIX: Readonly<Record<WorkfrontCode, string>> = {
  WORKFRONT_REFUSED:
    'Asking again will not help: check WORKFRONT_URL, WORKFRONT_API_VERSION, the credentials and ' +
    'the rights of their user.',
  WORKFRONT_THROTTLED: 'The tenant has too many requests at once; it is asked again later.',
  WORKFRONT_UNAVAILABLE: 'It is asked again.',
};

/** Versions are retired (reference C.1). */
const GONE =
  'This version of the API is gone: set WORKFRONT_API_VERSION (of Planning PLANNING_API_VERSION) to ' +
  'one that the tenant still serves, and start again.';

function codeOfStatus(status: number): WorkfrontCode {
  if (status === 429) return 'WORKFRONT_THROTTLED';
  // 408 and 425 are a proxy's; anything below 400 is a redirect to where we were not told to go.
  if (status === 408 || status === 425 || status >= 500) return 'WORKFRONT_UNAVAILABLE';
  return 'WORKFRONT_REFUSED';
}

function codeOfClass(javaClass: string): WorkfrontCode {
  if (/throttl|toomany|concurren|ratelimit/i.test(javaClass)) return 'WORKFRONT_THROTTLED';
  const refused = /authent|authori|permission|security|session|illegalarg|invalid|unsupp|notfound/i;
  return refused.test(javaClass) ? 'WORKFRONT_REFUSED' : 'WORKFRONT_UNAVAILABLE';
}

function saidOf(error: JsonObject, path: string, status: number): string {
  const { said } = wordsOf(error);
  return `Workfront answered ${status} to ${path}${said === '' ? '.' : `: ${said}`}`;
}

const WORDS_CHARS_MAX = 300;

function wordsOf(error: JsonObject): { javaClass: string; said: string } {
  const javaClass = filledText(error['class']) ?? '';
  return { javaClass, said: (filledText(error['message']) ?? '').slice(0, WORDS_CHARS_MAX) };
}

/** Null where the header is none, or a date. */
export function retryAfterMs(header: string | null): Millis | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : null;
}

function originOf(location: string): string {
  return URL.canParse(location) ? new URL(location).origin : 'another path';
}
