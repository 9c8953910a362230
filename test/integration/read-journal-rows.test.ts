/** Journal rows through the real projector, to be read as such (reference A.1, F.1). */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import type { JsonObject } from '../../services/core/json.ts';
import { seededRandom } from '../../services/core/random.ts';
import { asMicros } from '../../services/core/units.ts';
import { translate } from '../../services/journal-poller/translate.ts';
import { isParked } from '../../services/source/log/translation.ts';
import { readJournalRow } from '../../services/workfront/journal-row.ts';
import { closeStore, dumpTables, endWell, openRun, openStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';

const seed = seedOfRun();
const random = seededRandom(seed);

function eventOf(row: JsonObject): ChangeEvent {
  const options = { observedAt: asMicros(Date.UTC(2026, 0, 2) * 1000), customerID: null };
  const translated = translate(readJournalRow(row), options);
  if (isParked(translated)) throw new Error(translated.message);
  return translated.event;
}

const SHARED = { objCode: 'JRNLE', objObjCode: 'TASK', objID: 't1', editedByID: 'u1' };
const STATUS = {
  ...SHARED,
  ID: 'j1',
  entryDate: '2026-01-01T06:00:00:123-0600',
  changeType: 'E',
  fieldName: 'status',
  oldTextVal: 'NEW',
  newTextVal: 'INP',
  projectID: 'p1',
};
const ROWS = [
  STATUS,
  {
    ...SHARED,
    ID: 'j2',
    entryDate: '2026-01-01T13:00:00.000Z',
    changeType: 'E',
    fieldName: 'workRequired',
    oldNumberVal: null,
    newNumberVal: 90.5,
  },
  // claims nothing of the task: an ID fills names
  {
    ...SHARED,
    ID: 'j3',
    entryDate: '2026-01-01T14:00:00.000Z',
    changeType: 'E',
    fieldName: 'assignedToID',
    aux1: 'Ann',
    aux2: 'Bob',
  },
  // another version of the API serves another column
  { ...STATUS, extRefID: null },
];

let store: Awaited<ReturnType<typeof openStore>>;
const dumps: string[] = [];

beforeAll(async () => {
  for (const events of [ROWS.map(eventOf), random.shuffle([...ROWS, ...ROWS]).map(eventOf)]) {
    if (dumps.length > 0) await closeStore(store);
    store = await openStore();
    const run = await openRun(store);
    await run.publish(events);
    const projector = await run.start({ PROJECTOR_BATCH_EVENTS_MAX: '2' });
    await run.caughtUp();
    await endWell(projector);
    dumps.push(await dumpTables(store, ['TASK', 'JRNLE']));
    await run.close();
  }
});

afterAll(() => closeStore(store));

it('each row is one of journalentries_current, as it was sent', async () => {
  const { rows } = await store.pool.query(`
    select journalentriesid, entrydate, changetype, fieldname, objobjcode, objid, oldtextval,
      newtextval, newnumberval, aux1, projectid, editedbyid, deleted
    from workfront.journalentries_current order by 1`);
  const row = {
    changetype: 'E',
    objobjcode: 'TASK',
    objid: 't1',
    editedbyid: 'u1',
    deleted: '0',
    oldtextval: null,
    newtextval: null,
    newnumberval: null,
    aux1: null,
    projectid: null,
  };
  expect(rows).toEqual([
    {
      ...row,
      journalentriesid: 'j1',
      entrydate: '2026-01-01 12:00:00.123+00',
      fieldname: 'status',
      oldtextval: 'NEW',
      newtextval: 'INP',
      projectid: 'p1',
    },
    {
      ...row,
      journalentriesid: 'j2',
      entrydate: '2026-01-01 13:00:00+00',
      fieldname: 'workRequired',
      newnumberval: '90.5',
    },
    {
      ...row,
      journalentriesid: 'j3',
      entrydate: '2026-01-01 14:00:00+00',
      fieldname: 'assignedToID',
      aux1: 'Ann',
    },
  ]);
});

it('a row holds from its entryDate on, and what it says of its task is where it was', async () => {
  const { rows } = await store.pool.query(`
    select begin_effective_timestamp as begin, end_effective_timestamp as end
    from workfront.journalentries_event where journalentriesid = 'j1'`);
  expect(rows).toEqual([{ begin: '2026-01-01 12:00:00.123+00', end: '2300-01-01 00:00:00+00' }]);
  const tasks = await store.pool.query('select status, workrequired from workfront.tasks_current');
  expect(tasks.rows).toEqual([{ status: 'INP', workrequired: '90.5' }]);
});

it(`repeats and order make no difference (SEED=${seed})`, () => {
  expect(dumps[1]).toBe(dumps[0]);
});
