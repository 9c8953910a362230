/**
 * A process from its environment: configuration first, then its life. What every `main.ts` calls.
 */
import { exitCodeOf } from '../../core/errors.ts';
import { readConfig } from './config.ts';
import type { Env, z } from './config.ts';
import { runProcess } from './lifecycle.ts';
import type { Scope } from './lifecycle.ts';
import { createLogger } from './logger.ts';
import type { LogLevel } from './logger.ts';

/** The part of a room's configuration that its life needs: `opsConfig` and `logConfig`. */
export interface LifeConfig {
  readonly LOG_LEVEL: LogLevel;
  readonly SHUTDOWN_TIMEOUT_MS: number;
  readonly PARENT_PID?: number | undefined;
}

/** Wrong configuration is logged, every problem at once, and ends the process with exit code 2. */
export function runService<Config extends LifeConfig>(
  service: string,
  schema: z.ZodType<Config>,
  env: Env,
  start: (scope: Scope, config: Readonly<Config>) => Promise<void>,
): void {
  let config: Readonly<Config>;
  try {
    config = readConfig(schema, env);
  } catch (error) {
    createLogger(service).error({ error }, 'cannot start');
    process.exit(exitCodeOf(error));
  }
  runProcess(service, (scope) => start(scope, config), {
    shutdownTimeoutMs: config.SHUTDOWN_TIMEOUT_MS,
    logLevel: config.LOG_LEVEL,
    parentPid: config.PARENT_PID,
  });
}
