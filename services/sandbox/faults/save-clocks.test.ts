import { beforeEach, describe, expect, it } from 'vitest';
import { deliveriesOf } from '../../../test/support/deliveries-of.ts';
import { localSandbox, requiredText } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';
import {
  anotherUser,
  planningCaller,
  recordTypeNamed,
} from '../../../test/support/planning-caller.ts';

const API = '/attask/api/v21.0';
let local: LocalSandbox;

beforeEach(() => {
  local = localSandbox();
});

const set = (settings: object): void => {
  expect(local.ask('PUT', '/sandbox/settings', settings).status).toBe(200);
};
const fault = (rates: object): void => {
  expect(local.ask('PUT', '/sandbox/faults', rates).status).toBe(200);
};
const millis = (text: string): number => Date.parse(text);

interface Told {
  readonly at: string;
  readonly eventTime: string;
  readonly journalEntryDate: string;
}

function historyOf(objCode: string, id: string): Told[] {
  return local.get(`/sandbox/oracle/${objCode}/${id}/history`).body as unknown as Told[];
}

describe('the clocks of one save (reference I.8)', () => {
  it.each([
    [18, 414, -150, 250],
    [1000, 1000, -5000, -5000],
    [0, 0, 0, 0],
  ])('differ by the spreads: event %i to %i ms, journal %i to %i ms', (e0, e1, j0, j1) => {
    set({ eventSpreadMs: [e0, e1], journalSpreadMs: [j0, j1] });
    const seen = { event: new Set<number>(), journal: new Set<number>() };
    for (let n = 0; n < 30; n += 1) {
      const id = local.ask('POST', `${API}/PROJ`, { name: `P${n}` }).text('data.ID');
      const [made] = historyOf('PROJ', id);
      if (made === undefined) throw new Error('no history');
      seen.event.add(millis(made.eventTime) - millis(made.at));
      seen.journal.add(millis(made.journalEntryDate) - millis(made.at));
    }
    for (const [spread, from, to] of [
      [seen.event, e0, e1],
      [seen.journal, j0, j1],
    ] as const) {
      expect(Math.min(...spread)).toBeGreaterThanOrEqual(from);
      expect(Math.max(...spread)).toBeLessThanOrEqual(to);
      if (to > from) expect(spread.size).toBeGreaterThan(10);
    }
  });

  it('lie as far apart as told in what is delivered and journaled', async () => {
    set({ eventSpreadMs: [100, 100], journalSpreadMs: [-70, -70], createSpreadMs: [40, 40] });
    const hook = { objCode: 'PROJ', eventType: 'UPDATE', url: 'http://x/', authToken: 't' };
    local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', hook);
    const id = local.ask('POST', `${API}/PROJ`, { name: 'A' }).text('data.ID');
    const row = local.sandbox.tenant.store.get('PROJ', id);
    expect(Number(row?.['lastUpdateDate']) - Number(row?.['entryDate'])).toBe(40_000);
    await local.clock.advance(1000);
    const [body] = await deliveriesOf(local, () => {
      local.ask('PUT', `${API}/PROJ/${id}`, { name: 'B' });
    });
    const told = body as unknown as {
      eventTime: { epochSecond: number; nano: number };
      newState: { lastUpdateDate: string };
    };
    const eventMs = told.eventTime.epochSecond * 1000 + told.eventTime.nano / 1e6;
    expect(eventMs - millis(told.newState.lastUpdateDate)).toBe(100);
    const saved = Number(local.sandbox.tenant.store.get('PROJ', id)?.['lastUpdateDate']) / 1000;
    const [journaled] = [...local.sandbox.tenant.store.rows('JRNLE')].slice(-1);
    expect(Number(journaled?.['entryDate']) / 1000 - saved).toBe(-70);
  });

  it('refuse spreads that run backwards', () => {
    const bad = { eventSpreadMs: [5, 1] };
    expect(local.ask('PUT', '/sandbox/settings', bad).status).toBe(400);
  });

  it('lag behind when a fault says so, all of them, and search by them still works', () => {
    fault({ clockLagMs: 90_000 });
    const id = local.ask('POST', `${API}/PROJ`, { name: 'Late clock' }).text('data.ID');
    const row = local.sandbox.tenant.store.get('PROJ', id);
    const behind = local.clock.nowMicros() - Number(row?.['lastUpdateDate']);
    expect(behind).toBe(90_000_000);
    const since = new Date(Number(row?.['lastUpdateDate']) / 1000).toISOString();
    const query = `lastUpdateDate=${since}&lastUpdateDate_Mod=gte&ID=${id}`;
    expect(local.get(`${API}/PROJ/search?${query}`).at('data.0.ID')).toBe(id);
    fault({});
    const other = local.ask('POST', `${API}/PROJ`, { name: 'On time' }).text('data.ID');
    const now = local.sandbox.tenant.store.get('PROJ', other)?.['lastUpdateDate'];
    expect(Number(now)).toBe(local.clock.nowMicros());
  });
});

describe('seeded faults', () => {
  const drawn = (seed: number): string => {
    const rates = { slow: 0.3, throttled: 0.2, serverError: 0.2, truncated: 0.2 };
    fault({ seed, ...rates, connectionReset: 0.1, sessionExpired: 0.1, slowMs: 7 });
    const { faults } = local.sandbox;
    return JSON.stringify(Array.from({ length: 60 }, () => faults.fateOfAnswer()));
  };

  it('draw the same answers for the same seed, others for another', () => {
    const first = drawn(3);
    for (const kind of 'throttled serverError truncated connectionReset sessionExpired'.split(
      ' ',
    )) {
      expect(first).toContain(`"${kind}"`);
    }
    expect(first).toContain('"delayMs":7');
    expect(drawn(3)).toBe(first);
    expect(drawn(4)).not.toBe(first);
  });

  it('draw the same fate of deliveries for the same seed', () => {
    const fates = (seed: number): string => {
      fault({ seed, missed: 0.2, duplicated: 0.2, late: 0.2, reordered: 0.5, reorderMs: 900 });
      const { faults } = local.sandbox;
      return JSON.stringify(Array.from({ length: 60 }, () => faults.fateOfDelivery('UPDATE')));
    };
    const first = fates(5);
    expect(first).toContain('"copies":2');
    expect(fates(5)).toBe(first);
    expect(fates(6)).not.toBe(first);
  });
});

describe('what hangs on a deleted project (reference C.9)', () => {
  const hourOf = (project: string): string => {
    const task = local.ask('POST', `${API}/TASK`, { name: 'T', projectID: project });
    const sent = { hours: 2, taskID: task.text('data.ID'), projectID: project };
    return local.ask('POST', `${API}/HOUR`, sent).text('data.ID');
  };

  it('its hours go with it and come back with it, when told so', () => {
    set({ hoursSurviveDelete: false });
    const project = local.ask('POST', `${API}/PROJ`, { name: 'P' }).text('data.ID');
    const hour = hourOf(project);
    local.ask('DELETE', `${API}/PROJ/${project}?force=true`);
    expect(local.sandbox.tenant.store.get('HOUR', hour)).toBeNull();
    local.ask('POST', '/sandbox/acts', { act: 'restore', objCode: 'PROJ', objID: project });
    expect(local.sandbox.tenant.store.get('HOUR', hour)).toMatchObject({ projectID: project });
  });

  it.each([true, false])('its tasks tell of their end themselves: %s', async (tell) => {
    set({ childDeleteEvents: tell });
    const hook = { objCode: 'TASK', eventType: 'DELETE', url: 'http://x/', authToken: 't' };
    local.ask('POST', '/attask/eventsubscription/api/v1/subscriptions', hook);
    const project = local.ask('POST', `${API}/PROJ`, { name: 'P' }).text('data.ID');
    local.ask('POST', `${API}/TASK`, { name: 'T', projectID: project });
    const told = await deliveriesOf(local, () => {
      local.ask('DELETE', `${API}/PROJ/${project}?force=true`);
    });
    expect(told).toHaveLength(tell ? 1 : 0);
  });
});

describe('loss of rights in Planning (reference C.8)', () => {
  it.each(['RECORD', 'RECORD_TYPE', 'WORKSPACE'])('a hidden %s is seen by nobody', (objCode) => {
    const call = planningCaller(local);
    const type = requiredText(recordTypeNamed(local, 'Products')['id']);
    const workspace = requiredText(recordTypeNamed(local, 'Products')['workspaceId']);
    const made = call('POST', `/v2/record-types/${type}/records`, { data: { name: 'H' } });
    const record = made.text('id');
    const objID = { RECORD: record, RECORD_TYPE: type, WORKSPACE: workspace }[objCode];
    const act = (name: string) =>
      local.ask('POST', '/sandbox/acts', { act: name, objCode, objID }).status;
    expect(act('hide')).toBe(200);
    const before = local.sandbox.tenant.sequence;
    expect(call('GET', `/v2/records/${record}`).status).toBe(403);
    expect(call('PATCH', `/v2/records/${record}`, { data: {} }).status).toBe(403);
    expect(anotherUser(local).call('GET', `/v2/records/${record}`).status).toBe(403);
    const found = call('POST', '/v1/records/search', { recordTypeId: type });
    if (objCode === 'RECORD') expect(JSON.stringify(found.body)).not.toContain(record);
    else expect(found.status).toBe(403);
    const listed = JSON.stringify(call('GET', `/v2/workspaces/${workspace}/record-types`).body);
    if (objCode !== 'RECORD') expect(listed).not.toContain(`"${type}"`);
    expect(local.sandbox.tenant.sequence).toBe(before);
    act('reveal');
    expect(call('GET', `/v2/records/${record}`).status).toBe(200);
  });
});
