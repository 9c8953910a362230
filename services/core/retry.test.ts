import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';
import { PipelineError } from './errors.ts';
import { pauseAfter, retrying } from './retry.ts';
import type { RetryOptions } from './retry.ts';

const away = new PipelineError('KAFKA_UNAVAILABLE', 'away');

function options(pauses: number[], signal = new AbortController().signal): RetryOptions {
  const sleep = async (ms: number) => void pauses.push(ms);
  const clock = { ...systemClock, sleep };
  return { clock, random: () => 0, signal, onRetry: () => undefined };
}

test('what fails for now is tried until it succeeds, with growing pauses', async () => {
  const pauses: number[] = [];
  let left = 3;
  const act = async () => {
    if ((left -= 1) >= 0) throw away;
    return 'done';
  };
  await expect(retrying(act, options(pauses))).resolves.toBe('done');
  expect(pauses).toEqual([125, 250, 500]);
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

test('the pause has a limit, half of it is chance, and it is no shorter than asked for', () => {
  expect(pauseAfter(50, away, () => 0)).toBe(15_000);
  expect(pauseAfter(50, away, () => 1)).toBe(30_000);
  const throttled = new PipelineError('WORKFRONT_THROTTLED', 'slow', { retryAfterMs: 7_000 });
  expect(pauseAfter(0, throttled, () => 0)).toBe(7_125);
  const forever = new PipelineError('WORKFRONT_THROTTLED', 'slow', { retryAfterMs: 1e12 });
  expect(pauseAfter(0, forever, () => 0)).toBe(300_125);
});
