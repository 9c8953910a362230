// The webhook ingress: deliveries of Workfront's event subscriptions into the log.
// Promises 2xx only for what is on all in-sync replicas (Law 1), and to lose nothing it answered.
// Must not need Postgres, nor keep anything itself.
import { systemClock } from '../core/clock.ts';
import { kafkaOptions } from '../platform/process/connection-options.ts';
import { createHttpServer, listen } from '../platform/http/server.ts';
import { openKafka } from '../platform/kafka/kafka.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { openPublisher } from '../platform/kafka/publisher.ts';
import { runService } from '../platform/process/run-service.ts';
import { tokenChecker } from './access-token.ts';
import { ingressConfig } from './config.ts';
import { Dependencies } from './dependencies.ts';
import { InFlight } from './in-flight.ts';
import { ingressMetrics } from './ingress-metrics.ts';
import { receive } from './receive.ts';

const SERVICE = 'webhook-ingress';

runService(SERVICE, ingressConfig, process.env, async (scope, config) => {
  const { logger, signal } = scope;
  const clock = systemClock;
  const kafka = openKafka(kafkaOptions(config, SERVICE, logger));
  scope.own('kafka', kafka, (one) => one.close());
  const bodyBytesMax = config.WEBHOOK_BODY_BYTES_MAX;
  const bytesInFlightMax = config.WEBHOOK_BYTES_IN_FLIGHT_MAX;
  const publisher = openPublisher(kafka, {
    lingerMs: config.WEBHOOK_LINGER_MS,
    sendDeadlineMs: config.WEBHOOK_DEADLINE_MS,
    pendingBytesMax: bytesInFlightMax,
  });
  scope.own('publisher', publisher, (one) => one.close());
  const metrics = createMetrics(SERVICE);
  const dependencies = new Dependencies();
  const ready = () => dependencies.readiness();
  const ops = await serveOps({ config, metrics, ready, healthy: () => true });
  scope.own('ops server', ops, (one) => one.close());
  const app = createHttpServer({ bodyBytesMax, requestTimeoutMs: 10_000, connectionsMax: 2_000 });
  scope.own('web server', app, (one) => one.close());
  receive(app, {
    checkToken: tokenChecker(config.WEBHOOK_TOKEN.reveal().split(',')),
    accepting: () => dependencies.options,
    sink: publisher,
    inFlight: new InFlight({ bodyBytesMax, bytesInFlightMax }),
    metrics: ingressMetrics(metrics),
    clock,
    logger,
  });
  const url = await listen(app, { port: config.WEBHOOK_PORT, host: config.WEBHOOK_HOST });
  logger.info({ url, opsUrl: ops.url }, 'listening');
  const onRetry = (error: unknown): void => logger.warn({ error }, 'waiting for a dependency');
  const retry = { clock, random: Math.random, signal, onRetry };
  await dependencies.read(config, { kafka, publisher }, retry);
  logger.info({}, 'accepting deliveries');
});
