import { expect, test } from 'vitest';

import { ManualClock } from '../../../test/support/manual-clock.ts';
import type { KeptProcess } from '../../local-stack/kept-process.ts';
import { superviseProcess } from './supervised-process.ts';

interface Launched extends KeptProcess {
  readonly end: (exitCode: number) => void;
}

/** Processes that end when the test says so; a launch fails where `refusals` has an error. */
function stage(refusals: (Error | null)[] = []) {
  const clock = new ManualClock(0);
  const launched: Launched[] = [];
  const said: string[] = [];
  const hopeless: string[] = [];
  let restarts = 0;
  const launch = async (): Promise<KeptProcess> => {
    const refusal = refusals.shift() ?? null;
    if (refusal !== null) throw refusal;
    let end: (exitCode: number) => void = () => undefined;
    const exited = new Promise<number>((resolve) => (end = resolve));
    const stop = async (): Promise<void> => end(0);
    const one = { name: 'one', pid: launched.length + 1, exited, stop, kill: stop, end };
    launched.push(one);
    return one;
  };
  const supervised = superviseProcess({
    name: 'one',
    logFile: '/nowhere/one.log',
    launch,
    clock,
    random: () => 1,
    announce: (message) => said.push(message),
    onRestarted: () => (restarts += 1),
    onHopeless: (error) => hopeless.push(error.code),
  });
  return { clock, launched, said, hopeless, supervised, restarts: () => restarts };
}

test('one that ends is started again, after longer and longer pauses', async () => {
  const { clock, launched, supervised, restarts } = stage();
  const one = await supervised;
  const pauses: number[] = [];
  for (let times = 0; times < 4; times += 1) {
    const endedMs = clock.monotonicMs();
    launched.at(-1)?.end(1);
    await clock.turn();
    expect(one.pid()).toBeNull();
    while (launched.length === times + 1) await clock.advance(50);
    pauses.push(clock.monotonicMs() - endedMs);
  }
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(new Set(pauses).size).toBe(pauses.length);
  expect([one.pid(), one.failures(), restarts()]).toEqual([5, 4, 4]);
  await one.stop();
});

test('one that was well for long has all its pauses again', async () => {
  const { clock, launched, supervised } = stage();
  const one = await supervised;
  for (const wellMs of [0, 0, 600_000]) {
    await clock.advance(wellMs);
    launched.at(-1)?.end(137);
    await clock.advance(60_000);
  }
  expect(one.failures()).toBe(1);
  await one.stop();
});

test.each([
  [2, 'CONFIG_INVALID'],
  [3, 'START_FAILED'],
])('exit code %d is hopeless: it is told, and not started again', async (exitCode, code) => {
  const { clock, launched, hopeless, supervised } = stage();
  const one = await supervised;
  launched[0]?.end(exitCode);
  await clock.advance(600_000);
  expect(hopeless).toEqual([code]);
  expect(launched).toHaveLength(1);
  await one.stop();
});

test('a disk that is full for a while costs pauses, and nothing else', async () => {
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' });
  const { clock, launched, said, supervised } = stage([null, full, full, null]);
  const one = await supervised;
  launched[0]?.end(1);
  await clock.advance(60_000);
  expect(launched).toHaveLength(2);
  expect(said.filter((line) => line.includes('the disk is full'))).toHaveLength(2);
  expect(said.join('\n')).not.toContain('    at ');
  await one.stop();
});

test('one that is stopped stays so, also between two starts', async () => {
  const { clock, launched, supervised } = stage();
  const one = await supervised;
  launched[0]?.end(1);
  await clock.turn();
  const stopping = Promise.all([one.stop(), one.stop()]);
  await clock.advance(600_000);
  await stopping;
  expect(launched).toHaveLength(1);
});
