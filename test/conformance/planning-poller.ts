import { PLANNING_DATA, unflatten } from '../../services/core/field-value.ts';
import { isJsonObject } from '../../services/core/json.ts';
import type { JsonObject } from '../../services/core/json.ts';
import { asMicros } from '../../services/core/units.ts';
import { translateObject } from '../../services/planning-poller/translate.ts';
import { parseJson } from '../../services/platform/json.ts';
import { park } from '../../services/source/log/translation.ts';
import type { SourceUnderTest } from './source-under-test.ts';

const ASKED = asMicros(Date.UTC(2026, 0, 2) * 1000);
const SAVED = '2026-01-01T06:00:00.123Z';
const PERSON: JsonObject = { id: 'u1', name: 'One' };

export const planningPoller: SourceUnderTest = {
  path: 'PLANNING',
  samples: [
    { id: 'Rc1', recordTypeId: 'Rt1', updatedAt: SAVED, updatedBy: PERSON, data: { F1: 'a' } },
    { id: 'Rc2', createdBy: 'u2', data: { F1: null, F2: ['x', 'y'], F3: 1.5 } },
    { id: 'Rc3', description: null, data: {} },
  ],
  withUnknown: (sample, unknown) => ({ ...unknown, ...sample }),
  translate: (row, observedAt) => {
    if (!isJsonObject(row)) return park('UNDECODABLE', 'the record is not a JSON object');
    const seen = { kind: 'RECORD', row, parent: {}, heldAt: ASKED } as const;
    return translateObject(seen, { observedAt, customerID: null, asked: null });
  },
  rebuild: (event) => {
    const { raw } = event.origin;
    const apart = raw === null ? {} : parseJson(raw);
    const fields = unflatten(event, [PLANNING_DATA], parseJson);
    return isJsonObject(apart) ? { ...fields, ...apart } : fields;
  },
};
