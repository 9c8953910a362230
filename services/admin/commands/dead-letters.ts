/** `dead-letters list|show|redrive`: what was set aside, why, and handing it in again. */
import { PipelineError } from '../../core/errors.ts';
import { openPublisher } from '../../platform/kafka/publisher.ts';
import type { Kafka } from '../../platform/kafka/kafka.ts';
import type { AdminContext } from '../admin-context.ts';
import { withKafka } from '../connections.ts';
import {
  letterOf,
  letterRanges,
  parseLetterID,
  redrivenBy,
  redrivenMarker,
  scanLetters,
} from '../../source/dead-letter-log.ts';
import type { Letter } from '../../source/dead-letter-log.ts';
import { handIn } from '../redrive.ts';
import { textTable } from '../terminal.ts';

export async function listDeadLettersCommand(
  context: AdminContext,
  { limit, json }: { readonly limit: number; readonly json: boolean },
): Promise<void> {
  const letters: Letter[] = [];
  const redriven = new Set<string>();
  const prefix = context.settings.TOPIC_PREFIX;
  await withKafka(context, async (kafka) => {
    const ranges = await letterRanges(kafka, prefix, BigInt(limit));
    await scanLetters(kafka, prefix, ranges, async (record) => {
      const of = redrivenBy(record);
      if (of !== null) redriven.add(of);
      // The list shows no bodies, so it keeps none.
      else letters.push({ ...letterOf(record), bytes: Buffer.alloc(0) });
    });
  });
  const { terminal } = context;
  if (json) {
    for (const one of letters) {
      const { id, service, reason, message, key, timestampMs } = one;
      const source = Object.fromEntries(one.source);
      const facts = { id, service, reason, message, key, timestampMs, source };
      terminal.print(JSON.stringify({ ...facts, redriven: redriven.has(id) }));
    }
    return;
  }
  if (letters.length === 0) {
    terminal.print('Nothing was set aside.');
    return;
  }
  const rows = letters.map((one) => [
    one.id,
    new Date(one.timestampMs).toISOString(),
    one.service,
    one.reason,
    redriven.has(one.id) ? 'handed in again' : 'waiting',
    one.message.replaceAll('\n', ' ').slice(0, 100),
  ]);
  terminal.print(textTable(['id', 'set aside at', 'by', 'reason', 'state', 'message'], rows));
}

export async function showDeadLetterCommand(context: AdminContext, id: string): Promise<void> {
  const letter = await withKafka(context, (kafka) => readLetter(context, kafka, id));
  const { terminal } = context;
  const facts = [
    ['id', letter.id],
    ['set aside at', new Date(letter.timestampMs).toISOString()],
    ['by', letter.service],
    ['reason', letter.reason],
    ['message', letter.message],
    ...[...letter.source].map(([name, value]) => [`source ${name}`, value]),
    ['key', letter.key ?? ''],
    ['bytes', String(letter.bytes.length)],
  ];
  for (const [name = '', value = ''] of facts) terminal.print(`${name.padEnd(17)} ${value}`);
  terminal.print('');
  terminal.print(letterText(letter.bytes));
}

/** Every letter that still waits, or those named. A letter that fails again is set aside again. */
export async function redriveCommand(
  context: AdminContext,
  ids: readonly string[],
  { all }: { readonly all: boolean },
): Promise<void> {
  if (all === ids.length > 0) {
    throw new PipelineError('USAGE', 'Name the letters to hand in again, or say --all.');
  }
  const prefix = context.settings.TOPIC_PREFIX;
  await withKafka(context, async (kafka) => {
    const chosen = all ? await waitingIDs(kafka, prefix) : ids;
    const publisher = openPublisher(kafka);
    try {
      for (const id of chosen) {
        const letter = await readLetter(context, kafka, id);
        await handIn(context, letter, publisher);
        // After it, not before: what is handed in twice is a repeat, what is lost is lost.
        await publisher.publish([redrivenMarker(prefix, id)]);
        context.terminal.print(`Handed in ${id} again (${letter.service}, ${letter.reason}).`);
      }
    } finally {
      await publisher.close();
    }
    if (chosen.length === 0) context.terminal.print('No letter waits.');
  });
}

async function waitingIDs(kafka: Kafka, prefix: string): Promise<string[]> {
  const waiting = new Set<string>();
  const ranges = await letterRanges(kafka, prefix, null);
  await scanLetters(kafka, prefix, ranges, async (record) => {
    const of = redrivenBy(record);
    if (of === null) waiting.add(letterOf(record).id);
    else waiting.delete(of);
  });
  return [...waiting];
}

async function readLetter({ settings }: AdminContext, kafka: Kafka, id: string): Promise<Letter> {
  const { partition, offset } = parseLetterID(id);
  const prefix = settings.TOPIC_PREFIX;
  const found: Letter[] = [];
  const ranges = await letterRanges(kafka, prefix, null);
  const there = ranges.find((range) => range.partition === partition);
  if (there !== undefined && offset >= there.from && offset < there.to) {
    const one = { partition, from: offset, to: offset + 1n };
    await scanLetters(kafka, prefix, [one], async (record) => {
      if (redrivenBy(record) === null) found.push(letterOf(record));
    });
  }
  if (found[0] !== undefined) return found[0];
  throw new PipelineError('USAGE', `There is no letter ${id}.`, { id });
}

/** As text when it is text, else as hexadecimal digits. */
function letterText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return bytes.toString('hex').replace(/(.{64})/g, '$1\n');
  }
}
