import { expect, test } from 'vitest';
import { deadLetter } from './dead-letters.ts';

test('a dead letter is the input whole, with its reason and origin in the headers', () => {
  const bytes = Buffer.from([0, 255, 1]);
  const [record, ...more] = deadLetter({
    topic: 'workfront.dead-letters',
    reason: 'UNDECODABLE',
    message: 'x'.repeat(5000),
    service: 'projector',
    bytes,
    key: 'id',
    source: { topic: 'workfront.task.changes', partition: '3', offset: '42' },
  });
  expect(more).toEqual([]);
  expect(record).toMatchObject({ topic: 'workfront.dead-letters', key: 'id', value: bytes });
  expect(record?.headers).toEqual({
    reason: 'UNDECODABLE',
    message: 'x'.repeat(1000),
    service: 'projector',
    'source.topic': 'workfront.task.changes',
    'source.partition': '3',
    'source.offset': '42',
  });
});

test('a letter that no record could hold travels in parts of one partition', () => {
  const bytes = Buffer.from(Array.from({ length: 25 }, (_, at) => at));
  const letter = { topic: 't', reason: 'UNDECODABLE', message: 'm', service: 'projector' } as const;
  const parts = deadLetter({ ...letter, bytes, source: {} }, 10);
  expect(parts.map(({ headers }) => headers['part'])).toEqual(['1/3', '2/3', '3/3']);
  expect(new Set(parts.map(({ headers }) => headers['letter'])).size).toBe(1);
  expect(new Set(parts.map(({ key }) => String(key))).size).toBe(1);
  expect(parts[0]?.key).not.toBeNull();
  expect(Buffer.concat(parts.map(({ value }) => value))).toEqual(bytes);
});
