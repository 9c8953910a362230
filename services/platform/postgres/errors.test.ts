import pg from 'pg';
import { expect, test } from 'vitest';
import { classifyPostgresError } from './errors.ts';

function said(sqlstate: string, message = 'said the server'): pg.DatabaseError {
  return Object.assign(new pg.DatabaseError(message, message.length, 'error'), { code: sqlstate });
}

test.each([
  ['08006', 'POSTGRES_UNAVAILABLE', 'connection_failure'],
  ['25006', 'POSTGRES_UNAVAILABLE', 'read_only_sql_transaction: a fail-over'],
  ['25P03', 'POSTGRES_UNAVAILABLE', 'idle_in_transaction_session_timeout'],
  ['25P04', 'POSTGRES_UNAVAILABLE', 'transaction_timeout'],
  ['40001', 'POSTGRES_UNAVAILABLE', 'serialization_failure'],
  ['40P01', 'POSTGRES_UNAVAILABLE', 'deadlock_detected'],
  ['53100', 'POSTGRES_UNAVAILABLE', 'disk_full'],
  ['53200', 'POSTGRES_UNAVAILABLE', 'out_of_memory'],
  ['53300', 'POSTGRES_UNAVAILABLE', 'too_many_connections'],
  ['55P03', 'POSTGRES_UNAVAILABLE', 'lock_not_available'],
  ['57014', 'POSTGRES_UNAVAILABLE', 'query_canceled: statement timeout'],
  ['57P01', 'POSTGRES_UNAVAILABLE', 'admin_shutdown'],
  ['57P02', 'POSTGRES_UNAVAILABLE', 'crash_shutdown'],
  ['57P03', 'POSTGRES_UNAVAILABLE', 'cannot_connect_now'],
  ['57P05', 'POSTGRES_UNAVAILABLE', 'idle_session_timeout'],
  ['22003', 'UNSTORABLE', 'numeric_value_out_of_range'],
  ['22P05', 'UNSTORABLE', 'untranslatable_character: a zero character in text'],
  ['23505', 'UNSTORABLE', 'unique_violation'],
  ['54000', 'UNSTORABLE', 'program_limit_exceeded'],
  ['28000', 'POSTGRES_REFUSED', 'invalid_authorization_specification: pg_hba.conf'],
  ['28P01', 'POSTGRES_REFUSED', 'invalid_password'],
  ['3D000', 'POSTGRES_REFUSED', 'invalid_catalog_name: no such database'],
  ['42501', 'POSTGRES_REFUSED', 'insufficient_privilege'],
  ['42P01', 'POSTGRES_REFUSED', 'undefined_table'],
  ['57P04', 'POSTGRES_REFUSED', 'database_dropped'],
  ['58030', 'POSTGRES_REFUSED', 'io_error'],
  ['XX001', 'POSTGRES_REFUSED', 'data_corrupted'],
])('%s is %s (%s)', (sqlstate, code) => {
  const error = said(sqlstate);
  const classified = classifyPostgresError(error);
  expect(classified.code).toBe(code);
  expect(classified.context).toMatchObject({ sqlstate });
  expect(classified.cause).toBe(error);
});

test.each([
  ['25006', /read-only.*DATABASE_URL names a standby/],
  ['25P04', /transaction_timeout.*PROJECTOR_BATCH_EVENTS_MAX/],
  ['28P01', /user and password in DATABASE_URL/],
  ['28000', /pg_hba\.conf/],
  ['3D000', /mend its name in DATABASE_URL/],
  ['42501', /Grant/],
  ['53100', /make room/],
  ['53300', /max_connections/],
])('%s names what to mend', (sqlstate, fix) => {
  expect(classifyPostgresError(said(sqlstate)).message).toMatch(fix);
});

test("a pooler's refusal of a startup parameter does not heal, its other words may", () => {
  const refused = said('08P01', 'unsupported startup parameter: statement_timeout');
  expect(classifyPostgresError(refused)).toMatchObject({
    code: 'POSTGRES_REFUSED',
    message: expect.stringContaining('ignore_startup_parameters') as string,
  });
  const closed = said('08P01', 'server closed the connection unexpectedly');
  expect(classifyPostgresError(closed).code).toBe('POSTGRES_UNAVAILABLE');
});

test.each(['EPIPE', 'EBADF', 'EPERM', 'ECONNREFUSED', 'ENOTFOUND', 'ERR_STREAM_PREMATURE_CLOSE'])(
  '%s is of the connection, although it may look like a SQLSTATE',
  (code) => {
    const classified = classifyPostgresError(Object.assign(new Error(`write ${code}`), { code }));
    expect(classified.code).toBe('POSTGRES_UNAVAILABLE');
    expect(classified.context).toMatchObject({ sqlstate: null, errno: code });
  },
);

test('a connection that was cut may pass', () => {
  const error = new Error('Connection terminated unexpectedly');
  expect(classifyPostgresError(error).code).toBe('POSTGRES_UNAVAILABLE');
});

test.each([
  [new Error('The server does not support SSL connections'), /sslmode=disable/],
  [
    Object.assign(new Error('self-signed certificate'), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }),
    /sslrootcert/,
  ],
  [new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'), /password/],
])('what no new connection mends stops: %s', (error, fix) => {
  const classified = classifyPostgresError(error);
  expect(classified.code).toBe('POSTGRES_REFUSED');
  expect(classified.message).toMatch(fix);
});

test("a programmer's error is not retried", () => {
  expect(classifyPostgresError(new TypeError('x is undefined')).code).toBe('POSTGRES_REFUSED');
});

test('of several addresses that were tried the first tells', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const classified = classifyPostgresError(new AggregateError([refused]));
  expect(classified.message).toContain('ECONNREFUSED');
});
