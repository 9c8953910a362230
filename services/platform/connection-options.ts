/** From the configuration's words to what `openKafka` and `openEventCodec` take. */
import { PipelineError } from '../core/errors.ts';
import type { z, kafkaConfig, registryConfig } from './process/config.ts';
import type { KafkaOptions } from './kafka/kafka.ts';
import type { Logger } from './process/logger.ts';
import type { RegistryOptions } from './avro/registry-client.ts';

type Values<Shape extends z.ZodRawShape> = z.infer<z.ZodObject<Shape>>;

export function kafkaOptions(
  config: Values<typeof kafkaConfig>,
  clientId: string,
  logger: Logger,
): KafkaOptions {
  const mechanism = config.KAFKA_SASL_MECHANISM;
  const { KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = config;
  const common = { brokers: config.KAFKA_BROKERS, clientId, logger, tls: config.KAFKA_TLS };
  if (mechanism === undefined) return common;
  if (username !== undefined && password !== undefined) {
    return { ...common, sasl: { mechanism, username, password } };
  }
  throw new PipelineError(
    'CONFIG_INVALID',
    'KAFKA_SASL_MECHANISM is set: set KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD too.',
    { variables: 'KAFKA_SASL_USERNAME KAFKA_SASL_PASSWORD' },
  );
}

export function registryOptions(config: Values<typeof registryConfig>): RegistryOptions {
  const registryUrl = config.SCHEMA_REGISTRY_URL;
  const { SCHEMA_REGISTRY_USERNAME: username, SCHEMA_REGISTRY_PASSWORD: password } = config;
  if (username === undefined && password === undefined) return { registryUrl };
  if (username !== undefined && password !== undefined) {
    return { registryUrl, auth: { username, password } };
  }
  throw new PipelineError(
    'CONFIG_INVALID',
    'Set both SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD, or neither.',
    { variables: 'SCHEMA_REGISTRY_USERNAME SCHEMA_REGISTRY_PASSWORD' },
  );
}
