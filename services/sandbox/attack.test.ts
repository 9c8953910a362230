import { expect, it } from 'vitest';
import { localSandbox } from '../../test/support/local-sandbox.ts';
import { seededRandom } from '../core/random.ts';

const seed = Number(process.env['SEED'] ?? 20260115);

const PATHS = [
  '/attask/api/v21.0/TASK/search',
  '/attask/api/v21.0/PROJ/count',
  '/attask/api/v21.0/PROJ',
  '/attask/api/v21.0/PROJ/ID',
  '/attask/api/v21.0/JRNLE/search',
  '/attask/api/v21.0/batch',
  '/attask/api/v21.0/metadata',
  '/attask/api/v99999.0/x',
  '/attask/api-internal/PROJ',
  '/attask/eventsubscription/api/v1/subscriptions',
  '/attask/eventsubscription/api/v1/subscriptions/version',
  '/maestro/api/v1/records/search',
  '/maestro/api/v1/records',
  '/maestro/api/v2/record-types/TYPE/records/search',
  '/maestro/api/v2/record-types/TYPE/records/bulk',
  '/maestro/api/v2/workspaces',
  '/integrations/oauth2/authorize',
  '/integrations/oauth2/api/v1/token',
  '/integrations/oauth2/api/v1/jwt/exchange',
  '/sandbox/workload',
  '/sandbox/faults',
  '/sandbox/settings',
  '/sandbox/tracked-fields',
  '/sandbox/acts',
  '/sandbox/oracle/PROJ/ID',
];
// prettier-ignore
const NAMES = [
  'name', 'project:status', 'tasks:name', 'DE:Region', 'OR:1:name', 'name_Mod', 'name_Range',
  'entryDate', 'priority', '$$LIMIT', '$$FIRST', 'fields', 'filters', 'updates', 'uri',
  'method', 'name_Sort', 'id', 'page', 'size', 'cursor', 'sort', 'at', '__proto__', '', 'x:',
];
// prettier-ignore
const VALUES = [
  '', 'a', '%', '*', '*:*', 'a:b:c:d:e:f', '2001', '-1', '1e999', 'NaN', '$$TODAYe+9999y',
  '{"a":', '[]', '{}', 'null', '{"__proto__":1}', 'constructor', 'toString', 'put', 'delete',
  '2026-02-30', '9999-12-31T23:59:59.999Z', '\u0000', '💥', 'x'.repeat(3000), 'in', 'between',
  '/PROJ?method=post&updates={"name":1}', '../../etc/passwd', 'DE:', 'asc', ':', 'ID',
];
// prettier-ignore
const BODIES: readonly unknown[] = [
  undefined, null, 7, 'text', [], [null], [[]], {}, { name: {} }, { name: [1] },
  { filters: 7 }, { filters: [{ $or: 3 }] }, { filter: { operator: 'XOR' } }, { data: [] },
  { objCode: 'PROJ', eventType: 'UPDATE', url: 'http://x', authToken: 'é\n' },
  { act: 'restore' }, { act: 'recalculate', objCode: 'PROJ', objID: 'x', fields: {} },
  { timeScale: 0 }, { eventSpreadMs: [5, 1] }, { zone: 'Mars/Base' }, { changes: 'many' },
  { constructor: 1 }, { toString: 2 }, { parameterValues: 'x' }, { budget: '1e400' },
  { subscriptionIds: [1], version: 'v2' }, { version: 'v3' }, { ids: [null] },
];

it(`garbage is answered, never with a 5xx, and crashes nothing (SEED=${seed})`, () => {
  const random = seededRandom(seed);
  const local = localSandbox();
  const { store } = local.sandbox.tenant;
  const ids = () => [...store.rows('PROJ')].map((row) => String(row['ID'] as string));
  const types = () => [...store.rows('RECORD_TYPE')].map((row) => String(row['id'] as string));
  const ims = {
    authorization: 'Bearer key',
    'x-gw-ims-org-id': 'SANDBOX@AdobeOrg',
    'x-api-key': 'a',
  };
  local.ask('PUT', '/sandbox/settings', { planningRequestsPerMinute: 1_000_000 });
  for (let n = 0; n < 4000; n += 1) {
    const query = Array.from({ length: random.int(0, 4) }, () => {
      const [name, value] = [random.pick(NAMES), random.pick(VALUES)];
      return `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
    }).join('&');
    const path = random
      .pick(PATHS)
      .replace('TYPE', types()[0] ?? 'gone')
      .replace('ID', ids()[0] ?? 'gone');
    const method = random.pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH']);
    const { body } = random.pick(BODIES.map((one) => ({ body: one })));
    const headers = path.startsWith('/maestro') ? ims : { apikey: 'key' };
    const answer = local.ask(method, `${path}?${query}`, body, headers);
    const what = `${method} ${path}?${query} ${JSON.stringify(body)}`;
    expect(answer.status, what).toBeLessThan(500);
    expect(answer.status, what).toBeGreaterThanOrEqual(200);
  }
  expect(local.get('/sandbox/status').status).toBe(200);
  expect(Object.prototype).not.toHaveProperty('polluted');
});

it('many edits of one object at once leave one history that adds up', () => {
  const local = localSandbox();
  const id = local.ask('POST', '/attask/api/v21.0/PROJ', { name: 'x' }).text('data.ID');
  for (let n = 0; n < 200; n += 1) {
    local.ask('PUT', `/attask/api/v21.0/PROJ/${id}`, { name: `n${n}`, priority: n % 5 });
  }
  const history = local.get(`/sandbox/oracle/PROJ/${id}/history`).body as {
    eventTime: string;
    journalEntryDate: string;
  }[];
  expect(history.length).toBeGreaterThan(199);
  const clocks = history.map(({ eventTime }) => eventTime);
  expect([...clocks].sort()).toEqual(clocks);
  expect(new Set(clocks).size).toBe(clocks.length);
});
