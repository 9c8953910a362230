/** What the projector is told by its environment. */
import {
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  postgresConfig,
  registryConfig,
  z,
} from '../platform/process/config.ts';

const MIB = 1024 * 1024;

/** Becomes an identifier in SQL, so it is nothing that would have to be quoted. */
const identifier = z
  .string()
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'must be lower-case letters, digits and underscores');

export const projectorConfig = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...postgresConfig,
  ...opsConfig,
  ...logConfig,
  /** Another store is another group: each reads the whole log. */
  STORE_SCHEMA: identifier.default('store_1'),
  /** May read schemas live and workfront; nobody when left out. */
  STORE_READER_ROLE: identifier.optional(),
  /** Database sessions that write at once; two fill two cores. */
  PROJECTOR_LANES: integer(1, 16).default(2),
  PROJECTOR_BATCH_EVENTS_MAX: integer(1, 50_000).default(5_000),
  /** Of each lane: what was read and not yet written. */
  PROJECTOR_QUEUE_EVENTS_MAX: integer(1, 200_000).default(8_000),
  PROJECTOR_QUEUE_BYTES_MAX: integer(MIB, 1_024 * MIB).default(8 * MIB),
  /** Of all lanes together: states of the objects that changed last. */
  PROJECTOR_CACHE_BYTES_MAX: integer(0, 4_096 * MIB).default(64 * MIB),
  /** How long the partitions of one that was killed wait; brokers allow no less than 6 s. */
  PROJECTOR_SESSION_TIMEOUT_MS: integer(6_000, 300_000).default(10_000),
  /** Of records whose schema the registry does not have: end after a few, or set all aside. */
  PROJECTOR_LOST_SCHEMAS: z.enum(['halt', 'park']).default('halt'),
  /** How long Kafka, the registry or Postgres may be away before the process ends. */
  PROJECTOR_PATIENCE_MS: integer(1_000, 3_600_000).default(120_000),
});

export type ProjectorConfig = z.infer<typeof projectorConfig>;
