import { describe, expect, test } from 'vitest';

import { systemClock } from '../core/clock.ts';
import type { JsonValue } from '../core/json.ts';
import { LocalBudget } from './call-budget.ts';
import { openExchange } from './exchange.ts';
import { openSubscriptionClient, readPage } from './subscription-client.ts';

const SNAKE = {
  id: '1',
  obj_code: 'TASK',
  event_type: 'UPDATE',
  url: 'https://x/webhook/TASK',
  auth_token: '****1234',
  subscription_url: { disabled_at: '2026-01-01T00:00:00.000001', frozen_at: null },
};
const CAMEL = {
  id: '1',
  objCode: 'TASK',
  eventType: 'UPDATE',
  url: 'https://x/webhook/TASK',
  authToken: '****1234',
  subscriptionUrl: { disabledAt: '2026-01-01T00:00:00.000001', frozenAt: null },
};

describe('a page of subscriptions', () => {
  test('reads the same in both spellings', () => {
    const snake = readPage({ subscriptions: [SNAKE], meta: { page_count: 1 } });
    const camel = readPage({ subscriptions: [CAMEL], meta: { pageCount: 1 } });
    expect(camel).toEqual(snake);
    expect(snake.subscriptions[0]).toMatchObject({ objCode: 'TASK', breaker: 'disabled' });
  });

  test('may be the bare array of the deprecated list', () => {
    expect(readPage([SNAKE]).subscriptions).toHaveLength(1);
  });

  test('without a list is no answer', () => {
    expect(() => readPage({})).toThrow(/no list/);
  });
});

function clientAnswering(answers: readonly (readonly [status: number, body: JsonValue])[]) {
  const asked: string[] = [];
  const left = [...answers];
  const exchange = openExchange({
    url: 'https://acme.example/',
    signIn: { headers: async () => ({ sessionID: 's' }), renew: async () => false },
    parseJson: (text) => JSON.parse(text) as JsonValue,
    clock: systemClock,
    budget: new LocalBudget({ callsMax: 1, clock: systemClock }),
    fetch: async (input, init) => {
      asked.push(`${init?.method} ${input as string}`);
      const [status, body] = left.shift() ?? [500, null];
      return new Response(JSON.stringify(body), { status });
    },
  });
  const client = openSubscriptionClient(exchange);
  return { client, asked };
}

const WANTED = {
  ...({ objCode: 'TASK', eventType: 'CREATE', url: 'https://x/webhook/TASK' } as const),
  ...({ version: 'v2', base64: false, filters: [], filterConnector: 'AND' } as const),
};

test('every page is read', async () => {
  const meta = { page_count: 2 };
  const { client, asked } = clientAnswering([
    [200, { subscriptions: [SNAKE], meta }],
    [200, { subscriptions: [{ ...SNAKE, id: '2' }], meta }],
  ]);
  const { subscriptions } = await client.list(new AbortController().signal);
  expect(subscriptions.map(({ id }) => id)).toEqual(['1', '2']);
  expect(asked[1]).toBe(
    'GET https://acme.example/attask/eventsubscription/api/v1/subscriptions?page=2&limit=1000',
  );
});

test('a list that does not count its pages ends where one brings nothing new', async () => {
  const { client, asked } = clientAnswering([
    [200, { subscriptions: [SNAKE] }],
    [200, { subscriptions: [{ ...SNAKE, id: '2' }] }],
    [200, { subscriptions: [{ ...SNAKE, id: '2' }] }],
  ]);
  const { subscriptions } = await client.list(new AbortController().signal);
  expect(subscriptions.map(({ id }) => id)).toEqual(['1', '2']);
  expect(asked).toHaveLength(3);
});

test('409 means that it was there', async () => {
  const { client } = clientAnswering([
    [201, { id: '1', version: 'v2' }],
    [409, { message: 'exists' }],
  ]);
  const { signal } = new AbortController();
  expect(await client.create(WANTED, 'token', signal)).toEqual({ id: '1', version: 'v2' });
  expect(await client.create(WANTED, 'token', signal)).toBeNull();
});

test('403 is refused for good', async () => {
  const { client } = clientAnswering([[403, null]]);
  await expect(client.list(new AbortController().signal)).rejects.toMatchObject({
    code: 'WORKFRONT_REFUSED',
  });
});
