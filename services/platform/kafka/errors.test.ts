import { expect, test } from 'vitest';
import { PipelineError } from '../../core/errors.ts';
import { classifyKafkaError } from './errors.ts';

function kafkaError(name: string, more: object = {}, cause?: Error): Error {
  return Object.assign(new Error(name, { cause }), { name, ...more });
}

const tooLarge = kafkaError('KafkaJSProtocolError', {
  type: 'MESSAGE_TOO_LARGE',
  retriable: false,
});
const notLeader = kafkaError('KafkaJSProtocolError', {
  type: 'NOT_LEADER_FOR_PARTITION',
  retriable: true,
});

test.each([
  ['a refused connection', kafkaError('KafkaJSConnectionError', { retriable: true })],
  ['retries used up', kafkaError('KafkaJSNumberOfRetriesExceeded', {}, notLeader)],
  ['a request that timed out', kafkaError('KafkaJSRequestTimeoutError')],
  ['a producer that was disconnected', kafkaError('KafkaJSError')],
  ['something thrown that is no error', 'boo'],
])('%s may pass', (_, error) => {
  expect(classifyKafkaError(error).code).toBe('KAFKA_UNAVAILABLE');
});

test.each([
  ['a record that is too large', tooLarge],
  ['the same inside a wrapper', kafkaError('KafkaJSNonRetriableError', {}, tooLarge)],
  ['the same among others', Object.assign(new Error('x'), { errors: [tooLarge] })],
  ['wrong credentials', kafkaError('KafkaJSSASLAuthenticationError')],
  ['arguments that kafkajs refuses', kafkaError('KafkaJSNonRetriableError', { retriable: false })],
  ['a programming error', new TypeError('x is not a function')],
])('%s does not pass', (_, error) => {
  expect(classifyKafkaError(error).code).toBe('KAFKA_REFUSED');
});

test('the protocol error type is in the context', () => {
  expect(classifyKafkaError(tooLarge).context).toMatchObject({ type: 'MESSAGE_TOO_LARGE' });
});

test('our own errors stay what they are', () => {
  const ours = new PipelineError('LOG_MISMATCH', 'gap');
  expect(classifyKafkaError(ours)).toBe(ours);
});
