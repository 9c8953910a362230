/** `dead-letters list|show|redrive|dismiss`: what was set aside, why, and what becomes of it. */
import { PipelineError } from '../../core/errors.ts';
import { openPublisher } from '../../platform/kafka/publisher.ts';
import type { Publisher } from '../../platform/kafka/publisher.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import {
  letterRanges,
  readLetter,
  scanLetters,
  waitingLetters,
} from '../../source/letters/dead-letter-log.ts';
import {
  producedAtText,
  isLetter,
  letterOf,
  letterSettlement,
  settlementOf,
} from '../../source/letters/letter.ts';
import type { Letter, Settlement } from '../../source/letters/letter.ts';
import type { AdminContext } from '../admin-context.ts';
import { withKafka } from '../connections.ts';
import { handIn, releaseOf } from '../redrive.ts';
import { textTable } from '../terminal.ts';

export async function listDeadLettersCommand(
  context: AdminContext,
  { limit, json }: { readonly limit: number; readonly json: boolean },
): Promise<void> {
  const letters: Letter[] = [];
  const settled = new Map<string, Settlement>();
  const prefix = context.settings.TOPIC_PREFIX;
  await withKafka(context, async (kafka) => {
    const ranges = await letterRanges(kafka, prefix, BigInt(limit));
    await scanLetters(kafka, prefix, ranges, async (record) => {
      const settlement = settlementOf(record);
      if (settlement !== null) settled.set(settlement.of, settlement);
      // The list shows no bodies, so it keeps none.
      else if (isLetter(record)) letters.push({ ...letterOf(record), bytes: Buffer.alloc(0) });
    });
  });
  const { terminal } = context;
  if (json) {
    for (const one of letters) terminal.print(JSON.stringify(factsOf(one, settled.get(one.id))));
    return;
  }
  if (letters.length === 0) {
    terminal.print('Nothing was set aside.');
    return;
  }
  const rows = letters.map((one) => [
    one.id,
    producedAtText(one.timestampMs),
    one.service,
    one.reason,
    stateOf(settled.get(one.id)),
    one.message.replaceAll('\n', ' ').slice(0, 100),
  ]);
  terminal.print(textTable(['id', 'set aside at', 'by', 'reason', 'state', 'message'], rows));
}

function factsOf(letter: Letter, settlement: Settlement | undefined): object {
  const { id, service, reason, message, key, timestampMs } = letter;
  const source = Object.fromEntries(letter.source);
  const facts = { id, service, reason, message, key: key?.toString() ?? null, timestampMs, source };
  const state = settlement?.how ?? 'waiting';
  return { ...facts, redriven: state === 'handed in again', state, why: settlement?.why ?? null };
}

function stateOf(settlement: Settlement | undefined): string {
  if (settlement === undefined) return 'waiting';
  const { how, why } = settlement;
  return why === '' ? how : `${how}: ${why}`;
}

export async function showDeadLetterCommand(context: AdminContext, id: string): Promise<void> {
  const prefix = context.settings.TOPIC_PREFIX;
  const letter = await withKafka(context, (kafka) => readLetter(kafka, prefix, id));
  const { terminal } = context;
  const facts = [
    ['id', letter.id],
    ['set aside at', producedAtText(letter.timestampMs)],
    ['by', letter.service],
    ['reason', letter.reason],
    ['message', letter.message],
    ...[...letter.source].map(([name, value]) => [`source ${name}`, value]),
    ['key', letter.key?.toString() ?? ''],
    ['bytes', String(letter.bytes.length)],
  ];
  for (const [name = '', value = ''] of facts) terminal.print(`${name.padEnd(17)} ${value}`);
  terminal.print('');
  terminal.print(letterText(letter.bytes));
}

/**
 * Every letter that still waits, or those named. One that cannot be handed in stays, and the others
 * go on; one that fails again is set aside again. LETTERS_LEFT where some stay.
 */
export async function redriveCommand(
  context: AdminContext,
  ids: readonly string[],
  { all }: { readonly all: boolean },
): Promise<void> {
  if (all === ids.length > 0) {
    throw new PipelineError('USAGE', 'Name the letters to hand in again, or say --all.');
  }
  const { terminal, settings } = context;
  const prefix = settings.TOPIC_PREFIX;
  await withPublisher(context, async (kafka, publisher) => {
    const chosen = all ? await waitingLetters(kafka, prefix) : ids;
    const left: string[] = [];
    for (const id of chosen) {
      try {
        const letter = await readLetter(kafka, prefix, id);
        await handIn(context, letter, kafka, publisher);
        // After it, not before: what is handed in twice is a repeat, what is lost is lost.
        await publisher.publish([letterSettlement(prefix, id, null)]);
        terminal.print(`Handed in ${id} again (${letter.service}, ${letter.reason}).`);
      } catch (error) {
        if (!(error instanceof PipelineError)) throw error;
        left.push(id);
        terminal.note(`${id} stays: ${error.message}`);
      }
    }
    if (chosen.length === 0) terminal.print('No letter waits.');
    if (left.length > 0) throw lettersLeft(left, chosen.length);
  });
}

/** Letters that nobody will hand in again; they stay in the topic, with the reason. */
export async function dismissCommand(
  context: AdminContext,
  ids: readonly string[],
  { reason }: { readonly reason: string },
): Promise<void> {
  if (ids.length === 0 || reason.trim() === '') {
    throw new PipelineError('USAGE', 'Name the letters to dismiss, and say why with --reason.');
  }
  const prefix = context.settings.TOPIC_PREFIX;
  await withPublisher(context, async (kafka, publisher) => {
    for (const id of ids) {
      const letter = await readLetter(kafka, prefix, id);
      await publisher.publish([letterSettlement(prefix, id, reason)]);
      await releaseOf(context, letter, 0n);
      context.terminal.print(`Dismissed ${id}.`);
    }
  });
}

function withPublisher(
  context: AdminContext,
  use: (kafka: Kafka, publisher: Publisher) => Promise<void>,
): Promise<void> {
  return withKafka(context, async (kafka) => {
    const publisher = openPublisher(kafka);
    try {
      await use(kafka, publisher);
    } finally {
      await publisher.close();
    }
  });
}

function lettersLeft(left: readonly string[], chosen: number): PipelineError {
  const named = left.slice(0, 20).join(' ') + (left.length > 20 ? ' …' : '');
  return new PipelineError(
    'LETTERS_LEFT',
    `${left.length} of ${chosen} letters stay: ${named}. What keeps each is said above; those that ` +
      'nobody can hand in again: npx workfront-cdc dead-letters dismiss ID… --reason TEXT.',
    { left: left.length, chosen },
  );
}

/** As text when it is text, else as hexadecimal digits. */
function letterText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('hex').replace(/(.{64})/g, '$1\n');
  }
}
