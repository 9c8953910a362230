/**
 * What the command line takes from the environment. Everything has a place in `up` or a default.
 */
import {
  databaseUrl,
  integer,
  kafkaConfig,
  logConfig,
  port,
  registryConfig,
  secret,
  url,
  z,
} from '../platform/process/config.ts';

export const adminSettings = z.object({
  ...kafkaConfig,
  KAFKA_BROKERS: kafkaConfig.KAFKA_BROKERS.optional(),
  ...registryConfig,
  SCHEMA_REGISTRY_URL: registryConfig.SCHEMA_REGISTRY_URL.optional(),
  ...logConfig,
  DATABASE_URL: databaseUrl.optional(),
  CONTROL_DATABASE_URL: databaseUrl.optional(),
  WORKFRONT_URL: url('http', 'https').optional(),
  WORKFRONT_API_KEY: secret.optional(),
  WORKFRONT_SESSION_ID: secret.optional(),
  WORKFRONT_BEARER_TOKEN: secret.optional(),
  WORKFRONT_IMS_ORG_ID: z.string().optional(),
  WEBHOOK_TOKEN: secret.optional(),
  /** Where Workfront reaches the ingress from outside, without `/webhook/…`. */
  WEBHOOK_PUBLIC_URL: url('http', 'https').optional(),
  WEBHOOK_PORT: port.optional(),
  SANDBOX_PORT: port.optional(),
  /** Changes a second that the sandbox of `up` makes by itself. */
  SANDBOX_RATE: integer(0, 10_000).default(5),
  /** Where `up` keeps data, logs and what it remembers; `.local` beside package.json. */
  WORKFRONT_CDC_DATA_DIR: z.string().optional(),
  /** `any`: not the usual ports; for tests beside a stack that somebody uses. */
  WORKFRONT_CDC_PORTS: z.enum(['usual', 'any']).default('usual'),
});

export type AdminSettings = Readonly<z.infer<typeof adminSettings>>;
