import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { MetricTotals } from './metric-totals.ts';

let text = '';
let status = 200;
let opsUrl = '';
const server = createServer((_request, response) => response.writeHead(status).end(text));

beforeEach(async () => {
  status = 200;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  opsUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(() => new Promise((resolve) => server.close(resolve)));

function gives(applied: number, lag: number): void {
  text = `workfront_cdc_applied_total{verdict="appended"} ${applied}\nworkfront_cdc_lag_events ${lag}\n`;
}

test('a counter goes on where it was when its process is started again; a gauge does not', async () => {
  const totals = new MetricTotals();
  const sources = [{ name: 'projector', opsUrl }];
  for (const [applied, lag] of [
    [10, 5],
    [30, 2],
    [4, 1],
    [6, 0],
  ] as const) {
    gives(applied, lag);
    await totals.read(sources);
  }
  expect(totals.sum('workfront_cdc_applied_total', ['projector'])).toBe(36);
  expect(totals.sum('workfront_cdc_lag_events')).toBe(0);
});

test('a process that does not answer keeps its last numbers', async () => {
  const totals = new MetricTotals();
  gives(10, 5);
  await totals.read([{ name: 'projector', opsUrl }]);
  status = 500;
  await totals.read([
    { name: 'projector', opsUrl },
    { name: 'away', opsUrl: 'http://127.0.0.1:1' },
  ]);
  expect(totals.sum('workfront_cdc_applied_total')).toBe(10);
  expect(totals.sum('workfront_cdc_applied_total', ['away'])).toBe(0);
});
