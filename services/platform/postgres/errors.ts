/** Postgres's errors as ours, by SQLSTATE. */
import { PipelineError } from '../../core/errors.ts';

/**
 * POSTGRES_UNAVAILABLE: try again (connection lost, server starting or stopping, deadlock,
 * serialisation, lock or statement timeout). UNSTORABLE: this input cannot be stored.
 * POSTGRES_REFUSED: a person must look.
 */
export function classifyPostgresError(error: unknown): PipelineError {
  if (error instanceof PipelineError) return error;
  const { code, message } = partsOf(error);
  const context = { sqlstate: code, constraint: partOf(error, 'constraint') };
  if (isPassing(code)) {
    return new PipelineError('POSTGRES_UNAVAILABLE', `Postgres: ${message}`, context, error);
  }
  if (DATA_CLASSES.has(code.slice(0, 2))) {
    const text = `Postgres cannot store a value: ${message}`;
    return new PipelineError('UNSTORABLE', text, context, error);
  }
  return new PipelineError('POSTGRES_REFUSED', `Postgres refused: ${message}`, context, error);
}

// 22 data exception, 23 integrity violation, 54 program limit exceeded (a row or index entry too
// large)
const DATA_CLASSES = new Set(['22', '23', '54']);
// 08 connection, 40 transaction rollback, 53 insufficient resources, 57 operator intervention
const PASSING_CLASSES = new Set(['08', '40', '53', '57']);
const LOCK_NOT_AVAILABLE = '55P03';
const IDLE_IN_TRANSACTION = '25P03';

function isPassing(code: string): boolean {
  // No SQLSTATE: the failure is the connection's (ECONNREFUSED, a timeout, a connection cut).
  if (!/^[0-9A-Z]{5}$/.test(code)) return true;
  if (PASSING_CLASSES.has(code.slice(0, 2))) return true;
  return code === LOCK_NOT_AVAILABLE || code === IDLE_IN_TRANSACTION;
}

function partsOf(error: unknown): { code: string; message: string } {
  // Of several addresses that were tried, the first tells.
  const first: unknown = error instanceof AggregateError ? error.errors[0] : error;
  const message = first instanceof Error ? first.message : String(first);
  return { code: partOf(first, 'code') ?? '', message };
}

function partOf(error: unknown, name: 'code' | 'constraint'): string | null {
  if (typeof error !== 'object' || error === null || !(name in error)) return null;
  const value = (error as Record<string, unknown>)[name];
  return typeof value === 'string' ? value : null;
}
