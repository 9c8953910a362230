/** What the ingress is told by its environment. */
import type { PublisherOptions } from '../platform/kafka/publisher.ts';
import {
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  port,
  registryConfig,
  z,
} from '../platform/process/config.ts';
import { webhookTokens } from '../source/subscriptions/webhook-tokens.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';

/** Workfront gives up after 5 s (reference B.2); the network takes a part of it. */
const DEADLINE_MS_MAX = 4_800;
const MIB = 1024 * 1024;

const settings = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...opsConfig,
  ...logConfig,
  WEBHOOK_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address that deliveries come to; the image sets 0.0.0.0.'),
  WEBHOOK_PORT: port.default(8080).describe('Port that deliveries come to.'),
  WEBHOOK_TOKEN: webhookTokens.describe(
    'What Workfront sends with each delivery; two while it is rotated.',
  ),
  WEBHOOK_DEADLINE_MS: integer(100, DEADLINE_MS_MAX)
    .default(4_000)
    .describe('How long a delivery may wait for Kafka; Workfront gives up after 5 s.'),
  WEBHOOK_LINGER_MS: integer(0, 1_000)
    .default(3)
    .describe('How long the first delivery waits for others to share a batch.'),
  WEBHOOK_BODY_BYTES_MAX: integer(1_024, 14 * MIB)
    .default(4 * MIB)
    .describe('The largest body.'),
  WEBHOOK_BYTES_IN_FLIGHT_MAX: integer(1_024, 1_024 * MIB)
    .default(64 * MIB)
    .describe('All bodies in hand; beyond it the answer is 503.'),
  WORKFRONT_CUSTOMER_ID: workfrontConfig.WORKFRONT_CUSTOMER_ID,
  WEBHOOK_SPOOL_DIR: z
    .string()
    .optional()
    .describe('Where deliveries wait while Kafka is away; without it there is no spool.'),
  WEBHOOK_SPOOL_BYTES_MAX: integer(MIB, 1_024 * 1_024 * MIB)
    .default(2_048 * MIB)
    .describe('The spool on disk; beyond it the answer is 503.'),
  WEBHOOK_SPOOL_AFTER_MS: integer(50, DEADLINE_MS_MAX)
    .default(500)
    .describe('How long Kafka may take before a delivery is spooled.'),
  WEBHOOK_SPOOL_DRAIN_PER_SECOND: integer(10, 1_000_000)
    .default(5_000)
    .describe('How fast the spool goes to a Kafka that is back.'),
});

export const ingressConfig = settings.superRefine((config, context) => {
  const relations = [
    ['WEBHOOK_SPOOL_BYTES_MAX', 'WEBHOOK_BODY_BYTES_MAX', 'must be above'],
    ['WEBHOOK_DEADLINE_MS', 'WEBHOOK_SPOOL_AFTER_MS', 'must not be below'],
  ] as const;
  for (const [name, other, must] of relations) {
    const isKept =
      must === 'must be above' ? config[name] > config[other] : config[name] >= config[other];
    if (!isKept) context.addIssue({ code: 'custom', path: [name], message: `${must} ${other}` });
  }
});

export type IngressConfig = z.infer<typeof ingressConfig>;

/** With a spool a delivery does not wait for Kafka as long as Workfront would. */
export function publishingOf(config: IngressConfig): PublisherOptions {
  return {
    lingerMs: config.WEBHOOK_LINGER_MS,
    sendDeadlineMs:
      config.WEBHOOK_SPOOL_DIR === undefined
        ? config.WEBHOOK_DEADLINE_MS
        : config.WEBHOOK_SPOOL_AFTER_MS,
    pendingBytesMax: config.WEBHOOK_BYTES_IN_FLIGHT_MAX,
  };
}
