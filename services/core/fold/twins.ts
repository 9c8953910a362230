/**
 * One fact that came twice counts once: the v1 body of an event that also came as v2, and the
 * journal's row of a beginning or an end that an event tells too. Pure.
 */
import { AFTER_ALL, BEFORE_ALL, justBefore, minus, plus } from '../units.ts';
import type { Micros } from '../units.ts';
import type { Claim } from './claim.ts';
import { EARLY_MICROS, SAME_SAVE_MICROS, firstAfter, isSameSave } from './same-save.ts';
import { clockShown } from './state.ts';

export type Twins = [Claim, ...Claim[]];

/** @param clocks all change clocks, ascending */
export function withTwins(claims: readonly Claim[], clocks: readonly Micros[]): Twins[] {
  const facts: Twins[] = [];
  const secondBodies: Claim[] = [];
  const rows: Claim[] = [];
  for (const claim of claims) {
    if (claim.path === 'JOURNAL') rows.push(claim);
    else if (claim.path === 'WEBHOOK' && claim.apiVersion < 2) secondBodies.push(claim);
    else facts.push([claim]);
  }
  joinSecondBodies(facts, secondBodies);
  joinRows(facts, rows, 'CREATE', () => EVER);
  joinRows(facts, rows, 'DELETE', (end) => lifeOf(end, clocks));
  return facts;
}

function joinSecondBodies(facts: Twins[], claims: readonly Claim[]): void {
  if (claims.length === 0) return;
  const byMoment = new Map<string, Twins>();
  for (const fact of facts) {
    const moment = momentOf(fact[0]);
    const known = byMoment.get(moment);
    if (known === undefined || fact[0].eventID < known[0].eventID) byMoment.set(moment, fact);
  }
  for (const claim of claims) {
    const twins = byMoment.get(momentOf(claim));
    if (twins === undefined) facts.push([claim]);
    else twins.push(claim);
  }
}

function momentOf({ path, operation, clocked, entryDate, asOf }: Claim): string {
  return [path, operation, clocked ? entryDate : '', asOf].join(' ');
}

interface Span {
  readonly from: Micros;
  readonly before: Micros;
}

const EVER: Span = { from: BEFORE_ALL, before: AFTER_ALL };

/** How long there was the state that a DELETE tells: from its clock until the next. */
function lifeOf({ state }: Claim, clocks: readonly Micros[]): Span {
  const from = clockShown(state.fields());
  if (from === null) return EVER;
  return { from, before: clocks[firstAfter(clocks, from)] ?? AFTER_ALL };
}

/** Whether the row can be that of the DELETE, by their clocks. */
export function canBeRowOf(row: Claim, end: Claim, clocks: readonly Micros[]): boolean {
  return isSameSave(row.asOf, end.asOf) && isWithin(row.asOf, lifeOf(end, clocks));
}

/** A row is written after its save, by the spread at most; its clock may be a little early. */
function isWithin(row: Micros, { from, before }: Span): boolean {
  return row - SAME_SAVE_MICROS < before && row + EARLY_MICROS >= from;
}

/** @param spanOf of the event, in which it was */
function joinRows(
  facts: Twins[],
  claims: readonly Claim[],
  operation: Claim['operation'],
  spanOf: (event: Claim) => Span,
): void {
  const rows = claims.filter((row) => row.operation === operation).sort(compareRows);
  if (rows.length === 0) return;
  const events = facts
    .filter(([claim]) => claim.path === 'WEBHOOK' && claim.operation === operation)
    .sort(([a], [b]) => compareRows(a, b));
  const spans = events.map(([event]) => spanOf(event));
  const instants = events.map(([event]) => momentAt(event));
  const taken = pairInOrder(
    rows.map((row) => row.asOf),
    instants,
    (row, event) => isWithin(row, spans[event] ?? EVER),
  );
  rows.forEach((row, index) => {
    const event = events[taken[index] ?? -1];
    if (event === undefined) facts.push([row]);
    else event.push(row);
  });
}

/**
 * For each row the event that it takes: in the order of both, each event once, as many as can be,
 * each the nearest that this leaves it.
 */
function pairInOrder(
  rows: readonly Micros[],
  events: readonly Micros[],
  isOne: (row: Micros, event: number) => boolean,
): (number | null)[] {
  const canTake = (row: Micros, event: number): boolean =>
    isSameSave(row, events[event] ?? AFTER_ALL) && isOne(row, event);
  const lows: (number | null)[] = [];
  let next = 0;
  for (const row of rows) {
    let event = Math.max(next, firstAfter(events, justBefore(minus(row, SAME_SAVE_MICROS))));
    while ((events[event] ?? Infinity) <= row + SAME_SAVE_MICROS && !canTake(row, event))
      event += 1;
    const takes = canTake(row, event);
    lows.push(takes ? event : null);
    if (takes) next = event + 1;
  }
  const highs: (number | null)[] = lows.map(() => null);
  let bound = events.length - 1;
  for (let index = rows.length - 1; index >= 0; index -= 1) {
    const [row, low] = [rows[index], lows[index] ?? null];
    if (row === undefined || low === null) continue;
    bound = Math.min(bound, firstAfter(events, plus(row, SAME_SAVE_MICROS)) - 1);
    while (bound > low && !canTake(row, bound)) bound -= 1;
    highs[index] = bound;
    bound -= 1;
  }
  let from = 0;
  return rows.map((row, index) => {
    let nearest: number | null = null;
    const high = highs[index] ?? -1;
    for (let event = Math.max(lows[index] ?? Infinity, from); event <= high; event += 1) {
      const distance = Math.abs((events[event] ?? 0) - row);
      const isNearer = nearest === null || distance < Math.abs((events[nearest] ?? 0) - row);
      if (canTake(row, event) && isNearer) nearest = event;
    }
    if (nearest !== null) from = nearest + 1;
    return nearest;
  });
}

function momentAt(claim: Claim): Micros {
  return claim.operation === 'CREATE' && claim.clocked ? claim.entryDate : claim.asOf;
}

function compareRows(a: Claim, b: Claim): number {
  return momentAt(a) - momentAt(b) || (a.eventID < b.eventID ? -1 : 1);
}
