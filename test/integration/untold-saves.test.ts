/** Which saves that nobody told of are recorded as missed: those since somebody was to tell. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { asMicros, BEFORE_ALL, times } from '../../services/core/units.ts';
import type { Micros } from '../../services/core/units.ts';
import { recordMissedChanges } from '../../services/object-poller/missed/record-missed.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import type { MissedChange } from '../../services/source/promises/recorded-gaps.ts';
import { noteWatched } from '../../services/source/promises/watched-types.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';

const second = (at: number): Micros => times(asMicros(1_000_000), at);

let database: FreshDatabase;
let pool: Pool;

beforeAll(async () => {
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 1, applicationName: 'untold-saves-test' });
});

beforeEach(() => pool.query('truncate control.watched_types, control.gaps'));

afterAll(async () => {
  await pool.close();
  await database.drop();
});

function untold(objID: string, clock: number): MissedChange {
  const window = { began: second(clock - 5), ended: second(clock) };
  return { objCode: 'TASK', objID, fields: [], reason: 'untold', ...window };
}

/** Returns the objects of which a gap was recorded anew. */
async function recorded(found: readonly MissedChange[], told: number | null = null) {
  const missed = {
    takeMissed: () => [...found],
    takeTold: () => new Map(told === null ? [] : [['TASK', second(told)]]),
    takeLeft: () => [],
  };
  const again = <T>(act: () => Promise<T>): Promise<T> => act();
  await pool.query('truncate control.gaps');
  await recordMissedChanges({
    control: pool,
    term: { again },
    reads: { missed },
    metrics: { missedChanges: { add: () => undefined } },
  });
  const { rows } = await pool.query<{ objid: string }>('select objid from control.gaps order by 1');
  return rows.map(({ objid }) => objid);
}

test('a save from before the first reading of its type was missed by nobody', async () => {
  await noteWatched(pool, 'read', 'TASK', second(100));
  await noteWatched(pool, 'read', 'TASK', second(500)); // goes on after a kill
  const saves = [untold('long ago', 99), untold('since', 101)];
  expect(await recorded(saves, 200)).toEqual(['since']);
  expect(await recorded(saves)).toEqual(['since']); // another process, told of nothing yet
});

test('in a type of which no event ever came no save is untold, but events may contradict', async () => {
  await noteWatched(pool, 'read', 'TASK', second(100));
  const contradiction = { ...untold('contradicted', 99), reason: 'contradiction' };
  expect(await recorded([untold('one', 101), contradiction])).toEqual(['contradicted']);
});

test('a type that nobody has read is watched from its first event on', async () => {
  expect(await recorded([untold('before', 199), untold('after', 201)], 200)).toEqual(['after']);
});

test('where no save of before is known the window begins when the type began to be watched', async () => {
  await noteWatched(pool, 'read', 'TASK', second(100));
  await recorded([{ ...untold('new', 150), began: BEFORE_ALL }], 200);
  const { rows } = await pool.query<{ began: number }>(
    'select extract(epoch from began)::float8 as began from control.gaps',
  );
  expect(rows).toEqual([{ began: 100 }]);
});

test('a type that is subscribed to is watched before an event of it comes', async () => {
  await noteWatched(pool, 'read', 'TASK', second(100));
  await noteWatched(pool, 'subscribed', 'TASK', second(150));
  expect(await recorded([untold('since', 110)])).toEqual(['since']);
});

test('a save from before the subscription was there for the first time is none that was missed', async () => {
  await noteWatched(pool, 'read', 'TASK', second(100));
  for (const at of [150, 140]) await noteWatched(pool, 'unsubscribed', 'TASK', second(at));
  const saves = [untold('unsubscribed', 149), untold('subscribed', 151)];
  expect(await recorded(saves, 200)).toEqual(['subscribed']);
});
