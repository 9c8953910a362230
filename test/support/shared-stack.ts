/** The servers of this test file, as a test sees them; the next file gets them after it. */
import { inject } from 'vitest';

import type { Server, ServerAction } from './backend.ts';
import type { SharedStack } from './provided-stack.ts';

export function sharedStack(): SharedStack {
  const stacks = inject('stacks');
  // Of the forks that live at one time, each has another number, from 1.
  const lane = Number(process.env['VITEST_POOL_ID']) - 1;
  const stack = stacks[lane % stacks.length];
  if (stack === undefined) throw new Error(`there are no servers for fork ${lane + 1}`);
  return stack;
}

/**
 * Stops, kills (-9) or starts one of the servers; resolves when it is done, a start when it serves.
 */
export async function controlServer(server: Server, action: ServerAction): Promise<void> {
  const { controlUrl } = sharedStack();
  const response = await fetch(`${controlUrl}/${server}/${action}`, { method: 'POST' });
  if (!response.ok) throw new Error(`${action} ${server}: ${await response.text()}`);
}

/** A restart as an operator or a crash makes it; the data stay. */
export async function restartServer(
  server: Server,
  how: Exclude<ServerAction, 'start'> = 'stop',
): Promise<void> {
  await controlServer(server, how);
  await controlServer(server, 'start');
}

/** A topic prefix of a test's own: servers are shared by the files of a lane, logs are not. */
export function freshPrefix(): string {
  return `t${crypto.randomUUID().slice(0, 8)}`;
}
