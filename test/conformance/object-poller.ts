import { unflatten } from '../../services/core/field-value.ts';
import { asMicros } from '../../services/core/units.ts';
import { readObject } from '../../services/object-poller/object-read.ts';
import { translate } from '../../services/object-poller/translate.ts';
import { parseJson } from '../../services/platform/json.ts';
import { flatteningsOf } from '../../services/workfront/event-envelope.ts';
import type { SourceUnderTest } from './source-under-test.ts';

const ASKED = asMicros(Date.UTC(2026, 0, 2) * 1000);
const SAVED = '2026-01-01T06:00:00:123-0600';

export const objectPoller: SourceUnderTest = {
  path: 'SEARCH',
  samples: [
    { ID: 't1', objCode: 'TASK', name: 'a', lastUpdateDate: SAVED, percentComplete: null },
    { ID: 't2', lastUpdateDate: SAVED, parameterValues: { 'DE:Region': ['a', 'b'], 'DE:N': 1.5 } },
    { ID: 't3', name: 'no clock', parameterValues: {} },
  ],
  withUnknown: (sample, unknown) => ({ ...unknown, ...sample }),
  translate: (row, observedAt) => {
    const read = readObject(row, 'lastUpdateDate', ASKED);
    const options = { objCode: 'TASK', observedAt, searchLagMs: 5_000, customerID: null };
    return translate(read, options);
  },
  rebuild: (event) => unflatten(event, flatteningsOf(event.objCode), parseJson),
};
