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
import { Secret } from '../platform/process/secret.ts';

/** Workfront gives up after 5 s (reference B.2); the network takes a part of it. */
const DEADLINE_MS_MAX = 4_800;
const MIB = 1024 * 1024;

/** One token, or several separated by commas while one is rotated; Workfront's limit is 255. */
const tokens = z
  .string()
  .transform((text) => text.split(',').map((token) => token.trim()))
  .refine((list) => list.every((token) => token.length > 0 && token.length < 255), {
    message: 'must be one or more tokens of 1 to 254 characters, separated by commas',
  })
  .transform((list) => new Secret(list.join(',')));

const settings = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...opsConfig,
  ...logConfig,
  WEBHOOK_HOST: z.string().default('0.0.0.0'),
  WEBHOOK_PORT: port.default(8080),
  WEBHOOK_TOKEN: tokens,
  WEBHOOK_DEADLINE_MS: integer(100, DEADLINE_MS_MAX).default(4_000),
  WEBHOOK_LINGER_MS: integer(0, 1_000).default(3),
  WEBHOOK_BODY_BYTES_MAX: integer(1_024, 14 * MIB).default(4 * MIB),
  WEBHOOK_BYTES_IN_FLIGHT_MAX: integer(1_024, 1_024 * MIB).default(64 * MIB),
  WORKFRONT_CUSTOMER_ID: z.string().optional(),
  /** Unset: no spool. */
  WEBHOOK_SPOOL_DIR: z.string().optional(),
  WEBHOOK_SPOOL_BYTES_MAX: integer(MIB, 1_024 * 1_024 * MIB).default(2_048 * MIB),
  WEBHOOK_SPOOL_AFTER_MS: integer(50, DEADLINE_MS_MAX).default(500),
  WEBHOOK_SPOOL_DRAIN_PER_SECOND: integer(10, 1_000_000).default(5_000),
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
