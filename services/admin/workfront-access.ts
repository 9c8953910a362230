/**
 * Which Workfront the command line talks to: the tenant of the environment, else the running
 * sandbox.
 */
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

import { PipelineError } from '../core/errors.ts';
import { z } from '../platform/process/config.ts';
import { Secret } from '../platform/process/secret.ts';
import { checkSignIn, credentialsOf } from '../source/tenant/sign-in-config.ts';
import { firstToken } from '../source/subscriptions/webhook-tokens.ts';
import type { Credentials } from '../workfront/sign-in/credentials.ts';
import type { AdminContext } from './admin-context.ts';
import { runningStack } from './connections.ts';
import type { AdminSettings } from './settings.ts';

export interface WorkfrontAccess {
  readonly url: string;
  readonly apiVersion: number;
  readonly credentials: Credentials;
  /** Where Adobe IMS gives tokens. */
  readonly imsUrl: string;
  /** Where Workfront reaches the ingress, without `/webhook/…`. */
  readonly publicUrl: string;
  readonly webhookToken: Secret;
}

/** Known to everybody: behind it is nothing but made-up data. */
export const SANDBOX_API_KEY = 'sandbox';
const SANDBOX_API_VERSION = 21;

/** Of it one only asks. */
export type AskedTenant = Omit<WorkfrontAccess, 'publicUrl' | 'webhookToken'>;

/** The token that `up` made for itself, so that it is the same at the next start. */
export const WEBHOOK_TOKEN_FILE = 'webhook-token';

export function workfrontOf(context: AdminContext): WorkfrontAccess {
  const { settings } = context;
  if (settings.WORKFRONT_URL !== undefined) return tenantAccess(settings);
  const stack = runningStack(context);
  if (stack?.sandboxUrl) {
    const token = new Secret(readFileSync(join(context.dataDir, WEBHOOK_TOKEN_FILE), 'utf8'));
    return sandboxAccess(stack.sandboxUrl, stack.ingressUrl, token);
  }
  throw noWorkfront();
}

/** To ask it something: for that nobody needs to say where the ingress is. */
export function askedTenantOf(context: AdminContext): AskedTenant {
  const { settings } = context;
  return settings.WORKFRONT_URL === undefined ? workfrontOf(context) : signedTenant(settings);
}

/** The tenant of the environment, else the running sandbox. */
export function workfrontUrlOf(context: AdminContext): string {
  const url = context.settings.WORKFRONT_URL ?? runningStack(context)?.sandboxUrl;
  if (url) return url;
  throw noWorkfront();
}

export function sandboxAccess(
  url: string,
  publicUrl: string,
  webhookToken: Secret,
): WorkfrontAccess {
  return {
    url,
    apiVersion: SANDBOX_API_VERSION,
    credentials: { kind: 'api-key', apiKey: () => SANDBOX_API_KEY },
    imsUrl: url,
    publicUrl,
    webhookToken,
  };
}

function tenantAccess(settings: AdminSettings): WorkfrontAccess {
  const { WEBHOOK_PUBLIC_URL, WEBHOOK_TOKEN } = settings;
  if (WEBHOOK_PUBLIC_URL === undefined) {
    throw invalid(
      'WEBHOOK_PUBLIC_URL',
      'Set it to the URL at which Workfront reaches the ingress.',
    );
  }
  if (WEBHOOK_TOKEN === undefined) {
    throw invalid('WEBHOOK_TOKEN', 'Set it to the token that the ingress knows.');
  }
  return {
    ...signedTenant(settings),
    publicUrl: WEBHOOK_PUBLIC_URL,
    webhookToken: new Secret(firstToken(WEBHOOK_TOKEN)),
  };
}

function signedTenant(settings: AdminSettings): AskedTenant {
  return {
    url: settings.WORKFRONT_URL ?? '',
    apiVersion: settings.WORKFRONT_API_VERSION,
    credentials: signedIn(settings),
    imsUrl: settings.WORKFRONT_IMS_URL,
  };
}

function signedIn(settings: AdminSettings): Credentials {
  const { success, error } = WAY_TO_SIGN_IN.safeParse(settings);
  if (success) return credentialsOf(settings);
  const [issue] = error.issues;
  const variable = issue?.path.join('.') ?? 'WORKFRONT_API_KEY';
  throw invalid(
    variable,
    `${variable}: ${issue?.message ?? 'is missing'}; a system administrator's.`,
  );
}

const WAY_TO_SIGN_IN = z.custom<AdminSettings>(() => true).superRefine(checkSignIn);

function noWorkfront(): PipelineError {
  return invalid(
    'WORKFRONT_URL',
    'WORKFRONT_URL is not set, and no local stack with a sandbox runs here: set it, or start one ' +
      'with npx workfront-cdc up --detach.',
  );
}

function invalid(variables: string, message: string): PipelineError {
  return new PipelineError('CONFIG_INVALID', message, { variables });
}
