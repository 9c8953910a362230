/** Dead letters for what a rebuild cannot take and the store that readers see could. */
import { parkedAmong, parkedKey } from '../../store/parked.ts';
import { parkOf } from '../open-projector.ts';
import type { ProjectorParts } from '../open-projector.ts';
import type { Park } from '../parking.ts';

/** What the live store set aside has its letter, and what became of that letter. */
export function parkUnknown(parts: ProjectorParts, live: string): Park {
  const park = parkOf(parts);
  return async (unusable) => {
    const places = unusable.map(({ entry }) => entry);
    const known = await parkedAmong(parts.pool, live, places);
    await park(unusable.filter(({ entry }) => !known.has(parkedKey(entry))));
  };
}
