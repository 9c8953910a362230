/**
 * What the other paths tell of, read from the log: each event of theirs is a signal to read its
 * object again, and makes what was read before doubtful. Events of our own are no signals.
 * A process that takes over reads what is too young to be settled once more, so that a change which
 * nobody told of is found although the one that saw it was killed (missed-changes.ts).
 */
import type { ChangeEvent } from '../../core/change-event.generated.ts';
import { PipelineError } from '../../core/errors.ts';
import { asMicros, greatest } from '../../core/units.ts';
import type { Micros, ObjCode } from '../../core/units.ts';
import type { EventCodec } from '../../platform/avro/event-codec.ts';
import type { LogBatch } from '../../platform/kafka/kafka.ts';
import { changesTopic } from '../../source/log/topic-name.ts';
import { CAPTURED_OBJECT_CODES, objectType } from '../../workfront/catalogue/catalogue.ts';
import { isListingSignal } from '../../source/orders/listing-signal.ts';
import { holdDeletes } from '../../source/promises/told-deletes.ts';
import { wantListing } from '../../source/orders/wanted-reads.ts';
import { doubt, forget, knownOf, settledOf } from '../known/known-objects.ts';
import type { KnownObject, ToldInstant } from '../known/known-objects.ts';
import type { MissedChanges } from '../missed/missed-changes.ts';
import type { Polling } from '../polling.ts';
import type { Refresher } from './refresh.ts';
import { toldInstantsOf } from './told-instants.ts';

/** Of Kafka's consumer group, of which one process at a time is a member. */
export function signalGroup(topicPrefix: string): string {
  return `${topicPrefix}.object-poller`;
}

export function signalTopics(topicPrefix: string): readonly string[] {
  const names = [...CAPTURED_OBJECT_CODES, 'other'].map((one) => changesTopic(topicPrefix, one));
  return [...new Set(names)];
}

export interface SignalsParts {
  readonly codec: Pick<EventCodec, 'decode' | 'decodeBrief' | 'prepare'>;
  readonly polling: Polling;
  readonly refresher: Refresher;
}

function isOfPlanning(objCode: ObjCode): boolean {
  return objectType(objCode)?.planning === true;
}

export async function takeSignals(
  { codec, polling, refresher }: SignalsParts,
  { records }: LogBatch,
): Promise<void> {
  const { term, control, reads } = polling;
  await codec.prepare(records.map(({ value }) => value));
  const events = records.flatMap(({ value }) =>
    value === null ? [] : (tellingEvent(value, codec, reads.missed) ?? []),
  );
  const told = new Map<string, ToldInstant[]>();
  const gone = new Map<string, Map<string, Micros>>();
  const telling: ChangeEvent[] = [];
  for (const event of events) {
    const { objCode, objID, asOf, operation } = event;
    if (event.path === 'SEARCH') {
      telling.push(event);
      // Ours, of a process that was killed, or lost its lease, before it remembered what it wrote.
      if (operation === 'DELETE' && (await isKnownToBeThere(polling, event)))
        laterOf(gone, objCode, objID, asOf);
      continue;
    }
    if (isListingSignal(event)) await term.again(() => wantListing(control, objCode, 'signal'));
    else {
      if (operation === 'DELETE') laterOf(gone, objCode, objID, asOf);
      else told.set(objCode, [...(told.get(objCode) ?? []), ...toldInstantsOf(event)]);
      telling.push(event);
    }
  }
  for (const [objCode, seen] of told) await term.again(() => doubt(control, objCode, seen));
  // First of all: what is promised from now on is to lie behind them.
  for (const objCode of gone.keys()) reads.ends.forget(objCode);
  // Those of Planning its own poller hears.
  const deletes = telling.filter(
    ({ operation, objCode }) => operation === 'DELETE' && !isOfPlanning(objCode),
  );
  await term.again(() => holdDeletes(control, deletes));
  for (const [objCode, ids] of gone)
    await term.again(() => forget(control, objCode, ids, polling.lag.ms));
  const known = await knownOfAll(polling, telling);
  for (const event of telling) {
    const { objCode, objID, operation, entryDate } = event;
    const one = known.get(`${objCode} ${objID}`) ?? null;
    reads.missed.tell(event, settledOf(one));
    if (event.path === 'SEARCH' || operation === 'DELETE') continue;
    // What was read since needs no other reading: a process that takes over is told again.
    if ((one?.hash ?? null) === null) refresher.want(objCode, objID, entryDate);
  }
}

async function isKnownToBeThere(
  { term, control }: Polling,
  { objCode, objID }: ChangeEvent,
): Promise<boolean> {
  const known = await term.again(() => knownOf(control, objCode, [objID]));
  return known.get(objID)?.gone === false;
}

async function knownOfAll(
  { term, control }: Polling,
  events: readonly ChangeEvent[],
): Promise<Map<string, KnownObject>> {
  const ids = new Map<string, Set<string>>();
  for (const { objCode, objID } of events) {
    ids.set(objCode, (ids.get(objCode) ?? new Set()).add(objID));
  }
  const found = new Map<string, KnownObject>();
  for (const [objCode, some] of ids) {
    const known = await term.again(() => knownOf(control, objCode, [...some]));
    for (const [objID, one] of known) found.set(`${objCode} ${objID}`, one);
  }
  return found;
}

/** Keeps the latest instant of each object. */
function laterOf(
  known: Map<string, Map<string, Micros>>,
  objCode: string,
  objID: string,
  asOf: Micros,
): void {
  const ofType = known.get(objCode) ?? new Map<string, Micros>();
  known.set(objCode, ofType.set(objID, greatest(asOf, ofType.get(objID) ?? asMicros(0))));
}

/**
 * Null where it tells us nothing. Most events are our own reads, of long ago: their fields are not
 * taken apart. What cannot be read is the projector's to park.
 */
function tellingEvent(
  value: Buffer,
  codec: Pick<EventCodec, 'decode' | 'decodeBrief'>,
  missed: Pick<MissedChanges, 'isLongAgo'>,
): ChangeEvent | null {
  try {
    const brief = codec.decodeBrief(value);
    if (brief.path === 'PLANNING') return null;
    if (brief.path === 'SEARCH' && missed.isLongAgo(brief)) return null;
    return codec.decode(value);
  } catch (error) {
    if (error instanceof PipelineError && error.reaction === 'park') return null;
    throw error;
  }
}
