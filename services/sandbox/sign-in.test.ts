import { generateKeyPairSync } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../test/support/local-sandbox.ts';
import { systemClock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { openClient } from '../workfront/client.ts';
import { openExchange } from '../workfront/exchange.ts';
import { refreshTokenForCode } from '../workfront/sign-in/grants.ts';
import { NOBODY } from '../workfront/sign-in/credentials.ts';
import { openSignIn } from '../workfront/sign-in/open-sign-in.ts';
import type { Credentials, TokenPlace } from '../workfront/sign-in/credentials.ts';

const never = new AbortController().signal;
const REDIRECT = 'http://127.0.0.1:9000/callback';
const APPLICATION = { clientID: 'sandbox', clientSecret: () => 'sandbox' };
const KEYS = generateKeyPairSync('rsa', { modulusLength: 2048 });

let local: LocalSandbox;
/** What was asked, method and path. */
let asked: string[];

beforeEach(() => {
  local = localSandbox();
  asked = [];
});

const toSandbox: typeof fetch = async (url, init = {}) => {
  const { pathname, search } = new URL(url instanceof Request ? url.url : url);
  const headers = Object.fromEntries(new Headers(init.headers));
  const method = init.method ?? 'GET';
  asked.push(`${method} ${pathname}`);
  // A secret in a query stands in the log of every proxy.
  expect(search).not.toMatch(/secret|password|token/i);
  const answer = local.ask(method, pathname + search, init.body ?? undefined, headers);
  return new Response(JSON.stringify(answer.body), {
    status: answer.status,
    headers: answer.headers,
  });
};

function parts() {
  const clock = { ...systemClock, nowMicros: () => local.clock.nowMicros() };
  const budget = new LocalBudget({ callsMax: 1, clock: systemClock });
  const common = { url: 'http://tenant.test', parseJson, clock, fetch: toSandbox, budget };
  return { clock, common, door: openExchange({ ...common, signIn: NOBODY }) };
}

function clientOf(credentials: Credentials) {
  const { clock, common, door } = parts();
  const signIn = openSignIn(credentials, 'attask', { door, apiVersion: 21, clock });
  return openClient({ exchange: openExchange({ ...common, signIn }), apiVersion: 21 });
}

async function search(credentials: Credentials | ReturnType<typeof clientOf>): Promise<number> {
  const client = 'kind' in credentials ? clientOf(credentials) : credentials;
  return (await client.search('PROJ', [['$$LIMIT', '2']], never)).data.length;
}

function signInCalls(): number {
  return asked.filter((one) => /login|oauth2/.test(one)).length;
}

function user(): { username: string; ID: string } {
  const rows = local.get('/attask/api/v21.0/USER/search?fields=username').at('data');
  const [row] = rows as { username: string; ID: string }[];
  if (row === undefined) throw new Error('no user');
  return row;
}

function login(password = 'secret'): Credentials {
  return { kind: 'login', username: user().username, password: () => password };
}

function jwt(more: Partial<Credentials & { kind: 'jwt' }> = {}): Credentials {
  const settings = { oauthPublicKey: KEYS.publicKey.export({ type: 'spki', format: 'pem' }) };
  expect(local.ask('PUT', '/sandbox/settings', settings).status).toBeLessThan(300);
  return {
    kind: 'jwt',
    application: APPLICATION,
    privateKey: () => KEYS.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    customerID: local.sandbox.tenant.customerID,
    userID: user().ID,
    ...more,
  };
}

/** A place that a file would be. */
function place(token: string): TokenPlace & { now: () => string } {
  let held = token;
  return { read: () => held, write: (next) => void (held = next), now: () => held };
}

async function consent(): Promise<string> {
  const query = new URLSearchParams({
    client_id: 'sandbox',
    redirect_uri: REDIRECT,
    response_type: 'code',
  });
  const path = `/integrations/oauth2/authorize?${query.toString()}`;
  const answer = local.ask('GET', path, undefined, { apikey: 'key' });
  const code = new URL(requiredText(answer.headers['location'])).searchParams.get('code') ?? '';
  return refreshTokenForCode(parts().door, APPLICATION, { code, redirectURL: REDIRECT });
}

describe('signing in', () => {
  it('works by API key, session, login, JWT, refresh token and bearer', async () => {
    const { sessionID } = local.sandbox.access.openSession(user().ID);
    const token = await consent();
    const ways: Credentials[] = [
      { kind: 'api-key', apiKey: () => 'key' },
      { kind: 'session', sessionID: () => sessionID },
      login(),
      jwt(),
      { kind: 'refresh', application: APPLICATION, refreshToken: place(token) },
      { kind: 'bearer', token: place('key'), imsOrgID: 'SANDBOX@AdobeOrg', apiKey: 'client' },
    ];
    for (const way of ways) expect(await search(way), way.kind).toBe(2);
  });

  it('opens one session for many calls, and one more when it has ended', async () => {
    for (const way of [login(), jwt()]) {
      asked = [];
      const client = clientOf(way);
      await Promise.all([search(client), search(client), search(client)]);
      expect(signInCalls(), way.kind).toBe(1);
      local.sandbox.access.expireSessions();
      await Promise.all([search(client), search(client)]);
      expect(signInCalls(), way.kind).toBe(2);
    }
  });

  it('keeps each refresh token that Workfront gives for the one that it used up', async () => {
    const refreshToken = place(await consent());
    const first = refreshToken.now();
    const client = clientOf({ kind: 'refresh', application: APPLICATION, refreshToken });
    await search(client);
    const second = refreshToken.now();
    expect(second).not.toBe(first);
    local.sandbox.access.expireSessions();
    await search(client);
    expect(refreshToken.now()).not.toBe(second);
  });

  it('takes the refresh token that another process left when its own is used up', async () => {
    const shared = place(await consent());
    const stale = shared.now();
    await search({ kind: 'refresh', application: APPLICATION, refreshToken: shared });
    let reads = 0;
    const seenLate = { ...shared, read: () => ((reads += 1) === 1 ? stale : shared.now()) };
    const late: Credentials = {
      kind: 'refresh',
      application: APPLICATION,
      refreshToken: seenLate,
    };
    expect(await search(late)).toBe(2);
  });

  it('reads a bearer token again that was renewed beside it', async () => {
    const token = place('old');
    const client = clientOf({ kind: 'bearer', token, imsOrgID: null, apiKey: null });
    await expect(search(client)).rejects.toMatchObject({ code: 'WORKFRONT_REFUSED' });
    let reads = 0;
    const renewed = { ...token, read: () => ((reads += 1) === 1 ? 'old' : 'key') };
    expect(await search({ kind: 'bearer', token: renewed, imsOrgID: null, apiKey: null })).toBe(2);
  });
});

describe('a rejected credential', () => {
  const failing: readonly (readonly [string, () => Credentials, RegExp])[] = [
    ['API key', () => ({ kind: 'api-key', apiKey: () => 'wr0ng' }), /credentials/],
    ['session', () => ({ kind: 'session', sessionID: () => 'wr0ng' }), /credentials/],
    ['login', () => login('wr0ng'), /refused the sign-in.*WORKFRONT_PASSWORD/],
    ['customer', () => jwt({ customerID: 'wr0ng' }), /iss is not this.*WORKFRONT_CUSTOMER_ID/],
    [
      'client',
      () => jwt({ application: { clientID: 'sandbox', clientSecret: () => 'wr0ng' } }),
      /WORKFRONT_OAUTH_CLIENT_SECRET/,
    ],
    [
      'refresh token',
      () => ({ kind: 'refresh', application: APPLICATION, refreshToken: place('wr0ng') }),
      /used up, expired or withdrawn/,
    ],
  ];
  it.each(failing)('(%s) is one fatal message that says what to mend', async (_, way, message) => {
    const error: unknown = await search(way()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'WORKFRONT_REFUSED' });
    expect(String(error)).toMatch(message);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain('wr0ng');
  });

  it('is told when a new refresh token cannot be kept', async () => {
    const refreshToken = { read: place(await consent()).read, write: null };
    const way: Credentials = { kind: 'refresh', application: APPLICATION, refreshToken };
    await expect(search(way)).rejects.toThrow(/WORKFRONT_OAUTH_REFRESH_TOKEN_FILE/);
  });

  it('is told from a sign-in that cannot be asked for now', async () => {
    const fetchNothing: typeof fetch = async () => new Response('', { status: 503 });
    const { clock, common } = parts();
    const door = openExchange({ ...common, fetch: fetchNothing, signIn: NOBODY });
    const signIn = openSignIn(login(), 'attask', { door, apiVersion: 21, clock });
    await expect(signIn.headers()).rejects.toMatchObject({ code: 'WORKFRONT_UNAVAILABLE' });
  });
});
