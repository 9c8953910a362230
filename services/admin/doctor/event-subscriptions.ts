/** The event subscriptions as their guardian sees them. */
import { unreachable } from '../../core/unreachable.ts';
import { subscriptionState } from '../../source/subscriptions/subscription-guardian.ts';
import type { SubscriptionState } from '../../source/subscriptions/subscription-guardian.ts';
import { wantedSubscriptions } from '../../source/subscriptions/subscription-file.ts';
import { openSubscriptionClient } from '../../workfront/subscription-client.ts';
import type { AdminContext } from '../admin-context.ts';
import { exchangeTo } from '../exchange-to.ts';
import type { WorkfrontAccess } from '../workfront-access.ts';
import { finding, well } from './finding.ts';
import type { Finding } from './finding.ts';

const NAMES_SHOWN = 5;

export async function lookAtSubscriptions(
  context: AdminContext,
  access: WorkfrontAccess,
): Promise<readonly Finding[]> {
  const client = openSubscriptionClient(exchangeTo(access, 'subscriptions'));
  const { subscriptions } = await client.list(context.signal);
  const wanted = wantedSubscriptions(access.publicUrl, context.env['WEBHOOK_SUBSCRIPTIONS_FILE']);
  const token = access.webhookToken.reveal();
  const byState = new Map<SubscriptionState, string[]>();
  for (const one of wanted) {
    const state = subscriptionState(one, subscriptions, token);
    byState.set(state, [...(byState.get(state) ?? []), `${one.objCode} ${one.eventType}`]);
  }
  return [...byState].map(([state, names]) => {
    const fix = fixOf(state);
    if (fix === null) return well('subscriptions', `${names.length} are well`);
    const more = names.length > NAMES_SHOWN ? ', …' : '';
    const said = `${names.length} ${state}: ${names.slice(0, NAMES_SHOWN).join(', ')}${more}`;
    return finding('subscriptions', said, fix);
  });
}

function fixOf(state: SubscriptionState): string | null {
  switch (state) {
    case 'well':
      return null;
    case 'missing':
    case 'unlike':
      return 'npx workfront-cdc subscriptions plan, then apply';
    case 'disabled':
      return 'mend the ingress: Workfront probes it each ten minutes, and goes on by itself';
    case 'frozen':
      return 'mend the ingress, then ask Adobe to thaw the URL: nothing is delivered until then';
    default:
      return unreachable(state);
  }
}
