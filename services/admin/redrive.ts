/** Hands a dead letter in again where it first came in. */
import { PipelineError } from '../core/errors.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import type { AdminContext } from './admin-context.ts';
import { runningStack } from './connections.ts';
import type { Letter } from '../source/dead-letter-log.ts';
import { firstToken } from '../source/webhook-tokens.ts';
import { webhookTokenOf } from './up/stack-token.ts';

const DEADLINE_MS = 10_000;

export async function handIn(
  context: AdminContext,
  letter: Letter,
  publisher: Pick<Publisher, 'publish'>,
): Promise<void> {
  if (letter.service === 'webhook-ingress') return deliver(context, letter);
  if (letter.service === 'projector') return republish(letter, publisher);
  throw new PipelineError(
    'NOT_REDRIVABLE',
    `${letter.id} is a row of the journal, which only Workfront can hand out again: put the cursor ` +
      'before it with npx workfront-cdc cursors set.',
    { id: letter.id },
  );
}

async function deliver(context: AdminContext, { id, source, bytes }: Letter): Promise<void> {
  const base = context.settings.WEBHOOK_URL ?? runningStack(context)?.ingressUrl;
  if (base === undefined) {
    throw new PipelineError(
      'CONFIG_INVALID',
      'Set WEBHOOK_URL to where the ingress listens, and WEBHOOK_TOKEN to its token.',
      { variables: 'WEBHOOK_URL' },
    );
  }
  const token = firstToken(webhookTokenOf(context));
  const response = await fetch(base + (source.get('path') ?? ''), {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(DEADLINE_MS),
  });
  if (response.ok) return;
  throw new PipelineError(
    'INGRESS_REFUSED',
    `The ingress answered ${response.status} to ${id}: ${(await response.text()).slice(0, 500)}`,
    { id, status: response.status },
  );
}

async function republish(
  { id, source, key, bytes }: Letter,
  publisher: Pick<Publisher, 'publish'>,
): Promise<void> {
  const topic = source.get('topic');
  if (topic === undefined) {
    throw new PipelineError('NOT_REDRIVABLE', `${id} does not say which topic it came from.`);
  }
  await publisher.publish([{ topic, key, value: bytes, headers: {} }]);
}
