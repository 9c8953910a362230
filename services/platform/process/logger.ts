/**
 * JSON lines on stdout. Log starts, stops and trouble; count work by metrics; never log a payload.
 */
import { pino } from 'pino';
import { PipelineError } from '../../core/errors.ts';
import { withoutCredentials } from './secret.ts';

export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
  /** A logger whose every line also carries `fields`. */
  child(fields: Readonly<Record<string, unknown>>): Logger;
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LoggerOptions {
  readonly level?: LogLevel;
  /** Where lines go instead of stdout. */
  readonly destination?: { write(line: string): void };
}

/**
 * Put an error under the key `error`: its code, context and causes are written, a stack when it is
 * foreign.
 */
export function createLogger(service: string, options: LoggerOptions = {}): Logger {
  return pino(
    {
      level: options.level ?? 'info',
      base: { service },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describeError },
      hooks: { streamWrite: withoutCredentials },
    },
    // Synchronous, so that the last line before an exit is never lost; lines are few by rule.
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  );
}

/** An error as plain data: what a log line or an answer can carry. */
export function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const cause = error.cause === undefined ? {} : { cause: describeError(error.cause) };
  if (error instanceof PipelineError) {
    return { code: error.code, message: error.message, context: textual(error.context), ...cause };
  }
  return { name: error.name, message: error.message, stack: error.stack, ...cause };
}

function textual(context: PipelineError['context']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(context).map(([key, value]) => [
      key,
      typeof value === 'bigint' ? String(value) : value,
    ]),
  );
}
