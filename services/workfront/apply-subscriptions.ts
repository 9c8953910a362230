/** Makes event subscriptions what a plan says (reference B.1). */
import { isError } from '../core/errors.ts';
import { unreachable } from '../core/unreachable.ts';
import type { SubscriptionClient, WantedSubscription } from './subscription-client.ts';
import type { SubscriptionStep } from './subscription-plan.ts';

export interface AppliedSteps {
  readonly done: Readonly<Record<SubscriptionStep['act'], number>>;
  /** One sentence for each type that this tenant does not let us subscribe to. */
  readonly refused: readonly string[];
}

/** A type that the tenant refuses does not keep the others from being subscribed to. */
export async function applySubscriptionSteps(
  client: SubscriptionClient,
  steps: readonly SubscriptionStep[],
  authToken: string,
  signal: AbortSignal,
): Promise<AppliedSteps> {
  const done = { create: 0, recreate: 0, switch: 0, delete: 0 };
  const refused = new Map<string, string>();
  for (const step of steps) {
    const objCode = 'wanted' in step ? step.wanted.objCode : step.existing.objCode;
    if (refused.has(objCode)) continue;
    try {
      await take(client, step, authToken, signal);
      done[step.act] += 1;
    } catch (error) {
      // 400 names the type or the URL; 401 and 403 are about us, so about every other request too.
      if (!isError(error, 'WORKFRONT_REFUSED') || error.context['status'] !== 400) throw error;
      refused.set(objCode, `${objCode} cannot be subscribed to: ${error.message}`);
    }
  }
  return { done, refused: [...refused.values()] };
}

async function take(
  client: SubscriptionClient,
  step: SubscriptionStep,
  authToken: string,
  signal: AbortSignal,
): Promise<void> {
  switch (step.act) {
    case 'create':
      await create(client, step.wanted, authToken, signal);
      return;
    case 'recreate': {
      // The new one first: what comes twice meanwhile is one change, what does not come is a gap.
      const first = await client.create(step.wanted, authToken, signal);
      await client.remove(step.existing.id, signal);
      // Workfront holds the two for identical (409) where only the token differs.
      if (first === null) await create(client, step.wanted, authToken, signal);
      else await switchTo(client, first, step.wanted, signal);
      return;
    }
    case 'switch':
      await client.switchVersion(step.id, step.wanted.version, signal);
      return;
    case 'delete':
      await client.remove(step.existing.id, signal);
      return;
    default:
      unreachable(step);
  }
}

async function create(
  client: SubscriptionClient,
  wanted: WantedSubscription,
  authToken: string,
  signal: AbortSignal,
): Promise<void> {
  const created = await client.create(wanted, authToken, signal);
  if (created !== null) await switchTo(client, created, wanted, signal);
}

/** A version cannot be asked for when a subscription is made. */
async function switchTo(
  client: SubscriptionClient,
  created: { readonly id: string; readonly version: string | null },
  { version }: WantedSubscription,
  signal: AbortSignal,
): Promise<void> {
  if (created.version === null || created.version === version) return;
  await client.switchVersion(created.id, version, signal);
}
