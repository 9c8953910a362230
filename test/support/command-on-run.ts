/** The command line, as an operator has it, on the log and the database of a run. */
import { runAdmin } from './command-line.ts';
import type { CommandOutcome } from './command-line.ts';
import type { ProjectorRun } from './projector-run.ts';
import { sharedStack } from './shared-stack.ts';

/** @param folder where it keeps what is its own */
export function commandOn(
  run: Pick<ProjectorRun, 'env'>,
  folder: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<CommandOutcome> {
  const { kafkaBrokers, registryUrl } = sharedStack();
  const env = {
    ...run.env,
    ...more,
    STORE_SCHEMA: '',
    KAFKA_BROKERS: kafkaBrokers.join(','),
    SCHEMA_REGISTRY_URL: registryUrl,
    WORKFRONT_CDC_DATA_DIR: folder,
  };
  return runAdmin(env, args);
}
