import { beforeEach, expect, it } from 'vitest';
import { asMicros } from '../../core/units.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

const HOUR = 3_600_000_000;
let breaker: CircuitBreaker;

beforeEach(() => {
  breaker = new CircuitBreaker(asMicros(0));
});

function fail(times: number, atMicros: number, timeScale = 1): void {
  for (let n = 0; n < times; n += 1) breaker.failed(asMicros(atMicros), timeScale);
}

it('is disabled by 2000 failures in a row, however many successes came before', () => {
  for (let n = 0; n < 5000; n += 1) breaker.succeeded(asMicros(0));
  fail(1999, HOUR);
  expect(breaker.state).toBe('closed');
  fail(1, HOUR);
  expect(breaker).toMatchObject({ state: 'disabled', disabledAtMicros: HOUR });
});

it('freezes after more than 2000 failures in a row and 72 hours without a success', () => {
  breaker.succeeded(asMicros(0));
  fail(2001, 71 * HOUR);
  expect(breaker.state).toBe('disabled');
  fail(1, 73 * HOUR);
  expect(breaker).toMatchObject({ state: 'frozen', frozenAtMicros: 73 * HOUR });
});

it('freezes after 50,000 failures in a row at any time', () => {
  fail(49_999, 1);
  expect(breaker.state).toBe('disabled');
  fail(1, 1);
  expect(breaker.state).toBe('frozen');
});

it('lets nothing through while frozen, not even probes, until it is told to', () => {
  fail(50_000, 0);
  expect(breaker.admit(asMicros(1000 * HOUR), 1)).toBe('wait');
  breaker.unfreeze();
  expect(breaker.admit(asMicros(1000 * HOUR), 1)).toBe('attempt');
  expect(breaker).toMatchObject({ state: 'closed', frozenAtMicros: null, failures: 50_000 });
});

it('passes 72 hours in seconds when time is scaled', () => {
  fail(2001, 26_000_000, 10_000);
  expect(breaker.state).toBe('frozen');
});
