import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ManualClock, settlePromises } from '../../../test/support/manual-clock.ts';
import { DEFAULT_SETTINGS } from '../settings.ts';
import { DeliveryQueue, retryOffsetMs } from './delivery-queue.ts';

const TO = { subscriptionId: 's', url: 'http://end.point/', authToken: 't', body: '{}' };

let clock: ManualClock;
let attempts: number[];
let status: (attempt: number) => number | null;
let queue: DeliveryQueue;
let stop: AbortController;
let running: Promise<void>;

beforeEach(() => {
  clock = new ManualClock(1_000_000_000);
  attempts = [];
  status = () => 200;
  stop = new AbortController();
  queue = new DeliveryQueue({
    clock,
    settings: { ...DEFAULT_SETTINGS },
    post: async () => {
      attempts.push(clock.nowMicros() / 1000);
      return status(attempts.length);
    },
  });
  running = queue.run(stop.signal);
});

afterEach(async () => {
  stop.abort();
  await running;
});

describe('the retry table (reference B.2)', () => {
  it('is the published one', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => retryOffsetMs(n) / 60_000);
    expect(minutes.map(Math.floor)).toEqual([1, 4, 9, 21, 43, 89, 179, 360, 722, 1445, 2893]);
  });

  it('counts every retry from the first failure, and drops after the eleventh', async () => {
    status = () => 500;
    queue.enqueue(TO, 0);
    await clock.advance(1);
    const first = attempts[0] ?? 0;
    await clock.advance(50 * 3_600_000);
    expect(attempts.map((at) => at - first)).toEqual([0, ...[...TABLE].map(retryOffsetMs)]);
    expect(queue.counts()).toMatchObject({ pending: 0, retrying: 0, dropped: 1, delivered: 0 });
  });

  it('takes any 2xx as success, everything else and silence as failure', async () => {
    status = (attempt) => [204, 302, null, 404, 299][attempt - 1] ?? 500;
    for (let n = 0; n < 2; n += 1) queue.enqueue(TO, 0);
    await clock.advance(1);
    expect(queue.counts()).toMatchObject({ delivered: 1, retrying: 1, failedAttempts: 1 });
  });

  it('passes 48 hours in seconds when time is scaled', async () => {
    const settings = { ...DEFAULT_SETTINGS, timeScale: 10_000 };
    const quick = new DeliveryQueue({ clock, settings, post: async () => 500 });
    const run = quick.run(stop.signal);
    quick.enqueue(TO, 0);
    await clock.advance(18_000);
    expect(quick.counts().dropped).toBe(1);
    stop.abort();
    await run;
  });
});

const TABLE = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];

describe('the circuit breaker of a URL (reference B.2)', () => {
  async function fail(messages: number): Promise<void> {
    status = () => 500;
    for (let n = 0; n < messages; n += 1) queue.enqueue(TO, 0);
    for (let n = 0; n < messages / 20 + 5; n += 1) await clock.advance(0.01);
  }

  it('is disabled after a grace of 100 messages with over 70 % failures', async () => {
    await fail(100);
    expect(queue.breakerOf(TO.url).state).toBe('closed');
    await fail(1);
    expect(queue.breakerOf(TO.url)).toMatchObject({ state: 'disabled', failures: 101 });
  });

  it('sends new messages of a disabled URL to the retries, and probes every ten minutes', async () => {
    await fail(101);
    const before = attempts.length;
    queue.enqueue(TO, 0);
    await clock.advance(1);
    expect(attempts.length).toBe(before);
    await clock.advance(45 * 60_000); // retry 5 of all is due once, and one probe is let through
    const probes = attempts.length - before;
    expect(probes).toBeGreaterThan(0);
    expect(probes).toBeLessThan(6);
  });

  it('closes when a probe succeeds', async () => {
    await fail(101);
    status = () => 200;
    await clock.advance(22 * 60_000);
    expect(queue.breakerOf(TO.url).state).toBe('closed');
    expect(queue.counts().delivered).toBeGreaterThan(0);
  });

  it('leaves other URLs alone', async () => {
    await fail(101);
    status = () => 200;
    queue.enqueue({ ...TO, url: 'http://other/' }, 0);
    await clock.advance(1);
    expect(queue.counts().delivered).toBe(1);
  });
});

it('sends nothing while paused, and everything when hastened', async () => {
  queue.paused = true;
  queue.enqueue(TO, 60_000);
  queue.enqueue(TO, 0);
  await clock.advance(10);
  expect(attempts).toEqual([]);
  queue.paused = false;
  queue.hasten();
  await settlePromises();
  await clock.advance(1);
  expect(attempts).toHaveLength(2);
});
