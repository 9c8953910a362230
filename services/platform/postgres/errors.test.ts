import { expect, test } from 'vitest';
import { classifyPostgresError } from './errors.ts';

test.each([
  ['57P01', 'POSTGRES_UNAVAILABLE'], // admin_shutdown
  ['57P03', 'POSTGRES_UNAVAILABLE'], // cannot_connect_now
  ['57014', 'POSTGRES_UNAVAILABLE'], // query_canceled: statement timeout
  ['53300', 'POSTGRES_UNAVAILABLE'], // too_many_connections
  ['40P01', 'POSTGRES_UNAVAILABLE'], // deadlock_detected
  ['55P03', 'POSTGRES_UNAVAILABLE'], // lock_not_available
  ['25P03', 'POSTGRES_UNAVAILABLE'], // idle_in_transaction_session_timeout
  ['ECONNREFUSED', 'POSTGRES_UNAVAILABLE'],
  ['22P05', 'UNSTORABLE'], // untranslatable_character: a zero character in text
  ['22003', 'UNSTORABLE'], // numeric_value_out_of_range
  ['23505', 'UNSTORABLE'], // unique_violation
  ['54000', 'UNSTORABLE'], // program_limit_exceeded
  ['42P01', 'POSTGRES_REFUSED'], // undefined_table
  ['28P01', 'POSTGRES_REFUSED'], // invalid_password
  ['XX001', 'POSTGRES_REFUSED'], // data_corrupted
])('%s is %s', (sqlstate, code) => {
  const error = Object.assign(new Error('said the server'), { code: sqlstate });
  const classified = classifyPostgresError(error);
  expect(classified.code).toBe(code);
  expect(classified.context).toMatchObject({ sqlstate });
  expect(classified.cause).toBe(error);
});

test('a connection that was cut has no SQLSTATE and may pass', () => {
  const error = new Error('Connection terminated unexpectedly');
  expect(classifyPostgresError(error).code).toBe('POSTGRES_UNAVAILABLE');
});

test('of several addresses that were tried the first tells', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
  const classified = classifyPostgresError(new AggregateError([refused]));
  expect(classified.message).toContain('ECONNREFUSED');
});
