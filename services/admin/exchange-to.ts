/** The command line's own door to Workfront: one call at a time, outside the pollers' budget. */
import { systemClock } from '../core/clock.ts';
import { parseJson } from '../platform/json.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { openExchange } from '../workfront/exchange.ts';
import type { Exchange } from '../workfront/exchange.ts';
import { NOBODY } from '../workfront/sign-in/credentials.ts';
import type { SignedApi } from '../workfront/sign-in/credentials.ts';
import { openSignIn } from '../workfront/sign-in/open-sign-in.ts';
import type { WorkfrontAccess } from './workfront-access.ts';

export function exchangeTo(
  { url, imsUrl, credentials, apiVersion }: Omit<WorkfrontAccess, 'publicUrl' | 'webhookToken'>,
  api: SignedApi,
): Exchange {
  const clock = systemClock;
  const common = { url, parseJson, clock, fetch, budget: new LocalBudget({ callsMax: 1, clock }) };
  const door = openExchange({ ...common, signIn: NOBODY });
  const imsDoor = openExchange({ ...common, url: imsUrl, signIn: NOBODY });
  const signIn = openSignIn(credentials, api, { door, imsDoor, apiVersion, clock });
  return openExchange({ ...common, signIn });
}
