import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { SourceNumber } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import { parseJson } from '../platform/json.ts';
import { openClient, serverTimeOf } from './client.ts';
import { LocalBudget } from './call-budget.ts';
import { openExchange } from './exchange.ts';
import type { ExchangeOptions } from './exchange.ts';
import { unknownFieldOf } from './client-errors.ts';

const never = new AbortController().signal;

interface Sent {
  url: URL;
  init: RequestInit;
}

function clientOf(
  answer: () => Response | Promise<Response>,
  options: Partial<ExchangeOptions> = {},
) {
  const sent: Sent[] = [];
  const clock = {
    ...systemClock,
    sleep: (_ms: number, signal?: AbortSignal) => untilAborted(signal),
  };
  const exchange = openExchange({
    url: 'https://acme.my.workfront.com/',
    signIn: { headers: async () => ({ sessionID: 's3cret' }), renew: async () => false },
    parseJson,
    clock,
    budget: new LocalBudget({ callsMax: 4, clock: systemClock }),
    fetch: async (url, init = {}) => {
      sent.push({ url: new URL(url instanceof Request ? url.url : url), init });
      return answer();
    },
    ...options,
  });
  const client = openClient({ exchange, apiVersion: 21 });
  return { client, sent };
}

function untilAborted(signal?: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(new Error('aborted')));
  });
}

async function failureOf(promise: Promise<unknown>): Promise<PipelineError> {
  const error: unknown = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof PipelineError) return error;
  throw new Error(`no PipelineError: ${String(error)}`);
}

const errorBody = (javaClass: string, message = 'so it says') =>
  JSON.stringify({ error: { class: javaClass, message } });

describe('the client', () => {
  test('asks with its credentials and gives back the rows, numbers unrounded', async () => {
    const { client, sent } = clientOf(
      () => new Response('{"data":[{"ID":"a","n":12345678901234567890}]}'),
    );
    const { data: rows } = await client.search(
      'JRNLE',
      [
        ['$$LIMIT', '2000'],
        ['a b', 'c+d'],
      ],
      never,
    );
    expect(rows).toEqual([{ ID: 'a', n: new SourceNumber('12345678901234567890') }]);
    expect(sent[0]?.url.href).toBe(
      'https://acme.my.workfront.com/attask/api/v21.0/JRNLE/search?%24%24LIMIT=2000&a+b=c%2Bd',
    );
    expect(sent[0]?.init.headers).toMatchObject({ sessionID: 's3cret' });
    expect(sent[0]?.init.redirect).toBe('manual');
  });

  test('reads the published samples of an answer and of a refusal', async () => {
    const sample = (name: string) =>
      readFileSync(new URL(`../../test/fixtures/rest_core/${name}`, import.meta.url));
    const answer = clientOf(() => new Response(sample('search.json')));
    expect((await answer.client.search('ROLE', [], never)).data).toHaveLength(9);
    const refused = clientOf(() => new Response(sample('exception.json')));
    const error = await failureOf(refused.client.search('ROLE', [], never));
    expect([error.code, error.context['javaClass']]).toEqual([
      'WORKFRONT_REFUSED',
      'com.attask.common.AuthenticationException',
    ]);
  });

  test('sends a query that the CDN would refuse as a form', async () => {
    const { client, sent } = clientOf(() => new Response('{"data":[]}'));
    await client.search('TASK', [['ID', 'x'.repeat(9_000)]], never);
    expect(sent[0]?.url.search).toBe('?method=GET');
    expect(sent[0]?.init.method).toBe('POST');
    expect(sent[0]?.init.body).toBe(`ID=${'x'.repeat(9_000)}`);
  });

  test('says by status what a failure is worth', async () => {
    const cases: [number, string][] = [
      [302, 'WORKFRONT_REFUSED'],
      [400, 'WORKFRONT_REFUSED'],
      [401, 'WORKFRONT_REFUSED'],
      [403, 'WORKFRONT_REFUSED'],
      [404, 'WORKFRONT_REFUSED'],
      [408, 'WORKFRONT_UNAVAILABLE'],
      [410, 'WORKFRONT_REFUSED'],
      [422, 'WORKFRONT_REFUSED'],
      [429, 'WORKFRONT_THROTTLED'],
      [500, 'WORKFRONT_UNAVAILABLE'],
      [503, 'WORKFRONT_UNAVAILABLE'],
    ];
    for (const [status, code] of cases) {
      const { client } = clientOf(() => new Response(errorBody('x'), { status }));
      const error = await failureOf(client.search('JRNLE', [], never));
      expect(error.code, String(status)).toBe(code);
      expect(error.message).toContain('so it says');
      expect(error.message).not.toContain('s3cret');
    }
  });

  test('names the setting of a version that is gone', async () => {
    const { client } = clientOf(() => new Response(errorBody('x'), { status: 410 }));
    const { message } = await failureOf(client.search('JRNLE', [], never));
    expect(message).toMatch(/version of the API is gone: set WORKFRONT_API_VERSION/);
  });

  test('sees the error in a body of status 200', async () => {
    const cases = [
      ['com.attask.common.AuthenticationException', 'WORKFRONT_REFUSED'],
      ['java.lang.IllegalArgumentException', 'WORKFRONT_REFUSED'],
      ['com.attask.common.ThrottlingException', 'WORKFRONT_THROTTLED'],
      ['java.lang.NullPointerException', 'WORKFRONT_UNAVAILABLE'],
      ['', 'WORKFRONT_UNAVAILABLE'],
    ] as const;
    for (const [javaClass, code] of cases) {
      const { client } = clientOf(() => new Response(errorBody(javaClass)));
      expect((await failureOf(client.search('JRNLE', [], never))).code, javaClass).toBe(code);
    }
  });

  test('takes a cut, foreign or empty answer as no answer', async () => {
    for (const text of ['{"data":[{"ID":"a"', '<html>', '', '[]', '{}', '{"data":{}}', '\xff']) {
      const bytes = Buffer.from(text, 'latin1');
      const { client } = clientOf(() => new Response(bytes));
      const error = await failureOf(client.search('JRNLE', [], never));
      expect(error.code, text).toBe('WORKFRONT_UNAVAILABLE');
    }
  });

  test('takes a broken connection and an answer beyond its limit as no answer', async () => {
    const broken = clientOf(() => Promise.reject(new TypeError('fetch failed')));
    expect((await failureOf(broken.client.search('A', [], never))).code).toBe(
      'WORKFRONT_UNAVAILABLE',
    );
    const endless = clientOf(() => new Response('x'.repeat(100)), { bodyBytesMax: 10 });
    expect((await failureOf(endless.client.search('A', [], never))).message).toContain('10 bytes');
  });

  test('stops waiting for an answer that does not come', async () => {
    const { client } = clientOf(() => new Response(), {
      clock: { ...systemClock, sleep: async () => undefined },
      fetch: async (_url, init) => untilAborted(init?.signal ?? undefined),
    });
    const error = await failureOf(client.search('A', [], never));
    expect(error.code).toBe('WORKFRONT_UNAVAILABLE');
    expect(error.message).toContain('in time');
  });

  test('stops at once when the process drains, with the reason of the drain', async () => {
    const aborter = new AbortController();
    const { client } = clientOf(() => new Response(), {
      fetch: async (_url, init) => untilAborted(init?.signal ?? undefined),
    });
    const asked = client.search('A', [], aborter.signal);
    aborter.abort(new Error('draining'));
    await expect(asked).rejects.toThrow('draining');
    await expect(client.search('A', [], aborter.signal)).rejects.toThrow('draining');
  });

  test('tells an instant of the server at which it was asked, or none', async () => {
    const headers = { date: 'Thu, 01 Jan 2026 00:00:10 GMT' };
    let nowMs = 0;
    const clock = {
      ...systemClock,
      monotonicMs: () => (nowMs += 1_500),
      sleep: (_ms: number, signal?: AbortSignal) => untilAborted(signal),
    };
    const dated = clientOf(() => new Response('{"data":[]}', { headers }), { clock });
    const { askedMicros } = await dated.client.search('TASK', [], never);
    expect(askedMicros).toBe((Date.UTC(2026, 0, 1, 0, 0, 10) - 1_500) * 1000);
    expect(() => serverTimeOf('x', { askedMicros: null })).toThrow(/x has no Date header/);
    const undated = clientOf(() => new Response('{"data":[]}'));
    expect((await undated.client.search('TASK', [], never)).askedMicros).toBeNull();
  });

  test('measures how far the clock of the server is ahead of ours', async () => {
    const headers = { date: 'Thu, 01 Jan 2026 00:01:30 GMT' };
    const nowMicros = () => asMicros(Date.UTC(2026, 0, 1) * 1000);
    const skews: number[] = [];
    const onSkew = (ms: number) => skews.push(Math.floor(ms / 1_000));
    const clock = { ...systemClock, nowMicros };
    const ahead = clientOf(() => new Response('{"data":[]}', { headers }), { clock, onSkew });
    await ahead.client.search('TASK', [], never);
    await clientOf(() => new Response('{"data":[]}'), { onSkew }).client.search('A', [], never);
    expect(skews).toEqual([90]);
  });

  test('knows which field an API version does not have, and how long to wait', async () => {
    const message = 'APIModel V21_0 does not support field companyID (JournalEntry)';
    const refused = clientOf(() => new Response(errorBody('x', message), { status: 400 }));
    const error = await failureOf(refused.client.search('JRNLE', [], never));
    expect(unknownFieldOf(error)).toBe('companyID');
    expect(unknownFieldOf(new Error(message))).toBeNull();
    const headers = { 'retry-after': '7' };
    const throttled = clientOf(() => new Response('', { status: 429, headers }));
    const { context } = await failureOf(throttled.client.search('A', [], never));
    expect(context['retryAfterMs']).toBe(7_000);
  });
});
