/** The answers that are not 2xx: why, what it is about, and what to do. */
import type { CodeOf } from '../core/errors.ts';

export interface Refusal {
  readonly status: number;
  readonly reason: RefusalReason;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: {
    readonly error: {
      readonly code: RefusalReason;
      readonly message: string;
      /** The part of the request that is wrong, or null when the fault is ours. */
      readonly field: string | null;
      readonly fix: string;
    };
  };
}

/** A closed set: it labels a metric. */
export type RefusalReason = keyof typeof RULES | CodeOf<'retry' | 'halt'>;

/** Workfront keeps its own schedule (reference B.2); this is for other senders. */
const RETRY_AFTER_SECONDS = '5';

const AUTHENTICATE = { 'www-authenticate': 'Bearer realm="workfront-cdc"' };

type Rule = readonly [
  status: number,
  field: string | null,
  fix: string,
  headers?: Readonly<Record<string, string>>,
];

const AGAIN = 'Send it again later. Nothing was acknowledged, so nothing is lost.';

const RULES = {
  TOKEN_MISSING: [
    401,
    'header Authorization',
    'Send `Authorization: Bearer <token>` with the authToken of the subscription.',
    AUTHENTICATE,
  ],
  TOKEN_WRONG: [
    401,
    'header Authorization',
    'Use one of the tokens in WEBHOOK_TOKEN as the authToken of the subscription.',
    AUTHENTICATE,
  ],
  MEDIA_TYPE: [415, 'header Content-Type', 'Send `Content-Type: application/json` in UTF-8.'],
  BODY_TOO_LARGE: [413, 'body', 'Workfront itself delivers nothing above 1 MB.'],
  BODY_MALFORMED: [400, 'body', 'Send one JSON object in UTF-8.'],
  BAD_REQUEST: [400, null, 'Send a well-formed HTTP request.'],
  NOT_FOUND: [404, 'path', 'POST to /webhook/{objCode}, for example /webhook/TASK.'],
  METHOD: [405, 'method', 'Use POST.', { allow: 'POST' }],
  NOT_READY: [503, null, AGAIN],
  BUG: [500, null, AGAIN],
} as const satisfies Readonly<Record<string, Rule>>;

/** Whatever keeps us from making it durable is not the sender's fault. */
const OURS: Rule = [503, null, AGAIN];

export function refusal(reason: RefusalReason, message: string): Refusal {
  const [status, field, fix, headers = {}] = ruleOf(reason);
  const retry = status >= 500 ? { 'retry-after': RETRY_AFTER_SECONDS } : {};
  return {
    status,
    reason,
    headers: { ...headers, ...retry },
    body: { error: { code: reason, message, field, fix } },
  };
}

function ruleOf(reason: RefusalReason): Rule {
  return isRuled(reason) ? RULES[reason] : OURS;
}

function isRuled(reason: RefusalReason): reason is keyof typeof RULES {
  return Object.hasOwn(RULES, reason);
}

/** Thrown where a request cannot go on; answered by the error handler. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;

  constructor(reason: RefusalReason, message: string) {
    super(message);
    this.refusal = refusal(reason, message);
  }
}
