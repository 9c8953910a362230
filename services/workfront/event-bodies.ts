/**
 * Reads the body of an event delivery in every published form: v1, v2, the pre-2017.3 body with
 * `fields`, states as JSON or as base64 of JSON (reference B.4). Pure.
 * Promises the facts as sent and nothing else; must not decide what they mean for us.
 */
import { isJsonObject } from '../core/json.ts';
import type { JsonObject, JsonValue, ParseJson } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import type { Micros } from '../core/units.ts';
import { clockOf, parseClock } from './dates.ts';

export type EventType = 'CREATE' | 'UPDATE' | 'DELETE';

/** The members of a body that hold a state; `fields` is the newState of before 2017.3. */
export const STATE_NAMES = ['newState', 'oldState', 'fields'] as const;
export type StateName = (typeof STATE_NAMES)[number];

export interface SentState {
  /** The member of the body that held it. */
  readonly name: StateName;
  readonly value: JsonObject;
  readonly base64: boolean;
}

export interface EventBody {
  readonly eventType: EventType;
  /** As sent; null where absent. */
  readonly eventTime: JsonValue;
  readonly eventTimeMicros: Micros | null;
  readonly apiVersion: 1 | 2;
  readonly subscriptionID: string | null;
  readonly customerID: string | null;
  readonly userID: string | null;
  readonly newState: SentState | null;
  readonly oldState: SentState | null;
  /** Every member as sent. */
  readonly members: JsonObject;
}

/** Why a body is no event: NOT_AN_EVENT (a validation message, say), or one that cannot be read. */
export interface BodyProblem {
  readonly code: 'NOT_AN_EVENT' | 'UNDECODABLE';
  readonly message: string;
}

export function isBodyProblem(read: EventBody | BodyProblem): read is BodyProblem {
  return 'code' in read;
}

export function readEventBody(body: JsonValue, parseJson: ParseJson): EventBody | BodyProblem {
  if (!isJsonObject(body)) return notAnEvent('the body is not a JSON object');
  const eventType = readEventType(body['eventType']);
  if (eventType === null) return notAnEvent('eventType is not CREATE, UPDATE or DELETE');
  const newState = readState(body, 'newState', parseJson);
  const oldState = readState(body, 'oldState', parseJson);
  // Before 2017.3 there was one state, named `fields`.
  const fields = newState === null ? readState(body, 'fields', parseJson) : null;
  for (const state of [newState, oldState, fields]) if (isUnreadable(state)) return state;
  const eventTime = body['eventTime'] ?? null;
  return {
    eventType,
    eventTime,
    eventTimeMicros: readEventTime(eventTime),
    apiVersion: (body['eventVersion'] ?? body['subscriptionVersion']) === 'v2' ? 2 : 1,
    subscriptionID: filledText(body['subscriptionId'] ?? body['subscriptionID']),
    customerID: filledText(body['customerId'] ?? body['customerID']),
    userID: filledText(body['userId'] ?? body['userID']),
    newState: stateOf(newState ?? fields),
    oldState: stateOf(oldState),
    members: body,
  };
}

/** A text with something in it; Workfront writes empty texts where it means nothing. */
export function filledText(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** A state that says nothing: absent, `{}`, or with nothing but nulls in it. */
export function isEmptyState(state: SentState | null): boolean {
  return state === null || Object.values(state.value).every((value) => value === null);
}

type ReadState = SentState | BodyProblem | null;

function isUnreadable(state: ReadState): state is BodyProblem {
  return state !== null && 'code' in state;
}

function stateOf(state: ReadState): SentState | null {
  return isUnreadable(state) ? null : state;
}

function readState(body: JsonObject, name: StateName, parseJson: ParseJson): ReadState {
  const sent = body[name];
  if (sent === undefined || sent === null || sent === '') return null;
  if (isJsonObject(sent)) return { name, value: sent, base64: false };
  if (typeof sent !== 'string') return undecodable(`${name} is neither an object nor base64`);
  const value = decodeBase64(sent, parseJson);
  if (value === null) return undecodable(`${name} is a text that is not base64 of a JSON object`);
  return { name, value, base64: true };
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeBase64(text: string, parseJson: ParseJson): JsonObject | null {
  try {
    const value = parseJson(utf8.decode(Buffer.from(text, 'base64')));
    return isJsonObject(value) ? value : null;
  } catch {
    return null; // not UTF-8, or not JSON: the caller says so and keeps the bytes
  }
}

function readEventType(value: JsonValue | undefined): EventType | null {
  const text = typeof value === 'string' ? value.toUpperCase() : null;
  return text === 'CREATE' || text === 'UPDATE' || text === 'DELETE' ? text : null;
}

// `{epochSecond, nano}`; a text, should Workfront ever send one, as any other date.
function readEventTime(value: JsonValue): Micros | null {
  if (!isJsonObject(value)) return parseClock(value);
  const { epochSecond, nano = 0 } = value;
  if (typeof epochSecond !== 'number' || typeof nano !== 'number') return null;
  if (!Number.isInteger(epochSecond) || nano < 0 || nano >= 1e9) return null;
  return clockOf(asMicros(epochSecond * 1_000_000 + Math.floor(nano / 1000)));
}

function notAnEvent(message: string): BodyProblem {
  return { code: 'NOT_AN_EVENT', message };
}

function undecodable(message: string): BodyProblem {
  return { code: 'UNDECODABLE', message };
}
