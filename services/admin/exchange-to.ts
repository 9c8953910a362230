/**
 * The command line's own door to Workfront: one call at a time, outside the pollers' budget. Where
 * they use all that the tenant allows, its calls are turned away now and then, and asked again.
 */
import { systemClock } from '../core/clock.ts';
import { hasReaction } from '../core/errors.ts';
import { parseJson } from '../platform/json.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { openExchange } from '../workfront/exchange.ts';
import type { Exchange } from '../workfront/exchange.ts';
import { NOBODY } from '../workfront/sign-in/credentials.ts';
import type { SignedApi } from '../workfront/sign-in/credentials.ts';
import { openSignIn } from '../workfront/sign-in/open-sign-in.ts';
import type { AskedTenant } from './workfront-access.ts';

export function exchangeTo(
  { url, imsUrl, credentials, apiVersion }: AskedTenant,
  api: SignedApi,
): Exchange {
  const clock = systemClock;
  const common = { url, parseJson, clock, fetch, budget: new LocalBudget({ callsMax: 1, clock }) };
  const door = openExchange({ ...common, signIn: NOBODY });
  const imsDoor = openExchange({ ...common, url: imsUrl, signIn: NOBODY });
  const signIn = openSignIn(credentials, api, { door, imsDoor, apiVersion, clock });
  return patient(openExchange({ ...common, signIn }));
}

const CALLS_MAX = 5;
const PAUSE_MS = 500;

/** What is refused for now is asked again a few times; the budget waits as long as was said. */
function patient(exchange: Exchange): Exchange {
  return {
    ask: async (call) => {
      for (let number = 1; ; number += 1) {
        try {
          const answer = await exchange.ask(call);
          if (!isForNow(answer.status) || number >= CALLS_MAX) return answer;
        } catch (error) {
          if (!hasReaction(error, 'retry') || number >= CALLS_MAX) throw error;
        }
        await systemClock.sleep(PAUSE_MS * number, call.signal);
      }
    },
  };
}

function isForNow(status: number): boolean {
  return status === 429 || status >= 500;
}
