import { describe, expect, test } from 'vitest';

import { SUBSCRIBABLE_OBJECT_CODES } from '../workfront/catalogue/catalogue.ts';
import type { ExistingSubscription } from '../workfront/subscription-client.ts';
import { planSubscriptions, wantedSubscriptions } from './subscription-plan.ts';

const PUBLIC = 'https://cdc.example/';
const TOKEN = 'secret-token-1234';

function existing(change: Partial<ExistingSubscription>): ExistingSubscription {
  return {
    id: 's1',
    objCode: 'TASK',
    eventType: 'UPDATE',
    url: 'https://cdc.example/webhook/TASK',
    objId: '',
    version: 'v2',
    maskedToken: '****1234',
    base64: false,
    filters: 0,
    breaker: 'closed',
    ...change,
  };
}

test('every subscribable type has three events and a URL of its own', () => {
  const wanted = wantedSubscriptions(PUBLIC);
  expect(wanted).toHaveLength(SUBSCRIBABLE_OBJECT_CODES.length * 3);
  expect(new Set(wanted.map(({ url }) => url)).size).toBe(SUBSCRIBABLE_OBJECT_CODES.length);
  const first = { objCode: 'TASK', eventType: 'CREATE', url: 'https://cdc.example/webhook/TASK' };
  expect(wanted).toContainEqual(first);
});

test('what is there is not made again', () => {
  const all = wantedSubscriptions(PUBLIC).map((one) => existing({ ...one, id: one.url }));
  expect(planSubscriptions(PUBLIC, TOKEN, all)).toEqual({
    missing: [],
    present: all.length,
    drift: [],
  });
});

test('subscriptions of other receivers are not our business', () => {
  const other = existing({ url: 'https://other.example/webhook/TASK' });
  expect(planSubscriptions(PUBLIC, TOKEN, [other]).drift).toEqual([]);
});

describe('drift is told', () => {
  test.each([
    ['another token', { maskedToken: '****9999' }, /another token/],
    ['version 1', { version: 'v1' }, /version v1/],
    ['a frozen URL', { breaker: 'frozen' as const }, /frozen/],
    ['filters', { filters: 2 }, /has filters/],
    ['one object alone', { objId: '5f3' }, /object 5f3 alone/],
    ['a type that is not ours', { objCode: 'GROUP' }, /not ours/],
  ])('%s', (_, change, sentence) => {
    const { drift } = planSubscriptions(PUBLIC, TOKEN, [existing(change)]);
    expect(drift).toHaveLength(1);
    expect(drift[0]).toMatch(sentence);
  });

  test('the same subscription twice', () => {
    const { drift } = planSubscriptions(PUBLIC, TOKEN, [existing({}), existing({ id: 's2' })]);
    expect(drift[0]).toMatch(/2 times/);
  });
});

test('a subscription that lets only some changes through does not stand for one that lets all', () => {
  const { missing } = planSubscriptions(PUBLIC, TOKEN, [existing({ filters: 1 })]);
  expect(missing).toContainEqual(
    expect.objectContaining({ objCode: 'TASK', eventType: 'UPDATE' }) as unknown,
  );
});

test('a wholly masked token says nothing', () => {
  expect(planSubscriptions(PUBLIC, 'short', [existing({ maskedToken: '*****' })]).drift).toEqual(
    [],
  );
});
