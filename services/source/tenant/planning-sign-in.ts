/** How to sign in to Planning, which takes tokens of Adobe IMS alone (reference E.1). */
import { secret, url, z } from '../../platform/process/config.ts';
import type { Credentials } from '../../workfront/sign-in/credentials.ts';
import { IMS_SCOPES, IMS_URL, tokenPlaceOf } from './sign-in-config.ts';

export const planningSignIn = {
  PLANNING_BEARER_TOKEN: secret
    .optional()
    .describe('A token of Adobe IMS: Planning takes no API key.'),
  PLANNING_BEARER_TOKEN_FILE: z
    .string()
    .optional()
    .describe('Where it is; read again when it is refused.'),
  PLANNING_CLIENT_SECRET: secret
    .optional()
    .describe('In place of a token: of that client; tokens are asked of Adobe IMS as needed.'),
  PLANNING_IMS_ORG_ID: z.string().min(1).describe('The organisation that the token is for.'),
  PLANNING_CLIENT_ID: z.string().min(1).describe('The client (`x-api-key`) that it was made for.'),
  PLANNING_IMS_SCOPES: z.string().default(IMS_SCOPES).describe('What such tokens are for.'),
  PLANNING_IMS_URL: url('http', 'https').default(IMS_URL).describe('Where Adobe IMS is.'),
};

type PlanningSignIn = z.infer<z.ZodObject<typeof planningSignIn>>;

/** For `superRefine`: a token or the means to get one, and not both. */
export function checkPlanningSignIn(config: PlanningSignIn, context: z.RefinementCtx): void {
  const ways = [config.PLANNING_BEARER_TOKEN, config.PLANNING_CLIENT_SECRET];
  if (ways.filter((one) => one !== undefined).length === 1) return;
  const message = 'set exactly one of PLANNING_BEARER_TOKEN, PLANNING_CLIENT_SECRET';
  context.addIssue({ code: 'custom', path: ['PLANNING_BEARER_TOKEN'], message });
}

/** What `checkPlanningSignIn` has let through. */
export function planningCredentials(config: PlanningSignIn): Credentials {
  const { PLANNING_CLIENT_SECRET: clientSecret, PLANNING_IMS_ORG_ID: imsOrgID } = config;
  const clientID = config.PLANNING_CLIENT_ID;
  if (clientSecret !== undefined) {
    const scopes = config.PLANNING_IMS_SCOPES;
    return { kind: 'ims', clientID, clientSecret: () => clientSecret.reveal(), scopes, imsOrgID };
  }
  const token = tokenPlaceOf(config.PLANNING_BEARER_TOKEN, config.PLANNING_BEARER_TOKEN_FILE);
  return { kind: 'bearer', token, imsOrgID, apiKey: clientID };
}
