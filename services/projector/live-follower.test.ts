import { expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { createLogger } from '../platform/process/logger.ts';
import { eventually } from '../../test/support/eventually.ts';
import { LiveFollower } from './live-follower.ts';

it('stops on the old store before it starts on the one that readers were switched to', async () => {
  let live = 'store_1';
  const told: string[] = [];
  const follower = new LiveFollower({
    readLive: () => Promise.resolve(live),
    open: (store) =>
      Promise.resolve({
        start: () => Promise.resolve(void told.push(`start ${store}`)),
        stop: () => Promise.resolve(void told.push(`stop ${store}`)),
        readiness: () => ({ ready: true }),
        isHealthy: () => true,
        isNearEnd: () => true,
      }),
    clock: systemClock,
    logger: createLogger('test', { level: 'silent' }),
    onFailed: (error) => told.push(String(error)),
  });
  await follower.start();
  live = 'store_2';
  await eventually(() => told.length >= 3, { what: 'the follower has moved' });
  await follower.stop();
  expect(told).toEqual(['start store_1', 'stop store_1', 'start store_2', 'stop store_2']);
});
