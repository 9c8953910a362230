/** How the tenant is reached: what everything that asks Workfront is told by its environment. */
import { integer, url } from '../../platform/process/config.ts';
import type { z } from '../../platform/process/config.ts';
import { signInConfig } from './sign-in-config.ts';

/** Spread into a poller's own configuration; `checkSignIn` goes with it. */
export const workfrontConfig = {
  WORKFRONT_URL: url('http', 'https')
    .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', {
      message: 'must have no path: the version goes to WORKFRONT_API_VERSION',
    })
    .describe('The tenant, `https://<domain>.my.workfront.com`, without a path.'),
  WORKFRONT_API_VERSION: integer(15, 99).default(21).describe('Version of the API.'),
  ...signInConfig,
  WORKFRONT_TIMEOUT_MS: integer(100, 600_000)
    .default(60_000)
    .describe('How long one answer of Workfront may take.'),
  WORKFRONT_CALLS_MAX: integer(1, 64)
    .default(4)
    .describe('Calls under way at once, of all pollers of the tenant together.'),
};

export type WorkfrontConfig = z.infer<z.ZodObject<typeof workfrontConfig>>;
