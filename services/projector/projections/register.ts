/** Every projection, one line each. */
import type { ChangeRow } from '../../store/claims/change-row.ts';
import { objectsProjection } from './objects/objects.ts';
import type { ObjectsOptions } from './objects/objects.ts';
import type { Projection } from './projection.ts';

export type ProjectedRow = ChangeRow;

export function openProjection(options: ObjectsOptions): Projection<ProjectedRow> {
  return objectsProjection(options);
}
