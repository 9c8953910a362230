/**
 * Makes the next store from the log's start on, in bulk: the log by object on disk, then objects
 * into tables, then keys. Each step notes what it has done, and goes on there after a kill.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError } from '../../core/errors.ts';
import { createReadEntry } from '../read-entry.ts';
import { changesTopic } from '../../source/log/topic-name.ts';
import { CAPTURED_OBJECT_CODES } from '../../workfront/catalogue/catalogue.ts';
import { copyOthers } from './copy-others.ts';
import { fillStore } from './fill-store.ts';
import { finishBuild } from './finish-build.ts';
import {
  beginStore,
  doneBuckets,
  dropStore,
  enterPlaces,
  nextStoreName,
  unfinishedStore,
} from './next-store.ts';
import { hasOtherTopics, otherLog } from './log-generation.ts';
import { parkUnknown } from './park-unknown.ts';
import { diskNeed, planRebuild } from './plan-rebuild.ts';
import { ProgressLine } from './progress-line.ts';
import type { BuildOptions } from './rebuild-options.ts';
import { sourceOf } from './rebuild-order.ts';
import type { RebuildOrder } from './rebuild-order.ts';
import { readSpillNote, writeSpillNote } from './spill-files.ts';
import type { SpillNote } from './spill-files.ts';
import { spillLog } from './spill-log.ts';

/** Resolves with the schema of a whole store. */
export async function buildStore(options: BuildOptions): Promise<string> {
  const { schema, note, folder } = await beginOrResume(options);
  const topics = topicsOf(options, note.types);
  const isRead = note.places.every(({ served, to }) => BigInt(served) >= BigInt(to));
  const places = isRead ? note.places : await readLog(options, schema, folder, note, topics);
  await fill(options, schema, folder, { ...note, places }, topics);
  if (note.types !== null) await copyOthers(options, schema, note.types);
  await finishBuild(options, schema, (client) => enterPlaces(client, options.live, places));
  rmSync(folder, { recursive: true, force: true });
  return schema;
}

/** Of these types alone, or of all. */
function topicsOf(
  { parts, log }: Pick<BuildOptions, 'parts' | 'log'>,
  types: readonly string[] | null,
): readonly string[] {
  if (types === null) return log.topics;
  return types.map((objCode) => {
    const topic = changesTopic(parts.config.TOPIC_PREFIX, objCode);
    const isOne = CAPTURED_OBJECT_CODES.includes(objCode) && log.topics.includes(topic);
    if (isOne) return topic;
    throw new PipelineError('USAGE', `${objCode} is no type with a topic of its own.`);
  });
}

interface Begun {
  readonly schema: string;
  readonly folder: string;
  readonly note: SpillNote;
}

async function beginOrResume(options: BuildOptions): Promise<Begun> {
  const { pool, parts, log, order, teller } = options;
  const found = await unfinishedStore(pool, parts.projection.store.projection);
  if (found === null) return begin(options);
  const folder = join(order.folder, found.schema);
  const note = readSpillNote(folder);
  if (order.restart) {
    teller.note(`Dropping the unfinished ${found.schema}.`);
    await dropStore(pool, found.schema);
    rmSync(folder, { recursive: true, force: true });
    return begin(options);
  }
  if (note === null || note.id !== found.id) {
    throw new PipelineError(
      'USAGE',
      `${found.schema} was begun, and what was noted of it is not in ${folder} (another machine, ` +
        'another REBUILD_FOLDER, or a crash of the machine): begin anew with --restart.',
      { schema: found.schema },
    );
  }
  refuseOtherOrder(found.schema, note, order);
  if (note.places.some(({ topic }) => !log.topics.includes(topic))) throw otherLog(found.schema);
  teller.note(`Going on with ${found.schema}.`);
  return { schema: found.schema, folder, note };
}

/** What was begun for one order is not what another one asks for. */
function refuseOtherOrder(schema: string, note: SpillNote, order: RebuildOrder): void {
  const of = ({ types, untilMs }: Pick<RebuildOrder, 'types' | 'untilMs'>): string =>
    [
      sourceOf({ types, fromChanges: false }),
      untilMs === null ? '' : `--until ${new Date(untilMs).toISOString()}`,
    ].join(' ');
  if (of(note) === of(order)) return;
  throw new PipelineError(
    'USAGE',
    `${schema} was begun by ${`rebuild ${of(note)}`.trim()}: say the same, or begin anew with --restart.`,
    { schema },
  );
}

async function begin(options: BuildOptions): Promise<Begun> {
  const { pool, parts, log, live, order, teller, clock, signal } = options;
  const { config, kafka, projection } = parts;
  if (order.types !== null && projection.objCodes !== null) {
    throw new PipelineError('USAGE', `${projection.name} is built as a whole: leave out --types.`);
  }
  if (order.types !== null && (await hasOtherTopics(pool, live, log.topics))) {
    throw new PipelineError(
      'USAGE',
      `${live} was made from topics of another prefix too: build all types, without --types.`,
    );
  }
  const schema = await nextStoreName(pool, live);
  const folder = join(order.folder, schema);
  mkdirSync(folder, { recursive: true });
  const topics = topicsOf(options, order.types);
  const plan = await planRebuild({
    kafka,
    topics,
    untilMs: order.untilMs,
    database: pool,
    live,
    clock,
    signal,
    groupId: `${config.TOPIC_PREFIX}.rebuild.${schema}`,
  });
  teller.print(`Building ${schema} beside ${live}: ${diskNeed(plan, folder)}.`);
  const id = randomUUID();
  const buckets = Math.min(BUCKETS_MAX, Math.max(8, Math.ceil(plan.records / BUCKET_RECORDS)));
  const { types, untilMs } = order;
  const note = {
    id,
    types,
    untilMs,
    places: [...plan.places],
    bytes: Array.from({ length: buckets }, () => 0),
  };
  writeSpillNote(folder, note);
  await beginStore(pool, schema, id, projection.store);
  const written = readSpillNote(folder);
  if (written === null) throw new Error(`the note in ${folder} cannot be read back`);
  return { schema, folder, note: written };
}

/** About as many as a transaction likes. */
const BUCKET_RECORDS = 4_000;
/** Each is an open file. */
const BUCKETS_MAX = 1_000;

async function readLog(
  { parts, teller, clock, signal }: BuildOptions,
  schema: string,
  folder: string,
  note: SpillNote,
  topics: readonly string[],
): Promise<SpillNote['places']> {
  const [total, begun] = [recordsOf(note, 'from', 'to'), recordsOf(note, 'from', 'served')];
  const progress = new ProgressLine('reading the log', total, begun, clock, teller);
  const places = await spillLog({
    kafka: parts.kafka,
    topics,
    folder,
    note,
    clock,
    signal,
    groupId: `${parts.config.TOPIC_PREFIX}.rebuild.${schema}`,
    onRead: (records) => progress.add(records),
  });
  teller.note(progress.text());
  return places;
}

function recordsOf({ places }: SpillNote, from: 'from', to: 'served' | 'to'): number {
  return places.reduce((sum, one) => sum + Number(BigInt(one[to]) - BigInt(one[from])), 0);
}

async function fill(
  { parts, log, pool, live, teller, clock, signal }: BuildOptions,
  schema: string,
  folder: string,
  note: SpillNote,
  topics: readonly string[],
): Promise<void> {
  const done = await doneBuckets(pool, schema);
  const bytesOf = (bucket: number): number => note.bytes[bucket] ?? 0;
  const buckets = [...note.bytes.keys()].filter((bucket) => !done.has(bucket));
  const total = recordsOf(note, 'from', 'to');
  const doneShare = [...done].reduce((sum, bucket) => sum + bytesOf(bucket), 0);
  const allBytes = note.bytes.reduce((sum, bytes) => sum + bytes, 0);
  const begun = allBytes === 0 ? 0 : Math.round((total * doneShare) / allBytes);
  const progress = new ProgressLine('folding', total, begun, clock, teller);
  let unusable = 0;
  await fillStore({
    pool,
    schema,
    folder,
    topics,
    buckets,
    codec: log.codec,
    signal,
    projection: parts.projection,
    readEntry: createReadEntry(log.codec, parts.projection),
    setAside: parkUnknown(parts, live),
    lanes: parts.config.PROJECTOR_LANES,
    onFilled: (records, some) => {
      progress.add(records);
      unusable += some;
    },
  });
  teller.note(progress.text());
  if (unusable > 0) {
    teller.note(`${unusable} records cannot be used: see \`npx workfront-cdc dead-letters list\`.`);
  }
}
