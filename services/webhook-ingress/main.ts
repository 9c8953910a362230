// The webhook ingress: deliveries of Workfront's event subscriptions into the log.
// Promises 2xx only for what is on all in-sync replicas (Law 1), and to lose nothing it answered.
// Must not need Postgres, nor keep anything itself.
import { systemClock } from '../core/clock.ts';
import { createHttpServer, listen } from '../platform/http/server.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { runService } from '../platform/process/run-service.ts';
import { connectLog, openSource } from '../source/open-source.ts';
import { Acceptance } from './acceptance.ts';
import { tokenChecker } from './access-token.ts';
import { ingressConfig } from './config.ts';
import { InFlight } from './in-flight.ts';
import { ingressMetrics } from './ingress-metrics.ts';
import { receive } from './receive.ts';

const SERVICE = 'webhook-ingress';

runService(SERVICE, ingressConfig, process.env, async (scope, config) => {
  const { logger } = scope;
  const clock = systemClock;
  const bodyBytesMax = config.WEBHOOK_BODY_BYTES_MAX;
  const bytesInFlightMax = config.WEBHOOK_BYTES_IN_FLIGHT_MAX;
  const { kafka, publisher } = connectLog(scope, config, SERVICE, {
    lingerMs: config.WEBHOOK_LINGER_MS,
    sendDeadlineMs: config.WEBHOOK_DEADLINE_MS,
    pendingBytesMax: bytesInFlightMax,
  });
  const metrics = createMetrics(SERVICE);
  const acceptance = new Acceptance();
  const ready = () => acceptance.readiness();
  const ops = await serveOps({ config, metrics, ready, healthy: () => true });
  scope.own('ops server', ops, (one) => one.close());
  const app = createHttpServer({ bodyBytesMax, requestTimeoutMs: 10_000, connectionsMax: 2_000 });
  scope.own('web server', app, (one) => one.close());
  receive(app, {
    checkToken: tokenChecker(config.WEBHOOK_TOKEN.reveal().split(',')),
    accepting: () => acceptance.options,
    sink: publisher,
    inFlight: new InFlight({ bodyBytesMax, bytesInFlightMax }),
    metrics: ingressMetrics(metrics),
    clock,
    logger,
  });
  const url = await listen(app, { port: config.WEBHOOK_PORT, host: config.WEBHOOK_HOST });
  logger.info({ url, opsUrl: ops.url }, 'listening');
  const onWaiting = (what: string): void => acceptance.wait(what);
  const awaited = { kafka, publisher, control: null, clock, onWaiting };
  const codec = await openSource(scope, config, awaited);
  acceptance.open({
    service: SERVICE,
    codec,
    topicPrefix: config.TOPIC_PREFIX,
    customerID: config.WORKFRONT_CUSTOMER_ID ?? null,
  });
  logger.info({}, 'accepting deliveries');
});
