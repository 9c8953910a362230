/**
 * The servers that integration and e2e tests run on: the local stack, or containers. Both are real.
 * It promises that they end with the run, also when the run is killed. Tests must not know which it
 * is.
 */

export const SERVERS = ['kafka', 'registry', 'postgres'] as const;
export type Server = (typeof SERVERS)[number];

/** `kill` is kill -9, `stop` is in order; after either, `start` brings it back with its data. */
export type ServerAction = 'stop' | 'kill' | 'start';

export interface Backend {
  /** For the line that says which one a run used. */
  readonly description: string;
  readonly kafkaBrokers: readonly string[];
  readonly registryUrl: string;
  /** Of a database whose user may make others. */
  readonly databaseUrl: string;
  /** Where Kafka's logs are on this machine's disk; null where that cannot be seen. */
  readonly kafkaFolder: string | null;
  control(server: Server, action: ServerAction): Promise<void>;
  stop(): Promise<void>;
}
