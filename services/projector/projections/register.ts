/** Every projection, one line each. */
import { hoursByDayProjection } from './hours-by-day/hours-by-day.ts';
import { objectsProjection } from './objects/objects.ts';
import type { Projection, ProjectionOptions } from './projection.ts';

/** A row goes from a projection's `read` to its own writers: nobody else need know what it is. */
export type ProjectedRow = unknown;

/** The first sets records aside in the dead letters; the others note what they cannot take. */
export function openProjections(options: ProjectionOptions): readonly Projection<ProjectedRow>[] {
  return [objectsProjection(options), hoursByDayProjection(options)];
}
