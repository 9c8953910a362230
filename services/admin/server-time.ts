/** What Workfront's clock says: every answer has it, a refusal too, so nobody signs in for it. */
import { systemClock } from '../core/clock.ts';
import type { Micros } from '../core/units.ts';
import { parseJson } from '../platform/json.ts';
import { LocalBudget } from '../workfront/call-budget.ts';
import { serverTimeOf } from '../workfront/client.ts';
import { openExchange } from '../workfront/exchange.ts';
import { NOBODY } from '../workfront/sign-in/credentials.ts';
import type { AdminContext } from './admin-context.ts';
import { workfrontUrlOf } from './workfront-access.ts';

const TIMEOUT_MS = 10_000;

/** At or before the instant of asking. Throws WORKFRONT_UNAVAILABLE. */
export async function serverTime(context: AdminContext): Promise<Micros> {
  const url = workfrontUrlOf(context);
  const budget = new LocalBudget({ callsMax: 1, clock: systemClock });
  const common = { parseJson, clock: systemClock, fetch, budget, timeoutMs: TIMEOUT_MS };
  const exchange = openExchange({ ...common, url, signIn: NOBODY });
  const path = `/attask/api/v${context.settings.WORKFRONT_API_VERSION}.0/user/search?$$LIMIT=1`;
  const answer = await exchange.ask({ method: 'GET', path, name: url, signal: context.signal });
  return serverTimeOf(url, answer);
}
