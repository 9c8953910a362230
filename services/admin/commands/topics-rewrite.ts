/**
 * `topics rewrite`: the log anew under another prefix, with other partitions or without a person,
 * while everything goes on (docs/operating/rewriting-topics.md).
 */
import { createHash } from 'node:crypto';
import { isError, PipelineError } from '../../core/errors.ts';
import { systemClock } from '../../core/clock.ts';
import { openEventCodec } from '../../platform/avro/event-codec.ts';
import type { Kafka, TopicToCreate } from '../../platform/kafka/kafka.ts';
import { waitingLetters } from '../../source/letters/dead-letter-log.ts';
import { changesTopic, deadLetterTopic } from '../../source/log/topic-name.ts';
import { refuseFragile, wantedTopics } from '../../source/log/topics.ts';
import { canonicalObjCode } from '../../workfront/catalogue/catalogue.ts';
import type { AdminContext } from '../admin-context.ts';
import { registryOf, topicOptions, withKafka, withPool } from '../connections.ts';
import { readCopy } from '../rewrite/copied-log.ts';
import { copyLog, expectedSum, refuseCut, wholeLog } from '../rewrite/copy-log.ts';
import type { CopiedRanges, CopyOptions, TopicCopy } from '../rewrite/copy-log.ts';
import { createErase, parseErasure } from '../rewrite/erasures.ts';
import type { Erasure } from '../rewrite/erasures.ts';
import { seedPositions } from '../rewrite/seed-positions.ts';
import type { SeedTopic } from '../rewrite/seed-positions.ts';
import { textTable } from '../terminal.ts';

export interface RewriteGiven {
  readonly to: string;
  readonly from?: string;
  /** As `TASK=12,PROJ=6`. */
  readonly partitions?: string;
  readonly drop: readonly string[];
  readonly redact: readonly string[];
  readonly dryRun: boolean;
  readonly finish: boolean;
  readonly cut: boolean;
  readonly local: boolean;
}

export async function rewriteTopicsCommand(
  context: AdminContext,
  given: RewriteGiven,
): Promise<void> {
  const from = given.from ?? context.settings.TOPIC_PREFIX;
  if (!PREFIX.test(given.to) || given.to === from) {
    const message = `--to ${given.to} must be another prefix than ${from}, as ${from}.2.`;
    throw new PipelineError('USAGE', message);
  }
  const erasures = [
    ...given.drop.map((text) => parseErasure(text, false)),
    ...given.redact.map((text) => parseErasure(text, true)),
  ];
  await withKafka(context, async (kafka) => {
    const wanted = await nextTopics(context, given);
    const copies = await planCopies(kafka, from, given.to, wanted);
    await refuseCutLog(kafka, copies, given.cut, erasures);
    await printPlan(context, kafka, copies, erasures);
    if (given.dryRun) return;
    const missing = await missingOf(kafka, wanted);
    await kafka.admin().createTopics(missing);
    const options = await copyOptions(context, kafka, copies, erasures);
    const ranges = await copyLog(options);
    const seeds = await prove(context, options, ranges);
    if (given.finish) await finish(context, kafka, seeds, from, given.to);
    else sayNext(context, given.to);
  });
}

/** Whoever says --cut knows of it, but does not get a person out of the tables. */
async function refuseCutLog(
  kafka: Kafka,
  copies: readonly TopicCopy[],
  isKnown: boolean,
  erasures: readonly Erasure[],
): Promise<void> {
  if (isKnown && erasures.length === 0) return;
  const topics = copies.map((one) => one.from);
  await refuseCut(kafka, topics).catch((error: unknown) => {
    if (!isKnown || !isError(error, 'LOG_MISMATCH')) throw error;
    throw new PipelineError(
      'USAGE',
      '--cut does not go with --drop and --redact: of what retention has cut only the tables are ' +
        'left, and rebuild --from-changes would keep what was erased. Restore the topics first.',
      error.context,
      error,
    );
  });
}

const PREFIX = /^[A-Za-z0-9._-]{1,100}$/;

/** All topics of the next generation, also of types that have none yet. */
async function nextTopics(context: AdminContext, given: RewriteGiven): Promise<TopicToCreate[]> {
  const options = { ...topicOptions(context, given.local), prefix: given.to };
  const wanted = await wantedTopics(options);
  const counts = partitionCounts(given.partitions ?? '', given.to);
  const unknown = [...counts.keys()].find((topic) => !wanted.some((one) => one.topic === topic));
  if (unknown !== undefined) throw new PipelineError('USAGE', `There is no topic ${unknown}.`);
  const topics = wanted.map((one) => ({
    ...one,
    partitions: counts.get(one.topic) ?? one.partitions,
  }));
  if (!options.local) refuseFragile(topics);
  return topics;
}

function partitionCounts(text: string, prefix: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of text.split(',').filter(Boolean)) {
    const [, code = '', count = ''] = /^\s*([^=]+)=(\d{1,4})\s*$/.exec(one) ?? [];
    if (Number(count) < 1) throw new PipelineError('USAGE', `${one} is not of the form TASK=12.`);
    counts.set(changesTopic(prefix, canonicalObjCode(code) ?? code), Number(count));
  }
  return counts;
}

async function missingOf(kafka: Kafka, wanted: readonly TopicToCreate[]): Promise<TopicToCreate[]> {
  const there = new Set(await kafka.admin().listTopics());
  return wanted.filter(({ topic }) => !there.has(topic));
}

/** Of those that are there; the dead letters are not copied: none may wait at the end. */
async function planCopies(
  kafka: Kafka,
  from: string,
  to: string,
  wanted: readonly TopicToCreate[],
): Promise<TopicCopy[]> {
  const there = new Set(await kafka.admin().listTopics());
  const found = await kafka.admin().describeTopics(wanted.map(({ topic }) => topic));
  const actual = new Map(found.map(({ topic, partitions }) => [topic, partitions]));
  const copies = wanted
    .filter(({ topic }) => topic !== deadLetterTopic(to))
    .map(({ topic, partitions }) => {
      const made = actual.get(topic);
      if (made !== undefined && made !== partitions) {
        const message = `${topic} is there with ${made} partitions, not ${partitions}.`;
        throw new PipelineError('USAGE', `${message} Give the same, or another --to.`);
      }
      return { from: from + topic.slice(to.length), to: topic, partitions };
    });
  const all = copies.filter((one) => there.has(one.from));
  if (all.length > 0) return all;
  throw new PipelineError('TOPIC_MISSING', `There are no topics of prefix ${from}.`, { from });
}

async function printPlan(
  { terminal }: AdminContext,
  kafka: Kafka,
  copies: readonly TopicCopy[],
  erasures: readonly Erasure[],
): Promise<void> {
  const now = await kafka.admin().partitionsOf(copies.map(({ from }) => from));
  const rows: string[][] = [];
  for (const { from, to, partitions } of copies) {
    const ranges = await wholeLog(kafka, from);
    const records = ranges.reduce((sum, one) => sum + (one.to - one.from), 0n);
    const was = now.get(from) ?? 0;
    if (records === 0n && was === partitions) continue;
    rows.push([from, to, records.toLocaleString('en'), String(was), String(partitions)]);
  }
  terminal.print(textTable(['topic', 'becomes', 'records', 'partitions', 'then'], rows));
  terminal.print(`${copies.length - rows.length} topics more are empty, and as they are.`);
  for (const { objCode, objID, fields } of erasures) {
    const what = fields === null ? 'is left out' : `loses ${fields.join(', ')} and what was sent`;
    terminal.print(`${objCode} ${objID} ${what}.`);
  }
}

async function copyOptions(
  context: AdminContext,
  kafka: Kafka,
  copies: readonly TopicCopy[],
  erasures: readonly Erasure[],
): Promise<CopyOptions> {
  const { terminal, signal } = context;
  const codec = await openEventCodec(registryOf(context));
  let read = 0;
  const partitions = copies.map(({ to, partitions: count }) => [to, count]);
  return {
    kafka,
    codec,
    copies,
    ...createErase(erasures, codec),
    order: createHash('sha256')
      .update(JSON.stringify([partitions, erasures]))
      .digest('hex')
      .slice(0, 16),
    clock: systemClock,
    signal,
    onNote: (text) => terminal.note(text),
    onCopied: (records) => {
      read += records;
      if (terminal.interactive)
        terminal.redraw([`copying: ${read.toLocaleString('en')} records read`]);
    },
  };
}

/** Both logs read once more: the same keys and values, each once, each key's in their order. */
async function prove(
  { terminal }: AdminContext,
  options: CopyOptions,
  ranges: CopiedRanges,
): Promise<SeedTopic[]> {
  const { kafka, copies, order, signal } = options;
  const copied = await readCopy(
    kafka,
    copies.map(({ to }) => to),
    order,
    signal,
  );
  const seeds: SeedTopic[] = [];
  const rows: string[][] = [];
  const wrong: string[] = [];
  for (const copy of copies) {
    const read = ranges.get(copy.from) ?? [];
    const expected = await expectedSum(options, read);
    const topic = copied.get(copy.to);
    if (topic === undefined) throw new Error(`${copy.to} was not read`);
    seeds.push({ from: copy.from, to: copy.to, read, copied: topic });
    const isSame = topic.sum.text === expected.sum.text && topic.sum.count === expected.sum.count;
    if (!isSame || topic.disordered > 0) wrong.push(copy.from);
    if (expected.read === 0 && isSame) continue;
    const counts = [expected.read, expected.dropped, expected.redacted, topic.sum.count];
    const verdict = isSame ? 'the same' : `differs: ${expected.sum.text} in the log before`;
    rows.push([copy.from, ...counts.map((n) => n.toLocaleString('en')), topic.sum.text, verdict]);
  }
  terminal.print(
    textTable(['topic', 'records', 'left out', 'redacted', 'copied', 'hash', ''], rows),
  );
  if (wrong.length > 0) {
    throw new PipelineError(
      'LOG_MISMATCH',
      `The copy of ${wrong.join(', ')} is not the log before: somebody else wrote there too. Copy ` +
        'to another --to.',
    );
  }
  return seeds;
}

function sayNext({ terminal }: AdminContext, to: string): void {
  terminal.print(
    `Copied as far as the log went. Now start the sources with TOPIC_PREFIX=${to}, then run this ` +
      'again with --finish.',
  );
}

async function finish(
  context: AdminContext,
  kafka: Kafka,
  seeds: readonly SeedTopic[],
  from: string,
  to: string,
): Promise<void> {
  await refuseGrowth(kafka, seeds, to);
  const waiting = await waitingLetters(kafka, from);
  if (waiting.length > 0) {
    throw new PipelineError(
      'USAGE',
      `Dead letters of ${from} wait (${waiting.length}): npx workfront-cdc dead-letters redrive or ` +
        'dismiss them first, since they are not copied.',
    );
  }
  const stores = await withPool(context, 'store', (pool) => seedPositions(pool, seeds));
  context.terminal.print(
    `${stores.join(', ')}: the projector goes on in the new log behind the copies. Start it with ` +
      `TOPIC_PREFIX=${to}; rebuild then makes the tables from the new log. Once nobody reads ` +
      `${from}.* any more, delete those topics.`,
  );
}

/** Every source has moved: nothing came to the log before while this read it. */
async function refuseGrowth(kafka: Kafka, seeds: readonly SeedTopic[], to: string): Promise<void> {
  for (const { from, read } of seeds) {
    const ends = new Map(read.map(({ partition, to: end }) => [partition, end]));
    for (const { partition, high } of await kafka.admin().fetchOffsets(from)) {
      if (high <= (ends.get(partition) ?? 0n)) continue;
      throw new PipelineError(
        'USAGE',
        `${from} still grows: start every source with TOPIC_PREFIX=${to}, then say --finish again.`,
      );
    }
  }
}
