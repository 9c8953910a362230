import { describe, expect, it } from 'vitest';
import { ManualClock, settle } from '../../test/support/manual-clock.ts';
import { PipelineError } from '../core/errors.ts';
import { Patience } from './patience.ts';

const away = new PipelineError('POSTGRES_UNAVAILABLE', 'away');
const never = new AbortController().signal;

async function outcomeOf(promise: Promise<unknown>, clock: ManualClock): Promise<string> {
  const outcome = promise.then(
    () => 'again',
    (error: unknown) => (error as Error).message,
  );
  await settle();
  await clock.advance(3_000);
  return outcome;
}

describe('patience', () => {
  it('waits longer after each failure in a row, and ends when the limit has passed', async () => {
    const clock = new ManualClock(0);
    const patience = new Patience(clock, 10_000, () => undefined);
    for (let failures = 0; failures < 4; failures += 1) {
      expect(await outcomeOf(patience.wait(away, never), clock)).toBe('again');
    }
    expect(await outcomeOf(patience.wait(away, never), clock)).toBe('away');
  });

  it('is renewed by a success, and by a long time without a failure', async () => {
    const clock = new ManualClock(0);
    const patience = new Patience(clock, 5_000, () => undefined);
    for (let round = 0; round < 3; round += 1) {
      expect(await outcomeOf(patience.wait(away, never), clock)).toBe('again');
      patience.renew();
    }
    expect(await outcomeOf(patience.wait(away, never), clock)).toBe('again');
    await clock.advance(6_000);
    expect(await outcomeOf(patience.wait(away, never), clock)).toBe('again');
  });

  it('has none with what trying again cannot mend', async () => {
    const clock = new ManualClock(0);
    const refused = new PipelineError('LOG_MISMATCH', 'another log');
    expect(
      await outcomeOf(new Patience(clock, 5_000, () => undefined).wait(refused, never), clock),
    ).toBe('another log');
  });
});
