import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { parseJson } from '../../platform/json.ts';
import { LocalBudget } from '../call-budget.ts';
import { openExchange } from '../exchange.ts';
import type { Exchange } from '../exchange.ts';
import type { Credentials, SignIn } from './credentials.ts';
import { NOBODY } from './credentials.ts';
import { openSignIn } from './open-sign-in.ts';

const never = new AbortController().signal;
const IMS: Credentials = {
  kind: 'ims',
  clientID: 'client',
  clientSecret: () => 'secret',
  scopes: 'openid,AdobeID',
  imsOrgID: 'ORG@AdobeOrg',
};

type Answer = (request: Request) => Response | Promise<Response>;

function exchangeOf(url: string, answer: Answer, signIn: SignIn, clock: ManualClock): Exchange {
  const budget = new LocalBudget({ callsMax: 1, clock });
  const fetched: typeof fetch = async (input, init) => answer(new Request(input, init));
  return openExchange({ url, parseJson, clock, fetch: fetched, budget, signIn });
}

/** Gives `token-1`, `token-2`, … for an hour each; the tenant knows what is not withdrawn. */
function imsAndTenant() {
  const clock = new ManualClock(0);
  const withdrawn = new Set<string>();
  const forms: string[] = [];
  const ims: Answer = async (request) => {
    forms.push(`${request.url} ${await request.text()}`);
    return Response.json({ access_token: `token-${forms.length}`, expires_in: 3600 });
  };
  const imsDoor = exchangeOf('http://ims.test', ims, NOBODY, clock);
  const door = exchangeOf('http://tenant.test', () => new Response(''), NOBODY, clock);
  const signIn = openSignIn(IMS, 'planning', { door, imsDoor, apiVersion: 21, clock });
  const tenant: Answer = ({ headers }) => {
    const token = headers.get('authorization') ?? '';
    const names = [headers.get('x-gw-ims-org-id'), headers.get('x-api-key')];
    if (withdrawn.has(token)) return Response.json({ error: { message: 'who?' } }, { status: 401 });
    return Response.json({ token, names });
  };
  const exchange = exchangeOf('http://tenant.test', tenant, signIn, clock);
  const ask = async () => {
    const call = { method: 'GET', path: '/x', name: 'x', signal: never } as const;
    return (await exchange.ask(call)).body;
  };
  return { clock, withdrawn, forms, ask };
}

describe('tokens of Adobe IMS', () => {
  it('are asked for once, with the secret in the body, and serve until they near their end', async () => {
    const { clock, forms, ask } = imsAndTenant();
    const first = { token: 'Bearer token-1', names: ['ORG@AdobeOrg', 'client'] };
    expect([await ask(), await ask()]).toEqual([first, first]);
    expect(forms).toEqual([
      'http://ims.test/ims/token/v3 grant_type=client_credentials&client_id=client&' +
        'client_secret=secret&scope=openid%2CAdobeID',
    ]);
    await clock.advance(3_300_000);
    expect(await ask()).toMatchObject({ token: 'Bearer token-2' });
  });

  it('are asked for anew when one is refused', async () => {
    const { withdrawn, ask } = imsAndTenant();
    await ask();
    withdrawn.add('Bearer token-1');
    expect(await ask()).toMatchObject({ token: 'Bearer token-2' });
  });
});

describe('a page where data belong', () => {
  const page: Answer = () =>
    new Response('<html>log in</html>', { headers: { 'content-type': 'text/html' } });
  const call = { method: 'GET', path: '/x', name: 'TASK/search', signal: never } as const;

  it('is a refusal where nothing can be renewed', async () => {
    const signIn = { headers: async () => ({ apiKey: 'key' }), renew: async () => false };
    const exchange = exchangeOf('http://tenant.test', page, signIn, new ManualClock(0));
    await expect(exchange.ask(call)).rejects.toMatchObject({
      code: 'WORKFRONT_REFUSED',
      message: expect.stringMatching(/TASK\/search.*credential/) as string,
    });
  });

  it('is not one where a new session meets it too: then it is not about who asks', async () => {
    const signIn = { headers: async () => ({ sessionID: 's' }), renew: async () => true };
    const exchange = exchangeOf('http://tenant.test', page, signIn, new ManualClock(0));
    expect(await exchange.ask(call)).toMatchObject({ status: 200, body: null });
  });
});
