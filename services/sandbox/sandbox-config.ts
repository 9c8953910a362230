/** What the sandbox reads from its environment. */
import { flag, integer, logConfig, opsConfig, port, z } from '../platform/process/config.ts';

export const sandboxConfig = z.object({
  ...opsConfig,
  ...logConfig,
  SANDBOX_PORT: port.default(4000).describe('Port of the sandbox.'),
  SANDBOX_HOST: z.string().default('127.0.0.1').describe('Address that it listens on.'),
  SANDBOX_SEED: integer(1, 2 ** 31 - 1)
    .default(1)
    .describe('The same seed makes the same tenant.'),
  // Known to everybody: there is nothing behind it but made-up data.
  SANDBOX_API_KEY: z.string().default('sandbox').describe('The API key that it takes.'),
  SANDBOX_PASSWORD: z.string().default('sandbox').describe('The password of its users.'),
  SANDBOX_DATA: z
    .string()
    .optional()
    .describe('A file in which it remembers itself from one run to the next.'),
  SANDBOX_RATE: integer(0, 10_000)
    .default(0)
    .describe('Changes a second that it makes by itself; `up` asks for 5 unless this is set.'),
  SANDBOX_PEOPLE: flag
    .default(false)
    .describe('Changes in bursts, with idle hours, as people work.'),
  SANDBOX_TOUR: flag.default(false).describe('Prints curl commands to try, once it serves.'),
  SANDBOX_WORLD: z
    .enum(['tiny', 'small', 'medium', 'large'])
    .default('small')
    .describe('How large the tenant is at first.'),
});
