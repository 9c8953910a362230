import { translate } from '../../services/journal-poller/translate.ts';
import { parseJson } from '../../services/platform/json.ts';
import { readJournalRow } from '../../services/workfront/journal-row.ts';
import type { SourceUnderTest } from './source-under-test.ts';

const ROW = {
  ID: 'j1',
  objCode: 'JRNLE',
  entryDate: '2026-01-01T06:00:00:123-0600',
  changeType: 'E',
  objObjCode: 'TASK',
  objID: 't1',
  editedByID: 'u1',
};

export const journalPoller: SourceUnderTest = {
  path: 'JOURNAL',
  samples: [
    { ...ROW, fieldName: 'name', oldTextVal: 'a', newTextVal: 'b' },
    { ...ROW, fieldName: 'DE:Score', oldNumberVal: 1, newNumberVal: 2.5 },
    { ...ROW, changeType: 'A', subObjCode: 'HOUR', subObjID: 'h1' },
    { ...ROW, changeType: 'D', subObjCode: 'HOUR', subObjID: 'h1' },
  ],
  withUnknown: (sample, unknown) => ({ ...unknown, ...sample }),
  translate: (row, observedAt) => translate(readJournalRow(row), { observedAt, customerID: null }),
  rebuild: ({ origin }) => parseJson(origin.raw ?? 'null'),
};
