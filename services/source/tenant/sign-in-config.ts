/** How to sign in to Workfront, as the environment says it (reference C.1). */
import { chmodSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { secret, url, z } from '../../platform/process/config.ts';
import type { Secret } from '../../platform/process/secret.ts';
import type {
  Credentials,
  OAuthApplication,
  TokenPlace,
} from '../../workfront/sign-in/credentials.ts';

/** As Adobe Developer Console has them for server-to-server credentials. */
export const IMS_URL = 'https://ims-na1.adobelogin.com';
export const IMS_SCOPES =
  'openid,AdobeID,read_organizations,additional_info.projectedProductContext';

/** Each secret may be in a file instead, named by the same variable with `_FILE` behind it. */
export const signInConfig = {
  WORKFRONT_API_KEY: secret
    .optional()
    .describe('Of a system administrator; one of the ways to sign in.'),
  WORKFRONT_SESSION_ID: secret
    .optional()
    .describe('In place of a key: a session that nobody renews.'),
  WORKFRONT_USERNAME: z.string().optional().describe('In place of a key: who logs in.'),
  WORKFRONT_PASSWORD: secret.optional().describe('Of that user; sessions are renewed.'),
  WORKFRONT_OAUTH_CLIENT_ID: z
    .string()
    .optional()
    .describe('In place of a key: an OAuth2 application of the tenant.'),
  WORKFRONT_OAUTH_CLIENT_SECRET: secret.optional().describe('Of that application.'),
  WORKFRONT_OAUTH_PRIVATE_KEY: secret
    .optional()
    .describe('Of that application, in PEM: signs in as a server.'),
  WORKFRONT_OAUTH_USER_ID: z.string().optional().describe('The user that the server signs in as.'),
  WORKFRONT_OAUTH_REFRESH_TOKEN: secret
    .optional()
    .describe('In place of a private key: signs in for a person.'),
  WORKFRONT_OAUTH_REFRESH_TOKEN_FILE: z
    .string()
    .optional()
    .describe('Where it is kept and renewed; `workfront-cdc sign-in` makes it.'),
  WORKFRONT_BEARER_TOKEN: secret.optional().describe('In place of a key: a token of Adobe IMS.'),
  WORKFRONT_BEARER_TOKEN_FILE: z
    .string()
    .optional()
    .describe('Where it is; read again when it is refused.'),
  WORKFRONT_IMS_ORG_ID: z.string().optional().describe('Organisation that the token is for.'),
  WORKFRONT_IMS_CLIENT_ID: z
    .string()
    .optional()
    .describe('Client of Adobe Developer Console that the token is of.'),
  WORKFRONT_IMS_CLIENT_SECRET: secret
    .optional()
    .describe('In place of a token: of that client; tokens are asked of Adobe IMS as needed.'),
  WORKFRONT_IMS_SCOPES: z
    .string()
    .default(IMS_SCOPES)
    .describe('What such tokens are for, with commas.'),
  WORKFRONT_IMS_URL: url('http', 'https').default(IMS_URL).describe('Where Adobe IMS is.'),
  WORKFRONT_CUSTOMER_ID: z
    .string()
    .optional()
    .describe('The tenant’s customerID; what comes from another is set aside.'),
};

export type SignInConfig = z.infer<z.ZodObject<typeof signInConfig>>;

/** One way is chosen by the first of its variables; the others belong to it. */
const WAYS = [
  ['WORKFRONT_API_KEY'],
  ['WORKFRONT_SESSION_ID'],
  ['WORKFRONT_PASSWORD', 'WORKFRONT_USERNAME'],
  [
    'WORKFRONT_OAUTH_PRIVATE_KEY',
    ...(['WORKFRONT_OAUTH_CLIENT_ID', 'WORKFRONT_OAUTH_CLIENT_SECRET'] as const),
    ...(['WORKFRONT_CUSTOMER_ID', 'WORKFRONT_OAUTH_USER_ID'] as const),
  ],
  ['WORKFRONT_OAUTH_REFRESH_TOKEN', 'WORKFRONT_OAUTH_CLIENT_ID'],
  ['WORKFRONT_BEARER_TOKEN'],
  ['WORKFRONT_IMS_CLIENT_SECRET', 'WORKFRONT_IMS_CLIENT_ID', 'WORKFRONT_IMS_ORG_ID'],
] as const satisfies readonly (readonly (keyof SignInConfig)[])[];

/** Exactly one of these is set. */
export const WAYS_TO_SIGN_IN: readonly string[] = WAYS.map(([first]) => first);

/** For `superRefine`, beside other problems too: exactly one way, and all that belongs to it. */
export function checkSignIn(config: SignInConfig, context: z.RefinementCtx): void {
  const chosen = WAYS.filter(([first]) => config[first] !== undefined);
  const [way] = chosen;
  if (way === undefined || chosen.length > 1) {
    const message = `set exactly one of ${WAYS_TO_SIGN_IN.join(', ')}`;
    context.addIssue({ code: 'custom', path: [(way ?? WAYS[0])[0]], message });
    return;
  }
  for (const name of way) {
    if (config[name] !== undefined) continue;
    context.addIssue({ code: 'custom', path: [name], message: `is missing: ${way[0]} needs it` });
  }
}

/** So that all problems are told at once. */
export const ALWAYS = { when: () => true };

/** What `checkSignIn` has let through. */
export function credentialsOf(config: SignInConfig): Credentials {
  const revealed = (value: Secret) => (): string => value.reveal();
  const { WORKFRONT_API_KEY: apiKey, WORKFRONT_SESSION_ID: sessionID } = config;
  if (apiKey !== undefined) return { kind: 'api-key', apiKey: revealed(apiKey) };
  if (sessionID !== undefined) return { kind: 'session', sessionID: revealed(sessionID) };
  const { WORKFRONT_PASSWORD: password, WORKFRONT_OAUTH_PRIVATE_KEY: privateKey } = config;
  if (password !== undefined) {
    const username = config.WORKFRONT_USERNAME ?? '';
    return { kind: 'login', username, password: revealed(password) };
  }
  const application = applicationOf(config);
  if (privateKey !== undefined) {
    const customerID = config.WORKFRONT_CUSTOMER_ID ?? '';
    const userID = config.WORKFRONT_OAUTH_USER_ID ?? '';
    return { kind: 'jwt', application, privateKey: revealed(privateKey), customerID, userID };
  }
  const refresh = config.WORKFRONT_OAUTH_REFRESH_TOKEN;
  if (refresh !== undefined) {
    const place = tokenPlaceOf(refresh, config.WORKFRONT_OAUTH_REFRESH_TOKEN_FILE);
    return { kind: 'refresh', application, refreshToken: place };
  }
  const imsSecret = config.WORKFRONT_IMS_CLIENT_SECRET;
  if (imsSecret !== undefined) {
    return {
      kind: 'ims',
      clientID: config.WORKFRONT_IMS_CLIENT_ID ?? '',
      clientSecret: revealed(imsSecret),
      scopes: config.WORKFRONT_IMS_SCOPES,
      imsOrgID: config.WORKFRONT_IMS_ORG_ID ?? null,
    };
  }
  return {
    kind: 'bearer',
    token: tokenPlaceOf(config.WORKFRONT_BEARER_TOKEN, config.WORKFRONT_BEARER_TOKEN_FILE),
    imsOrgID: config.WORKFRONT_IMS_ORG_ID ?? null,
    apiKey: config.WORKFRONT_IMS_CLIENT_ID ?? null,
  };
}

export function applicationOf(config: SignInConfig): OAuthApplication {
  const clientSecret = config.WORKFRONT_OAUTH_CLIENT_SECRET;
  return {
    clientID: config.WORKFRONT_OAUTH_CLIENT_ID ?? '',
    clientSecret: clientSecret === undefined ? null : () => clientSecret.reveal(),
  };
}

export function tokenPlaceOf(value: Secret | undefined, file: string | undefined): TokenPlace {
  if (file === undefined) return { read: () => value?.reveal() ?? '', write: null };
  return {
    read: () => readFileSync(file, 'utf8').trim(),
    write: (token) => writeTokenFile(file, token),
  };
}

/**
 * In one step, so that a crash leaves the old token or the new one, and nobody else can read it.
 */
export function writeTokenFile(file: string, token: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${token}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, file);
}
