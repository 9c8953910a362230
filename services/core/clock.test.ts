import { describe, expect, it } from 'vitest';
import { systemClock } from './clock.ts';

describe('sleep', () => {
  it('ends as soon as its signal aborts, with the reason of the abort', async () => {
    const controller = new AbortController();
    const slept = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('draining'));
    await expect(slept).rejects.toThrow('draining');
  });

  it('does not begin under an aborted signal', async () => {
    await expect(systemClock.sleep(60_000, AbortSignal.abort(new Error('over')))).rejects.toThrow(
      'over',
    );
  });
});
