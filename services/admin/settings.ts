/**
 * What the command line takes from the environment. Everything has a place in `up` or a default.
 */
import {
  controlConfig,
  integer,
  kafkaConfig,
  logConfig,
  port,
  registryConfig,
  url,
  z,
} from '../platform/process/config.ts';
import { webhookTokens } from '../source/subscriptions/webhook-tokens.ts';
import { SERVICE_SETTINGS } from '../settings.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';

export const adminSettings = z.object({
  ...kafkaConfig,
  KAFKA_BROKERS: kafkaConfig.KAFKA_BROKERS.optional(),
  ...registryConfig,
  SCHEMA_REGISTRY_URL: registryConfig.SCHEMA_REGISTRY_URL.optional(),
  ...logConfig,
  ...controlConfig,
  ...workfrontConfig,
  WORKFRONT_URL: workfrontConfig.WORKFRONT_URL.optional(),
  WEBHOOK_TOKEN: webhookTokens
    .optional()
    .describe('What Workfront sends with each delivery; `up` makes one of its own without it.'),
  WEBHOOK_PUBLIC_URL: url('http', 'https')
    .optional()
    .describe(
      'Where Workfront reaches the ingress, without `/webhook/…`; without it `up` makes no event ' +
        'subscriptions.',
    ),
  WEBHOOK_URL: url('http', 'https')
    .optional()
    .describe('Where the command line reaches the ingress, to hand a dead letter in again.'),
  WEBHOOK_PORT: port.optional().describe('Port of the ingress of `up`.'),
  SANDBOX_PORT: port.optional().describe('Port of the sandbox of `up`.'),
  SANDBOX_RATE: integer(0, 10_000)
    .default(5)
    .describe('Changes a second that the sandbox of `up` makes by itself.'),
  WORKFRONT_CDC_DATA_DIR: z
    .string()
    .optional()
    .describe('Where `up` keeps data, logs and what it remembers.'),
  REBUILD_FOLDER: z
    .string()
    .optional()
    .describe('Where `rebuild` sorts the log; `rebuild` in the data folder unless set.'),
  WORKFRONT_CDC_CACHE_DIR: z
    .string()
    .optional()
    .describe('Where downloads are kept; `~/.cache/workfront-cdc` unless set.'),
  WORKFRONT_CDC_PORTS: z
    .enum(['usual', 'any'])
    .default('usual')
    .describe('`any` skips the usual ports: for tests beside a stack that somebody uses.'),
});

export type AdminSettings = Readonly<z.infer<typeof adminSettings>>;

/** Of every program of ours, in the order in which they are explained. */
export const ALL_SETTINGS: readonly { readonly program: string; readonly schema: z.ZodObject }[] = [
  ...Object.entries(SERVICE_SETTINGS).map(([program, schema]) => ({ program, schema })),
  { program: 'workfront-cdc', schema: adminSettings },
];
