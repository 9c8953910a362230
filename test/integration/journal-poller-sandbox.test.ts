import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { topicOf } from '../../services/source/log/topic-name.ts';
import { parseJson } from '../../services/platform/json.ts';
import { CAPTURED_OBJECT_CODES } from '../../services/workfront/catalogue/catalogue.ts';
import { eventually } from '../support/eventually.ts';
import { openPollerHarness } from '../support/poller-harness.ts';
import type { PollerHarness } from '../support/poller-harness.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { seededRandom } from '../../services/core/random.ts';
import { seedOfRun } from '../support/random.ts';
import { freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();
const prefix = freshPrefix();
let log: TestLog;
let harness: PollerHarness;
let sandbox: Service;

beforeAll(async () => {
  log = await openLog(prefix);
});

afterAll(() => log.close());

beforeEach(async () => {
  harness = await openPollerHarness(log, prefix);
  sandbox = await spawnService('sandbox', { SANDBOX_PORT: '0', SANDBOX_WORLD: 'tiny' });
});

afterEach(async () => {
  sandbox.signal('SIGTERM');
  await sandbox.exited;
  await harness.close();
});

describe('journal-poller and the sandbox', () => {
  test(`follows the sandbox while pollers are killed at random (SEED=${seed})`, async () => {
    const random = seededRandom(seed);
    const env = {
      WORKFRONT_URL: sandbox.url,
      WORKFRONT_API_KEY: 'sandbox',
      JOURNAL_PAGE_ROWS: '50',
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
      const poller = await harness.start(env);
      const wanted = random.int(10, 200);
      const enough = async () =>
        quiet || (await poller.metric('workfront_cdc_received_total')) > wanted;
      await eventually(enough, { what: 'it has read some', deadlineMs: 90_000 });
      poller.signal('SIGKILL');
      await poller.exited;
    }
    await watching;
    // Its first poll looks back the whole overlap, over what was committed late and missed.
    const last = await harness.start(env);
    const polled = async () => (await last.metric('workfront_cdc_polls_total')) > 0;
    await eventually(polled, { what: 'the journal is read to its end', deadlineMs: 90_000 });
    const rows = await allRows();
    expect(rows.length).toBeGreaterThan(100);
    const published = await publishedRows(rows);
    expect(rows.filter(({ ID }) => !published.has(ID))).toEqual([]);
    for (const row of rows) expect(published.get(row.ID)).toMatchObject(row);
  });
});

interface Row {
  readonly ID: string;
  readonly objObjCode: string;
  readonly subObjCode: string | null;
}

/** The raw rows on the log, by ID. */
async function publishedRows(rows: readonly Row[]): Promise<Map<string, unknown>> {
  const captured = new Set(CAPTURED_OBJECT_CODES);
  const topics = rows.map((row) => topicOf(prefix, row.subObjCode ?? row.objObjCode, captured));
  const published = new Map<string, unknown>();
  for (const topic of new Set(topics)) {
    for (const { origin } of await log.events(topic)) {
      published.set(origin.journalEntryID ?? '', parseJson(origin.raw ?? ''));
    }
  }
  return published;
}

async function ask(path: string, init: RequestInit = {}): Promise<Record<string, unknown>> {
  const headers = { apiKey: 'sandbox', 'content-type': 'application/json' };
  const response = await fetch(`${sandbox.url}${path}`, { ...init, headers });
  return (await response.json()) as Record<string, unknown>;
}

async function allRows(): Promise<Row[]> {
  const fields = 'ID,objObjCode,objID,subObjCode,subObjID,fieldName,newTextVal,newNumberVal';
  const sort = 'entryDate_1_Sort=asc&ID_2_Sort=asc&$$LIMIT=2000';
  const rows: Row[] = [];
  for (;;) {
    const query = `fields=${fields}&${sort}&$$FIRST=${rows.length}`;
    const { data } = await ask(`/attask/api/v21.0/JRNLE/search?${query}`);
    const page = data as Row[];
    rows.push(...page);
    if (page.length < 2000) return rows;
  }
}
