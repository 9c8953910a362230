/** A journal poller between a journal of the test's own, a log and a cursor (one set per test). */
import { expect } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { readCursor } from '../../services/source/walks/cursor-store.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from './eventually.ts';
import { freshDatabase } from './fresh-database.ts';
import { openJournalDouble } from './journal-double.ts';
import type { JournalDouble } from './journal-double.ts';
import type { TestLog } from './read-log.ts';
import { spawnService } from './spawn-service.ts';
import type { Service } from './spawn-service.ts';

export const FIRST_ROW_MS = Date.UTC(2026, 0, 1);

export interface PollerHarness {
  /** In the ID of every row, because tests of one file share a log. */
  readonly mark: string;
  readonly pool: Pool;
  /** Of cursors and leases. */
  readonly databaseUrl: string;
  readonly double: JournalDouble;
  readonly events: () => Promise<ChangeEvent[]>;
  start(env?: Readonly<Record<string, string>>): Promise<Service>;
  /** Rows about tasks, three to a moment; gives their IDs. */
  addRows(count: number, fromMs?: number): string[];
  readonly cursorID: () => Promise<string | null>;
  cursorIsAtEnd(): Promise<void>;
  /** Every row is on the log, each as the same event however often. */
  expectAllPublished(): Promise<ChangeEvent[]>;
  close(): Promise<void>;
}

export async function openPollerHarness(log: TestLog, prefix: string): Promise<PollerHarness> {
  const mark = `j${crypto.randomUUID().slice(0, 6)}-`;
  const database = await freshDatabase();
  const pool = openPool({ url: database.url, max: 4, applicationName: 'poller-test' });
  const double = await openJournalDouble();
  const services: Service[] = [];

  const events = async (): Promise<ChangeEvent[]> => {
    const all = await log.events(`${prefix}.task.changes`);
    return all.filter(({ origin }) => origin.journalEntryID?.startsWith(mark));
  };
  const cursorID = async (): Promise<string | null> => {
    const cursor = (await readCursor(pool, 'journal')) as { ID: string } | null;
    return cursor?.ID ?? null;
  };
  return {
    mark,
    pool,
    databaseUrl: database.url,
    double,
    events,
    cursorID,
    start: async (env = {}) => {
      const service = await spawnService('journal-poller', {
        TOPIC_PREFIX: prefix,
        CONTROL_DATABASE_URL: database.url,
        WORKFRONT_URL: double.url,
        WORKFRONT_API_KEY: 'key',
        JOURNAL_POLL_INTERVAL_MS: '50',
        JOURNAL_LEASE_TTL_MS: '1500',
        JOURNAL_PAGE_ROWS: '5',
        ...env,
      });
      services.push(service);
      return service;
    },
    addRows: (count, fromMs = FIRST_ROW_MS) => addRows(double, mark, count, fromMs),
    cursorIsAtEnd: async () => {
      const end = lastID(double);
      const isThere = async (): Promise<boolean> => (await cursorID()) === end;
      await eventually(isThere, { what: 'the cursor is at the last row', deadlineMs: 60_000 });
    },
    expectAllPublished: async () => {
      const found = await events();
      expectSameRows(found, double);
      return found;
    },
    close: async () => {
      for (const service of services) {
        service.signal('SIGCONT');
        service.signal('SIGKILL');
        await service.exited;
      }
      await double.close();
      await pool.close();
      await database.drop();
    },
  };
}

function addRows(double: JournalDouble, mark: string, count: number, fromMs: number): string[] {
  const at = double.rows.length;
  const added = Array.from({ length: count }, (_, index) => ({
    ID: `${mark}${String(at + index).padStart(5, '0')}`,
    entryMs: fromMs + Math.floor((at + index) / 3) * 100,
    objCode: 'JRNLE',
    changeType: 'E',
    objObjCode: 'TASK',
    objID: `${mark}task-${index % 7}`,
    fieldName: 'name',
    newTextVal: `name ${at + index}`,
  }));
  double.rows.push(...added);
  return added.map(({ ID }) => ID);
}

function lastID({ rows }: JournalDouble): string {
  const sorted = [...rows].sort((a, b) => a.entryMs - b.entryMs || (a.ID < b.ID ? -1 : 1));
  return sorted.at(-1)?.ID ?? '';
}

function expectSameRows(events: readonly ChangeEvent[], { rows }: JournalDouble): void {
  const byRow = new Map<string, Set<string>>();
  for (const { eventID, origin } of events) {
    const row = origin.journalEntryID ?? '';
    byRow.set(row, (byRow.get(row) ?? new Set()).add(eventID));
  }
  expect([...byRow.keys()].sort()).toEqual(rows.map(({ ID }) => ID).sort());
  for (const eventIDs of byRow.values()) expect(eventIDs.size).toBe(1);
}
