import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../core/json.ts';
import { OBJECT_TYPES } from '../../workfront/catalogue/object-types.generated.ts';
import { localSandbox, member, requiredText } from '../../../test/support/local-sandbox.ts';
import type { LocalSandbox } from '../../../test/support/local-sandbox.ts';

const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';
const NAMELESS = 'approval_stage_participant';

function subscribeToAll(local: LocalSandbox): void {
  for (const { objCode, events } of OBJECT_TYPES) {
    if (events === 'none') continue;
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      const hook = { objCode, eventType, url: 'http://x/', authToken: 'token' };
      expect(local.ask('POST', HOOKS, hook).status).toBe(201);
    }
  }
}

const sentOf = (local: LocalSandbox, objCode: string, id: string): unknown[] => {
  const history = local.get(`/sandbox/oracle/${objCode}/${id}/history`).body;
  return (history as unknown as JsonObject[]).map(({ sentEvent }) => sentEvent);
};

describe('sentEvent of the history', () => {
  it('is true of every change that was told, and of no other', async () => {
    const local = localSandbox();
    subscribeToAll(local);
    const dashboards = { objCode: 'PTLTAB', name: 'Board' };
    const board = local.ask('POST', '/attask/api/v21.0/PTLTAB', dashboards).text('data.ID');
    local.ask('POST', '/attask/api/v21.0/TTSK', { name: 'no events' });
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    local.ask('POST', '/sandbox/workload', { changes: 400, ratePerSecond: 100, seed: 5 });
    for (let second = 0; second < 8; second += 1) {
      const changes = { displayOrder: second };
      local.sandbox.tenant.update('PTLTAB', board, changes, { actorID: null });
      await local.clock.advance(1000);
    }
    stop.abort();
    await running;
    const told = new Map<string, number>();
    for (const { body } of local.posts) {
      const event = JSON.parse(body) as JsonObject;
      const at = JSON.stringify(member(event, 'eventTime'));
      const state = (name: string) =>
        member(event, `newState.${name}`) ?? member(event, `oldState.${name}`);
      // Participants of an approval have no ID (reference B.6).
      const key = `${requiredText(state('ID') ?? state('id') ?? NAMELESS)} ${at}`;
      told.set(key, (told.get(key) ?? 0) + 1);
    }
    const { history } = local.sandbox.tenant;
    let sent = 0;
    for (const [objCode, objID] of history.objects()) {
      for (const entry of history.entries(objCode, objID)) {
        const { eventTimeMicros: micros } = entry;
        const time = { nano: (micros % 1e6) * 1000, epochSecond: Math.floor(micros / 1e6) };
        const id = objCode === NAMELESS ? NAMELESS : objID;
        const count = told.get(`${id} ${JSON.stringify(time)}`) ?? 0;
        expect(count, `${objCode} ${JSON.stringify(entry)}`).toBe(entry.sentEvent ? 1 : 0);
        sent += count;
      }
    }
    expect(sent).toBe(local.posts.length);
    expect(sent).toBeGreaterThan(200);
  });

  it('is false of a later edit of an unlisted field of a dashboard (reference B.6)', async () => {
    const local = localSandbox();
    const board = local.ask('POST', '/attask/api/v21.0/PTLTAB', { name: 'x' }).text('data.ID');
    const unlisted = (displayOrder: number): void => {
      local.sandbox.tenant.update('PTLTAB', board, { displayOrder }, { actorID: null });
    };
    await local.clock.advance(24 * 3_600_000);
    unlisted(1);
    unlisted(2);
    local.ask('PUT', `/attask/api/v21.0/PTLTAB/${board}`, { name: 'Renamed' });
    expect(sentOf(local, 'PTLTAB', board)).toEqual([true, true, false, true]);
  });

  it('is false of types without events (reference B.3)', () => {
    const local = localSandbox();
    const role = local.ask('POST', '/attask/api/v21.0/ROLE', { name: 'x' }).text('data.ID');
    expect(sentOf(local, 'ROLE', role)).toEqual([false]);
  });
});

describe('the export', () => {
  it('tells of every object what is asked of each alone, its history too when asked', () => {
    const local = localSandbox();
    const id = local.ask('POST', '/attask/api/v21.0/PROJ', { name: 'first' }).text('data.ID');
    local.ask('PUT', `/attask/api/v21.0/PROJ/${id}`, { name: 'second' });
    const gone = local.ask('POST', '/attask/api/v21.0/PROJ', { name: 'gone' }).text('data.ID');
    local.ask('DELETE', `/attask/api/v21.0/PROJ/${gone}`, { force: true });
    const lines = exported(local, '?objCode=PROJ&history=true');
    for (const objID of [id, gone]) {
      const line = lines.find((one) => one['objID'] === objID);
      const one = `/sandbox/oracle/PROJ/${objID}`;
      expect(line).toEqual({
        ...(local.get(one).body as JsonObject),
        history: local.get(`${one}/history`).body,
      });
    }
    expect(member(lines.find((one) => one['objID'] === id) ?? {}, 'history')).toHaveLength(2);
    expect(exported(local, '?objCode=PROJ').some((one) => 'history' in one)).toBe(false);
  });
});

function exported(local: LocalSandbox, query: string): JsonObject[] {
  const { body } = local.get(`/sandbox/oracle/export${query}`);
  return body as unknown as JsonObject[];
}
