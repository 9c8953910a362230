import { expect, it } from 'vitest';
import { deliveriesOf } from '../../../test/support/deliveries-of.ts';
import { localSandbox, member } from '../../../test/support/local-sandbox.ts';
import { parseJson } from '../../platform/json.ts';
import { isBodyProblem, readEventBody } from '../../workfront/event-bodies.ts';

const API = '/attask/api/v21.0';
const HOOKS = '/attask/eventsubscription/api/v1/subscriptions';

it.each(['false', 'true'])(
  'the form of before 2017.3 carries the object whole in every kind of event (reference B.4), base64 %s',
  async (base64Encoding) => {
    const local = localSandbox();
    local.ask('PUT', '/sandbox/settings', { eventForm: 'fields', recalculation: false });
    for (const eventType of ['CREATE', 'UPDATE', 'DELETE']) {
      const hook = { objCode: 'PROJ', eventType, url: 'http://x/', authToken: 'token' };
      expect(local.ask('POST', HOOKS, { ...hook, base64Encoding }).status).toBe(201);
    }
    const acts = ['POST', 'PUT', 'DELETE'];
    let id = '';
    for (const act of acts) {
      const [body = null, ...more] = await deliveriesOf(local, () => {
        const answer = local.ask(act, `${API}/PROJ/${id}`, { name: act });
        if (act === 'POST') id = answer.text('data.ID');
      });
      expect(more).toEqual([]);
      expect(Object.keys(body as object)).toEqual(['eventType', 'subscriptionId', 'fields']);
      const read = readEventBody(body, parseJson);
      if (isBodyProblem(read)) throw new Error(read.message);
      expect(read.newState?.value).toMatchObject({ ID: id, name: act === 'POST' ? 'POST' : 'PUT' });
      expect(read.eventTime).toBeNull();
      expect(member(body, 'eventTime')).toBeUndefined();
    }
  },
);
