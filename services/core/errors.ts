/**
 * One error class, one table. The thrower names the fact (a code), `REACTIONS` decides the act.
 * A code is written here once; everything else derives from it.
 */

/**
 * What to do about an error: try again, set the input aside, stop the process, or answer the
 * caller.
 */
export type Reaction = 'retry' | 'park' | 'halt' | 'reject';

export const REACTIONS = {
  // the outside world is away for now
  KAFKA_UNAVAILABLE: 'retry',
  POSTGRES_UNAVAILABLE: 'retry',
  REGISTRY_UNAVAILABLE: 'retry',
  WORKFRONT_UNAVAILABLE: 'retry',
  WORKFRONT_THROTTLED: 'retry',
  SEND_DEADLINE: 'retry',
  BACKPRESSURE: 'retry',
  // this one input cannot be used; it is kept whole in the dead letters
  UNDECODABLE: 'park',
  NOT_AN_EVENT: 'park',
  NO_OBJECT_ID: 'park',
  NO_CHANGE_TIME: 'park',
  FOREIGN_CUSTOMER: 'park',
  UNSTORABLE: 'park',
  // going on would break a promise
  CONFIG_INVALID: 'halt',
  ENVIRONMENT_UNFIT: 'halt',
  SCHEMA_INCOMPATIBLE: 'halt',
  LOG_MISMATCH: 'halt',
  POSTGRES_REFUSED: 'halt',
  KAFKA_REFUSED: 'halt',
  WORKFRONT_REFUSED: 'halt',
  MIGRATION_FAILED: 'halt',
  LEASE_LOST: 'halt',
  POSITION_TAKEN: 'retry',
  // the caller sent something we refuse
  TOKEN_MISSING: 'reject',
  TOKEN_WRONG: 'reject',
  BODY_MALFORMED: 'reject',
  BODY_TOO_LARGE: 'reject',
  MEDIA_TYPE: 'reject',
} as const satisfies Record<string, Reaction>;

export type ErrorCode = keyof typeof REACTIONS;

/** Facts that help the person on call; never a payload, never a secret. */
export type ErrorContext = Readonly<Record<string, string | number | bigint | boolean | null>>;

export class PipelineError extends Error {
  readonly code: ErrorCode;
  readonly context: ErrorContext;

  /** `message`: what happened, to what, and what to do next. */
  constructor(code: ErrorCode, message: string, context: ErrorContext = {}, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause });
    this.name = 'PipelineError';
    this.code = code;
    this.context = context;
  }

  get reaction(): Reaction {
    return REACTIONS[this.code];
  }
}

/**
 * The exit code of a process that ends with this error: 1 runtime, 2 configuration, 3
 * environment.
 */
export function exitCodeOf(error: unknown): 1 | 2 | 3 {
  if (!(error instanceof PipelineError)) return 1;
  if (error.code === 'CONFIG_INVALID') return 2;
  return error.code === 'ENVIRONMENT_UNFIT' ? 3 : 1;
}
