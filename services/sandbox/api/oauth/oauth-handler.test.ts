import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../../../test/support/local-sandbox.ts';
import type { Answer, LocalSandbox } from '../../../../test/support/local-sandbox.ts';

const OAUTH = '/integrations/oauth2';
const TOKEN = `${OAUTH}/api/v1/token`;
const REDIRECT = 'http://127.0.0.1:9000/callback';
const SEARCH = '/attask/api/v21.0/PROJ/search';
const CLIENT = { client_id: 'sandbox', client_secret: 'sandbox' };
const NOBODY: Record<string, string> = {};

let local: LocalSandbox;

beforeEach(() => {
  local = localSandbox();
});

const query = (members: object): string => new URLSearchParams({ ...members }).toString();

function authorize(more: object = {}, headers: Record<string, string> = { apikey: 'key' }): Answer {
  const asked = { client_id: 'sandbox', redirect_uri: REDIRECT, response_type: 'code', ...more };
  return local.ask('GET', `${OAUTH}/authorize?${query(asked)}`, undefined, headers);
}

function sentBack(answer: Answer): URLSearchParams {
  expect(answer.status).toBe(302);
  const url = new URL(answer.headers['location'] ?? '');
  expect(url.href.startsWith(REDIRECT)).toBe(true);
  return url.searchParams;
}

const codeOf = (answer: Answer): string => sentBack(answer).get('code') ?? '';

function exchangeCode(code: string, more: object = CLIENT): Answer {
  const sent = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, ...more };
  return local.ask('POST', TOKEN, query(sent), NOBODY);
}

function refresh(token: string, more: object = CLIENT): Answer {
  const sent = { grant_type: 'refresh_token', refresh_token: token, ...more };
  return local.ask('POST', TOKEN, query(sent), NOBODY);
}

function refusal(answer: Answer): readonly [number, unknown] {
  return [answer.status, answer.at('error')];
}

const statusWith = (sessionID: string): number =>
  local.ask('GET', SEARCH, undefined, { sessionid: sessionID }).status;

describe('authorization codes (reference C.1)', () => {
  it('become an access token that is used as sessionID', () => {
    const back = sentBack(authorize({ state: 'xyz' }));
    expect([back.get('state'), back.get('domain'), back.get('lane')]).toEqual(
      'xyz sandbox sandbox'.split(' '),
    );
    const tokens = exchangeCode(back.get('code') ?? '');
    expect(tokens.body).toMatchObject({ token_type: 'sessionID', expires_in: 28_800 });
    expect(tokens.at('wid')).toBe(local.sandbox.access.keyUserID);
    expect(statusWith(tokens.text('access_token'))).toBe(200);
    expect(statusWith(tokens.text('refresh_token'))).toBe(401);
  });

  it('name the domain and the lane of the host', () => {
    const headers = { apikey: 'key', host: 'acme.preview.workfront.com' };
    const back = sentBack(authorize({}, headers));
    expect([back.get('domain'), back.get('lane')]).toEqual(['acme', 'preview']);
  });

  it('live two minutes and work once', async () => {
    const late = codeOf(authorize());
    await local.clock.advance(120_001);
    expect(refusal(exchangeCode(late))).toEqual([400, 'invalid_grant']);
    const code = codeOf(authorize());
    await local.clock.advance(119_000);
    expect(exchangeCode(code).status).toBe(200);
    expect(refusal(exchangeCode(code))).toEqual([400, 'invalid_grant']);
    expect(refusal(exchangeCode('made up'))).toEqual([400, 'invalid_grant']);
  });

  it('are taken as JSON with Basic too, and only from where they were sent', () => {
    const basic = Buffer.from('sandbox:sandbox').toString('base64');
    const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/json' };
    const body = (code: string, redirectURL: string): object => ({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectURL,
    });
    const first = body(codeOf(authorize()), REDIRECT);
    expect(local.ask('POST', TOKEN, first, headers).status).toBe(200);
    const second = body(codeOf(authorize()), 'http://elsewhere/');
    expect(refusal(local.ask('POST', TOKEN, second, headers))).toEqual([400, 'invalid_grant']);
  });

  it('are the logged-in user’s, who may refuse', () => {
    expect(refusal(authorize({}, NOBODY))).toEqual([401, 'login_required']);
    const user = [...local.sandbox.tenant.store.rows('USER')].at(-1);
    const login = `/attask/api/v21.0/login?username=${requiredText(user?.['username'])}&password=secret`;
    const sessionID = local.ask('POST', login).text('data.sessionID');
    const tokens = exchangeCode(codeOf(authorize({}, { cookie: `attask=${sessionID}` })));
    expect(tokens.at('wid')).toBe(user?.['ID']);
    local.ask('PUT', '/sandbox/settings', { oauthConsent: false });
    expect(sentBack(authorize()).get('error')).toBe('access_denied');
  });

  it('go to no application and no address that is not registered', () => {
    expect(refusal(authorize({ client_id: 'other' }))).toEqual([400, 'invalid_client']);
    for (const address of ['http://elsewhere/', `${REDIRECT}/more`, '', 'javascript:alert(1)']) {
      expect(refusal(authorize({ redirect_uri: address }))).toEqual([400, 'invalid_request']);
    }
    const back = sentBack(authorize({ response_type: 'token' }));
    expect([back.get('error'), back.get('code')]).toEqual(['unsupported_response_type', null]);
  });

  it('need the verifier instead of the secret with PKCE', () => {
    const verifier = 'N28zVMsKU6ptUjHaYWg3T1NFTDQqcW1R4BU5NXywapNac4hhfkxjwfhZQat';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const pkce = { code_challenge_method: 'S256', code_challenge: challenge };
    const plain = { ...pkce, code_challenge_method: 'plain' };
    expect(sentBack(authorize(plain)).get('error')).toBe('invalid_request');
    const client = { client_id: 'sandbox' };
    const wrong = exchangeCode(codeOf(authorize(pkce)), { ...client, code_verifier: 'no' });
    expect(refusal(wrong)).toEqual([400, 'invalid_grant']);
    const right = { ...client, code_verifier: verifier };
    const tokens = exchangeCode(codeOf(authorize(pkce)), right);
    expect(statusWith(tokens.text('access_token'))).toBe(200);
    expect(refresh(tokens.text('refresh_token'), client).status).toBe(200);
    expect(refusal(exchangeCode(codeOf(authorize()), right))).toEqual([401, 'invalid_client']);
  });
});

describe('refresh tokens (reference C.1)', () => {
  const tokensOf = (): Answer => exchangeCode(codeOf(authorize()));

  it('outlive the session and are rotated, if the application is set so', async () => {
    const first = tokensOf();
    await local.clock.advance(9 * 3_600_000);
    expect(statusWith(first.text('access_token'))).toBe(401);
    const second = refresh(first.text('refresh_token'));
    expect(statusWith(second.text('access_token'))).toBe(200);
    expect(refusal(refresh(first.text('refresh_token')))).toEqual([400, 'invalid_grant']);
    local.ask('PUT', '/sandbox/settings', { oauthRefreshRotation: false });
    const token = second.text('refresh_token');
    expect([1, 2].map(() => refresh(token).text('refresh_token'))).toEqual([token, token]);
  });

  it('expire absolutely, rotated or not, when the application is set so', async () => {
    local.ask('PUT', '/sandbox/settings', { oauthRefreshDays: 1 });
    const first = tokensOf();
    await local.clock.advance(20 * 3_600_000);
    const second = refresh(first.text('refresh_token'));
    await local.clock.advance(5 * 3_600_000);
    expect(refusal(refresh(second.text('refresh_token')))).toEqual([400, 'invalid_grant']);
  });
});

describe('the token endpoint refuses (RFC 6749, 5.2; Adobe publishes no error)', () => {
  it.each([
    ['another secret', { grant_type: 'refresh_token', ...CLIENT, client_secret: 'x' }, 401],
    ['no client', { grant_type: 'authorization_code' }, 401],
    ['another grant', { grant_type: 'password', ...CLIENT }, 400],
    ['no grant', CLIENT, 400],
  ])('%s', (_what, sent, status) => {
    const answer = local.ask('POST', TOKEN, query(sent), NOBODY);
    const code = status === 401 ? 'invalid_client' : 'unsupported_grant_type';
    expect(refusal(answer)).toEqual([status, code]);
    expect(answer.text('error_description')).not.toBe('');
  });

  it('bodies that are no JSON, other methods and other paths', () => {
    const json = { 'content-type': 'application/json' };
    for (const body of ['{"grant', '7', '']) {
      const answer = local.ask('POST', TOKEN, body, json);
      expect(refusal(answer)).toEqual([400, 'invalid_request']);
    }
    expect(local.ask('GET', TOKEN).status).toBe(405);
    expect(local.ask('POST', `${OAUTH}/authorize`, {}).status).toBe(405);
    expect(local.ask('POST', `${OAUTH}/__proto__`, {}).status).toBe(404);
    expect(local.ask('POST', `${OAUTH}constructor`, {}).status).toBe(404);
  });
});

describe('a JSON Web Token (reference C.1)', () => {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ type: 'spki', format: 'pem' });
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  function tokenOf(claims: object, head: object = { alg: 'RS256', typ: 'JWT' }): string {
    const { customerID, clock } = local.sandbox.tenant;
    const exp = Math.floor(clock.nowMicros() / 1e6) + 60;
    const sub = local.sandbox.access.keyUserID;
    const signed = `${part(head)}.${part({ iss: customerID, sub, exp, ...claims })}`;
    const signature = sign('RSA-SHA256', Buffer.from(signed), privateKey).toString('base64url');
    return `${signed}.${signature}`;
  }

  function exchange(token: string, more: object = CLIENT): Answer {
    const url = `${OAUTH}/api/v1/jwt/exchange`;
    return local.ask('POST', url, query({ jwt_token: token, ...more }), NOBODY);
  }

  beforeEach(() => {
    local.ask('PUT', '/sandbox/settings', { oauthPublicKey: pem });
  });

  it('is exchanged for the access token of its user', () => {
    const tokens = exchange(tokenOf({}));
    expect(tokens.at('token_type')).toBe('sessionID');
    expect(statusWith(tokens.text('access_token'))).toBe(200);
  });

  it.each([
    ['has expired', { exp: 1 }],
    ['never expires', { exp: null }],
    ['is another customer’s', { iss: 'x' }],
    ['is nobody’s', { sub: '0'.repeat(32) }],
  ])('is refused when it %s', (_what, claims) => {
    expect(refusal(exchange(tokenOf(claims)))).toEqual([400, 'invalid_grant']);
  });

  it('is refused when it is not signed with the registered key', () => {
    const [head = '', body = '', signature = ''] = tokenOf({}).split('.');
    const forged = [`${head}.${part({ iss: 'x' })}.${signature}`, `${head}.${body}.`, 'a.b', ''];
    const unsigned = `${part({ alg: 'none' })}.${body}.`;
    for (const token of [...forged, unsigned, tokenOf({}, { alg: 'HS256' })]) {
      expect(refusal(exchange(token))).toEqual([400, 'invalid_grant']);
    }
    expect(refusal(exchange(tokenOf({}), {}))).toEqual([401, 'invalid_client']);
    local.ask('PUT', '/sandbox/settings', { oauthPublicKey: '' });
    expect(refusal(exchange(tokenOf({})))).toEqual([400, 'invalid_grant']);
  });
});
