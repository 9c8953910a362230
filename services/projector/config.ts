/** What the projector is told by its environment. */
import {
  controlConfig,
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  postgresConfig,
  registryConfig,
  z,
} from '../platform/process/config.ts';
import { workfrontConfig } from '../source/tenant/workfront-config.ts';

const MIB = 1024 * 1024;

/** Becomes an identifier in SQL, so it is nothing that would have to be quoted. */
const identifier = z
  .string()
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be lower-case letters, digits and underscores')
  .meta({ form: 'lower-case letters, digits, underscores' });

export const projectorConfig = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...postgresConfig,
  CONTROL_DATABASE_URL: controlConfig.CONTROL_DATABASE_URL,
  ...opsConfig,
  ...logConfig,
  WORKFRONT_URL: workfrontConfig.WORKFRONT_URL.optional(),
  WORKFRONT_CUSTOMER_ID: workfrontConfig.WORKFRONT_CUSTOMER_ID,
  STORE_SCHEMA: identifier
    .optional()
    .describe(
      'Schema of the tables of the objects, whatever readers see. Without it the projector writes the store that ' +
        'readers see (`store_1` at first), also after a rebuild.',
    ),
  STORE_READER_ROLE: identifier
    .optional()
    .describe('May read the views but for cost, rate and contact fields; made where missing.'),
  STORE_GUARDED_READER_ROLE: identifier
    .optional()
    .describe('May read the views with cost, rate and contact fields; made where missing.'),
  PROJECTOR_LANES: integer(1, 16)
    .default(2)
    .describe('Database sessions of each projection that write at once; two fill two cores.'),
  PROJECTOR_BATCH_EVENTS_MAX: integer(1, 50_000).default(5_000).describe('Events of one commit.'),
  PROJECTOR_QUEUE_EVENTS_MAX: integer(1, 200_000)
    .default(8_000)
    .describe('Of each lane: events that were read and are not yet written.'),
  PROJECTOR_QUEUE_BYTES_MAX: integer(MIB, 1_024 * MIB)
    .default(8 * MIB)
    .describe('The same in bytes.'),
  PROJECTOR_CACHE_BYTES_MAX: integer(0, 4_096 * MIB)
    .default(64 * MIB)
    .describe('Of all lanes together: states of the objects that changed last.'),
  PROJECTOR_SESSION_TIMEOUT_MS: integer(6_000, 300_000)
    .default(10_000)
    .describe(
      'How long the partitions of one that was killed wait; brokers allow no less than 6 s.',
    ),
  PROJECTOR_LOST_SCHEMAS: z
    .enum(['halt', 'park'])
    .default('halt')
    .describe(
      'Of records whose schema the registry does not have: end after a few, or set all aside.',
    ),
  PROJECTOR_STALL_MS: integer(1_000, 3_600_000)
    .default(60_000)
    .describe('How long records may wait, none of them read or written, before this is not ready.'),
  PROJECTOR_DOUBTS_MS: integer(100, 86_400_000)
    .default(60_000)
    .describe('How long what is in doubt about an object may stay so before it is asked for.'),
  PROJECTOR_PATIENCE_MS: integer(1_000, 3_600_000)
    .default(120_000)
    .describe('How long Kafka, the registry or Postgres may be away before the process ends.'),
});

export type ProjectorConfig = z.infer<typeof projectorConfig>;
