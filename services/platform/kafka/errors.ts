/** kafkajs's errors as ours, told apart by name and by the protocol's own error type. */
import { PipelineError } from '../../core/errors.ts';
import type { ErrorContext } from '../../core/errors.ts';

/** KAFKA_UNAVAILABLE where trying again can help, KAFKA_REFUSED where only a person can. */
export function classifyKafkaError(error: unknown): PipelineError {
  if (error instanceof PipelineError) return error;
  const root = rootOf(error);
  const context: ErrorContext = { error: root.name, type: errorTypeOf(root) };
  if (isRefusal(root)) {
    return new PipelineError(
      'KAFKA_REFUSED',
      `Kafka refused: ${root.message}. Trying again will not help; see the cause.`,
      context,
      error,
    );
  }
  return new PipelineError('KAFKA_UNAVAILABLE', `Kafka is away: ${root.message}`, context, error);
}

/**
 * The error under kafkajs's wrappers (`KafkaJSNumberOfRetriesExceeded`,
 * `KafkaJSNonRetriableError`).
 */
function rootOf(error: unknown): Error {
  let root = error instanceof Error ? error : new Error(String(error));
  for (let depth = 0; depth < 8; depth += 1) {
    const inside: unknown =
      'errors' in root && Array.isArray(root.errors) ? root.errors[0] : root.cause;
    if (!(inside instanceof Error)) break;
    root = inside;
  }
  return root;
}

function errorTypeOf(error: Error): string | null {
  return 'type' in error && typeof error.type === 'string' ? error.type : null;
}

const REFUSALS = new Set([
  // With nothing inside it: kafkajs refused the arguments.
  'KafkaJSNonRetriableError',
  'KafkaJSSASLAuthenticationError',
  'KafkaJSNotImplemented',
  'KafkaJSServerDoesNotSupportApiKey',
]);
const PROGRAMMING = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError']);

function isRefusal(error: Error): boolean {
  if (REFUSALS.has(error.name) || PROGRAMMING.has(error.name)) return true;
  // A protocol error says itself whether it passes. A missing topic counts as passing in Kafka,
  // because a new topic spreads slowly; ours are made before any process starts, and callers retry
  // with a deadline anyway.
  if (errorTypeOf(error) !== null) return 'retriable' in error && error.retriable === false;
  return false;
}
