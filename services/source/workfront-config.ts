/** How the tenant is reached: what everything that asks Workfront is told by its environment. */
import { integer, secret, url, z } from '../platform/process/config.ts';

/** Spread into a poller's own configuration; `signsInOneWay` goes with it. */
export const workfrontConfig = {
  WORKFRONT_URL: url('http', 'https')
    .refine((text) => !URL.canParse(text) || new URL(text).pathname === '/', {
      message: 'must have no path: the version goes to WORKFRONT_API_VERSION',
    })
    .describe('The tenant, `https://<domain>.my.workfront.com`, without a path.'),
  WORKFRONT_API_VERSION: integer(15, 99).default(21).describe('Version of the API.'),
  WORKFRONT_API_KEY: secret
    .optional()
    .describe('Of a system administrator; exactly one of this and the next two.'),
  WORKFRONT_SESSION_ID: secret.optional().describe('In place of a key.'),
  WORKFRONT_BEARER_TOKEN: secret.optional().describe('In place of a key: a token of Adobe IMS.'),
  WORKFRONT_IMS_ORG_ID: z.string().optional().describe('Organisation that the token is for.'),
  WORKFRONT_CUSTOMER_ID: z
    .string()
    .optional()
    .describe('The tenant’s customerID; what comes from another is set aside.'),
  WORKFRONT_TIMEOUT_MS: integer(100, 600_000)
    .default(60_000)
    .describe('How long one answer of Workfront may take.'),
  WORKFRONT_CALLS_MAX: integer(1, 64)
    .default(4)
    .describe('Calls under way at once, of all pollers of the tenant together.'),
};

export type WorkfrontConfig = z.infer<z.ZodObject<typeof workfrontConfig>>;

const CREDENTIALS = ['WORKFRONT_API_KEY', 'WORKFRONT_SESSION_ID', 'WORKFRONT_BEARER_TOKEN'];

/** For `refine`: exactly one way to sign in. */
export function signsInOneWay(config: Readonly<Record<string, unknown>>): boolean {
  return CREDENTIALS.filter((name) => config[name] !== undefined).length === 1;
}

export const SIGN_IN_RULE = {
  message: `set exactly one of ${CREDENTIALS.join(', ')}`,
  path: ['WORKFRONT_API_KEY'],
  // Also beside other problems: all are told at once.
  when: () => true,
};
