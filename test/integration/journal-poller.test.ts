import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { readCursor } from '../../services/platform/cursor-store.ts';
import { parseJson } from '../../services/platform/json.ts';
import { openPool, withTransaction } from '../../services/platform/postgres.ts';
import type { Pool } from '../../services/platform/postgres.ts';
import { eventually } from '../support/eventually.ts';
import { freshDatabase } from '../support/fresh-database.ts';
import type { FreshDatabase } from '../support/fresh-database.ts';
import { openJournalDouble, respond } from '../support/journal-double.ts';
import type { Fault, JournalDouble } from '../support/journal-double.ts';
import { seededRandom, seedOfRun } from '../support/random.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { controlServer, freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

const T0 = Date.UTC(2026, 0, 1);
const prefix = freshPrefix();
const seed = seedOfRun();

let log: TestLog;
let database: FreshDatabase;
let pool: Pool;
let double: JournalDouble;
const services: Service[] = [];
let tests = 0;

beforeAll(async () => {
  log = await openLog(prefix);
});

afterAll(() => log.close());

beforeEach(async () => {
  tests += 1;
  database = await freshDatabase();
  pool = openPool({ url: database.url, max: 4, applicationName: 'poller-test' });
  double = await openJournalDouble();
});

afterEach(async () => {
  for (const service of services.splice(0)) {
    service.signal('SIGCONT');
    service.signal('SIGKILL');
    await service.exited;
  }
  await double.close();
  await pool.close();
  await database.drop();
});

async function startPoller(env: Readonly<Record<string, string>> = {}): Promise<Service> {
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
}

/** Rows of tasks of this test; several share each moment. */
function addRows(count: number, fromMs = T0): string[] {
  const at = double.rows.length;
  const added = Array.from({ length: count }, (_, index) => ({
    ID: `j${tests}-${String(at + index).padStart(5, '0')}`,
    entryMs: fromMs + Math.floor((at + index) / 3) * 100,
    objCode: 'JRNLE',
    changeType: 'E',
    objObjCode: 'TASK',
    objID: `task-${tests}-${index % 7}`,
    fieldName: 'name',
    newTextVal: `name ${at + index}`,
  }));
  double.rows.push(...added);
  return added.map(({ ID }) => ID);
}

async function eventsOfThisTest(): Promise<ChangeEvent[]> {
  const events = await log.events(`${prefix}.task.changes`);
  return events.filter(({ origin }) => origin.journalEntryID?.startsWith(`j${tests}-`));
}

async function cursorIsAt(ID: string, what = 'the cursor is at the last row'): Promise<void> {
  const isThere = async (): Promise<boolean> => {
    const cursor = (await readCursor(pool, 'journal')) as { ID: string } | null;
    return cursor?.ID === ID;
  };
  await eventually(isThere, { what, deadlineMs: 60_000 });
}

/** All rows are on the log, each as the same event however often. */
async function expectAllPublished(): Promise<ChangeEvent[]> {
  const events = await eventsOfThisTest();
  const byRow = new Map<string, Set<string>>();
  for (const { eventID, origin } of events) {
    const row = origin.journalEntryID ?? '';
    byRow.set(row, (byRow.get(row) ?? new Set()).add(eventID));
  }
  expect([...byRow.keys()].sort()).toEqual(double.rows.map(({ ID }) => ID).sort());
  for (const eventIDs of byRow.values()) expect(eventIDs.size).toBe(1);
  return events;
}

const lastID = (): string => {
  const sorted = [...double.rows].sort((a, b) => a.entryMs - b.entryMs || (a.ID < b.ID ? -1 : 1));
  return sorted.at(-1)?.ID ?? '';
};

describe('journal-poller', () => {
  test('publishes every row once, forty of one moment among them, and keeps it whole', async () => {
    addRows(23);
    double.rows.push(
      ...Array.from({ length: 40 }, (_, at) => ({
        ...{ ID: `j${tests}-m${String(at).padStart(3, '0')}`, entryMs: T0 + 300 },
        ...{ objObjCode: 'TASK', objID: 'same-moment', changeType: 'E', fieldName: 'status' },
        newTextVal: 'INP',
      })),
    );
    // A term so long that no load of the machine makes it begin anew.
    const poller = await startPoller({ JOURNAL_LEASE_TTL_MS: '600000' });
    await poller.ready();
    await cursorIsAt(lastID());
    addRows(12);
    await cursorIsAt(lastID());
    const events = await expectAllPublished();
    const { origin } = events[0] ?? {};
    expect(parseJson(origin?.raw ?? '')).toMatchObject({ ID: origin?.journalEntryID });
    expect(await poller.metric('workfront_cdc_published_total')).toBe(double.rows.length);
  });

  test('parks a row that it cannot use, whole, and goes on with the rest', async () => {
    addRows(4);
    double.rows.push({
      ID: `j${tests}-odd`,
      entryMs: T0 + 150,
      objObjCode: 'TASK',
      changeType: 'D',
    });
    const poller = await startPoller();
    await cursorIsAt(lastID());
    const letters = await log.records(`${prefix}.dead-letters`);
    const letter = letters.find(({ value }) => value?.includes(`j${tests}-odd`));
    expect(letter?.headers).toMatchObject({ reason: 'NO_OBJECT_ID', service: 'journal-poller' });
    expect(parseJson(letter?.value?.toString() ?? '')).toMatchObject({ changeType: 'D' });
    expect(await eventsOfThisTest()).toHaveLength(4);
    expect(await poller.metric('workfront_cdc_parked_total')).toBe(1);
  });

  test('killed (-9) between its page and its cursor, repeats the page and loses nothing', async () => {
    addRows(20);
    const poller = await startPoller();
    await cursorIsAt(lastID());
    const before = await readCursor(pool, 'journal');
    await withTransaction(pool, async (client) => {
      await client.query('lock table control.cursors in exclusive mode');
      const added = addRows(3, T0 + 60_000);
      const isDurable = async () =>
        (await eventsOfThisTest()).some(({ origin }) => origin.journalEntryID === added[0]);
      await eventually(isDurable, { what: 'a page is durable whose cursor cannot move' });
      poller.signal('SIGKILL');
      await poller.exited;
    });
    expect(await readCursor(pool, 'journal')).toEqual(before);
    await startPoller();
    await cursorIsAt(lastID());
    await expectAllPublished();
  });

  test('two of them: one reads, and the other takes over when it is killed or told to end', async () => {
    addRows(10);
    const env = { JOURNAL_LEASE_TTL_MS: '3000' };
    const pollers = [await startPoller(env), await startPoller(env)];
    for (const poller of pollers) await poller.ready();
    const holding = async () => {
      const held = await Promise.all(pollers.map((one) => one.metric('workfront_cdc_lease_held')));
      expect(held.filter((one) => one === 1).length).toBeLessThanOrEqual(1);
      return held.indexOf(1);
    };
    const holder = await eventually(
      async () => {
        const at = await holding();
        return at < 0 ? null : { at };
      },
      { what: 'one holds the lease' },
    );
    const [first, second] = holder.at === 0 ? pollers : [...pollers].reverse();
    if (!first || !second) throw new Error('two pollers were started');
    await cursorIsAt(lastID());
    expect(await second.metric('workfront_cdc_received_total')).toBe(0);
    first.signal('SIGKILL');
    addRows(10);
    await cursorIsAt(lastID(), 'the other has taken over');
    const third = await startPoller({ JOURNAL_LEASE_TTL_MS: '600000' });
    await third.ready();
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    addRows(10);
    await cursorIsAt(lastID(), 'the third has taken over'); // at once: the lease was given back
    await expectAllPublished();
  });

  test('asleep beyond its term, wakes up unable to move the cursor', async () => {
    addRows(30);
    const sleeper = await startPoller();
    await cursorIsAt(lastID());
    // Asleep in the middle of a question: its answer waits for it.
    double.faults.push(() => {
      sleeper.signal('SIGSTOP');
      return false;
    });
    await eventually(() => double.faults.length === 0, { what: 'it sleeps' });
    addRows(10, T0 + 60_000);
    const other = await startPoller();
    await cursorIsAt(lastID(), 'the other has taken over');
    const epochOf = async () =>
      (await pool.query<{ epoch: bigint }>('select epoch from control.cursors')).rows[0]?.epoch;
    const epoch = await epochOf();
    sleeper.signal('SIGCONT');
    await eventually(() => sleeper.log().includes('the lease went to another process'), {
      what: 'it notices',
    });
    expect(await epochOf()).toBe(epoch);
    addRows(10, T0 + 120_000);
    await cursorIsAt(lastID());
    expect(await other.metric('workfront_cdc_lease_held')).toBe(1);
    await expectAllPublished();
  });

  test('outlasts throttling, errors, cut connections and cut answers', async () => {
    const faults: Fault[] = [
      (_request, response) => {
        response.writeHead(429, { 'retry-after': '1' }).end('slow down');
        return true;
      },
      (_request, response) => {
        respond(response, 500, { error: { class: 'java.lang.NullPointerException', message: '' } });
        return true;
      },
      (_request, response) => {
        respond(response, 200, {
          error: { class: 'java.lang.IllegalStateException', message: '' },
        });
        return true;
      },
      (request) => {
        request.socket.destroy();
        return true;
      },
      (_request, response) => {
        response.writeHead(200, { 'content-length': '1000' }).write('{"data":[{"ID":"');
        response.socket?.end();
        return true;
      },
      (_request, response) => {
        response.end('{"data":[{"ID":"j');
        return true;
      },
      (_request, response) => {
        response.end('<html>please sign in</html>');
        return true;
      },
      () => true, // never answers: its own time limit ends it
    ];
    // An answer between them, so that the pauses do not grow.
    double.faults.push(...faults.flatMap((fault): Fault[] => [fault, () => false]));
    addRows(12);
    const poller = await startPoller({ WORKFRONT_TIMEOUT_MS: '1000' });
    await eventually(() => double.faults.length === 0, {
      what: 'all is tried',
      deadlineMs: 60_000,
    });
    addRows(3);
    await cursorIsAt(lastID());
    await expectAllPublished();
    expect(await poller.metric('workfront_cdc_poll_failures_total')).toBe(faults.length);
  });

  test('refused by Workfront, ends with 1 and says what to check', async () => {
    double.faults.push((_request, response) => {
      const error = { class: 'com.attask.common.AuthenticationException', message: 'bad key' };
      respond(response, 401, { error });
      return true;
    });
    const poller = await startPoller();
    expect(await poller.exited).toBe(1);
    expect(poller.log()).toMatch(/WORKFRONT_REFUSED.*bad key.*credentials/);
    expect(poller.log()).not.toContain('"apiKey"');
  });

  test('waits for Kafka, and then has lost nothing', async () => {
    addRows(10);
    const poller = await startPoller();
    await cursorIsAt(lastID());
    await controlServer('kafka', 'kill');
    try {
      addRows(10);
      const failed = async () => (await poller.metric('workfront_cdc_poll_failures_total')) > 0;
      await eventually(failed, { what: 'it cannot publish', deadlineMs: 60_000 });
    } finally {
      await controlServer('kafka', 'start');
    }
    await cursorIsAt(lastID());
    await expectAllPublished();
  });

  test(`follows the sandbox while pollers are killed at random (SEED=${seed})`, async () => {
    const random = seededRandom(seed);
    const sandbox = await spawnService('sandbox', { SANDBOX_PORT: '0', SANDBOX_WORLD: 'tiny' });
    services.push(sandbox);
    const env = {
      WORKFRONT_URL: sandbox.url,
      WORKFRONT_API_KEY: 'sandbox',
      JOURNAL_PAGE_ROWS: '50',
    };
    const ask = async (path: string, init: RequestInit = {}) => {
      const response = await fetch(`${sandbox.url}${path}`, {
        ...init,
        headers: { apiKey: 'sandbox', 'content-type': 'application/json' },
      });
      return (await response.json()) as Record<string, unknown>;
    };
    await ask('/sandbox/settings', { method: 'PUT', body: '{"searchLagMs":[0,2000]}' });
    const order = { changes: 1_500, ratePerSecond: 150, seed };
    await ask('/sandbox/workload', { method: 'POST', body: JSON.stringify(order) });
    let quiet = false;
    const watching = eventually(async () => (await ask('/sandbox/status'))['quiet'] === true, {
      what: 'the workload is done',
      deadlineMs: 90_000,
    }).then(() => (quiet = true));
    while (!quiet) {
      const poller = await startPoller(env);
      const wanted = random.int(10, 200);
      const enough = async () =>
        quiet || (await poller.metric('workfront_cdc_received_total')) > wanted;
      await eventually(enough, { what: 'it has read some', deadlineMs: 90_000 });
      poller.signal('SIGKILL');
      await poller.exited;
    }
    await watching;
    await startPoller(env);
    const rows = await allRows(ask);
    expect(rows.length).toBeGreaterThan(100);
    const missing = async (): Promise<string[]> => {
      const found = new Map<string, ChangeEvent>();
      for (const topic of [
        'task',
        'proj',
        'optask',
        'hour',
        'docu',
        'expns',
        'user',
        'port',
        'prgm',
        'other',
      ]) {
        for (const event of await log.events(`${prefix}.${topic}.changes`)) {
          if (event.path === 'JOURNAL') found.set(event.origin.journalEntryID ?? '', event);
        }
      }
      return rows.filter(({ ID }) => !found.has(ID)).map(({ ID }) => ID);
    };
    await eventually(async () => (await missing()).length === 0, {
      what: 'every journal row is on the log',
      deadlineMs: 90_000,
      pollMs: 2_000,
    });
  });
});

type Ask = (path: string) => Promise<Record<string, unknown>>;

async function allRows(ask: Ask): Promise<{ ID: string }[]> {
  const rows: { ID: string }[] = [];
  for (;;) {
    const page = await ask(
      `/attask/api/v21.0/JRNLE/search?fields=ID,entryDate&entryDate_1_Sort=asc&ID_2_Sort=asc` +
        `&$$LIMIT=2000&$$FIRST=${rows.length}`,
    );
    const data = page['data'] as { ID: string }[];
    rows.push(...data);
    if (data.length < 2000) return rows;
  }
}
