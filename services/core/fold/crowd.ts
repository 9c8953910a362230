/** The fold of claims that touch each other, from what was known before. Pure. */
import { setMember, valueIn } from '../field-value.ts';
import type { Fields, FieldValue } from '../field-value.ts';
import { asEventID, asMicros, BEFORE_ALL, greatest, least } from '../units.ts';
import type { Micros } from '../units.ts';
import { ofDeleted } from './append.ts';
import { instantsOf, isRow } from './claim.ts';
import type { Claim } from './claim.ts';
import type { Evidence } from './evidence.ts';
import type { Folded, Tail, Version } from './version.ts';
import { EXISTENCE, gather } from './gather.ts';
import type { EvidenceOfLife, Gathered } from './gather.ts';
import { stateOf } from './state.ts';
import { timelineOf } from './timeline.ts';
import type { FieldClaim } from './timeline.ts';

/** @returns the versions from the base's own on */
export function foldCrowd(base: Tail | null, claims: readonly Claim[]): Folded {
  const gathered = gather(base === null ? claims : [claimOf(base), ...claims]);
  const versions = gathered.lives.flatMap(versionsOf);
  const last = versions.at(-1);
  if (last === undefined) return { versions, tail: base };
  const lastUntil = claims.reduce(
    (latest, claim) => greatest(latest, instantsOf(claim).last),
    base?.lastUntil ?? BEFORE_ALL,
  );
  const open = ambiguousOf(base, gathered);
  const ambiguous = last.deleted ? ofDeleted(open) : open;
  return { versions, tail: { ...last, lastUntil, ambiguous } };
}

/** All that was known, as one claim that speaks for everything up to the last instant known of. */
function claimOf({ entryDate, lastUntil, state, observedAt, deleted }: Tail): Claim {
  return {
    eventID: asEventID(''),
    operation: deleted ? 'DELETE' : 'UPDATE',
    path: 'SEARCH',
    apiVersion: 0,
    entryDate,
    asOf: deleted ? entryDate : lastUntil,
    // Its clocks are behind it: none of them ends it, and it opens no life.
    clocked: false,
    state,
    clears: [],
    before: null,
    observedAt,
  };
}

function ambiguousOf(base: Tail | null, { lives, doubts }: Gathered): string[] {
  const doubtful = new Map(doubts);
  for (const name of base?.ambiguous ?? []) {
    if (!doubtful.has(name)) doubtful.set(name, base?.lastUntil ?? asMicros(-Infinity));
  }
  if (doubtful.size === 0) return [];
  const evidence = lives.at(-1)?.evidence ?? [];
  const isSettled = ([name, until]: readonly [string, Micros]): boolean =>
    evidence.some((one) => one.claim.eventID !== '' && tells(one, name) && seenAt(one) > until);
  return [...doubtful]
    .filter((doubt) => !isSettled(doubt))
    .map(([name]) => name)
    .sort();
}

function tells({ claim, fields }: Evidence, name: string): boolean {
  if (name === EXISTENCE) return !isRow(claim);
  return Object.hasOwn(fields, name) || claim.clears.some((prefix) => name.startsWith(prefix));
}

/** From when on it shows the object for sure: an event or a row may be late, a read cannot. */
function seenAt({ claim, from }: Evidence): Micros {
  return claim.path === 'WEBHOOK' || isRow(claim) ? from : claim.asOf;
}

interface Moment {
  /** The fields that change, and to what. */
  readonly names: string[];
  readonly values: FieldValue[];
  observedAt: Micros;
  deleted: boolean;
}

function versionsOf(life: EvidenceOfLife): Version[] {
  const moments = momentsOf(life);
  const instants = [...moments.keys()].sort((a, b) => a - b);
  const versions: Version[] = [];
  let fields: Fields = {};
  for (const instant of instants) {
    const moment = moments.get(instant);
    if (moment === undefined) continue;
    const { names, values, deleted, observedAt } = moment;
    const state: Record<string, FieldValue> = { ...fields };
    names.forEach((name, at) => setMember(state, name, values[at] ?? null));
    fields = state;
    versions.push({ entryDate: instant, deleted, state: stateOf(fields), observedAt });
  }
  return versions;
}
/** The distinct instants of effect of one life: its beginning, its changes, its end. */
function momentsOf(life: EvidenceOfLife): Map<Micros, Moment> {
  const moments = new Map<Micros, Moment>();
  const at = (instant: Micros, observedAt: Micros): Moment => {
    const moment = moments.get(instant);
    if (moment === undefined) {
      const created: Moment = {
        names: [],
        values: [],
        observedAt,
        deleted: instant === life.close,
      };
      moments.set(instant, created);
      return created;
    }
    moment.observedAt = least(moment.observedAt, observedAt);
    return moment;
  };
  for (const [key, places] of placesByField(life.evidence)) {
    const claims = claimsOf(key, places, life.evidence);
    for (const { instant, value, observedAt } of timelineOf(claims, life.open)) {
      const { names, values } = at(instant, observedAt);
      names.push(key);
      values.push(value);
    }
  }
  for (const { from, claim } of boundsOf(life)) at(greatest(from, life.open), claim.observedAt);
  return moments;
}

/** What makes a version even where no field changes: the first sight of a life, and its DELETEs. */
function boundsOf(life: EvidenceOfLife): { from: Micros; claim: Claim }[] {
  const first = life.evidence.reduce(
    (earliest, { from }) => Math.min(earliest, Math.max(from, life.open)),
    Infinity,
  );
  const bounds: { from: Micros; claim: Claim }[] = [];
  for (const { from, until, claim } of life.evidence) {
    const isEnd = claim.operation === 'DELETE' && life.close !== null;
    if (isEnd) bounds.push({ from: until, claim });
    else if (Math.max(from, life.open) === first) bounds.push({ from, claim });
  }
  return bounds;
}

/**
 * Of every field the places in `evidence` that tell of it, with what a container read whole
 * implies. Places only: what each tells is asked field by field, so that little is held at once.
 */
function placesByField(evidence: readonly Evidence[]): Map<string, number[]> {
  const byField = new Map<string, number[]>();
  for (const { fields } of evidence) {
    for (const key of Object.keys(fields)) if (!byField.has(key)) byField.set(key, []);
  }
  const cleared = new Map<string, string[]>();
  for (const { claim } of evidence) {
    for (const prefix of claim.clears) {
      if (cleared.has(prefix)) continue;
      const keys = [...byField.keys()].filter((key) => key.startsWith(prefix));
      cleared.set(prefix, keys);
    }
  }
  evidence.forEach(({ fields, claim }, place) => {
    for (const key of Object.keys(fields)) byField.get(key)?.push(place);
    for (const key of claim.clears.flatMap((prefix) => cleared.get(prefix) ?? [])) {
      if (!Object.hasOwn(fields, key)) byField.get(key)?.push(place);
    }
  });
  return byField;
}

/** Every claim on the field in the order of belief. */
function claimsOf(key: string, places: readonly number[], evidence: readonly Evidence[]) {
  const claims: FieldClaim[] = [];
  for (const place of places) {
    const one = evidence[place];
    if (one === undefined) continue;
    const value = valueIn(one.fields, key);
    claims.push({ evidence: one, value: value ?? null, implied: value === undefined });
  }
  return claims;
}
