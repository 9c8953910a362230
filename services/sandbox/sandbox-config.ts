/** What the sandbox reads from its environment. */
import { flag, integer, logConfig, opsConfig, port, z } from '../platform/process/config.ts';

export const sandboxConfig = z.object({
  ...opsConfig,
  ...logConfig,
  SANDBOX_PORT: port.default(4000),
  SANDBOX_HOST: z.string().default('127.0.0.1'),
  SANDBOX_SEED: integer(1, 2 ** 31 - 1).default(1),
  // Known to everybody: there is nothing behind it but made-up data.
  SANDBOX_API_KEY: z.string().default('sandbox'),
  SANDBOX_PASSWORD: z.string().default('sandbox'),
  /** A file in which it remembers itself from one run to the next. */
  SANDBOX_DATA: z.string().optional(),
  /** Changes a second that it makes by itself from the start; 0 waits to be asked. */
  SANDBOX_RATE: integer(0, 10_000).default(0),
  SANDBOX_PEOPLE: flag.default(false),
  /** Prints curl commands to try, once it serves. */
  SANDBOX_TOUR: flag.default(false),
  SANDBOX_WORLD: z.enum(['tiny', 'small', 'medium', 'large']).default('small'),
});
