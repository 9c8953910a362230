/**
 * A request and its answer as plain data, so that everything above the socket is tested without
 * one.
 */
import { stringifyJson } from '../../../core/json.ts';
import type { JsonValue } from '../../../core/json.ts';
import type { ApiRequest } from '../../../workfront/api-request.ts';

/** Why a request cannot be read: its URL or its body. Each API words the refusal its own way. */
export interface Unreadable {
  readonly status: number;
  readonly message: string;
}

export interface SandboxRequest extends ApiRequest {
  /** Set instead of a body, and of a decoded path. */
  readonly unreadable?: Unreadable;
}

export interface SandboxResponse {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Long answers: written line by line instead of `body`. */
  readonly lines?: Iterable<string>;
}

const JSON_TYPE = { 'content-type': 'application/json;charset=UTF-8' };

export function answer(
  status: number,
  body: JsonValue,
  headers: Readonly<Record<string, string>> = {},
): SandboxResponse {
  return { status, body: stringifyJson(body), headers: { ...JSON_TYPE, ...headers } };
}

/** An answer whose JSON text is already made. */
export function answerText(status: number, body: string): SandboxResponse {
  return { status, body, headers: JSON_TYPE };
}

export function empty(status: number): SandboxResponse {
  return { status, body: '', headers: {} };
}

export function answerLines(lines: Iterable<string>): SandboxResponse {
  return { status: 200, body: '', headers: { 'content-type': 'application/x-ndjson' }, lines };
}
