/** Reads what `control.wanted_reads` asks for: single objects at once, a whole type at its turn. */
import { EVERY_OBJECT } from '../../source/orders/listing-signal.ts';
import { readsAreDone, wantedReads } from '../../source/orders/wanted-reads.ts';
import type { WantedRead } from '../../source/orders/wanted-reads.ts';
import type { Polling } from '../polling.ts';
import type { PolledType } from '../polled-types.ts';
import { publishByIDs } from './read-objects.ts';
import { isTypeRefused } from '../listing/type-refused.ts';

const IDS_PER_CALL = 200;

/** @returns whether there was anything to do */
export async function answerWanted(
  polling: Polling,
  types: ReadonlyMap<string, PolledType>,
): Promise<boolean> {
  const { term, control, hurried } = polling;
  const codes = [...types.keys()];
  const wanted = await term.again(() => wantedReads(control, codes, IDS_PER_CALL));
  for (const [objCode, reads] of wanted) {
    const type = types.get(objCode);
    if (type === undefined) continue;
    const single = reads.filter(({ objID }) => objID !== EVERY_OBJECT);
    if (single.length < reads.length) hurried.add(objCode);
    await readSingle(polling, type, single);
    await term.again(() => readsAreDone(control, objCode, reads));
    term.turned();
  }
  return wanted.size > 0;
}

async function readSingle(
  polling: Polling,
  type: PolledType,
  reads: readonly WantedRead[],
): Promise<void> {
  const ids = reads.map(({ objID }) => objID);
  if (ids.length === 0) return;
  try {
    await publishByIDs(polling, type, ids, { again: true });
  } catch (error) {
    // Asked for again and again it would hold up all others; what is wanted is said to a person.
    if (!isTypeRefused(error)) throw error;
    const { objCode } = type;
    polling.logger.warn({ objCode, objects: ids.length, error }, 'wanted objects cannot be read');
  }
}
