/** Bodies nested deeper than any stack: refused, not a crash. */
import { expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../test/support/local-sandbox.ts';
import { recordTypeNamed } from '../../test/support/planning-caller.ts';

const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';

it.each(['[', '{"$and":[', '{"operator":"AND","conditions":[', '{"a":'])(
  'a body of 100,000 times %s is refused',
  (opening) => {
    const local = localSandbox();
    const closing = opening.replaceAll(/[^[{]/g, '').replaceAll('[', ']').replaceAll('{', '}');
    const nested = `${opening.repeat(100_000)}1${[...closing].reverse().join('').repeat(100_000)}`;
    const type = requiredText(recordTypeNamed(local, 'Campaigns')['id']);
    const ims = {
      authorization: 'Bearer key',
      'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
      'x-api-key': 'a',
    };
    const json = { 'content-type': 'application/json' };
    const send = (url: string, body: string, headers: Record<string, string>) =>
      local.ask('POST', url, body, { ...headers, ...json }).status;
    const v1 = `{"recordTypeId":"${type}","filters":${nested}}`;
    expect(send('/maestro/api/v1/records/search', v1, ims)).toBe(400);
    const v2 = `/maestro/api/v2/record-types/${type}/records/search`;
    expect(send(v2, `{"filter":${nested}}`, ims)).toBe(400);
    expect(send(HOOKS, `{"filters":${nested}}`, { apikey: 'key' })).toBe(400);
    expect(send('/attask/api/v21.0/PROJ', nested, { apikey: 'key' })).toBeGreaterThanOrEqual(400);
  },
);
