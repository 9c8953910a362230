/** Which object types are polled, and by which clock. Pure. */
import { OBJECT_TYPES } from '../workfront/catalogue/object-types.generated.ts';

export interface PolledType {
  readonly objCode: string;
  /** What a search can follow; null for a type that must be listed whole (reference C.7). */
  readonly clockField: 'lastUpdateDate' | null;
}

/** The journal has a poller of its own. */
const NOT_POLLED: ReadonlySet<string> = new Set(['JRNLE']);

export interface TypeChoice {
  /** Null: all that REST serves. */
  readonly only: readonly string[] | null;
  readonly leftOut: readonly string[];
}

export function polledTypes({ only, leftOut }: TypeChoice): PolledType[] {
  return OBJECT_TYPES.filter(
    ({ objCode, inRest, planning }) =>
      inRest &&
      !planning &&
      !NOT_POLLED.has(objCode) &&
      !leftOut.includes(objCode) &&
      (only === null || only.includes(objCode)),
  ).map(({ objCode, clocks }) => ({
    objCode,
    clockField: clocks.includes('lastUpdateDate') ? 'lastUpdateDate' : null,
  }));
}
