import { expect, test } from 'vitest';
import { PipelineError } from '../../core/errors.ts';
import { createLogger } from './logger.ts';
import { Secret } from './secret.ts';

function capture(): { lines: Record<string, unknown>[]; write(line: string): void } {
  const lines: Record<string, unknown>[] = [];
  return { lines, write: (line) => lines.push(JSON.parse(line) as Record<string, unknown>) };
}

test('a line is JSON with service, level and what the child adds', () => {
  const out = capture();
  const logger = createLogger('projector', { destination: out });
  logger.child({ partition: 3 }).info({ offset: '7' }, 'read');
  logger.debug({}, 'not shown at this level');
  expect(out.lines).toEqual([
    expect.objectContaining({
      level: 'info',
      service: 'projector',
      partition: 3,
      offset: '7',
      msg: 'read',
    }),
  ]);
});

test('an error is written with its code, context and causes', () => {
  const out = capture();
  const cause = new Error('no route');
  const context = { offset: 12345678901234567890n, attempt: 2 };
  const error = new PipelineError('KAFKA_UNAVAILABLE', 'Kafka is away', context, cause);
  createLogger('x', { destination: out }).error({ error }, 'failed');
  expect(out.lines[0]?.['error']).toMatchObject({
    code: 'KAFKA_UNAVAILABLE',
    message: 'Kafka is away',
    context: { offset: '12345678901234567890', attempt: 2 },
    cause: { name: 'Error', message: 'no route' },
  });
});

test('a secret in a line is three asterisks', () => {
  const out = capture();
  createLogger('x', { destination: out }).info({ password: new Secret('hunter2') }, 'connecting');
  expect(out.lines[0]?.['password']).toBe('***');
});

test.each([
  'postgres://user:hunter2@db:5432/store',
  'http://user:hunter2@registry/apis',
  'HTTPS://user:hunter2%40@registry',
  'http://user:p@hunter2@registry:80/a@b',
  'http://hunter2@registry',
])('a password in a URL never reaches a line: %s', (url) => {
  const out = capture();
  const error = new TypeError(`cannot fetch "${url}", sorry`, { cause: { input: url } });
  createLogger('x', { destination: out }).warn({ error, url, about: [url] }, `at ${url}`);
  const line = JSON.stringify(out.lines[0]);
  expect(line).not.toContain('hunter2');
  expect(line.toLowerCase()).toMatch(/:\/\/\*\*\*@(db|registry)/);
});
