/**
 * One error class, one table. The thrower names the fact (a code), `FACTS` says what it entails:
 * what is done about it, and how a process ends that it ends. A code is written here once;
 * everything else derives from it.
 */

/**
 * What to do about an error: try again, set the input aside, stop the process, or answer the
 * caller.
 */
export type Reaction = 'retry' | 'park' | 'halt' | 'reject';

/** What a code entails. */
interface Entails {
  readonly reaction: Reaction;
  readonly exitCode: ExitCode;
}

/** 1 runtime, 2 configuration, 3 environment: the last two do not mend by starting again. */
export type ExitCode = 1 | 2 | 3;

const RETRY = { reaction: 'retry', exitCode: 1 } as const;
const PARK = { reaction: 'park', exitCode: 1 } as const;
const HALT = { reaction: 'halt', exitCode: 1 } as const;
const MISCONFIGURED = { reaction: 'halt', exitCode: 2 } as const;
const UNFIT = { reaction: 'halt', exitCode: 3 } as const;
const REJECT = { reaction: 'reject', exitCode: 2 } as const;

export const FACTS = {
  // the outside world is away for now
  KAFKA_UNAVAILABLE: RETRY,
  POSTGRES_UNAVAILABLE: RETRY,
  REGISTRY_UNAVAILABLE: RETRY,
  WORKFRONT_UNAVAILABLE: RETRY,
  WORKFRONT_THROTTLED: RETRY,
  ROWS_UNSTABLE: RETRY,
  MIGRATION_BUSY: RETRY,
  POSITION_TAKEN: RETRY,
  SEND_DEADLINE: RETRY,
  BACKPRESSURE: RETRY,
  SPOOL_FULL: RETRY,
  SPOOL_UNAVAILABLE: RETRY,
  CLOSING: RETRY,
  // this one input cannot be used; it is kept whole in the dead letters
  UNDECODABLE: PARK,
  UNENCODABLE: PARK,
  RECORD_TOO_LARGE: PARK,
  NOT_AN_EVENT: PARK,
  NO_OBJECT_ID: PARK,
  NO_CHANGE_TIME: PARK,
  FOREIGN_CUSTOMER: PARK,
  UNSTORABLE: PARK,
  UNFOLDABLE: PARK,
  // going on would break a promise
  SCHEMA_INCOMPATIBLE: HALT,
  SCHEMA_UNREGISTERED: HALT,
  SCHEMA_LOST: HALT,
  LOG_MISMATCH: HALT,
  CURSOR_UNREADABLE: HALT,
  CURSOR_AHEAD: HALT,
  ROWS_DISORDERED: HALT,
  POSITION_UNSTORABLE: HALT,
  POSTGRES_REFUSED: HALT,
  KAFKA_REFUSED: HALT,
  WORKFRONT_REFUSED: HALT,
  INGRESS_REFUSED: HALT,
  LETTERS_LEFT: HALT,
  SANDBOX_REFUSED: HALT,
  MIGRATION_FAILED: HALT,
  VIEWS_IN_USE: HALT,
  REBUILD_FAILED: HALT,
  MIGRATION_MISMATCH: HALT,
  LEASE_LOST: HALT,
  // what it was told is wrong
  CONFIG_INVALID: MISCONFIGURED,
  REGISTRY_REFUSED: MISCONFIGURED,
  DATA_FILE_FOREIGN: MISCONFIGURED,
  TENANT_MISMATCH: MISCONFIGURED,
  // what it stands on is not there, or not good enough
  TOPIC_MISSING: UNFIT,
  TOPIC_FRAGILE: UNFIT,
  CONTROL_SCHEMA_MISSING: UNFIT,
  STORE_MISMATCH: UNFIT,
  DATABASE_UNFIT: UNFIT,
  PORT_UNUSABLE: UNFIT,
  FILE_UNUSABLE: UNFIT,
  PROGRAM_MISSING: UNFIT,
  DOWNLOAD_FAILED: UNFIT,
  DATA_FOLDER_DAMAGED: UNFIT,
  NO_UNPRIVILEGED_USER: UNFIT,
  ALREADY_RUNNING: UNFIT,
  FOLDER_TAKEN: UNFIT,
  FOLDER_UNUSABLE: UNFIT,
  START_FAILED: UNFIT,
  STOP_FAILED: UNFIT,
  // the caller sent something we refuse
  USAGE: REJECT,
  NOT_REDRIVABLE: REJECT,
  TOKEN_MISSING: REJECT,
  TOKEN_WRONG: REJECT,
  BODY_MALFORMED: REJECT,
  BODY_TOO_LARGE: REJECT,
  MEDIA_TYPE: REJECT,
} as const satisfies Record<string, Entails>;

export type ErrorCode = keyof typeof FACTS;

/** The codes that one of these reactions follows. */
export type CodeOf<Of extends Reaction> = {
  [Code in ErrorCode]: (typeof FACTS)[Code]['reaction'] extends Of ? Code : never;
}[ErrorCode];

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
    return FACTS[this.code].reaction;
  }
}

/** Whether `error` is one of ours, and its fact this one. */
export function isError<Code extends ErrorCode>(
  error: unknown,
  code: Code,
): error is PipelineError & { readonly code: Code } {
  return error instanceof PipelineError && error.code === code;
}

/** Whether `error` is one of ours, and this is what is done about it. */
export function hasReaction<Of extends Reaction>(
  error: unknown,
  reaction: Of,
): error is PipelineError & { readonly code: CodeOf<Of> } {
  return error instanceof PipelineError && error.reaction === reaction;
}

/** The exit code of a process that ends with this error. */
export function exitCodeOf(error: unknown): ExitCode {
  return error instanceof PipelineError ? FACTS[error.code].exitCode : 1;
}
