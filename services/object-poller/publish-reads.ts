/** Reads into the log, but for those that say what the last one of the object said. */
import type { Clock } from '../core/clock.ts';
import { SAME_SAVE_MICROS } from '../core/fold/same-save.ts';
import { AFTER_ALL, asMicros, BEFORE_ALL, least, minus } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';
import { inputOfRow, publishInputs } from '../source/log/publish-inputs.ts';
import type { PublishParts, TranslatedInput } from '../source/log/publish-inputs.ts';
import { parseClock } from '../workfront/dates.ts';
import type { MissedChanges } from './missed/missed-changes.ts';
import { instantIn, knownOf, remember } from './known/known-objects.ts';
import type { KnownEnds } from './known/known-ends.ts';
import type { KnownObject } from './known/known-objects.ts';
import type { ObjectRead } from './object-read.ts';
import { asOfRead, translate } from './translate.ts';
import { digestsOf } from './known/read-digests.ts';

export interface ReadsParts extends PublishParts {
  readonly clock: Clock;
  readonly customerID: string | null;
  /** Told of each change clock that is news. */
  readonly missed: Pick<
    MissedChanges,
    'show' | 'tell' | 'isLongAgo' | 'takeMissed' | 'takeLeft' | 'takeTold' | 'memoryMs'
  >;
  readonly ends: KnownEnds;
}

export interface PublishedReads {
  readonly published: number;
  /** Each with what was known of it before. */
  readonly fresh: readonly { readonly read: ObjectRead; readonly known: KnownObject | null }[];
  /** Up to when it is known which of them are there: some were deleted just before. */
  readonly surelyUpTo: Micros;
}

export interface ReadsOptions {
  readonly searchLagMs: Millis;
  /** What says the same as the last read of the object is published too. */
  readonly again?: boolean;
  /** Of a type that is read for the first time: what is seen is no news. */
  readonly isFirst?: boolean;
}

/**
 * Resolves when every read is durable (Law 1), and then remembered: a crash between costs a repeat.
 * One that can be no event is set aside, and remembered as that.
 */
export async function publishReads(
  objCode: string,
  reads: readonly ObjectRead[],
  { searchLagMs, again = false, isFirst = false }: ReadsOptions,
  parts: ReadsParts,
): Promise<PublishedReads> {
  const ids = reads.flatMap(({ ID }) => ID ?? []);
  const known = await knownOf(parts.control, objCode, ids);
  const told = reads
    .map((read) => ({
      read,
      known: known.get(read.ID ?? '') ?? null,
      ...digestsOf(objCode, read),
    }))
    .filter(({ known: before, hash }) => again || before?.hash?.equals(hash) !== true);
  const observedAt = parts.clock.nowMicros();
  const options = { objCode, observedAt, searchLagMs, customerID: parts.customerID };
  const inputs = told.map((one) => ({
    one,
    // When it is asked for, and not kept: the events of a page are far larger than its records.
    get translated() {
      return translate(one.read, { ...options, goneSince: goneSince(one.known) });
    },
    input: inputOfRow(one.read.sent, `${objCode}/search`, observedAt),
    subject: { objCode, id: one.read.ID, clock: one.read.clock },
  }));
  if (inputs.length === 0) return { published: 0, fresh: [], surelyUpTo: AFTER_ALL };
  const parked = await publishOfType(objCode, inputs, parts);
  const fresh = inputs.filter((input) => !parked.has(input)).map(({ one }) => one);
  let surelyUpTo = AFTER_ALL;
  const published = fresh.flatMap(({ read, known: before, hash, unheard }) => {
    const gone = goneSince(before);
    const asOf = asOfRead(read, { searchLagMs, goneSince: gone });
    if (gone !== null && asOf <= gone)
      surelyUpTo = least(surelyUpTo, minus(gone, SAME_SAVE_MICROS));
    return read.ID === null ? [] : [{ objID: read.ID, hash, clock: read.clock, asOf, unheard }];
  });
  if (!isFirst) for (const one of fresh) showNews(objCode, one, parts.missed);
  await remember(parts.control, objCode, published, isFirst); // Law 2: they are durable
  return { published: published.length, fresh, surelyUpTo };
}

/** The next promise of the type looks for the ends anew, before anything says what is published. */
export function publishOfType<Input extends TranslatedInput>(
  objCode: string,
  inputs: readonly Input[],
  { ends, ...parts }: Pick<ReadsParts, 'ends'> & PublishParts,
): Promise<ReadonlySet<Input>> {
  const { publisher } = parts;
  const publish: typeof publisher.publish = async (records) => {
    await publisher.publish(records);
    ends.forget(objCode);
  };
  return publishInputs(inputs, { ...parts, publisher: { publish } });
}

function goneSince(known: KnownObject | null): Micros | null {
  return known?.gone === true ? asMicros(Number(known.asof)) : null;
}

/** Of one that was made since, from when it was made, where it says so. */
function showNews(
  objCode: string,
  { read, known }: PublishedReads['fresh'][number],
  missed: ReadsParts['missed'],
): void {
  const { ID, clock, state } = read;
  if (ID === null || clock === null || clock <= Number(known?.clock ?? -1n)) return;
  const judged = instantIn(known?.judged);
  if (clock <= (judged ?? BEFORE_ALL)) return; // told long ago, and read only now
  missed.show(objCode, ID, judged ?? parseClock(state?.['entryDate']), clock);
}
