import { expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { createHttpServer, listen } from '../../services/platform/http/server.ts';
import { createMetrics } from '../../services/platform/process/metrics.ts';
import { serveOps } from '../../services/platform/http/ops-server.ts';

// Law 8
test('shutdown: a request in hand is answered, and no new one is taken', async () => {
  const app = createHttpServer({ bodyBytesMax: 100 });
  let answer: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    app.get('/slow', async () => {
      const answered = new Promise<void>((release) => (answer = release));
      resolve();
      await answered;
      return 'done';
    });
  });
  const url = await listen(app, { port: 0, host: '127.0.0.1' });
  const slow = fetch(`${url}/slow`);
  await arrived;
  const startedMs = systemClock.monotonicMs();
  const closing = app.close();
  await expect(fetch(`${url}/slow`)).rejects.toThrow('fetch failed');
  answer();
  expect(await (await slow).text()).toBe('done');
  await closing;
  // Not held up by the connection, which its client would have kept.
  expect(systemClock.monotonicMs() - startedMs).toBeLessThan(5_000);
});

test('a port that is taken is PORT_UNUSABLE', async () => {
  const first = createHttpServer({ bodyBytesMax: 1 });
  const url = await listen(first, { port: 0, host: '127.0.0.1' });
  const second = createHttpServer({ bodyBytesMax: 1 });
  const taken = { port: Number(new URL(url).port), host: '127.0.0.1' };
  await expect(listen(second, taken)).rejects.toMatchObject({ code: 'PORT_UNUSABLE' });
  await Promise.all([first.close(), second.close()]);
});

test('the ops server tells whether the process is ready and healthy, and its metrics', async () => {
  const metrics = createMetrics('ops-test');
  metrics.counter('workfront_cdc_received_total', 'Received.').add(3);
  let well = false;
  const ops = await serveOps({
    config: { OPS_PORT: 0, OPS_HOST: '127.0.0.1' },
    metrics,
    ready: () => (well ? { ready: true } : { ready: false, reason: 'no partitions yet' }),
    healthy: () => well,
  });
  expect((await fetch(`${ops.url}/healthz`)).status).toBe(503);
  const unready = await fetch(`${ops.url}/readyz`);
  expect([unready.status, await unready.json()]).toEqual([
    503,
    { ready: false, reason: 'no partitions yet' },
  ]);
  well = true;
  expect((await fetch(`${ops.url}/healthz`)).status).toBe(200);
  expect((await fetch(`${ops.url}/readyz`)).status).toBe(200);
  const text = await (await fetch(`${ops.url}/metrics`)).text();
  expect(text).toContain('workfront_cdc_received_total{service="ops-test"} 3');
  await ops.close();
});
