/** A listing against what was published last: what is new of it, and what is missing. Pure. */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import type { JsonObject } from '../core/json.ts';
import type { Micros } from '../core/units.ts';
import type { KnownPlanningObject } from './known-objects.ts';

export interface Candidate {
  readonly event: ChangeEvent;
  /** As it was sent. */
  readonly row: JsonObject;
  readonly hash: string;
  readonly clock: Micros | null;
}

export interface Compared {
  /** To be published: what is new, and what is in doubt. */
  readonly changed: readonly Candidate[];
  /** As they were: only seen again. */
  readonly same: readonly Candidate[];
  /** Known, not gone, and not listed. */
  readonly absent: readonly KnownPlanningObject[];
}

export function compareListing(
  listed: readonly Candidate[],
  known: ReadonlyMap<string, KnownPlanningObject>,
  isDoubted: (one: Candidate) => boolean = () => false,
): Compared {
  const changed: Candidate[] = [];
  const same: Candidate[] = [];
  const here = new Set<string>();
  for (const one of listed) {
    here.add(one.event.objID);
    const before = known.get(one.event.objID);
    if (before === undefined) changed.push(one);
    else if (before.gone) {
      // Seen to be gone after this answer held: the search lags behind, it is not back.
      if (one.event.asOf > before.seenAt) changed.push(one);
    } else if (before.hash === one.hash && !isDoubted(one)) same.push(one);
    // An answer that is older than what we have told lags behind, too.
    else if (isNotOlder(one, before)) changed.push(one);
  }
  const absent = [...known.values()].filter(({ objID, gone }) => !gone && !here.has(objID));
  return { changed, same, absent };
}

function isNotOlder({ clock }: Candidate, before: KnownPlanningObject): boolean {
  return clock === null || before.clock === null || clock >= before.clock;
}
