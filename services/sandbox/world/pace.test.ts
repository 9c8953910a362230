import { expect, it } from 'vitest';
import { localSandbox } from '../../../test/support/local-sandbox.ts';
import { paceOf } from './pace.ts';

const DAY_MS = 120_000;
const rates = Array.from({ length: DAY_MS }, (_, ms) => paceOf('people', ms));

it('people work in bursts and rest for long, on average at the rate asked for', () => {
  const average = rates.reduce((sum, rate) => sum + rate, 0) / DAY_MS;
  expect(average).toBeCloseTo(1, 3);
  expect(Math.max(...rates)).toBeGreaterThan(2);
  expect(rates.filter((rate) => rate === 0).length).toBeGreaterThanOrEqual(DAY_MS / 4);
  expect(paceOf('people', DAY_MS + 1)).toBe(paceOf('people', 1));
});

it('the workload keeps working hours: much in the morning, nothing at night', async () => {
  const local = localSandbox();
  const order = { changes: null, ratePerSecond: 20, pace: 'people' };
  local.ask('POST', '/sandbox/workload', order);
  const stop = new AbortController();
  const running = local.sandbox.run(stop.signal);
  const made: number[] = [];
  for (let part = 0; part < 6; part += 1) {
    const before = local.sandbox.tenant.sequence;
    await local.clock.advance(DAY_MS / 6);
    made.push(local.sandbox.tenant.sequence - before);
  }
  stop.abort();
  await running;
  const [morning = 0, , , , , night = 0] = made;
  expect(morning).toBeGreaterThan(20 * 20 * 1.5);
  expect(night).toBe(0);
});

it('a second workload of the same seed makes records of its own', async () => {
  const local = localSandbox();
  const known = new Set<string>();
  for (let round = 0; round < 2; round += 1) {
    local.ask('POST', '/sandbox/workload', { changes: 1500, ratePerSecond: null });
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    await local.clock.advance(5000);
    stop.abort();
    await running;
    expect(local.sandbox.workload.isRunning).toBe(false);
    const { history } = local.sandbox.tenant;
    const made = [...history.objects()].filter(([objCode, id]) => {
      const [first] = history.entries(objCode, id);
      return objCode === 'RECORD' && first?.kind === 'CREATE' && !known.has(id);
    });
    expect(made, `round ${round}`).not.toEqual([]);
    for (const [, id] of made) known.add(id);
    // What it made stays what it is: nobody makes it a second time.
    for (const id of known) {
      const kinds = history.entries('RECORD', id).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'CREATE')).toEqual(['CREATE']);
    }
  }
});
