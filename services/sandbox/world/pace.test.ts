import { expect, it } from 'vitest';
import { localSandbox, requiredText } from '../../../test/support/local-sandbox.ts';
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
  const twice: number[] = [];
  for (let round = 0; round < 2; round += 1) {
    local.ask('POST', '/sandbox/workload', { changes: 1500, ratePerSecond: null });
    const stop = new AbortController();
    const running = local.sandbox.run(stop.signal);
    await local.clock.advance(5000);
    stop.abort();
    await running;
    expect(local.sandbox.workload.isRunning).toBe(false);
    const rows = [...local.sandbox.tenant.store.rows('RECORD')];
    twice.push(rows.length);
    for (const { id } of rows) {
      const kinds = local.sandbox.tenant.history
        .entries('RECORD', requiredText(id))
        .map((e) => e.kind);
      expect(kinds.filter((kind) => kind === 'CREATE').length).toBeLessThanOrEqual(1);
    }
  }
  expect(twice[1]).toBeGreaterThan(twice[0] ?? 0);
});
