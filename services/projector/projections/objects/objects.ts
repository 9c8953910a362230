// The objects projection: change events as claims, versions and current rows.
// Promises the fold of all events, whatever their order, repetition and batching (Law 5).
// Must not know Kafka, and must not remember what is not durable.
import { encodeFields } from '../../../platform/avro/loose-fields.ts';
import type { BriefEvent } from '../../../platform/avro/brief-event.ts';
import { PipelineError } from '../../../core/errors.ts';
import { beforeOf, toClaim } from '../../../core/fold/claim.ts';
import { parseJson } from '../../../platform/json.ts';
import type { LogPlace } from '../../../store/log-place.ts';
import { objectTables } from '../../../store/tables/object-tables.ts';
import type { Projection } from '../projection.ts';
import { storableText } from '../../../store/states/canonical-value.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { createNormaliser } from '../../../store/states/normalise.ts';
import { openObjectsBulkWriter } from './objects-bulk-writer.ts';
import { journalEntryOf } from './journal-entry.ts';
import { openObjectsWriter } from './objects-writer.ts';

export interface ObjectsOptions {
  /** What each writer may remember of the tables. */
  readonly cacheBytesMax: number;
  /** Told of values that are not of the catalogue's type. */
  readonly onMisfits: (count: number) => void;
}

export function objectsProjection(options: ObjectsOptions): Projection<ChangeRow> {
  const normalise = createNormaliser(parseJson);
  const toRow = (event: BriefEvent, place: LogPlace): ChangeRow => {
    refuseBadKey(event);
    const { state, misfits } = normalise(event.objCode, event.fields);
    if (misfits > 0) options.onMisfits(misfits);
    const { objCode, previous } = event;
    // Only an UPDATE is asked for what was before: the others need not be normalised.
    const isTold = event.operation === 'UPDATE' && previous !== null;
    const before = isTold
      ? beforeOf(event, state.fields(), normalise(objCode, previous).state.fields())
      : null;
    return toChangeRow(event, toClaim(event, state, before), place);
  };
  return {
    name: 'objects',
    store: objectTables(),
    read: (event, place, whole) => {
      const row = toRow(event, place);
      const entry = event.path === 'JOURNAL' ? journalEntryOf(whole(), parseJson) : null;
      if (entry === null) return [row];
      const fields = encodeFields(entry.fields);
      return [row, toRow({ ...entry, fields, previous: null }, place)];
    },
    openWriter: () => openObjectsWriter(options.cacheBytesMax),
    openBulkWriter: () => openObjectsBulkWriter(),
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
  if (objID !== '' && storableText(objID) === objID && storableText(objCode) === objCode) return;
  throw new PipelineError('UNSTORABLE', 'An object ID is empty or holds NUL.', { objCode });
}
