/**
 * What others ask of this poller through `control`: gaps to be read again, and types or objects
 * that somebody doubts (an event of FIELD never says which field). One reading of everything
 * answers all, and is as dear as a few answers.
 */
import { gapsAreRead, gapsToRead } from '../source/promises/gap-readings.ts';
import { EVERY_OBJECT } from '../source/orders/listing-signal.ts';
import { readsAreDone, wantedReads } from '../source/orders/wanted-reads.ts';
import type { WantedRead } from '../source/orders/wanted-reads.ts';
import { PLANNING_KINDS } from '../workfront/planning/planning-client.ts';
import type { PlanningKind } from '../workfront/planning/planning-client.ts';
import type { PollParts } from './poll-parts.ts';

const READER = 'planning-poller';
const ASKED_MAX = 10_000;

export interface AskedOfPlanning {
  readonly isAny: boolean;
  /** Single objects, to be published whether or not they differ; by kind. */
  readonly single: ReadonlyMap<PlanningKind, readonly string[]>;
  /** Everything was read since it was asked for (Law 2). */
  isRead(): Promise<void>;
}

export async function whatIsAsked({
  again,
  pool,
  searchLagMs,
}: Pick<PollParts, 'again' | 'pool' | 'searchLagMs'>): Promise<AskedOfPlanning> {
  const choice = { reader: READER, objCodes: PLANNING_KINDS, knownForMs: searchLagMs } as const;
  const gaps = await again(() => gapsToRead(pool, choice, ASKED_MAX));
  const wanted = await again(() => wantedReads(pool, PLANNING_KINDS, ASKED_MAX));
  return {
    isAny: gaps.length > 0 || wanted.size > 0,
    single: new Map(PLANNING_KINDS.map((kind) => [kind, singleIDs(wanted.get(kind) ?? [])])),
    isRead: async () => {
      const ids = gaps.map(({ id }) => id);
      await again(() => gapsAreRead(pool, ids, READER));
      for (const [kind, reads] of wanted) await again(() => readsAreDone(pool, kind, reads));
    },
  };
}

function singleIDs(reads: readonly WantedRead[]): readonly string[] {
  return reads.map(({ objID }) => objID).filter((objID) => objID !== EVERY_OBJECT);
}
