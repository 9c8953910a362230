import { expect, test } from 'vitest';
import { deadLetter } from './dead-letters.ts';

test('a dead letter is the input whole, with its reason and origin in the headers', () => {
  const bytes = Buffer.from([0, 255, 1]);
  const record = deadLetter({
    topic: 'workfront.dead-letters',
    reason: 'UNDECODABLE',
    message: 'x'.repeat(5000),
    service: 'projector',
    bytes,
    key: 'id',
    source: { topic: 'workfront.task.changes', partition: '3', offset: '42' },
  });
  expect(record).toMatchObject({ topic: 'workfront.dead-letters', key: 'id', value: bytes });
  expect(record.headers).toEqual({
    reason: 'UNDECODABLE',
    message: 'x'.repeat(1000),
    service: 'projector',
    'source.topic': 'workfront.task.changes',
    'source.partition': '3',
    'source.offset': '42',
  });
});
