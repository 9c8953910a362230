// The webhook ingress: deliveries of Workfront's event subscriptions into the log.
// Promises 2xx only for what is on all in-sync replicas, or fsynced in its spool (Law 1).
// Must not need Postgres, nor keep anything but that spool.
import { systemClock } from '../core/clock.ts';
import { createHttpServer, listen } from '../platform/http/server.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import { serveOps } from '../platform/http/ops-server.ts';
import { runService } from '../platform/process/run-service.ts';
import { connectLog, openSource } from '../source/open-source.ts';
import { tokensOf } from '../source/subscriptions/webhook-tokens.ts';
import { Acceptance } from './acceptance.ts';
import { tokenChecker } from './access-token.ts';
import { ingressConfig, publishingOf } from './config.ts';
import { InFlight } from './in-flight.ts';
import { ingressMetrics } from './ingress-metrics.ts';
import { LogSink } from './log-sink.ts';
import { receive } from './receive.ts';
import { openSpoolOf } from './spool/open-spool.ts';

const SERVICE = 'webhook-ingress';
/** Workfront gives up after 5 s (reference B.2): who takes longer to send is not Workfront. */
const SENDERS = { headersTimeoutMs: 3_000, requestTimeoutMs: 5_000, connectionsMax: 2_000 };

runService(SERVICE, ingressConfig, process.env, async (scope, config) => {
  const { logger } = scope;
  const clock = systemClock;
  const bodyBytesMax = config.WEBHOOK_BODY_BYTES_MAX;
  const customerID = config.WORKFRONT_CUSTOMER_ID ?? null;
  const connections = connectLog(scope, config, SERVICE, publishingOf(config));
  const metrics = createMetrics(SERVICE);
  const counts = ingressMetrics(metrics);
  const acceptance = new Acceptance();
  const accepting = () => acceptance.options;
  const log = new LogSink({ ...connections, accepting, customerID, metrics: counts });
  const spool = await openSpoolOf(scope, config, { ...connections, log, metrics, counts, clock });
  const ready = () => {
    const readiness = acceptance.readiness();
    return spool?.sink.readiness(readiness.reason) ?? readiness;
  };
  const ops = await serveOps({ config, metrics, ready, healthy: () => true });
  scope.own('ops server', ops, (one) => one.close());
  const app = createHttpServer({ bodyBytesMax, ...SENDERS });
  scope.own('web server', app, (one) => one.close());
  receive(app, {
    checkToken: tokenChecker(tokensOf(config.WEBHOOK_TOKEN)),
    sink: spool?.sink ?? log,
    inFlight: new InFlight({ bodyBytesMax, bytesInFlightMax: config.WEBHOOK_BYTES_IN_FLIGHT_MAX }),
    metrics: counts,
    clock,
    logger,
  });
  const url = await listen(app, { port: config.WEBHOOK_PORT, host: config.WEBHOOK_HOST });
  logger.info({ url, opsUrl: ops.url }, 'listening');
  const onWaiting = (what: string): void => acceptance.wait(what);
  const codec = await openSource(scope, config, { ...connections, clock, onWaiting });
  const options = { service: SERVICE, codec, topicPrefix: config.TOPIC_PREFIX, customerID };
  acceptance.open(options);
  spool?.start(options);
  logger.info({}, 'accepting deliveries');
});
