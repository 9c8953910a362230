import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { FIRST_ROW_MS, openPollerHarness } from '../support/poller-harness.ts';
import type { PollerHarness } from '../support/poller-harness.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { freshPrefix } from '../support/shared-stack.ts';

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

describe('a journal poller and its lease', () => {
  test('two of them: one reads, and the other takes over when it is killed or told to end', async () => {
    harness.addRows(10);
    const env = { JOURNAL_LEASE_TTL_MS: '3000' };
    const pollers = [await harness.start(env), await harness.start(env)];
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
    await harness.cursorIsAtEnd();
    expect(await second.metric('workfront_cdc_received_total')).toBe(0);
    first.signal('SIGKILL');
    harness.addRows(10);
    await harness.cursorIsAtEnd();
    const third = await harness.start({ JOURNAL_LEASE_TTL_MS: '600000' });
    await third.ready();
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
    harness.addRows(10);
    await harness.cursorIsAtEnd(); // at once: the lease was given back
    await harness.expectAllPublished();
  });

  test('asleep beyond its term, wakes up unable to move the cursor', async () => {
    harness.addRows(30);
    const sleeper = await harness.start();
    await harness.cursorIsAtEnd();
    // Asleep in the middle of a question: its answer waits for it.
    harness.double.faults.push(() => {
      sleeper.signal('SIGSTOP');
      return false;
    });
    await eventually(() => harness.double.faults.length === 0, { what: 'it sleeps' });
    harness.addRows(10, FIRST_ROW_MS + 60_000);
    const other = await harness.start();
    await harness.cursorIsAtEnd();
    const epochOf = async () =>
      (await harness.pool.query<{ epoch: bigint }>('select epoch from control.cursors')).rows[0]
        ?.epoch;
    const epoch = await epochOf();
    sleeper.signal('SIGCONT');
    await eventually(() => sleeper.log().includes('the lease went to another process'), {
      what: 'it notices',
    });
    expect(await epochOf()).toBe(epoch);
    harness.addRows(10, FIRST_ROW_MS + 120_000);
    await harness.cursorIsAtEnd();
    expect(await other.metric('workfront_cdc_lease_held')).toBe(1);
    await harness.expectAllPublished();
  });
});
