/** The command line on a pipeline of a test, told by the environment alone where everything is. */
import { runHere } from './command-line.ts';
import type { CommandOutcome } from './command-line.ts';
import { API_KEY } from './pipeline.ts';
import type { TestPipeline } from './pipeline.ts';
import { sharedStack } from './shared-stack.ts';

export function runAdminOn(
  { sandboxUrl, databaseUrl, prefix }: TestPipeline,
  ...args: readonly string[]
): Promise<CommandOutcome> {
  const { kafkaBrokers, registryUrl } = sharedStack();
  const env = {
    WORKFRONT_CDC_DATA_DIR: '/nonexistent',
    WORKFRONT_URL: sandboxUrl,
    WORKFRONT_API_KEY: API_KEY,
    DATABASE_URL: databaseUrl,
    KAFKA_BROKERS: kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: registryUrl,
    TOPIC_PREFIX: prefix,
  };
  return runHere(env, ...args);
}
