/** What the ingress is told by its environment. */
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

export const ingressConfig = z.object({
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
});

export type IngressConfig = z.infer<typeof ingressConfig>;
