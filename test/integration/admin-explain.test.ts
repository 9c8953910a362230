import { afterAll, beforeAll, expect, test } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { seededRandom } from '../../services/core/random.ts';
import { z } from '../../services/platform/process/config.ts';
import { runHere } from '../support/command-line.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import {
  closeStore,
  endWell,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { asEventID } from '../../services/core/units.ts';

const page = z.object({
  events: z.array(z.object({ eventID: z.string(), verdict: z.string() })),
  versions: z.array(z.unknown()),
  storedVersionsAreTheFold: z.boolean(),
});

// `explain` over tables that a projector made.
const random = seededRandom(seedOfRun());
let store: ProjectorStore;
let run: ProjectorRun;
let events: ChangeEvent[];

beforeAll(async () => {
  store = await openStore();
  run = await openRun(store);
  events = simulateTasks(random, 20, 15);
  const planning = { objCode: 'RECORD', objID: 'Rc66f0c5a0d1b2a3c4d5e6f7a8' } as const;
  const [any] = events;
  if (any === undefined) throw new Error('no events');
  await run.publish([...events, { ...any, ...planning, eventID: asEventID('07'.repeat(16)) }]);
  const projector = await run.start();
  await run.caughtUp();
  await endWell(projector);
});
afterAll(async () => {
  await run.close();
  await closeStore(store);
});

function explain(...args: readonly string[]): Promise<CommandOutcome> {
  return runHere({ DATABASE_URL: store.database.url }, 'explain', ...args);
}

test('every event of an object is there once, and the versions are those of the tables', async () => {
  const [{ objID } = { objID: '' }] = events;
  const { code, stdout } = await explain('task', objID, '--json');
  expect(code).toBe(0);
  const told = page.parse(JSON.parse(stdout));
  const ids = events.filter((one) => one.objID === objID).map((one) => one.eventID);
  expect(new Set(told.events.map(({ eventID }) => eventID))).toEqual(new Set(ids));
  const { rows } = await store.pool.query(
    `select began from store_1.task_past where objid = $1
     union all select began from store_1.task_now where objid = $1`,
    [objID],
  );
  expect(told.versions).toHaveLength(rows.length);
  expect(told.storedVersionsAreTheFold).toBe(true);
  expect(told.events[0]?.verdict).toBe('version');
});

test('people read the same as a page', async () => {
  const [{ objID } = { objID: '' }] = events;
  const { code, stdout } = await explain('TASK', objID);
  expect(code).toBe(0);
  expect(stdout).toMatch(new RegExp(`^TASK ${objID}: \\d+ events, \\d+ versions\n`));
  expect(stdout).toContain(`${run.topic}/`);
  expect(stdout).toMatch(/^version 1, from 2023-/m);
});

test('a version that the tables have otherwise is said', async () => {
  const { objID } = events.at(-1) ?? { objID: '' };
  await store.pool.query(`update store_1.task_now set deleted = not deleted where objid = $1`, [
    objID,
  ]);
  expect((await explain('TASK', objID)).stdout).toContain('The tables hold other versions');
});

test('IDs of Planning are explained, and one that is unknown says what it is instead', async () => {
  expect((await explain('RECORD', 'Rc66f0c5a0d1b2a3c4d5e6f7a8')).code).toBe(0);
  const other = await explain('TASK', 'Rc66f0c5a0d1b2a3c4d5e6f7a8');
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('That ID is a RECORD');
  const unknown = await explain('TASK', 'nobody');
  expect(unknown.code).toBe(2);
  expect(unknown.stderr).toContain('There is no TASK nobody in the tables.');
});
