import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox } from '../../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../../test/support/local-sandbox.ts';
import type { FastifyInstance } from '../../../platform/http/server.ts';
import { sandboxApp } from './serve-sandbox.ts';

const KEY = { apikey: 'key', 'content-type': 'application/json' };
const IMS = {
  authorization: 'Bearer key',
  'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
  'x-api-key': 'a',
};
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const TOKEN = '/integrations/oauth2/api/v1/token';
/** One of each API, with its form of a refusal. */
const FORMS: readonly (readonly [string, object])[] = [
  ['/attask/api/v21.0/PROJ', { error: { class: 'java.lang.IllegalArgumentException', code: 0 } }],
  [HOOKS, { error: { message: expect.any(String) as string } }],
  ['/maestro/api/v1/records', { report: { detailedMessage: expect.any(String) as string } }],
  ['/maestro/api/v2/workspaces', { requestId: expect.any(String) as string, errors: [] }],
  [TOKEN, { error: 'invalid_request', error_description: expect.any(String) as string }],
  ['/sandbox/settings', { error: expect.any(String) as string }],
  ['/nowhere', { error: { message: expect.any(String) as string } }],
];

let local: LocalSandbox;
let app: FastifyInstance;

beforeEach(() => {
  local = localSandbox();
  app = sandboxApp(local.sandbox, local.clock);
});

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
interface Seen {
  readonly status: number;
  readonly body: unknown;
}

async function ask(method: Method, url: string, payload?: string, headers = {}): Promise<Seen> {
  const sent = payload === undefined ? {} : { payload };
  const response = await app.inject({ method, url, headers: { ...KEY, ...headers }, ...sent });
  return { status: response.statusCode, body: response.json() };
}

it('tells the time by the clock of the tenant, which may be off ours', async () => {
  const dateOf = async (url: string): Promise<unknown> =>
    (await app.inject({ method: 'GET', url, headers: KEY })).headers['date'];
  const url = '/attask/api/v21.0/PROJ/search';
  expect(await dateOf(url)).toBe('Thu, 15 Jan 2026 12:00:00 GMT');
  local.ask('PUT', '/sandbox/faults', { clockLagMs: 90_000 });
  expect(await dateOf(url)).toBe('Thu, 15 Jan 2026 11:58:30 GMT');
  local.ask('PUT', '/sandbox/faults', { clockLagMs: -90_000 });
  expect(await dateOf(url)).toBe('Thu, 15 Jan 2026 12:01:30 GMT');
});

describe('what cannot be read is refused in the form of its API (reference C.5, E.2, E.3)', () => {
  it.each(FORMS)('%s: percent signs that begin no escape', async (url, form) => {
    for (const bad of ['%', '%E0%A4%A', '%zz', '%C0%80', '%ff']) {
      expect(await ask('GET', `${url}/${bad}?x=%`)).toMatchObject({ status: 400, body: form });
    }
  });

  it.each(FORMS)('%s: a body above the limit', async (url, form) => {
    const answer = await ask('POST', url, 'x'.repeat(4 * 1024 * 1024 + 1));
    expect(answer).toMatchObject({ status: 413, body: form });
    const form100 = { 'content-type': 'application/x-www-form-urlencoded' };
    const long = await ask('POST', url, `a=${'x'.repeat(5 * 1024 * 1024)}`, form100);
    expect(long).toMatchObject({ status: 413, body: form });
  });

  it.each(FORMS.slice(0, 6))('%s: JSON that breaks off', async (url, form) => {
    for (const body of ['{"name":', '{"name":"x', '[{]', '{"a":1}}', '\u0000', '{"name":"x"']) {
      const method = url === '/sandbox/settings' ? 'PUT' : 'POST';
      const answer = await ask(method, url, body, url.startsWith('/maestro') ? IMS : {});
      const isV2 = url.startsWith('/maestro/api/v2');
      const errors = [{ field: 'body', message: expect.any(String) as string }];
      expect(answer, body).toMatchObject({ status: 400, body: isV2 ? { errors } : form });
    }
  });

  it('200 with the error where that behaviour is switched on', async () => {
    local.ask('PUT', '/sandbox/settings', { errorsAs200: true });
    const answer = await ask('GET', '/attask/api/v21.0/PROJ/%');
    expect(answer).toMatchObject({ status: 200, body: { error: { code: 0 } } });
  });

  it('a path of any length', async () => {
    const long = await ask('GET', `/attask/api/v21.0/PROJ/${'a'.repeat(10_000)}`);
    expect(long).toMatchObject({ status: 414, body: { error: { class: 'URITooLong' } } });
    const planning = await ask('GET', `/maestro/api/v2/${'a'.repeat(10_000)}`, undefined, IMS);
    expect(planning).toMatchObject({ status: 404, body: { errorCode: 'NOT_FOUND' } });
  });

  it('and what can be read is answered as ever', async () => {
    const made = await ask('POST', '/attask/api/v21.0/PROJ', '{"name":"50 % üñï"}');
    expect(made).toMatchObject({ status: 200, body: { data: { name: '50 % üñï' } } });
    const url = '/attask/api/v21.0/%50ROJ/count?name=50%20%25%20%C3%BC%C3%B1%C3%AF';
    expect(await ask('GET', url)).toMatchObject({ body: { data: { count: 1 } } });
  });
});

it('a mistake of the sandbox itself is a 500 in the form of the API', async () => {
  local.sandbox.tenant.onChange(() => {
    throw new Error('broken listener');
  });
  const answer = await ask('POST', '/attask/api/v21.0/PROJ', '{"name":"x"}');
  expect(answer).toMatchObject({ status: 500, body: { error: { message: 'broken listener' } } });
});
