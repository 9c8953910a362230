/** `subscriptions plan|apply`: registers with Workfront what the ingress is to hear of. */
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { parseJson } from '../../platform/json.ts';
import { LocalBudget } from '../../workfront/call-budget.ts';
import { openExchange } from '../../workfront/exchange.ts';
import { NOBODY } from '../../workfront/sign-in/credentials.ts';
import { openSignIn } from '../../workfront/sign-in/open-sign-in.ts';
import { openSubscriptionClient } from '../../workfront/subscription-client.ts';
import type { SubscriptionClient } from '../../workfront/subscription-client.ts';
import type { AdminContext } from '../admin-context.ts';
import { planSubscriptions } from '../subscription-plan.ts';
import type { SubscriptionPlan } from '../subscription-plan.ts';
import { table } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { workfrontOf } from '../workfront-access.ts';
import type { WorkfrontAccess } from '../workfront-access.ts';

export async function planSubscriptionsCommand(context: AdminContext): Promise<void> {
  const access = workfrontOf(context);
  const plan = await readSubscriptionPlan(access, context.signal);
  const { terminal } = context;
  if (plan.missing.length > 0) {
    const rows = plan.missing.map(({ objCode, eventType, url }) => [objCode, eventType, url]);
    terminal.print(table(['to be subscribed', 'event', 'URL'], rows));
  }
  terminal.print(`${plan.present} subscriptions are there, ${plan.missing.length} are missing.`);
  printDrift(plan, terminal);
}

export async function applySubscriptionsCommand(context: AdminContext): Promise<void> {
  const { plan, created, refused } = await applySubscriptions(workfrontOf(context), context.signal);
  const { terminal } = context;
  terminal.print(`Created ${created} subscriptions, ${plan.present} were there.`);
  printDrift(plan, terminal);
  for (const refusal of refused) terminal.print(refusal);
}

export interface AppliedSubscriptions {
  readonly plan: SubscriptionPlan;
  readonly created: number;
  /** One sentence for each type that this tenant does not let us subscribe to. */
  readonly refused: readonly string[];
}

/** Creates what is missing; a type that the tenant refuses does not keep the others from it. */
export async function applySubscriptions(
  access: WorkfrontAccess,
  signal: AbortSignal,
): Promise<AppliedSubscriptions> {
  const client = clientOf(access);
  const plan = await readSubscriptionPlan(access, signal);
  const refused = new Map<string, string>();
  let created = 0;
  for (const wanted of plan.missing) {
    if (refused.has(wanted.objCode)) continue;
    try {
      const result = await client.create(wanted, access.webhookToken.reveal(), signal);
      if (result === 'created') created += 1;
    } catch (error) {
      if (!isBadRequest(error)) throw error;
      refused.set(wanted.objCode, `${wanted.objCode} cannot be subscribed to: ${error.message}`);
    }
  }
  return { plan, created, refused: [...refused.values()] };
}

async function readSubscriptionPlan(
  access: WorkfrontAccess,
  signal: AbortSignal,
): Promise<SubscriptionPlan> {
  const existing = await clientOf(access).list(signal);
  return planSubscriptions(access.publicUrl, access.webhookToken.reveal(), existing);
}

function clientOf({ url, credentials, apiVersion }: WorkfrontAccess): SubscriptionClient {
  const clock = systemClock;
  const common = { url, parseJson, clock, fetch, budget: new LocalBudget({ callsMax: 1, clock }) };
  const door = openExchange({ ...common, signIn: NOBODY });
  const signIn = openSignIn(credentials, 'subscriptions', { door, apiVersion, clock });
  return openSubscriptionClient(openExchange({ ...common, signIn }));
}

// 400 names the type or the URL; 401 and 403 are about us, so about every other request too.
function isBadRequest(error: unknown): error is PipelineError {
  return error instanceof PipelineError && error.context['status'] === 400;
}

function printDrift({ drift }: SubscriptionPlan, terminal: Terminal): void {
  for (const sentence of drift) terminal.print(`drift: ${sentence}`);
}
