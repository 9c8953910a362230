import { readdirSync, readFileSync } from 'node:fs';
import { isJsonObject } from '../../services/core/json.ts';
import type { JsonObject, JsonValue } from '../../services/core/json.ts';
import { parseJson } from '../../services/platform/json.ts';
import { translate } from '../../services/webhook-ingress/translate.ts';
import { rebuildBody } from '../../services/workfront/event-envelope.ts';
import type { SourceUnderTest } from './source-under-test.ts';

const FIXTURES = new URL('../fixtures/event_payloads/', import.meta.url);

export const webhookIngress: SourceUnderTest = {
  path: 'WEBHOOK',
  // One published example names no object, and is parked.
  samples: readdirSync(FIXTURES)
    .filter((file) => !file.includes('with_oldState'))
    .map((file) => parseJson(readFileSync(new URL(file, FIXTURES), 'utf8')))
    .filter(isJsonObject),
  withUnknown: (sample, unknown) => ({
    ...sample,
    ...(isJsonObject(sample['newState']) && {
      newState: { ...sample['newState'], ...unknown },
    }),
  }),
  translate: (body: JsonValue, observedAt) =>
    translate({ objCode: objCodeIn(body), body, observedAt }, { customerID: null, parseJson }),
  rebuild: (event) => rebuildBody(event, parseJson),
};

function objCodeIn(body: JsonValue): string {
  const state: JsonValue | undefined = isJsonObject(body) ? body['newState'] : undefined;
  const known: JsonObject = isJsonObject(state) ? state : {};
  return typeof known['objCode'] === 'string' ? known['objCode'] : 'PROJ';
}
