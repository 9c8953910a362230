/** An event of the log as a row of claims, its values in normal form. Pure. */
import type { BriefEvent } from '../../platform/avro/brief-event.ts';
import { PipelineError } from '../../core/errors.ts';
import { beforeOf, toClaim } from '../../core/fold/claim.ts';
import { parseJson } from '../../platform/json.ts';
import type { LogPlace } from '../log-place.ts';
import { storableText } from '../states/canonical-value.ts';
import { createNormaliser } from '../states/normalise.ts';
import type { ChangeRow } from './change-row.ts';

/** UNSTORABLE for an event whose key cannot be stored. */
export type ClaimReader = (event: BriefEvent, place: LogPlace) => ChangeRow;

/** @param onMisfits told of values that are not of the catalogue's type */
export function createClaimReader(onMisfits: (count: number) => void): ClaimReader {
  const normalise = createNormaliser(parseJson);
  // Each guesses the next field from the one before: few fields among all would mislead it.
  const normaliseBefore = createNormaliser(parseJson);
  return (event, place) => {
    refuseBadKey(event);
    const { state, misfits } = normalise(event.objCode, event.fields);
    if (misfits > 0) onMisfits(misfits);
    const { objCode, previous } = event;
    // Only an UPDATE is asked for what was before: the others need not be normalised.
    const isTold = event.operation === 'UPDATE' && previous !== null;
    const before = isTold
      ? beforeOf(event, state, normaliseBefore(objCode, previous).state.fields())
      : null;
    return toChangeRow(event, toClaim(event, state, before), place);
  };
}

function toChangeRow(event: BriefEvent, claim: ChangeRow['claim'], place: LogPlace): ChangeRow {
  const isStorable = claim.clears.every((prefix) => storableText(prefix) === prefix);
  return {
    objID: event.objID,
    objCode: event.objCode,
    claim: isStorable ? claim : { ...claim, clears: claim.clears.map(storableText) },
    actorID: event.actorID === null ? null : storableText(event.actorID),
    topic: place.topic,
    partition: place.partition,
    offset: place.offset,
  };
}

/** A key is an identity: it cannot be mended as a value can. */
function refuseBadKey({ objID, objCode }: BriefEvent): void {
  const bytes = Buffer.byteLength(objID) + Buffer.byteLength(objCode);
  const isStorable = storableText(objID) === objID && storableText(objCode) === objCode;
  if (objID !== '' && bytes <= KEY_BYTES_MAX && isStorable) return;
  throw new PipelineError(
    'UNSTORABLE',
    `An object ID is empty, holds NUL, or has more than ${KEY_BYTES_MAX} bytes with its type.`,
    { objCode },
  );
}

/** A B-tree of Postgres holds keys of 2,704 bytes; a composite ID of Workfront has some hundred. */
const KEY_BYTES_MAX = 1_000;
