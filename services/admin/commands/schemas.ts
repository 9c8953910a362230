/**
 * `schemas plan|apply`: the event's schema in the registry. Services look it up; this alone writes
 * it.
 */
import { planChangeEvent, registerChangeEvent } from '../../platform/avro/registration.ts';
import type { AdminContext } from '../admin-context.ts';
import { registryOf } from '../connections.ts';

export async function planSchemasCommand(context: AdminContext): Promise<void> {
  const plan = await planChangeEvent(registryOf(context));
  const { terminal } = context;
  const state =
    plan.id !== null
      ? `is registered with id ${plan.id}`
      : `is to be registered as version ${plan.versions + 1}`;
  terminal.print(`${plan.subject} ${state}.`);
  terminal.print(`Its compatibility rule is ${plan.compatibility ?? 'not set'}.`);
  if (!plan.compatible) {
    terminal.print('The registry would refuse it: events that are in the log could not be read.');
  }
}

export async function applySchemasCommand(context: AdminContext): Promise<void> {
  const id = await registerChangeEvent(registryOf(context));
  context.terminal.print(`The schema of change events is registered with id ${id}.`);
}
