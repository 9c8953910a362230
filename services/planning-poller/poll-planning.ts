/**
 * Polls Planning: the whole of it now and then, and in between the records that changed, by the
 * updated-at field of types that have one and by comparing all of those that have none. Values of
 * formulas and lookups move without updatedAt: only the whole sees them.
 * Promises to publish before it remembers (Law 2). Must not call anything deleted that it did not
 * ask for by its ID.
 */
import { isError } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import { asMicros, microsOf, minus } from '../core/units.ts';
import type { Micros, Millis } from '../core/units.ts';
import type { LeaseTerm } from '../source/lease/leased-loop.ts';
import { databaseNow } from '../source/promises/database-now.ts';
import { forgetUnmet } from '../source/promises/set-aside.ts';
import { heldDeletes, releaseDeletes } from '../source/promises/told-deletes.ts';
import { formatIsoDate } from '../workfront/dates.ts';
import { filledText } from '../workfront/event-bodies.ts';
import { PLANNING_KINDS } from '../workfront/planning/planning-client.ts';
import type {
  PlanningListing,
  PlanningClient,
  PlanningKind,
} from '../workfront/planning/planning-client.ts';
import { changedSince, systemField, walkRecords } from '../workfront/planning/walk-records.ts';
import { DoubtedObjects } from './doubted-objects.ts';
import type { SettledDeletes } from './doubted-objects.ts';
import { doubtKnown, lastClockOf, readLostParents } from './known-objects.ts';
import type { PollParts } from './poll-parts.ts';
import { readHistories } from './read-histories.ts';
import { whatIsAsked } from './what-is-asked.ts';
import type { AskedOfPlanning } from './what-is-asked.ts';
import { Sweep } from './sweep.ts';

/** The lease. */
export const PLANNING = 'planning';
const PROCESS = 'planning-poller';

export interface PollOptions {
  readonly intervalMs: Millis;
  /** How often everything is read. */
  readonly sweepIntervalMs: Millis;
  readonly pageRows: number;
  /** How far a search may lag behind what is. */
  readonly searchLagMs: Millis;
}

interface RecordType {
  readonly id: string;
  readonly updatedAt: string | null;
  readonly createdAt: string | null;
}

const LOOK_EVERY_MS = 2_000;

/** Until the term ends. */
export async function pollPlanning(
  { signal, turned }: Pick<LeaseTerm, 'signal' | 'turned'>,
  parts: PollParts,
  options: PollOptions,
): Promise<void> {
  const poll = new Poll(parts, options);
  let sweptMs = -Infinity;
  while (!signal.aborted) {
    const startedMs = parts.clock.monotonicMs();
    const asked = await whatIsAsked(parts);
    if (asked.isAny || startedMs - sweptMs >= options.sweepIntervalMs) {
      await poll.everything(asked.single);
      sweptMs = startedMs;
      await asked.isRead();
    } else await poll.changes();
    await readHistories(parts);
    parts.metrics.polls.add();
    turned();
    await rest(parts, options.intervalMs, signal);
  }
}

/** Between two polls, unless somebody asks for everything. */
async function rest(parts: PollParts, restMs: Millis, signal: AbortSignal): Promise<void> {
  const untilMs = parts.clock.monotonicMs() + restMs;
  for (;;) {
    const leftMs = untilMs - parts.clock.monotonicMs();
    if (leftMs <= 0) return;
    await parts.clock.sleep(Math.min(leftMs, LOOK_EVERY_MS), signal);
    if ((await whatIsAsked(parts)).isAny) return;
  }
}

class Poll {
  readonly #parts: PollParts;
  readonly #options: PollOptions;
  #sweep: Sweep;
  #types: readonly RecordType[] = [];

  constructor(parts: PollParts, options: PollOptions) {
    this.#parts = parts;
    this.#options = options;
    this.#sweep = new Sweep(parts);
  }

  /**
   * Workspaces, their types, the types' fields and records, and what is no longer there.
   * @param wanted objects that are published whether or not they differ
   */
  async everything(wanted: AskedOfPlanning['single']): Promise<void> {
    const { again, pool } = this.#parts;
    const told = await again(() => heldDeletes(pool, PLANNING_KINDS));
    const doubted = new DoubtedObjects(wanted, told);
    this.#sweep = new Sweep(this.#parts, doubted);
    const begun = await again(() => databaseNow(pool));
    const workspaces = await this.#parts.ask((client, signal) => client.workspaces(signal));
    const asked = this.#parts.serverTime(workspaces.askedMicros);
    await this.#settle('WORKSPACE', '', workspaces, {});
    const workspaceIDs = idsOf(workspaces.rows);
    const typeIDs = await this.#settleTypes(workspaceIDs);
    this.#types = [];
    for (const id of typeIDs) {
      const type = await this.#settleFields(id);
      if (type === null) {
        this.#isUnread('FIELD', 'RECORD');
        continue;
      }
      this.#types = [...this.#types, type];
      if ((await this.#settleRecords(type, null)) === null) this.#isUnread('RECORD');
    }
    await this.#buryLost('RECORD_TYPE', 'WORKSPACE', workspaceIDs);
    for (const kind of ['FIELD', 'RECORD'] as const) {
      await this.#buryLost(kind, 'RECORD_TYPE', typeIDs);
    }
    for (const [kind, ids] of wanted) await this.#sweep.proveUnknown(kind, ids);
    const upTo = minus(asked, asMicros(this.#options.searchLagMs * 1000));
    const { unresolved } = this.#sweep;
    const kinds = PLANNING_KINDS.filter((kind) => !unresolved.has(kind));
    for (const kind of kinds) await again(() => forgetUnmet(pool, PROCESS, kind, begun));
    await this.#settleDeletes(doubted.settle(kinds, upTo));
    await this.#parts.promise(kinds, ['current', 'swept'], upTo);
  }

  /** What the updated-at fields tell of, and all records of types that have none. */
  async changes(): Promise<void> {
    const { again, pool } = this.#parts;
    this.#sweep = new Sweep(this.#parts);
    let upTo: Micros | null = null;
    for (const type of this.#types) {
      const last = await again(() => lastClockOf(pool, type.id));
      const heldAt = await this.#settleRecords(type, last);
      if (heldAt === null) this.#isUnread('RECORD');
      upTo ??= heldAt;
    }
    if (upTo === null || this.#sweep.unresolved.size > 0) return;
    await this.#parts.promise(['RECORD'], ['current'], upTo);
  }

  /** Under a parent that went, or was hidden from us, since it was listed: nothing is promised. */
  #isUnread(...kinds: readonly PlanningKind[]): void {
    for (const kind of kinds) this.#sweep.isUnresolved(kind);
  }

  async #settleDeletes({ there, absent, open }: SettledDeletes): Promise<void> {
    const { again, pool, logger } = this.#parts;
    // One that is only hidden from us is news when it shows again.
    await again(() => doubtKnown(pool, absent));
    await again(() => releaseDeletes(pool, [...there, ...absent]));
    if (open.length === 0) return;
    const objects = open.slice(0, 20).map(({ objCode, objID }) => `${objCode} ${objID}`);
    logger.warn({ count: open.length, objects }, 'called deleted, listed, and not in the log');
  }

  /** A global type is listed in each workspace that has it, and belongs to one. */
  async #settleTypes(workspaceIDs: readonly string[]): Promise<readonly string[]> {
    const listings = new Map<string, { rows: Map<string, JsonObject>; listing: PlanningListing }>();
    for (const workspaceID of workspaceIDs) {
      const listing = await this.#list((client, signal) => client.recordTypes(workspaceID, signal));
      if (listing === null) {
        this.#isUnread('RECORD_TYPE', 'FIELD', 'RECORD');
        continue;
      }
      for (const row of listing.rows) {
        const home = filledText(row['primaryWorkspaceId']) ?? workspaceID;
        const there = listings.get(home) ?? { rows: new Map<string, JsonObject>(), listing };
        listings.set(home, there);
        there.rows.set(filledText(row['id']) ?? '', row);
      }
      if (!listings.has(workspaceID)) listings.set(workspaceID, { rows: new Map(), listing });
    }
    for (const [workspaceId, { rows, listing }] of listings) {
      const ofHome = { rows: [...rows.values()], askedMicros: listing.askedMicros };
      await this.#settle('RECORD_TYPE', workspaceId, ofHome, { workspaceId });
    }
    return [...listings.values()].flatMap(({ rows }) => [...rows.keys()]);
  }

  async #settleFields(recordTypeId: string): Promise<RecordType | null> {
    const fields = await this.#list((client, signal) => client.fields(recordTypeId, signal));
    if (fields === null) return null;
    await this.#settle('FIELD', recordTypeId, fields, { recordTypeId });
    const [updatedAt, createdAt] = ['updated-at', 'created-at'].map((type) =>
      systemField(fields.rows, type),
    );
    return { id: recordTypeId, updatedAt: updatedAt ?? null, createdAt: createdAt ?? null };
  }

  /**
   * @param lastClock the last change clock that is known, or null for all records
   * @returns up to when they are as read; null where the type cannot be read
   */
  async #settleRecords(type: RecordType, lastClock: Micros | null): Promise<Micros | null> {
    const { ask, metrics } = this.#parts;
    const { pageRows, searchLagMs } = this.#options;
    const since =
      lastClock === null || type.updatedAt === null
        ? null
        : { fieldId: type.updatedAt, after: formatIsoDate(changedSince(lastClock)) };
    const walk = { recordTypeId: type.id, since, createdAtField: type.createdAt };
    const walked = await orNull(() =>
      walkRecords(walk, pageRows, (query) =>
        ask((client, signal) => client.records(query, signal)),
      ),
    );
    if (walked === null) return null;
    if (!walked.whole) {
      metrics.partWalks.add();
      this.#sweep.isUnresolved('RECORD');
    }
    const heldAt = minus(this.#parts.serverTime(walked.askedMicros), microsOf(searchLagMs));
    const listed = { kind: 'RECORD', parentID: type.id, parent: {}, rows: walked.rows } as const;
    await this.#sweep.settle({ ...listed, heldAt, all: since === null });
    return heldAt;
  }

  async #settle(
    kind: PlanningKind,
    parentID: string,
    { rows, askedMicros }: PlanningListing,
    parent: Readonly<Record<string, string>>,
  ): Promise<void> {
    const heldAt = minus(this.#parts.serverTime(askedMicros), microsOf(this.#options.searchLagMs));
    await this.#sweep.settle({ kind, parentID, rows, parent, heldAt, all: true });
  }

  /** What was under a parent that is listed no more: gone with it, if it is gone itself. */
  async #buryLost(
    kind: PlanningKind,
    parentKind: PlanningKind,
    listed: readonly string[],
  ): Promise<void> {
    const { again, pool, ask, serverTime } = this.#parts;
    for (const parentID of await again(() => readLostParents(pool, kind, listed))) {
      const parent = await ask((client, signal) => client.find(parentKind, parentID, signal));
      if (parent.state !== 'gone') continue;
      const proof = `GET of its ${parentKind} ${parentID} by the id: 404`;
      await this.#sweep.bury(kind, parentID, serverTime(parent.askedMicros), proof);
    }
  }

  #list(act: ListAct): Promise<PlanningListing | null> {
    return orNull(() => this.#parts.ask(act));
  }
}

type ListAct = (client: PlanningClient, signal: AbortSignal) => Promise<PlanningListing>;

/** Null where the parent went, or was hidden from us, since it was listed. */
async function orNull<T>(act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    const status = isError(error, 'WORKFRONT_REFUSED') ? error.context['status'] : null;
    if (status === 404 || status === 403) return null;
    throw error;
  }
}

function idsOf(rows: readonly JsonObject[]): readonly string[] {
  return rows.flatMap((row) => filledText(row['id']) ?? []);
}
