/**
 * Postgres's errors as ours. A SQLSTATE counts only where a server said it: the codes of Node
 * (EPIPE, EBADF) look the same. What cannot heal says in one sentence which setting to mend.
 */
import pg from 'pg';
import { PipelineError } from '../../core/errors.ts';

/**
 * POSTGRES_UNAVAILABLE: try again, on another connection. UNSTORABLE: this input cannot be stored.
 * POSTGRES_REFUSED: a person must look.
 */
export function classifyPostgresError(error: unknown): PipelineError {
  if (error instanceof PipelineError) return error;
  // Of several addresses that were tried, the first tells.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof pg.DatabaseError
    ? classifyAnswer(first, error)
    : classifyFailure(first, error);
}

type Verdict = 'POSTGRES_UNAVAILABLE' | 'POSTGRES_REFUSED' | 'UNSTORABLE';
type Reason = readonly [Verdict, fix?: string];

const AWAY = 'POSTGRES_UNAVAILABLE';
const REFUSED = 'POSTGRES_REFUSED';

/** By SQLSTATE, where more is known than its class says. */
const STATES: Readonly<Record<string, Reason>> = {
  '25006': [
    AWAY,
    'The database is read-only: a fail-over is under way, or DATABASE_URL names a standby, or ' +
      'default_transaction_read_only is on',
  ],
  '25P03': [AWAY],
  '25P04': [
    AWAY,
    'Raise transaction_timeout for our role (alter role … set transaction_timeout = 0), or lower ' +
      'PROJECTOR_BATCH_EVENTS_MAX',
  ],
  '28000': [REFUSED, 'Mend the user in DATABASE_URL, or let it in by pg_hba.conf'],
  '28P01': [REFUSED, 'Mend the user and password in DATABASE_URL'],
  '3D000': [REFUSED, 'Create the database, or mend its name in DATABASE_URL'],
  '42501': [REFUSED, 'Grant our role what it needs: it owns the schemas that it makes'],
  '53100': [AWAY, 'The disk of Postgres is full: make room'],
  '53300': [AWAY, 'Raise max_connections, or lower PROJECTOR_LANES and the number of processes'],
  '55P03': [AWAY],
  '57P04': [REFUSED, 'The database was dropped: restore it, or mend DATABASE_URL'],
};

const CLASSES: Readonly<Record<string, Reason>> = {
  '08': [AWAY], // connection exception
  '22': ['UNSTORABLE'], // data exception
  '23': ['UNSTORABLE'], // integrity constraint violation
  '40': [AWAY], // transaction rollback
  '53': [AWAY], // insufficient resources
  '54': ['UNSTORABLE'], // program limit exceeded: a row or an index entry too large
  '57': [AWAY], // operator intervention
};

function classifyAnswer({ code = '', message, constraint }: pg.DatabaseError, cause: unknown) {
  const [verdict, fix] = reasonOf(code, message);
  const context = { sqlstate: code, constraint: constraint ?? null };
  return new PipelineError(verdict, sentence(verdict, message, fix), context, cause);
}

function reasonOf(sqlstate: string, message: string): Reason {
  // Poolers send one code for all that they say themselves.
  if (sqlstate === '08P01' && /startup parameter/i.test(message)) {
    return [REFUSED, 'Let the pooler in front of Postgres pass it on (ignore_startup_parameters)'];
  }
  return STATES[sqlstate] ?? CLASSES[sqlstate.slice(0, 2)] ?? [REFUSED];
}

/** No server said it. Most such failures are the connection's, and pass. */
const HOPELESS: readonly (readonly [RegExp, string])[] = [
  [/does not support SSL/, 'Set sslmode=disable in DATABASE_URL, or turn TLS on in Postgres'],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|certificate/,
    'Give the CA by sslrootcert in DATABASE_URL, or mend the certificate',
  ],
  [/password must be a (non-empty )?string/, 'Put the password into DATABASE_URL'],
];

const PROGRAMMING = ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError'];

function classifyFailure(error: unknown, cause: unknown): PipelineError {
  const message = error instanceof Error ? error.message : String(error);
  const errno = codeOf(error);
  const context = { sqlstate: null, errno };
  const known = HOPELESS.find(([pattern]) => pattern.test(`${errno ?? ''} ${message}`));
  const isOurs = error instanceof Error && PROGRAMMING.includes(error.name);
  const verdict = known !== undefined || isOurs ? REFUSED : AWAY;
  return new PipelineError(verdict, sentence(verdict, message, known?.[1]), context, cause);
}

const OPENINGS: Readonly<Record<Verdict, string>> = {
  POSTGRES_UNAVAILABLE: 'Postgres is away or busy',
  POSTGRES_REFUSED: 'Postgres refused',
  UNSTORABLE: 'Postgres cannot store a value',
};

function sentence(verdict: Verdict, message: string, fix: string | undefined): string {
  const said = `${OPENINGS[verdict]}: ${message}`;
  return fix === undefined ? said : `${said}. ${fix}.`;
}

function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
