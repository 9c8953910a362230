import { describe, expect, it, test } from 'vitest';
import { ManualClock, settlePromises } from '../../test/support/manual-clock.ts';
import { systemClock } from './clock.ts';
import { PipelineError } from './errors.ts';
import { Patience, pauseAfter, retrying } from './retry.ts';
import type { RetryOptions } from './retry.ts';

const away = new PipelineError('KAFKA_UNAVAILABLE', 'away');

function options(pauses: number[], signal = new AbortController().signal): RetryOptions {
  const sleep = async (ms: number) => void pauses.push(ms);
  const clock = { ...systemClock, sleep };
  const backoff = { firstMs: 200, maxMs: 1_000 };
  return { clock, random: () => 0, signal, backoff, onRetry: () => undefined };
}

test('what fails for now is tried until it succeeds, with growing pauses', async () => {
  const pauses: number[] = [];
  let left = 5;
  const act = async () => {
    if ((left -= 1) >= 0) throw away;
    return 'done';
  };
  await expect(retrying(act, options(pauses))).resolves.toBe('done');
  expect(pauses).toEqual([100, 200, 400, 500, 500]);
});

test('what fails for good is thrown at once', async () => {
  for (const error of [new PipelineError('WORKFRONT_REFUSED', 'no'), new TypeError('bug')]) {
    const pauses: number[] = [];
    await expect(retrying(() => Promise.reject(error), options(pauses))).rejects.toBe(error);
    expect(pauses).toEqual([]);
  }
});

test('a drain ends the trying', async () => {
  const aborter = new AbortController();
  aborter.abort(new Error('draining'));
  const act = () => Promise.reject(away);
  await expect(retrying(act, options([], aborter.signal))).rejects.toThrow('draining');
});

test('what nobody waits for any more is not tried again', async () => {
  let tries = 0;
  const act = () => {
    tries += 1;
    return Promise.reject(away);
  };
  const unwanted = { ...options([]), isWanted: () => tries < 3 };
  await expect(retrying(act, unwanted)).rejects.toBe(away);
  expect(tries).toBe(3);
});

test('half of a pause is chance', () => {
  const backoff = { firstMs: 200, maxMs: 1_000 };
  expect(pauseAfter(50, () => 0, backoff)).toBe(500);
  expect(pauseAfter(50, () => 1, backoff)).toBe(1_000);
});

test('a pause is no shorter than asked for, but a date far away is not believed', async () => {
  const pauses: number[] = [];
  const refusals = [7_000, 1e12].map(
    (retryAfterMs) => new PipelineError('WORKFRONT_THROTTLED', 'slow', { retryAfterMs }),
  );
  const act = async () => {
    const refusal = refusals.shift();
    if (refusal !== undefined) throw refusal;
  };
  await retrying(act, options(pauses));
  expect(pauses[0]).toBe(7_100);
  expect(pauses[1]).toBeLessThan(3_600_000);
});

describe('patience', () => {
  function patienceOf(limitMs: number): { clock: ManualClock; patience: Patience } {
    const clock = new ManualClock(0);
    const backoff = { firstMs: 50, maxMs: 3_000 };
    return { clock, patience: new Patience({ ...options([]), clock, backoff, limitMs }) };
  }

  async function outcomeOf(promise: Promise<unknown>, clock: ManualClock): Promise<string> {
    const outcome = promise.then(
      () => 'again',
      (error: unknown) => (error as Error).message,
    );
    await settlePromises();
    await clock.advance(3_000);
    return outcome;
  }

  it('ends when the limit has passed', async () => {
    const { clock, patience } = patienceOf(10_000);
    for (let failures = 0; failures < 4; failures += 1) {
      expect(await outcomeOf(patience.wait(away), clock)).toBe('again');
    }
    expect(await outcomeOf(patience.wait(away), clock)).toBe('away');
  });

  it('is renewed by a success, and by a long time without a failure', async () => {
    const { clock, patience } = patienceOf(5_000);
    for (let round = 0; round < 3; round += 1) {
      expect(await outcomeOf(patience.wait(away), clock)).toBe('again');
      patience.renew();
    }
    expect(await outcomeOf(patience.wait(away), clock)).toBe('again');
    await clock.advance(6_000);
    expect(await outcomeOf(patience.wait(away), clock)).toBe('again');
  });

  it('is not renewed by tries that take long to fail', async () => {
    const { clock, patience } = patienceOf(5_000);
    const hang = async () => {
      await clock.sleep(6_000);
      throw away;
    };
    const outcome = patience.attempt(hang).catch((error: unknown) => (error as Error).message);
    for (let round = 0; round < 10; round += 1) await clock.advance(3_000);
    expect(await outcome).toBe('away');
  });

  it('has none with what trying again cannot mend', async () => {
    const { clock, patience } = patienceOf(5_000);
    const refused = new PipelineError('LOG_MISMATCH', 'another log');
    expect(await outcomeOf(patience.wait(refused), clock)).toBe('another log');
  });
});
