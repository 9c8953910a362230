/** One delivery's bytes as the record that makes it durable, once the registry has been read. */
import type { JsonValue } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import { parseJson } from '../platform/json.ts';
import { recordOf } from '../source/log/record-of.ts';
import type { RecordOptions, SourceRecord } from '../source/log/record-of.ts';
import { park } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { RefusedRequest } from './refusal.ts';
import { translate } from './translate.ts';

export interface DeliveredBody {
  /** Of the URL. */
  readonly objCode: string;
  readonly bytes: Buffer;
  readonly observedAt: Micros;
  readonly traceparent: string | undefined;
}

export interface AcceptOptions extends RecordOptions {
  readonly customerID: string | null;
}

/** Until `open`, deliveries are answered 503 (NOT_READY). */
export class Acceptance {
  #waitingFor: string | null = 'the schema registry';
  #options: AcceptOptions | null = null;

  get options(): AcceptOptions | null {
    return this.#options;
  }

  wait(what: string): void {
    this.#waitingFor = what;
  }

  open(options: AcceptOptions): void {
    this.#options = options;
    this.#waitingFor = null;
  }

  readiness(): { ready: boolean; reason?: string } {
    const waitingFor = this.#waitingFor;
    return waitingFor === null
      ? { ready: true }
      : { ready: false, reason: `waiting for ${waitingFor}` };
  }
}

/** Throws RefusedRequest for what is not JSON: only the sender can mend that. */
export function translateBody(
  { objCode, bytes, observedAt }: DeliveredBody,
  customerID: string | null,
): Translated {
  // The validation message's content is unpublished, so it may well be empty (reference B.2).
  if (bytes.length === 0) return park('NOT_AN_EVENT', 'empty');
  return translate({ objCode, body: parsedBody(bytes), observedAt }, { customerID, parseJson });
}

export function recordOfDelivery(
  { objCode, bytes, observedAt, traceparent }: DeliveredBody,
  translated: Translated,
  options: RecordOptions,
): SourceRecord {
  const input = { bytes: () => bytes, path: `/webhook/${objCode}`, observedAt, traceparent };
  return recordOf(translated, input, options);
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parsedBody(bytes: Buffer): JsonValue {
  try {
    return parseJson(utf8.decode(bytes));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'is not UTF-8';
    throw new RefusedRequest('BODY_MALFORMED', `The body ${why}.`);
  }
}
