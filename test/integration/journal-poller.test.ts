import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseJson } from '../../services/platform/json.ts';
import { eventually } from '../support/eventually.ts';
import { respond } from '../support/journal-double.ts';
import type { JournalFault } from '../support/journal-double.ts';
import { FIRST_ROW_MS, openPollerHarness } from '../support/poller-harness.ts';
import type { PollerHarness } from '../support/poller-harness.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { controlServer, freshPrefix } from '../support/shared-stack.ts';

const prefix = freshPrefix();
let log: TestLog;
let harness: PollerHarness;

beforeAll(async () => {
  log = await openLog(prefix);
});

afterAll(() => log.close());

beforeEach(async () => {
  harness = await openPollerHarness(log, prefix);
});

afterEach(() => harness.close());

describe('journal-poller', () => {
  test('publishes every row once, forty of one moment among them, and keeps it whole', async () => {
    harness.addRows(23);
    harness.double.rows.push(
      ...Array.from({ length: 40 }, (_, at) => ({
        ID: `${harness.mark}m${String(at).padStart(3, '0')}`,
        entryMs: FIRST_ROW_MS + 300,
        objObjCode: 'TASK',
        objID: 'same-moment',
        changeType: 'E',
        fieldName: 'status',
        newTextVal: 'INP',
      })),
    );
    // A term so long that no load of the machine makes it begin anew.
    const poller = await harness.start({ JOURNAL_LEASE_TTL_MS: '600000' });
    await poller.ready();
    await harness.cursorIsAtEnd();
    harness.addRows(12);
    await harness.cursorIsAtEnd();
    const events = await harness.expectAllPublished();
    const { origin } = events[0] ?? {};
    expect(parseJson(origin?.raw ?? '')).toMatchObject({ ID: origin?.journalEntryID });
    expect(await poller.metric('workfront_cdc_published_total')).toBe(harness.double.rows.length);
  });

  test('parks a row that it cannot use, whole, and goes on with the rest', async () => {
    harness.addRows(4);
    harness.double.rows.push({
      ID: `${harness.mark}odd`,
      entryMs: FIRST_ROW_MS + 150,
      objObjCode: 'TASK',
      changeType: 'D',
    });
    const poller = await harness.start();
    await harness.cursorIsAtEnd();
    const letters = await log.records(`${prefix}.dead-letters`);
    const letter = letters.find(({ value }) => value?.includes(`${harness.mark}odd`));
    expect(letter?.headers).toMatchObject({ reason: 'NO_OBJECT_ID', service: 'journal-poller' });
    expect(parseJson(letter?.value?.toString() ?? '')).toMatchObject({ changeType: 'D' });
    expect(await harness.events()).toHaveLength(4);
    expect(await poller.metric('workfront_cdc_parked_total')).toBe(1);
  });

  test('reads to the end where pages are capped lower than asked, and passes a row of the future', async () => {
    harness.double.capPages(4);
    harness.addRows(30, Date.now() - 600_000);
    const future = { ID: `${harness.mark}zz`, entryMs: Date.now() + 86_400_000 };
    const about = { objObjCode: 'TASK', objID: 'of-the-future', changeType: 'E' };
    harness.double.rows.push({ ...future, ...about, fieldName: 'status', newTextVal: 'INP' });
    await harness.start({ JOURNAL_PAGE_ROWS: '2000' });
    const all = async (): Promise<boolean> => {
      const found = new Set((await harness.events()).map(({ origin }) => origin.journalEntryID));
      return found.size === harness.double.rows.length;
    };
    await eventually(all, { what: 'every row is on the log', deadlineMs: 60_000 });
    for (let more = 0; more < 3; more += 1) {
      const ID = `${harness.mark}n${more}`;
      const entryMs = Date.now() - 2_000;
      harness.double.rows.push({ ...about, ID, entryMs, fieldName: 'status', newTextVal: 'CPL' });
      await eventually(all, { what: 'what came later is on the log', deadlineMs: 60_000 });
    }
    const isAtLast = async (): Promise<boolean> =>
      (await harness.cursorID()) === `${harness.mark}n2`;
    await eventually(isAtLast, { what: 'the cursor is before the future', deadlineMs: 30_000 });
  });

  test('outlasts throttling, errors, cut connections and cut answers', async () => {
    const faults: JournalFault[] = [
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
    harness.double.faults.push(...faults.flatMap((fault): JournalFault[] => [fault, () => false]));
    harness.addRows(12);
    const poller = await harness.start({ WORKFRONT_TIMEOUT_MS: '1000' });
    await eventually(() => harness.double.faults.length === 0, {
      what: 'all is tried',
      deadlineMs: 60_000,
    });
    harness.addRows(3);
    await harness.cursorIsAtEnd();
    await harness.expectAllPublished();
    expect(await poller.metric('workfront_cdc_poll_failures_total')).toBe(faults.length);
  });

  test('refused by Workfront, ends with 1 and says what to check', async () => {
    harness.double.faults.push((_request, response) => {
      const error = { class: 'com.attask.common.AuthenticationException', message: 'bad key' };
      respond(response, 401, { error });
      return true;
    });
    const poller = await harness.start();
    expect(await poller.exited).toBe(1);
    expect(poller.log()).toMatch(/WORKFRONT_REFUSED.*bad key.*credentials/);
    expect(poller.log()).not.toContain('"apiKey"');
  });

  test('waits for Kafka, and then has lost nothing', { timeout: 300_000 }, async () => {
    harness.addRows(10);
    await harness.start();
    await harness.cursorIsAtEnd();
    await controlServer('kafka', 'kill');
    try {
      const old = harness.double.rows.length;
      harness.addRows(10);
      const [first] = harness.double.rows.slice(old);
      // Their page cannot become durable, so it asks for no other.
      const hasRead = () => first !== undefined && harness.double.served(first.ID);
      await eventually(hasRead, { what: 'it has read them', deadlineMs: 150_000 });
    } finally {
      await controlServer('kafka', 'start');
    }
    await harness.cursorIsAtEnd();
    await harness.expectAllPublished();
  });
});
