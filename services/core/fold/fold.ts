/**
 * The fold of all claims about one object into its versions: the definition
 * (docs/architecture.md, "The fold").
 * Any order, repetition and batching of the same claims gives the same versions (Law 5). Pure.
 */
import type { Micros } from '../change-event.generated.ts';
import type { Fields, FieldValue } from '../field-value.ts';
import { mergeRepeat, saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { toEvidence } from './evidence.ts';
import { splitIntoLives } from './lives.ts';
import type { Life } from './lives.ts';
import { stateOf } from './state.ts';
import type { State } from './state.ts';
import { timelineOf } from './timeline.ts';
import type { FieldClaim } from './timeline.ts';

/** The object from `entryDate` until the next version. */
export interface Version {
  readonly entryDate: Micros;
  readonly deleted: boolean;
  /** All that is known of it; a key that was never observed in this life is absent. */
  readonly state: State;
  /** The earliest sight of the evidence that made the version. */
  readonly observedAt: Micros;
}

/** The last version, and what `append` must know of the claims behind it. */
export interface Tail extends Version {
  /** The latest instant that any claim speaks for. */
  readonly lastUntil: Micros;
  /** The latest change clock. */
  readonly lastClock: Micros | null;
  /** The latest journal row that says something. */
  readonly lastJournal: Micros | null;
}

export interface Folded {
  /** Ascending by `entryDate`, at most one for each instant. */
  readonly versions: readonly Version[];
  /** Null where no claim says anything. */
  readonly tail: Tail | null;
}

export function fold(claims: readonly Claim[]): Folded {
  const evidence = toEvidence(mergeRepeats(claims).filter(saysSomething));
  if (evidence.length === 0) return { versions: [], tail: null };
  const versions = splitIntoLives(evidence).flatMap(versionsOf);
  const last = versions.at(-1);
  if (last === undefined) return { versions, tail: null };
  let lastUntil = -Infinity;
  let lastClock: Micros | null = null;
  let lastJournal: Micros | null = null;
  for (const { claim, until } of evidence) {
    lastUntil = Math.max(lastUntil, until);
    if (claim.clocked) lastClock = Math.max(lastClock ?? -Infinity, claim.entryDate);
    if (claim.path === 'JOURNAL') lastJournal = Math.max(lastJournal ?? -Infinity, claim.entryDate);
  }
  return { versions, tail: { ...last, lastUntil, lastClock, lastJournal } };
}

function mergeRepeats(claims: readonly Claim[]): Claim[] {
  const byID = new Map<string, Claim>();
  for (const claim of claims) {
    const seen = byID.get(claim.eventID);
    byID.set(claim.eventID, seen === undefined ? claim : mergeRepeat(seen, claim));
  }
  return [...byID.values()];
}

interface Moment {
  readonly changes: Map<string, FieldValue>;
  observedAt: Micros;
  deleted: boolean;
}

function versionsOf(life: Life): Version[] {
  const moments = momentsOf(life);
  const instants = [...moments.keys()].sort((a, b) => a - b);
  const versions: Version[] = [];
  let fields: Fields = {};
  for (const instant of instants) {
    const moment = moments.get(instant);
    if (moment === undefined) continue;
    fields = { ...fields, ...Object.fromEntries(moment.changes) };
    const { deleted, observedAt } = moment;
    versions.push({ entryDate: instant, deleted, state: stateOf(fields), observedAt });
  }
  return versions;
}

/** The distinct instants of effect of one life: its beginning, its changes, its end. */
function momentsOf(life: Life): Map<Micros, Moment> {
  const moments = new Map<Micros, Moment>();
  const at = (instant: Micros, observedAt: Micros): Moment => {
    const moment = moments.get(instant);
    if (moment === undefined) {
      const created: Moment = { changes: new Map(), observedAt, deleted: instant === life.close };
      moments.set(instant, created);
      return created;
    }
    moment.observedAt = Math.min(moment.observedAt, observedAt);
    return moment;
  };
  for (const [key, claims] of claimsByField(life)) {
    for (const { instant, value, observedAt } of timelineOf(claims, life.open)) {
      at(instant, observedAt).changes.set(key, value);
    }
  }
  for (const { from, claim } of boundsOf(life)) at(Math.max(from, life.open), claim.observedAt);
  return moments;
}

/** What makes a version even where no field changes: the first sight of a life, and its DELETEs. */
function boundsOf(life: Life): { from: Micros; claim: Claim }[] {
  const first = Math.min(...life.evidence.map(({ from }) => Math.max(from, life.open)));
  const bounds: { from: Micros; claim: Claim }[] = [];
  for (const { from, until, claim } of life.evidence) {
    const isEnd = claim.operation === 'DELETE' && life.close !== null;
    if (isEnd) bounds.push({ from: until, claim });
    else if (Math.max(from, life.open) === first) bounds.push({ from, claim });
  }
  return bounds;
}

/** Every claim on every field in the order of belief, with what a container read whole implies. */
function claimsByField({ evidence }: Life): Map<string, FieldClaim[]> {
  const byField = new Map<string, FieldClaim[]>();
  const told = evidence.map((one) => ({ one, fields: one.claim.state.fields() }));
  for (const { fields } of told) {
    for (const key of Object.keys(fields)) if (!byField.has(key)) byField.set(key, []);
  }
  const cleared = new Map<string, string[]>();
  for (const { claim } of evidence) {
    for (const prefix of claim.clears) {
      if (!cleared.has(prefix)) {
        cleared.set(
          prefix,
          [...byField.keys()].filter((key) => key.startsWith(prefix)),
        );
      }
    }
  }
  for (const { one, fields } of told) {
    for (const [key, value] of Object.entries(fields)) {
      byField.get(key)?.push({ evidence: one, value, implied: false });
    }
    for (const key of one.claim.clears.flatMap((prefix) => cleared.get(prefix) ?? [])) {
      if (key in fields) continue;
      byField.get(key)?.push({ evidence: one, value: null, implied: true });
    }
  }
  return byField;
}
