/** What all claims about an object say of each of its lives, in the order of belief. Pure. */
import { attribute } from './attribution.ts';
import type { Link } from './chain.ts';
import { isFieldRow, isRow } from './claim.ts';
import type { Claim } from './claim.ts';
import { compareEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Anchor, FieldRow } from './field-row.ts';
import type { PlacedRow } from './gap.ts';
import { livesOf } from './lives.ts';
import type { Life, Witness } from './lives.ts';
import { EARLY_MICROS, SAME_SAVE_MICROS, firstAfter } from './same-save.ts';
import { inOrder } from './order-sightings.ts';
import { toldBefore, toldOf } from './sighting.ts';
import type { Sighting } from './sighting.ts';
import { valueIn } from '../field-value.ts';
import { AFTER_ALL, BEFORE_ALL, greatest, justBefore, least, minus, plus } from '../units.ts';
import type { Micros } from '../units.ts';
import { keyOfValue } from './state.ts';

export interface EvidenceOfLife extends Pick<Life, 'open' | 'close'> {
  /** In the order of belief, none reaching beyond `close`. */
  readonly evidence: readonly Evidence[];
}

export interface Gathered {
  readonly lives: readonly EvidenceOfLife[];
  /** Until when each field is in doubt, and whether the object exists (`EXISTENCE`). */
  readonly doubts: ReadonlyMap<string, Micros>;
}

/** Stands among names of fields for the question whether the object exists. */
export const EXISTENCE = 'ID';

export function gather(claims: readonly Claim[]): Gathered {
  const links = inOrder(claims.filter((claim) => !isFieldRow(claim)));
  const lives = livesOf(links);
  const doubts = doubtsOf(links);
  const rows = placeRows(claims.filter(isFieldRow), lives, doubts);
  const opens = lives.map(({ open }) => open);
  const places = rows.map((placed) => placeInLife(placed, lives, opens, doubts));
  const own = places.filter((_, place) => rows[place]?.isOwn).map(({ at }) => at);
  own.sort((a, b) => a - b);
  const shares = lives.map(({ open, witnesses }) =>
    witnesses.flatMap((witness) => evidenceOf(endingBefore(witness, own, open))),
  );
  rows.forEach(({ row: { claim } }, place) => {
    const { index, at } = places[place] ?? { index: 0, at: claim.entryDate };
    shares[index]?.push({ claim, fields: claim.state.fields(), from: at, until: at, place });
  });
  const evidence = lives.map(({ open, close }, index) => ({
    open,
    close,
    evidence: (shares[index] ?? []).sort(compareEvidence),
  }));
  return { lives: evidence, doubts };
}

/** The life that a row is of, and where in it. */
function placeInLife(
  { row, at }: PlacedRow,
  lives: readonly Life[],
  opens: readonly Micros[],
  doubts: Map<string, Micros>,
): { readonly index: number; readonly at: Micros } {
  const index = Math.max(0, firstAfter(opens, at) - 1);
  const close = lives[index]?.close ?? AFTER_ALL;
  const next = lives[index + 1];
  const until = plus(row.at, SAME_SAVE_MICROS);
  const isAfter = row.at > plus(close, SAME_SAVE_MICROS);
  // It was saved after the end: in the life that follows, whose beginning nothing told.
  if (isAfter && next !== undefined) return { index: index + 1, at: next.open };
  if (isAfter) doubt(doubts, EXISTENCE, until);
  const mayBeAfter = row.at > minus(close, plus(SAME_SAVE_MICROS, EARLY_MICROS));
  if (mayBeAfter && next !== undefined && !isBegunByCreate(next))
    for (const name of Object.keys(row.claim.state.fields())) doubt(doubts, name, until);
  return { index, at: least(at, close) };
}

function doubt(doubts: Map<string, Micros>, name: string, until: Micros): void {
  doubts.set(name, greatest(doubts.get(name) ?? BEFORE_ALL, until));
}

function isBegunByCreate({ witnesses }: Life): boolean {
  return witnesses.some((one) => one.isOpener && one.sighting.claim.operation === 'CREATE');
}

function placeRows(
  claims: readonly Claim[],
  lives: readonly Life[],
  doubts: Map<string, Micros>,
): PlacedRow[] {
  const byField = new Map<string, FieldRow[]>();
  for (const claim of claims) {
    const fields = claim.state.fields();
    const [field] = Object.keys(fields);
    if (field === undefined) continue;
    const before = claim.before === null ? undefined : valueIn(claim.before.state.fields(), field);
    const after = valueIn(fields, field) ?? null;
    const row = { claim, at: claim.entryDate, before, after };
    const known = byField.get(field);
    if (known === undefined) byField.set(field, [row]);
    else known.push(row);
  }
  if (byField.size === 0) return [];
  const witnesses = lives.flatMap(({ open, witnesses: all }) =>
    all
      .filter(isState)
      .sort(compareWitnesses)
      .map((one) => ({ ...one, from: greatest(one.from, open) })),
  );
  const saves = [...new Set(witnesses.filter(showsSave).map(({ from }) => from))];
  saves.sort((a, b) => a - b);
  return [...byField].flatMap(([field, rows]) => {
    rows.sort((a, b) => a.at - b.at || (a.claim.eventID < b.claim.eventID ? -1 : 1));
    const attributed = attribute(rows, anchorsOf(field, witnesses), saves);
    if (attributed.doubtUntil > -Infinity) doubt(doubts, field, attributed.doubtUntil);
    return attributed.rows;
  });
}

function isState({ sighting }: Witness): boolean {
  return sighting.claim.operation !== 'DELETE';
}

function showsSave({ sighting: { claim, clock } }: Witness): boolean {
  return clock !== null || claim.path === 'WEBHOOK' || claim.operation === 'CREATE';
}

function compareWitnesses(a: Witness, b: Witness): number {
  return a.until - b.until || a.place - b.place;
}

function anchorsOf(field: string, witnesses: readonly Witness[]): Anchor[] {
  const anchors: Anchor[] = [];
  for (const { sighting, from, isOpener } of witnesses) {
    const after = toldOf(sighting, field);
    if (after === undefined) continue;
    // What is restored shows what it was.
    const before = isOpener && sighting.claim.before === null ? after : toldBefore(sighting, field);
    const isFirst = sighting.claim.operation === 'CREATE' && !isOpener;
    anchors.push({ at: from, before, after, isFirst });
  }
  return anchors;
}

/** Fields in which two states differ that might either be the last, or whether there is any. */
function doubtsOf(links: readonly Link<Sighting>[]): Map<string, Micros> {
  const doubts = new Map<string, Micros>();
  for (const { rivals } of links) {
    if (rivals === null) continue;
    const [a, b] = rivals;
    const until = plus(greatest(a.at, b.at), SAME_SAVE_MICROS);
    const names = hasEnd(rivals) ? [EXISTENCE] : differences(a, b);
    for (const name of names) doubt(doubts, name, until);
  }
  const end = endOfDoubtfulTwins(links.map(({ item }) => item));
  if (end > -Infinity) doubt(doubts, EXISTENCE, end);
  return doubts;
}

/** The journal's row of a DELETE is of another one, if the object came back between the two. */
function endOfDoubtfulTwins(sightings: readonly Sighting[]): Micros {
  let end = BEFORE_ALL;
  sightings.forEach(({ claim, twins }, index) => {
    const next = sightings[index + 1];
    const isEnd = claim.operation === 'DELETE' && twins.length > 0;
    if (!isEnd || next === undefined || next.claim.operation === 'DELETE') return;
    const latest = twins.reduce((most, { asOf }) => greatest(most, asOf), claim.asOf);
    if (latest > next.at - SAME_SAVE_MICROS) end = greatest(end, latest);
  });
  return plus(end, SAME_SAVE_MICROS);
}

function hasEnd(sightings: readonly Sighting[]): boolean {
  return sightings.some(({ claim }) => claim.operation === 'DELETE');
}

function differences(a: Sighting, b: Sighting): string[] {
  const names = new Set([...Object.keys(a.fields), ...Object.keys(b.fields)]);
  const key = (one: Sighting, name: string): string => keyOfValue(toldOf(one, name) ?? null);
  return [...names].filter((name) => key(a, name) !== key(b, name));
}

/**
 * A state has not seen a save that came after it. Where only a journal row tells of that save, its
 * clock is known up to the spread; a state that is known to have held longer speaks against it.
 */
function endingBefore(witness: Witness, own: readonly Micros[], open: Micros): Witness {
  if (own.length === 0 || !isState(witness)) return witness;
  const { claim } = witness.sighting;
  const earliest = greatest(witness.from, justBefore(minus(claim.asOf, SAME_SAVE_MICROS)));
  const next = own[firstAfter(own, earliest)] ?? AFTER_ALL;
  if (next > witness.until) return witness;
  return { ...witness, until: greatest(justBefore(next), open) };
}

function evidenceOf({ sighting, from, until, place }: Witness): Evidence[] {
  const { claim, fields, twins } = sighting;
  return [
    { claim, fields, from, until, place },
    ...twins.map((twin) => ({
      claim: twin,
      fields: twin.state.fields(),
      from,
      until: isRow(twin) ? from : until,
      place,
    })),
  ];
}
