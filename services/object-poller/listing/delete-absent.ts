/**
 * Objects that a listing no longer shows. Promises a DELETE only for one of which Workfront itself
 * says, asked by its ID, that it does not exist: what may not be seen any more looks the same in a
 * search (reference C.8). Where suddenly far fewer are shown (a lost right, another user) none is
 * called deleted.
 */
import { asMicros, greatest } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { readWatermark } from '../../source/promises/watermarks.ts';
import { presenceOf } from '../fetch.ts';
import { countKnown, forget, knownBefore, knownOf } from '../known/known-objects.ts';
import type { KnownObject } from '../known/known-objects.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishOfType } from '../publish-reads.ts';
import { translateAbsence } from '../translate.ts';

/** So few are believed however small the type is. */
const ALWAYS_BELIEVED = 20;
/** Asked for one by one; the rest waits for the next listing. */
const PROOFS_MAX = 2_000;
const PROOFS_PARALLEL = 4;
/**
 * The server's time has whole seconds: the proof is asked for later than that after the listing, so
 * that its instant lies behind every save of the object.
 */
const PROOF_AFTER_MS = 2_500;

export interface AbsentResult {
  readonly deleted: number;
  /** Every object that was not shown is accounted for: deleted, there, or hidden from us. */
  readonly isResolved: boolean;
}

/** @param before objects seen since are not missed: the listing may have passed their place */
export async function deleteAbsent(
  polling: Polling,
  type: PolledType,
  ids: ReadonlySet<string>,
  before: Micros,
): Promise<AbsentResult> {
  const { term, control, clock } = polling;
  const { objCode } = type;
  const absent: KnownObject[] = [];
  for await (const page of knownBefore(control, objCode, before)) {
    for (const known of page) if (!ids.has(known.objid)) absent.push(known);
  }
  if (absent.length === 0) return { deleted: 0, isResolved: true };
  if (!(await isBelievable(polling, objCode, absent.length))) {
    return { deleted: 0, isResolved: false };
  }
  await clock.sleep(PROOF_AFTER_MS, term.signal);
  const swept = await term.again(() => readWatermark(control, objCode, 'swept'));
  let deleted = 0;
  let unproved = 0;
  const asked = absent.slice(0, PROOFS_MAX);
  for (let at = 0; at < asked.length; at += PROOFS_PARALLEL) {
    const some = asked.slice(at, at + PROOFS_PARALLEL);
    const proofs = await Promise.all(some.map((one) => proveAbsence(polling, type, one, swept)));
    deleted += proofs.filter((proof) => proof === 'deleted').length;
    unproved += proofs.filter((proof) => proof === 'unproved').length;
    term.turned();
  }
  return { deleted, isResolved: asked.length === absent.length && unproved === 0 };
}

/** Objects that a search by their IDs does not show: which of them are gone is in the log then. */
export async function proveAbsences(
  polling: Polling,
  type: PolledType,
  ids: readonly string[],
): Promise<void> {
  const { term, control, clock } = polling;
  const known = await term.again(() => knownOf(control, type.objCode, ids));
  await clock.sleep(PROOF_AFTER_MS, term.signal);
  for (const id of ids) {
    await proveAbsence(polling, type, { objid: id, asof: known.get(id)?.asof ?? null }, null);
  }
}

const mistrusted = new Set<string>();

async function isBelievable(
  { term, control, options, logger, metrics }: Polling,
  objCode: string,
  absent: number,
): Promise<boolean> {
  const known = await term.again(() => countKnown(control, objCode));
  const most = Math.max(ALWAYS_BELIEVED, (known * options.deletesPercentMax) / 100);
  if (absent <= most) mistrusted.delete(objCode);
  else if (!mistrusted.has(objCode)) {
    mistrusted.add(objCode);
    logger.error(
      { objCode, absent, known },
      'far fewer objects are shown than before, so none is called deleted: check the rights of the ' +
        'user we read with; where they are gone indeed, raise OBJECT_DELETES_PERCENT_MAX for a while',
    );
  }
  metrics.massDeletes.set(mistrusted.size);
  return absent <= most;
}

interface Absent {
  readonly objid: string;
  /** Null where nobody knows when it was last there. */
  readonly asof: bigint | null;
}

async function proveAbsence(
  { term, control, fetch, reads, lag, clock, metrics }: Polling,
  type: PolledType,
  { objid: objID, asof }: Absent,
  swept: Micros | null,
): Promise<'deleted' | 'there' | 'unproved'> {
  const { objCode } = type;
  const presence = await term.again(() => presenceOf(fetch, type, objID));
  if (presence.kind === 'hidden') metrics.hidden.add();
  if (presence.kind === 'unknown') return 'unproved';
  if (presence.kind !== 'gone') return 'there';
  const observedAt = clock.nowMicros();
  const event = translateAbsence({
    objCode,
    objID,
    observedAt,
    // The sweep before this one has met it too.
    deletedAfter: asof === null ? null : greatest(asMicros(Number(asof)), swept ?? asMicros(0)),
    deletedBefore: presence.askedMicros,
  });
  const path = `${objCode}/${objID}`;
  const input = { bytes: () => Buffer.from(objID), path, observedAt };
  const subject = { objCode, id: objID, clock: null };
  const deleted = { translated: { event }, input, subject };
  await term.again(() => publishOfType(objCode, [deleted], reads)); // Law 1
  await term.again(() => forget(control, objCode, new Map([[objID, event.asOf]]), lag.ms));
  metrics.deletes.add();
  return 'deleted';
}
