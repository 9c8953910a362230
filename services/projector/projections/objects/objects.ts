// The objects projection: change events as claims, versions and current rows.
// Promises the fold of all events, whatever their order, repetition and batching (Law 5).
// Must not know Kafka, and must not remember what is not durable.
import { encodeFields } from '../../../platform/avro/loose-fields.ts';
import { parseJson } from '../../../platform/json.ts';
import { objectTables } from '../../../store/tables/object-tables.ts';
import type { Projection, ProjectionOptions } from '../projection.ts';
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { createClaimReader } from '../../../store/claims/claim-reader.ts';
import { openObjectsBulkWriter } from './objects-bulk-writer.ts';
import { readChangesBetween } from '../../../store/claims/stored-claims.ts';
import { journalEntryOf } from './journal-entry.ts';
import { openObjectsWriter } from './objects-writer.ts';

export function objectsProjection(options: ProjectionOptions): Projection<ChangeRow> {
  const name = 'objects';
  const toRow = createClaimReader((count) => options.onMisfits(name, count));
  return {
    name,
    objCodes: null,
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
    kept: { table: 'changes', read: readChangesBetween },
  };
}
