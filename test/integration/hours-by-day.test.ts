import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import type { Fields, FieldValue } from '../../services/core/field-value.ts';
import { seededRandom } from '../../services/core/random.ts';
import type { Random } from '../../services/core/random.ts';
import { commandOn } from '../support/command-on-run.ts';
import type { CommandOutcome } from '../support/command-line.ts';
import { eventually } from '../support/eventually.ts';
import { closeStore, openRun, openStore } from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { seedOfRun } from '../support/random.ts';
import { simulateObject } from '../support/simulated-object.ts';

const seed = seedOfRun();
const random = seededRandom(seed);

// Hours that move between projects and days, are deleted and restored, told shuffled and repeated.
describe(`hours by project and day (SEED=${seed})`, () => {
  let folder: string;
  let store: ProjectorStore;
  let run: ProjectorRun;
  const events = simulateHours(random, 150);
  const half = Math.floor(events.length / 2);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hours-'));
    store = await openStore();
    run = await openRun(store, 'HOUR');
  });
  afterAll(async () => {
    await run.close();
    await closeStore(store);
    rmSync(folder, { recursive: true, force: true });
  });

  const rowsOf = async (sql: string): Promise<readonly unknown[]> => {
    const { rows } = await store.pool.query(sql);
    return rows;
  };
  const sums = (): Promise<readonly unknown[]> =>
    rowsOf(
      `select projectid, day::text, hours::text, entries from workfront.hours_by_day order by 1, 2`,
    );
  const summed = (): Promise<readonly unknown[]> =>
    rowsOf(
      `select coalesce(projectid, '') as projectid, entrydate::text as day,
         trim_scale(sum(hours))::text as hours, count(*) as entries
       from workfront.hours_current
       where deleted = '0' and entrydate is not null and hours is not null
       group by 1, 2 order by 1, 2`,
    );
  const caughtUp = async (hoursStore: string): Promise<void> => {
    await run.caughtUp();
    const reached = async (): Promise<boolean> => {
      const rows = await rowsOf(
        `select from ${store.schema}.positions join ${hoursStore}.positions as hours
         using (topic, partition) where hours.next < positions.next`,
      );
      return rows.length === 0;
    };
    await eventually(reached, { what: 'the hours have caught up' });
  };

  it('are the sum over the hours as they stand, whatever the order, and after kill -9', async () => {
    const first = await run.start({ STORE_SCHEMA: '' });
    await run.publish(events.slice(0, half));
    first.signal('SIGKILL');
    await first.exited;
    await run.start({ STORE_SCHEMA: '' });
    await run.publish([...events.slice(half), ...events.slice(0, 100)]);
    await caughtUp('hours_by_day_1');
    expect((await sums()).length).toBeGreaterThan(20);
    expect(await sums()).toEqual(await summed());
  });

  const command = (...args: readonly string[]): Promise<CommandOutcome> =>
    commandOn(run, folder, args);

  it('leave out what cannot be read, and doctor says so of each projection', async () => {
    const value = Buffer.from('no event');
    await run.publishRecords([{ topic: run.topic, key: 'key', value, headers: {} }]);
    await caughtUp('hours_by_day_1');
    const { stdout } = await command('doctor');
    for (const [projection, schema] of [
      ['objects', 'store_1'],
      ['hours_by_day', 'hours_by_day_1'],
    ]) {
      expect(stdout).toContain(`1 records are in no table of ${projection}; ${schema}.parked`);
    }
  });

  it('are rebuilt from the log beside the ones that readers see, and go on from there', async () => {
    await rebuiltAs('hours_by_day_2');
  });

  it('are rebuilt from the events that their tables keep, where the log is not to be read', async () => {
    await rebuiltAs('hours_by_day_3', '--from-changes');
  });

  const rebuiltAs = async (schema: string, ...more: readonly string[]): Promise<void> => {
    const built = await command('rebuild', '--projection', 'hours_by_day', ...more);
    expect(`${built.code}`, built.stdout + built.stderr).toBe('0');
    expect(built.stdout).toMatch(/rows of \d tables by \d+ hashes: the same/);
    expect(built.stdout).toContain(`Readers are on ${schema}`);

    await run.publish(simulateHours(random, 20));
    await caughtUp(schema);
    expect(await sums()).toEqual(await summed());
    expect(await rowsOf(`select from ${schema}.parked`)).toHaveLength(1);
  };
});

let hours = 0;

/** Told in any order. */
function simulateHours(from: Random, count: number): ChangeEvent[] {
  const told = Array.from({ length: count }, () => {
    const objID = `hour ${(hours += 1)}`;
    return simulateObject(from, from.int(1, 12)).events.map((event) => asHour(event, objID));
  });
  return from.shuffle(told.flat());
}

function asHour(event: ChangeEvent, objID: string): ChangeEvent {
  const { fields, previous } = event;
  return {
    ...event,
    objID,
    objCode: 'HOUR',
    fields: hourFields(fields),
    previous: previous === null ? null : hourFields(previous),
    previousAbsent: event.previousAbsent.map((name) => NAMES[name] ?? name),
  };
}

const NAMES: Readonly<Record<string, string>> = {
  status: 'projectID',
  plannedCompletionDate: 'entryDate',
  percentComplete: 'hours',
};

function hourFields(fields: Fields): Fields {
  const told = Object.entries(fields).map(([name, value]): [string, FieldValue] => {
    const day = typeof value === 'string' ? /^day (\d+)$/.exec(value)?.[1] : undefined;
    if (name === 'percentComplete' && typeof value === 'number') return ['hours', value / 8];
    return [NAMES[name] ?? name, day === undefined ? value : `2026-01-${day.padStart(2, '0')}`];
  });
  return Object.fromEntries(told);
}
