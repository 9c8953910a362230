/**
 * One kind of object under one parent: what is listed is compared with what was published last,
 * what is new is published, and what is missing is asked for by its ID before it is called deleted.
 * Promises that an event is durable before it is remembered (Law 2), and that an object that we may
 * not see, or that a page skipped, is not deleted.
 */
import type { ChangeEvent } from '../core/change-event.generated.ts';
import type { JsonObject } from '../core/json.ts';
import { asMicros, greatest, justAfter, least } from '../core/units.ts';
import type { Micros } from '../core/units.ts';
import { isParked } from '../source/log/translation.ts';
import type { Translated } from '../source/log/translation.ts';
import { inputOfRow } from '../source/log/publish-inputs.ts';
import type { TranslatedInput } from '../source/log/publish-inputs.ts';
import type { PlanningKind } from '../workfront/planning/planning-client.ts';
import { parseClock } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';
import { compareListing } from './compare.ts';
import type { Candidate, Compared } from './compare.ts';
import { DoubtedObjects } from './doubted-objects.ts';
import { hashOf, readKnown, unknownOf, writeKnown } from './known-objects.ts';
import type { KnownPlanningObject, ObjectNews } from './known-objects.ts';
import type { PollParts } from './poll-parts.ts';
import { translateAbsence, translateObject } from './translate.ts';

/** What was listed, and under what. */
export interface Listed {
  readonly kind: PlanningKind;
  /** Empty for a workspace. */
  readonly parentID: string;
  readonly rows: readonly JsonObject[];
  /** What the path says of each: `workspaceId` of a type, `recordTypeId` of a field. */
  readonly parent: Readonly<Record<string, string>>;
  readonly heldAt: Micros;
  /** All that there are were asked for: whatever is missing may be gone. */
  readonly all: boolean;
}

const PUBLISH_ROWS = 500;
/** Of what nobody is known to have seen. */
const NEVER = asMicros(0);

export class Sweep {
  readonly #parts: PollParts;
  readonly #doubted: DoubtedObjects;
  readonly #unresolved = new Set<PlanningKind>();

  /** @param doubted what is published whether or not it differs */
  constructor(parts: PollParts, doubted = new DoubtedObjects()) {
    this.#parts = parts;
    this.#doubted = doubted;
  }

  async settle(listed: Listed): Promise<void> {
    const { again, pool } = this.#parts;
    const ids = listed.all ? null : listed.rows.flatMap((row) => filledText(row['id']) ?? []);
    const known = await again(() => readKnown(pool, listed.kind, listed.parentID, ids));
    const candidates = await this.#translated(listed);
    const { same, absent } = await this.#publishNews(listed, candidates, known);
    if (!listed.all) return;
    await again(() =>
      writeKnown(
        pool,
        same.map((one) => newsOf(listed, one, null)),
      ),
    );
    await this.#confirm(listed, absent, known);
  }

  /** Kinds of which a listing could not say all that there is. */
  get unresolved(): ReadonlySet<PlanningKind> {
    return this.#unresolved;
  }

  /** Of a walk that skipped what may be there, for one. */
  isUnresolved(kind: PlanningKind): void {
    this.#unresolved.add(kind);
  }

  /** Everything under a parent that is gone itself. */
  async bury(kind: PlanningKind, parentID: string, goneAt: Micros, proof: string): Promise<void> {
    const { again, pool } = this.#parts;
    const known = await again(() => readKnown(pool, kind, parentID));
    const here = [...known.values()].filter(({ gone }) => !gone);
    if (this.#areTooMany(kind, parentID, here.length)) return;
    for (const one of here) await this.#bury({ kind, parentID }, one, goneAt, proof);
  }

  /**
   * Objects that somebody asks for, that no listing shows, and of which nothing is known here: of
   * one that is gone indeed a DELETE is written, since whoever asked has it.
   */
  async proveUnknown(kind: PlanningKind, objIDs: readonly string[]): Promise<void> {
    const { again, pool, ask, serverTime, confirmsMax, logger, metrics } = this.#parts;
    const unknown = await again(() => unknownOf(pool, kind, objIDs));
    if (unknown.length > confirmsMax) {
      const left = unknown.length - confirmsMax;
      logger.warn({ objCode: kind, left }, 'more are asked for than are proved at once');
    }
    for (const objID of unknown.slice(0, confirmsMax)) {
      // v1 has no field by its id, and what was under a type that is not known cannot be told.
      if (await ask(async ({ version }) => version === 1 && kind === 'FIELD')) continue;
      const found = await ask((client, signal) => client.find(kind, objID, signal));
      if (found.state === 'hidden') metrics.held.add(1, { objCode: kind });
      if (found.state !== 'gone') continue;
      const known = { objID, hash: '', clock: null, seenAt: NEVER, gone: false };
      const goneAt = serverTime(found.askedMicros);
      await this.#bury({ kind, parentID: '' }, known, goneAt, `GET of the ${kind} by its id: 404`);
    }
  }

  async #translated(listed: Listed): Promise<readonly Candidate[]> {
    const { clock, customerID } = this.#parts;
    const { kind, parent, heldAt } = listed;
    const options = { observedAt: clock.nowMicros(), customerID, asked: null };
    const candidates: Candidate[] = [];
    const parked: TranslatedInput[] = [];
    for (const row of listed.rows) {
      const translated = translateObject({ kind, row, parent, heldAt }, options);
      if (isParked(translated)) {
        parked.push(this.#inputOf(translated, row, kind));
        this.#doubted.wasListed(kind, filledText(row['id']) ?? '', false);
      } else candidates.push(candidateOf(translated.event, row));
    }
    await this.#send(parked);
    return candidates;
  }

  async #publishNews(
    listed: Listed,
    candidates: readonly Candidate[],
    known: ReadonlyMap<string, KnownPlanningObject>,
  ): Promise<Compared> {
    const { kind } = listed;
    const compared = compareListing(candidates, known, ({ event: { objID, asOf } }) =>
      this.#doubted.has(kind, objID, asOf),
    );
    const published = await this.#publish(listed, compared.changed, known);
    for (const one of candidates) {
      this.#doubted.wasListed(kind, one.event.objID, published.has(one));
    }
    return compared;
  }

  async #publish(
    listed: Pick<Listed, 'kind' | 'parentID' | 'all'>,
    changed: readonly Candidate[],
    known: ReadonlyMap<string, KnownPlanningObject>,
  ): Promise<ReadonlySet<Candidate>> {
    const { again, pool, history } = this.#parts;
    const published = new Set<Candidate>();
    for (let at = 0; at < changed.length; at += PUBLISH_ROWS) {
      const page = changed.slice(at, at + PUBLISH_ROWS);
      const inputs = page.map((one) => ({ ...this.#inputOf(one, one.row, listed.kind), one }));
      const parked = await again(() => this.#parts.publish(inputs));
      const sent = inputs.filter((input) => !parked.has(input));
      const news = sent.map(({ one }) => {
        const before = known.get(one.event.objID);
        const isFirst = listed.all && known.size === 0;
        const wanted = listed.kind === 'RECORD' && wantsHistory(history, isFirst);
        return newsOf(listed, one, wanted ? lastKnownOf(before) : null);
      });
      await again(() => writeKnown(pool, news)); // Law 2
      for (const { one } of sent) published.add(one);
    }
    return published;
  }

  /** By the ID: a search may lag, a page skip, a right be lost; only what is not there is gone. */
  async #confirm(
    listed: Listed,
    absent: readonly KnownPlanningObject[],
    known: ReadonlyMap<string, KnownPlanningObject>,
  ): Promise<void> {
    const { metrics, confirmsMax } = this.#parts;
    const { kind, parentID } = listed;
    if (this.#areTooMany(kind, parentID, absent.length)) return;
    if (absent.length > confirmsMax) this.#unresolved.add(kind);
    for (const one of absent.slice(0, confirmsMax)) {
      const found = await this.#find(listed, one);
      if (found === 'hidden') metrics.held.add(1, { objCode: kind });
      else if (typeof found === 'number') {
        await this.#bury(listed, one, found, `GET of the ${kind} by its id: 404`);
      } else {
        const heldAt = found.heldAt;
        const back = await this.#translated({ ...listed, rows: [found.row], heldAt });
        await this.#publishNews(listed, back, known);
      }
    }
  }

  /** A lost right may look like a delete: of many at once a person decides. */
  #areTooMany(kind: PlanningKind, parentID: string, missing: number): boolean {
    const { logger, metrics, deletesMax } = this.#parts;
    if (missing <= deletesMax) return false;
    this.#unresolved.add(kind);
    metrics.held.add(missing, { objCode: kind });
    const fix = 'if they were deleted, raise PLANNING_DELETES_MAX; if not, look at the rights';
    logger.error({ objCode: kind, parentID, missing, fix }, 'too many are missing');
    return true;
  }

  /** When it was seen to be gone, or the row. */
  async #find(
    { kind, heldAt }: Listed,
    { objID }: KnownPlanningObject,
  ): Promise<Micros | 'hidden' | { readonly row: JsonObject; readonly heldAt: Micros }> {
    const { ask, serverTime } = this.#parts;
    // v1 has no field by its id; the type that was asked for by its own lists all of them.
    const isUnaskable = await ask(async ({ version }) => version === 1 && kind === 'FIELD');
    if (isUnaskable) return heldAt;
    const found = await ask((client, signal) => client.find(kind, objID, signal));
    const at = serverTime(found.askedMicros);
    if (found.state === 'there') return { row: found.row, heldAt: at };
    return found.state === 'gone' ? at : 'hidden';
  }

  async #bury(
    { kind, parentID }: Pick<Listed, 'kind' | 'parentID'>,
    { objID, hash, clock, seenAt }: KnownPlanningObject,
    goneAt: Micros,
    proof: string,
  ): Promise<void> {
    const { again, pool, customerID, metrics } = this.#parts;
    // The server's time has whole seconds: it is surely not gone before we last saw it.
    const deletedBefore = greatest(goneAt, justAfter(seenAt));
    const event = translateAbsence({
      kind,
      objID,
      deletedAfter: seenAt > NEVER ? seenAt : null,
      deletedBefore,
      proof,
      customerID,
      observedAt: this.#parts.clock.nowMicros(),
    });
    await this.#send([this.#inputOf({ event }, {}, kind)]);
    const news: ObjectNews = {
      kind,
      objID,
      parentID,
      hash,
      clock,
      gone: true,
      seenAt: deletedBefore,
      historyFrom: null,
    };
    await again(() => writeKnown(pool, [news])); // Law 2
    metrics.deletes.add(1, { objCode: kind });
  }

  async #send(inputs: readonly TranslatedInput[]): Promise<void> {
    if (inputs.length > 0) await this.#parts.again(() => this.#parts.publish(inputs));
  }

  #inputOf(translated: Translated, row: JsonObject, kind: PlanningKind): TranslatedInput {
    const observedAt = this.#parts.clock.nowMicros();
    const event = isParked(translated) ? null : translated.event;
    const clock = parseClock(row['updatedAt']) ?? parseClock(row['createdAt']);
    return {
      translated,
      input: inputOfRow(row, `Planning ${kind}`, observedAt),
      subject: { objCode: kind, id: event?.objID ?? filledText(row['id']), clock },
    };
  }
}

function candidateOf(event: ChangeEvent, row: JsonObject): Candidate {
  const { fields, clears } = event;
  const hash = hashOf({ fields, clears });
  return { event, row, hash, clock: clockOf(event) };
}

/** The object's own clock, where it has one. */
function clockOf({ entryDate, fields }: ChangeEvent): Micros | null {
  return fields['updatedAt'] === undefined && fields['createdAt'] === undefined ? null : entryDate;
}

function newsOf(
  { kind, parentID }: Pick<Listed, 'kind' | 'parentID'>,
  { event, hash, clock }: Candidate,
  historyFrom: Micros | null,
): ObjectNews {
  const { objID, asOf } = event;
  return { kind, objID, parentID, hash, clock, seenAt: asOf, gone: false, historyFrom };
}

/** Of a first listing the past is not asked for, unless all of it is wanted. */
function wantsHistory(mode: PollParts['history'], isFirst: boolean): boolean {
  if (mode === 'none') return false;
  return mode === 'all' || !isFirst;
}

/** From when on its history is news: its clock, or when it was seen where that is earlier. */
function lastKnownOf(before: KnownPlanningObject | undefined): Micros {
  return least(before?.clock ?? asMicros(0), before?.seenAt ?? asMicros(0));
}
