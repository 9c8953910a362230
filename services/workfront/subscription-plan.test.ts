import { describe, expect, test } from 'vitest';
import { applySubscriptionSteps } from './apply-subscriptions.ts';
import type { ExistingSubscription, WantedSubscription } from './subscription-client.ts';
import type { SubscriptionClient } from './subscription-client.ts';
import { planSubscriptions, webhookBase } from './subscription-plan.ts';

const BASE = webhookBase('https://cdc.example/');
const TOKEN = 'secret-token-1234';
const FILTER = { fieldName: 'status', fieldValue: 'CUR', comparison: 'eq' };

const WANTED: WantedSubscription = {
  objCode: 'TASK',
  eventType: 'UPDATE',
  url: `${BASE}TASK`,
  version: 'v2',
  base64: false,
  filters: [],
  filterConnector: 'AND',
};

function existing(change: Partial<ExistingSubscription> = {}): ExistingSubscription {
  return {
    id: 's1',
    objCode: 'TASK',
    eventType: 'UPDATE',
    url: `${BASE}TASK`,
    objId: '',
    version: 'v2',
    maskedToken: '****1234',
    base64: false,
    filters: [],
    connector: null,
    failures: 0,
    breaker: 'closed',
    ...change,
  };
}

const plan = (wanted: readonly WantedSubscription[], found: readonly ExistingSubscription[]) =>
  planSubscriptions(wanted, BASE, TOKEN, found);

test('what is as it should be is left alone, and so is what other receivers have', () => {
  const other = existing({ url: 'https://other.example/webhook/TASK' });
  expect(plan([WANTED], [existing(), other])).toEqual({
    steps: [],
    present: 1,
    drift: [],
    foreign: 1,
  });
});

test('what is missing is created', () => {
  expect(plan([WANTED], []).steps).toEqual([{ act: 'create', wanted: WANTED }]);
});

describe('what cannot be edited is made anew', () => {
  test.each([
    ['another token', { maskedToken: '****9999' }, /another token/],
    ['filters', { filters: [FILTER] }, /other filters/],
    ['one object alone', { objId: '5f3' }, /object 5f3 alone/],
    ['base64', { base64: true }, /base64/],
  ])('%s', (_, change, why) => {
    const [step] = plan([WANTED], [existing(change)]).steps;
    expect(step).toMatchObject({ act: 'recreate', existing: { id: 's1' } });
    expect(step?.act === 'recreate' && step.why.join()).toMatch(why);
  });

  test('but not for filters that only read differently, nor for what is not told', () => {
    const reordered = {
      comparison: 'eq',
      state: 'newState',
      fieldValue: 'CUR',
      fieldName: 'status',
    };
    const wanted = { ...WANTED, filters: [FILTER] };
    expect(plan([wanted], [existing({ filters: [reordered] })]).steps).toEqual([]);
    const untold = existing({ filters: null, base64: null, version: null, maskedToken: '*****' });
    expect(plan([wanted], [untold]).steps).toEqual([]);
  });
});

test('another version is switched to, in place', () => {
  expect(plan([WANTED], [existing({ version: 'v1' })]).steps).toEqual([
    { act: 'switch', wanted: WANTED, id: 's1' },
  ]);
});

test('of two the better one is kept, and what nobody wants is deleted', () => {
  const filtered = existing({ id: 'worse', filters: [FILTER] });
  const group = existing({ id: 'group', objCode: 'GROUP', url: `${BASE}GROUP` });
  const { steps, present } = plan([WANTED], [filtered, existing({ id: 'better' }), group]);
  expect(present).toBe(1);
  expect(steps.map((step) => [step.act, 'existing' in step && step.existing.id])).toEqual([
    ['delete', 'worse'],
    ['delete', 'group'],
  ]);
});

test('a breaker that is open is told, for it is not ours to close', () => {
  const { drift, steps } = plan([WANTED], [existing({ breaker: 'frozen' })]);
  expect(steps).toEqual([]);
  expect(drift[0]).toMatch(/frozen/);
});

describe('applying', () => {
  function clientOf(answers: (string | null)[]) {
    const calls: string[] = [];
    const client: SubscriptionClient = {
      list: async () => ({ subscriptions: [], askedMicros: null }),
      create: async ({ objCode }) => {
        calls.push(`create ${objCode}`);
        const version = answers.shift() ?? null;
        return version === null ? null : { id: 'new', version };
      },
      remove: async (id) => void calls.push(`remove ${id}`),
      switchVersion: async (id, version) => void calls.push(`switch ${id} ${version}`),
    };
    return { client, calls };
  }

  const never = new AbortController().signal;
  const recreate = {
    ...({ act: 'recreate' } as const),
    wanted: WANTED,
    existing: existing(),
    why: ['has other filters'],
  };

  test('makes the new one before it deletes the old, so that nothing is missed', async () => {
    const { client, calls } = clientOf(['v2']);
    const { done } = await applySubscriptionSteps(client, [recreate], TOKEN, never);
    expect(calls).toEqual(['create TASK', 'remove s1']);
    expect(done).toEqual({ create: 0, recreate: 1, switch: 0, delete: 0 });
  });

  test('and after it where Workfront takes the two for one', async () => {
    const { client, calls } = clientOf([null, 'v2']);
    await applySubscriptionSteps(client, [recreate], TOKEN, never);
    expect(calls).toEqual(['create TASK', 'remove s1', 'create TASK']);
  });

  test('brings what was made to the version that is wanted', async () => {
    const { client, calls } = clientOf(['v1']);
    await applySubscriptionSteps(client, [{ act: 'create', wanted: WANTED }], TOKEN, never);
    expect(calls).toEqual(['create TASK', 'switch new v2']);
  });
});
