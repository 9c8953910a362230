/** `subscriptions plan|apply`: makes Workfront tell the ingress what a file says. */
import { unreachable } from '../../core/unreachable.ts';
import { wantedSubscriptions } from '../../source/subscriptions/subscription-file.ts';
import { applySubscriptionSteps } from '../../workfront/apply-subscriptions.ts';
import type { AppliedSteps } from '../../workfront/apply-subscriptions.ts';
import { openSubscriptionClient } from '../../workfront/subscription-client.ts';
import type { SubscriptionClient } from '../../workfront/subscription-client.ts';
import {
  subscriptionName,
  planSubscriptions,
  webhookBase,
} from '../../workfront/subscription-plan.ts';
import type { SubscriptionPlan, SubscriptionStep } from '../../workfront/subscription-plan.ts';
import type { AdminContext } from '../admin-context.ts';
import { textTable } from '../terminal.ts';
import type { Terminal } from '../terminal.ts';
import { exchangeTo } from '../exchange-to.ts';
import { workfrontOf } from '../workfront-access.ts';
import type { WorkfrontAccess } from '../workfront-access.ts';

export interface SubscriptionOptions {
  /** Without one: all events of every type. */
  readonly file?: string | undefined;
}

export async function planSubscriptionsCommand(
  context: AdminContext,
  { file }: SubscriptionOptions,
): Promise<void> {
  const access = workfrontOf(context);
  const plan = await readPlan(clientOf(access), access, file, context.signal);
  const { terminal } = context;
  if (plan.steps.length > 0) {
    terminal.print(textTable(['to do', 'type', 'event', 'URL', 'why'], plan.steps.map(rowOf)));
  }
  const { present, steps } = plan;
  terminal.print(`${present} subscriptions are as they should be, ${steps.length} are not.`);
  printRest(plan, terminal);
}

export async function applySubscriptionsCommand(
  context: AdminContext,
  { file }: SubscriptionOptions,
): Promise<void> {
  const applied = await applySubscriptions(workfrontOf(context), context.signal, file);
  const { plan, done, refused } = applied;
  const { terminal } = context;
  terminal.print(
    `Created ${done.create} subscriptions, recreated ${done.recreate}, switched the version of ` +
      `${done.switch}, deleted ${done.delete}; ${plan.present} were as they should be.`,
  );
  printRest(plan, terminal);
  for (const refusal of refused) terminal.print(refusal);
}

export interface AppliedSubscriptions extends AppliedSteps {
  readonly plan: SubscriptionPlan;
}

export async function applySubscriptions(
  access: WorkfrontAccess,
  signal: AbortSignal,
  file?: string,
): Promise<AppliedSubscriptions> {
  const client = clientOf(access);
  const plan = await readPlan(client, access, file, signal);
  const token = access.webhookToken.reveal();
  return { plan, ...(await applySubscriptionSteps(client, plan.steps, token, signal)) };
}

async function readPlan(
  client: SubscriptionClient,
  { publicUrl, webhookToken }: WorkfrontAccess,
  file: string | undefined,
  signal: AbortSignal,
): Promise<SubscriptionPlan> {
  const wanted = wantedSubscriptions(publicUrl, file);
  const { subscriptions } = await client.list(signal);
  return planSubscriptions(wanted, webhookBase(publicUrl), webhookToken.reveal(), subscriptions);
}

function clientOf(access: WorkfrontAccess): SubscriptionClient {
  return openSubscriptionClient(exchangeTo(access, 'subscriptions'));
}

function rowOf(step: SubscriptionStep): string[] {
  const { objCode, eventType, url } = step.act === 'delete' ? step.existing : step.wanted;
  return [step.act, objCode, eventType, url, reasonOf(step)];
}

function reasonOf(step: SubscriptionStep): string {
  switch (step.act) {
    case 'create':
      return 'is missing';
    case 'recreate':
      return `${step.existing.id} ${step.why.join(', ')}`;
    case 'switch':
      return `to version ${step.wanted.version}`;
    case 'delete':
      return `${subscriptionName(step.existing)} ${step.why}`;
    default:
      return unreachable(step);
  }
}

function printRest({ drift, foreign }: SubscriptionPlan, terminal: Terminal): void {
  for (const sentence of drift) terminal.print(`drift: ${sentence}`);
  if (foreign > 0) terminal.print(`${foreign} subscriptions of other receivers are left alone.`);
}
