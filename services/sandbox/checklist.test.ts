/** Lines of reference G that no other test has; README.md names only tests that exist. */
import { existsSync, readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../test/support/deliveries-of.ts';
import { localSandbox, member } from '../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../test/support/local-sandbox.ts';

const API = '/attask/api/v21.0';
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const HOOK = { objCode: 'PROJ', eventType: 'UPDATE', url: 'http://x/', authToken: 'token' };

let local: LocalSandbox;
let projectID: string;

beforeEach(() => {
  local = localSandbox();
  projectID = local.ask('POST', `${API}/PROJ`, { name: 'Test' }).text('data.ID');
});

const rename = (name: string) => local.ask('PUT', `${API}/PROJ/${projectID}`, { name });

it.each([18, 19, 20, 21, 22])('version %d of the object API is served', (version) => {
  const api = `/attask/api/v${version}.0`;
  expect(local.get(`${api}/PROJ/${projectID}`).at('data.name')).toBe('Test');
  expect(local.get(`${api}/PROJ/search?name=Test`).at('data')).toHaveLength(1);
  const refused = local.get(`${api}/PROJ/search?nonsense=1`);
  expect(refused.text('error.message')).toContain(`APIModel V${version}_0`);
});

describe('deliveries (reference B.2)', () => {
  it('an endpoint has five seconds to answer', async () => {
    local.ask('POST', HOOKS, HOOK);
    await deliveriesOf(local, () => rename('a'));
    expect(local.posts.map(({ timeoutMs }) => timeoutMs)).toEqual([5000]);
  });

  it('two subscriptions with one URL share its counters and its breaker', async () => {
    const ids = ['UPDATE', 'DELETE'].map((eventType) =>
      local.ask('POST', HOOKS, { ...HOOK, eventType }).text('id'),
    );
    await deliveriesOf(local, () => rename('a'));
    const counters = ids.map((id) => local.get(`${HOOKS}/${id}`).at('subscription_url'));
    expect(counters[0]).toMatchObject({ successes: 1, failures: 0 });
    expect(counters[1]).toEqual(counters[0]);
  });

  it('events overtake one another when told to', async () => {
    local.ask('PUT', '/sandbox/faults', { reordered: 1, reorderMs: 1500, seed: 3 });
    local.ask('POST', HOOKS, HOOK);
    const sent = Array.from({ length: 8 }, (_, n) => `n${n}`);
    const bodies = await deliveriesOf(local, () => sent.forEach(rename));
    const names = bodies.map((body) => member(body, 'newState.name'));
    expect([...names].sort()).toEqual(sent);
    expect(names).not.toEqual(sent);
  });

  it('an event that is refused for two days arrives 48 hours late', async () => {
    local.ask('POST', HOOKS, HOOK);
    local.answerPosts(500);
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    rename('late');
    await local.clock.advance(25 * 3_600_000);
    const refused = local.posts.length;
    local.answerPosts(200);
    await local.clock.advance(25 * 3_600_000);
    stop.abort();
    await running;
    expect([refused, local.posts.length]).toEqual([11, 12]);
    expect(new Set(local.posts.map(({ body }) => body)).size).toBe(1);
    expect(local.get('/sandbox/status').at('deliveries.delivered')).toBe(1);
  });
});

describe('the table of README.md', () => {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const [, checklist = ''] = text.split('## The checklist');
  const lines = checklist.split('\n').filter((line) => /^\| (?!surface|-)/.test(line));

  it.each(lines)('%s', (line) => {
    const cell = line.split('|').at(-2) ?? '';
    const cited = [...cell.matchAll(/`([^`]+)`|_([^_]+)_/g)];
    let source = '';
    let titles = 0;
    for (const [, stem, title] of cited) {
      if (stem !== undefined) {
        const file = new URL(`${stem}.test.ts`, import.meta.url);
        expect(existsSync(file), stem).toBe(true);
        source = readFileSync(file, 'utf8');
      } else {
        expect(source, title).toContain(title);
        titles += 1;
      }
    }
    expect(titles).toBeGreaterThan(0);
  });

  it('has a line for every surface of the checklist', () => {
    const surfaces = new Set(lines.map((line) => line.split('|')[1]?.trim()));
    expect([...surfaces]).toEqual(
      expect.arrayContaining(['attask', 'JRNLE', 'events', 'Planning', 'faults']),
    );
  });
});
