import { expect, test } from 'vitest';
import { CAPTURED_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';
import { planTopics, refuseFragile, wantedTopics } from './topics.ts';

const PRODUCTION = { prefix: 'workfront', local: false };

test('every captured type has a topic, and so have other types and dead letters', async () => {
  const topics = await wantedTopics(PRODUCTION);
  const names = topics.map(({ topic }) => topic);
  for (const objCode of CAPTURED_OBJECT_CODES) {
    expect(names).toContain(`workfront.${objCode.toLowerCase()}.changes`);
  }
  expect(names).toContain('workfront.other.changes');
  expect(names).toContain('workfront.dead-letters');
  expect(new Set(names).size).toBe(names.length);
  for (const { configs } of topics) {
    expect(configs).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': '-1',
      'max.message.bytes': '16777216',
    });
  }
});

test('outside the local stack one lost machine loses nothing', async () => {
  expect(() => refuseFragile([])).not.toThrow();
  const production = await wantedTopics(PRODUCTION);
  expect(() => refuseFragile(production)).not.toThrow();
  const local = await wantedTopics({ ...PRODUCTION, local: true });
  expect(() => refuseFragile(local)).toThrow('has replication 1');
  const [first] = production;
  if (!first) throw new Error('no topics');
  const weak = { ...first, configs: { ...first.configs, 'min.insync.replicas': '1' } };
  expect(() => refuseFragile([weak])).toThrow('min.insync.replicas 1');
});

test('a plan says what is missing and what differs, and wants nothing changed where all is well', () => {
  const wanted = { topic: 'a', partitions: 6, replicationFactor: 3, configs: { x: '1', y: '2' } };
  const missing = { ...wanted, topic: 'b' };
  const drifted = { ...wanted, partitions: 3, configs: { x: '1', y: '9', z: '0' } };
  expect(planTopics([wanted, missing], [drifted])).toEqual({
    missing: [missing],
    drift: [
      { topic: 'a', setting: 'partitions', wanted: '6', actual: '3' },
      { topic: 'a', setting: 'y', wanted: '2', actual: '9' },
    ],
  });
  expect(planTopics([wanted], [wanted])).toEqual({ missing: [], drift: [] });
});
