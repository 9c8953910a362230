// Hours by project and day: a sum that is kept, and so a projection unlike that of the objects.
// Promises the sum over all hours as they stand, whatever the order, repetition and batching of the
// events (Law 5): an hour that moves, is deleted, or is told of late takes its part with it.
// Must not know Kafka, nor the tables of another projection.
import type { ChangeRow } from '../../../store/claims/change-row.ts';
import { createClaimReader } from '../../../store/claims/claim-reader.ts';
import type { Projection, ProjectionOptions } from '../projection.ts';
import { openHoursBulkWriter, openHoursWriter, readHoursBetween } from './hours-writer.ts';
import { hoursTables } from './hours-tables.ts';

export function hoursByDayProjection({ onMisfits }: ProjectionOptions): Projection<ChangeRow> {
  const name = 'hours_by_day';
  const toRow = createClaimReader((count) => onMisfits(name, count));
  return {
    name,
    objCodes: ['HOUR'],
    store: hoursTables(),
    read: (event, place) => (event.objCode === 'HOUR' ? [toRow(event, place)] : []),
    openWriter: openHoursWriter,
    openBulkWriter: openHoursBulkWriter,
    kept: { table: 'hour_claims', read: readHoursBetween },
  };
}
