/** Hands a dead letter in again where it first came in, byte for byte what came. */
import { PipelineError } from '../core/errors.ts';
import { offsetOf } from '../core/units.ts';
import type { Kafka } from '../platform/kafka/kafka.ts';
import type { RawRecord } from '../platform/kafka/outgoing-record.ts';
import type { Publisher } from '../platform/kafka/publisher.ts';
import { readRecord } from '../source/letters/dead-letter-log.ts';
import type { Letter } from '../source/letters/letter.ts';
import type { AdminContext } from './admin-context.ts';
import { runningStack, withPool } from './connections.ts';
import { firstToken } from '../source/subscriptions/webhook-tokens.ts';
import { releaseParked } from '../store/parked.ts';
import { markSetAside } from '../source/promises/set-aside.ts';
import { questionOfLetter } from './ask-again.ts';
import { webhookTokenOf } from './up/stack-token.ts';

const DEADLINE_MS = 10_000;

export async function handIn(
  context: AdminContext,
  letter: Letter,
  kafka: Kafka,
  publisher: Pick<Publisher, 'publish'>,
): Promise<void> {
  if (letter.service === 'webhook-ingress') return deliver(context, letter);
  if (letter.service === 'projector') {
    const original = await originalOf(letter, kafka);
    await publisher.publish([original]);
    const ends = await kafka.admin().fetchOffsets(original.topic);
    const partition = Number(letter.source.get('partition'));
    await releaseOf(context, letter, ends.find((one) => one.partition === partition)?.high ?? 0n);
    return;
  }
  const ask = questionOfLetter(letter);
  await withPool(context, 'control', ask);
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
  const init = {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: new Uint8Array(bytes),
    signal: AbortSignal.timeout(DEADLINE_MS),
  };
  const response = await fetch(base + (source.get('path') ?? ''), init).catch((error: unknown) => {
    const message = `The ingress (WEBHOOK_URL) does not answer, so ${id} stays.`;
    throw new PipelineError('INGRESS_REFUSED', message, { id }, error);
  });
  if (response.ok) return;
  throw new PipelineError(
    'INGRESS_REFUSED',
    `The ingress answered ${response.status} to ${id}: ${(await response.text()).slice(0, 500)}`,
    { id, status: response.status },
  );
}

/**
 * What is complete without it counts as complete, once the tables are at `until` of its partition.
 * Where the tables are out of reach the view freshness goes on waiting for it: that is said.
 */
export async function releaseOf(
  context: AdminContext,
  { id, service, source, bytes }: Letter,
  until: bigint,
): Promise<void> {
  try {
    if (service === 'webhook-ingress') return; // no instant rests on what it sets aside
    if (service !== 'projector') {
      await withPool(context, 'control', (pool) => markSetAside(pool, service, bytes, 'dismissed'));
      return;
    }
    const [topic, partition, offset] = ['topic', 'partition', 'offset'].map((one) =>
      source.get(one),
    );
    if (topic === undefined || partition === undefined || offset === undefined) return;
    const place = { topic, partition: Number(partition), offset: offsetOf(offset) };
    await withPool(context, 'store', (pool) => releaseParked(pool, place, until));
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    context.terminal.note(`workfront.freshness still waits for ${id}: ${error.message}`);
  }
}

/**
 * The record that the letter is about, with its key and its headers, from the log itself; what the
 * letter holds of it where the log has it no longer.
 */
async function originalOf({ id, source, key, bytes }: Letter, kafka: Kafka): Promise<RawRecord> {
  const topic = source.get('topic');
  if (topic === undefined) {
    throw new PipelineError('NOT_REDRIVABLE', `${id} does not say which topic it came from.`);
  }
  const partition = Number(source.get('partition') ?? 'none');
  const offset = /^\d{1,19}$/.exec(source.get('offset') ?? '')?.[0];
  const record =
    Number.isInteger(partition) && offset !== undefined
      ? await readRecord(kafka, { topic, partition }, offsetOf(offset))
      : null;
  const isIt = record !== null && (record.value ?? Buffer.alloc(0)).equals(bytes);
  if (!isIt) return { topic, key, value: bytes, headers: {} };
  return { topic, key: record.key, value: record.value, headers: record.rawHeaders ?? {} };
}
