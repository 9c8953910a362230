/** A sandbox in this process, asked without a socket, on a clock that the test moves. */
import type { JsonValue } from '../../services/core/json.ts';
import type { Post } from '../../services/sandbox/events/http-post.ts';
import type { SandboxRequest, SandboxResponse } from '../../services/sandbox/api/http/exchange.ts';
import { createSandbox } from '../../services/sandbox/sandbox.ts';
import type { Sandbox } from '../../services/sandbox/sandbox.ts';
import type { DataFile } from '../../services/sandbox/memory/data-file.ts';
import { TINY } from '../../services/sandbox/world/world.ts';
import { ManualClock } from './manual-clock.ts';

export interface Answer {
  readonly status: number;
  readonly body: JsonValue;
  readonly headers: Readonly<Record<string, string>>;
  /** A member of the body: `at('data.0.name')`; undefined when there is none. */
  at(path: string): JsonValue | undefined;
  /** The same as text. */
  text(path: string): string;
}

export interface LocalSandbox {
  readonly sandbox: Sandbox;
  readonly clock: ManualClock;
  /** What was delivered, in order. */
  readonly posts: Post[];
  /** How the endpoint answers; null is no answer in time. */
  answerPosts(status: number | null): void;
  ask(method: string, url: string, body?: unknown, headers?: Record<string, string>): Answer;
  get(url: string): Answer;
}

export const START_MICROS = Date.UTC(2026, 0, 15, 12) * 1000;

export function localSandbox(seed = 1, dataFile?: DataFile): LocalSandbox {
  const clock = new ManualClock(START_MICROS);
  const posts: Post[] = [];
  let status: number | null = 200;
  const sandbox = createSandbox({
    seed,
    apiKey: 'key',
    password: 'secret',
    clock,
    size: TINY,
    ...(dataFile === undefined ? {} : { dataFile }),
    post: async (post) => {
      posts.push(post);
      return status;
    },
  });
  const ask: LocalSandbox['ask'] = (method, url, body, headers = { apikey: 'key' }) => {
    const response = sandbox.handle(requestOf(method, url, body, headers), url.length);
    return answerOf(response);
  };
  return {
    sandbox,
    clock,
    posts,
    answerPosts: (next) => {
      status = next;
    },
    ask,
    get: (url) => ask('GET', url),
  };
}

function requestOf(
  method: string,
  url: string,
  body: unknown,
  headers: Record<string, string>,
): SandboxRequest {
  const mark = url.indexOf('?');
  const isText = typeof body === 'string';
  return {
    method,
    path: decodeURIComponent(mark < 0 ? url : url.slice(0, mark)),
    query: mark < 0 ? [] : [...new URLSearchParams(url.slice(mark + 1))],
    headers: isText
      ? { 'content-type': 'application/x-www-form-urlencoded', ...headers }
      : { 'content-type': 'application/json', ...headers },
    body: body === undefined ? '' : isText ? body : JSON.stringify(body),
  };
}

function answerOf(response: SandboxResponse): Answer {
  const body = bodyOf(response);
  const at = (path: string) => member(body, path);
  const { status, headers } = response;
  return { status, body, headers, at, text: (path) => requiredText(at(path)) };
}

/** `member(body, 'newState.parameterValues.DE:Region')`. */
export function member(value: JsonValue, path: string): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<string, JsonValue>)[name];
  }
  return found;
}

export function requiredText(value: JsonValue | undefined): string {
  if (typeof value !== 'string') throw new Error(`expected text, found ${JSON.stringify(value)}`);
  return value;
}

function bodyOf(response: SandboxResponse): JsonValue {
  if (response.lines) return [...response.lines].map((line) => JSON.parse(line) as JsonValue);
  return response.body === '' ? null : (JSON.parse(response.body) as JsonValue);
}
