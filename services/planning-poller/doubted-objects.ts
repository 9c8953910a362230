/**
 * Objects of which a sweep publishes what it lists, also where nothing of it differs from what was
 * published last: those that somebody asks for, and those that a webhook called deleted, since they
 * may have come back from the bin before the last listing, of which the log says nothing then.
 */
import { SAME_SAVE_MICROS } from '../core/fold/same-save.ts';
import { plus } from '../core/units.ts';
import type { Micros, ObjID } from '../core/units.ts';
import type { ToldDelete } from '../source/promises/told-deletes.ts';
import type { PlanningKind } from '../workfront/planning/planning-client.ts';

export interface SettledDeletes {
  /** The log says that they were there later. */
  readonly there: readonly ToldDelete[];
  /** Not listed: gone, or hidden from us. */
  readonly absent: readonly ToldDelete[];
  /** Listed, and not in the log: by a search that lags behind, or as what can be no event. */
  readonly open: readonly ToldDelete[];
}

export class DoubtedObjects {
  readonly #wanted: ReadonlySet<string>;
  readonly #deletes: ReadonlyMap<string, readonly ToldDelete[]>;
  /** Those of the deletes' objects that were listed, and whether the log has that. */
  readonly #listed = new Map<string, boolean>();

  constructor(
    wanted: ReadonlyMap<PlanningKind, readonly ObjID[]> = new Map(),
    deletes: readonly ToldDelete[] = [],
  ) {
    this.#wanted = new Set(
      [...wanted].flatMap(([kind, ids]) => ids.map((objID) => planningKey(kind, objID))),
    );
    const byObject = new Map<string, ToldDelete[]>();
    for (const one of deletes) {
      const key = planningKey(one.objCode, one.objID);
      byObject.set(key, [...(byObject.get(key) ?? []), one]);
    }
    this.#deletes = byObject;
  }

  /** @param heldAt when it was surely as it is listed */
  has(kind: PlanningKind, objID: ObjID, heldAt: Micros): boolean {
    const key = planningKey(kind, objID);
    const deletes = this.#deletes.get(key) ?? [];
    return this.#wanted.has(key) || deletes.some((one) => isBefore(one, heldAt));
  }

  wasListed(kind: PlanningKind, objID: ObjID, isPublished: boolean): void {
    const key = planningKey(kind, objID);
    if (!this.#deletes.has(key)) return;
    this.#listed.set(key, isPublished || this.#listed.get(key) === true);
  }

  /** After all of these kinds were listed as they were at `upTo` or later. */
  settle(kinds: readonly PlanningKind[], upTo: Micros): SettledDeletes {
    const there: ToldDelete[] = [];
    const absent: ToldDelete[] = [];
    const open: ToldDelete[] = [];
    const ofKinds: ReadonlySet<string> = new Set(kinds);
    for (const [key, deletes] of this.#deletes) {
      const isPublished = this.#listed.get(key);
      const to = isPublished === undefined ? absent : isPublished ? there : open;
      for (const one of deletes) {
        if (ofKinds.has(one.objCode) && isBefore(one, upTo)) to.push(one);
      }
    }
    return { there, absent, open };
  }
}

/** Surely: what told of it came up to the spread of one save behind it. */
function isBefore({ asOf }: ToldDelete, instant: Micros): boolean {
  return plus(asOf, SAME_SAVE_MICROS) < instant;
}

function planningKey(objCode: string, objID: ObjID): string {
  return `${objCode} ${objID}`;
}
