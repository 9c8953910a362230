/**
 * One event may come again: as it was, or with other content, after its source learnt to read more
 * of the same fact. Pure. Promises one result whatever came first (Law 5).
 */
import type { Fields } from '../field-value.ts';
import { least } from '../units.ts';
import { saysSomething } from './claim.ts';
import type { Claim } from './claim.ts';
import { keyOfValue, sameState } from './state.ts';

/**
 * The richer content stands, with the earliest observation and the greatest API version. Of two
 * that say nothing the instants are merged too, so that who stores them need not look first.
 */
export function mergeRepeat(a: Claim, b: Claim): Claim {
  if (!saysSomething(a) && !saysSomething(b)) return mergeSignals(a, b);
  const richer = sameContent(a, b) || isRicher(a, b) ? a : b;
  const observedAt = least(a.observedAt, b.observedAt);
  const apiVersion = Math.max(a.apiVersion, b.apiVersion);
  if (richer.observedAt === observedAt && richer.apiVersion === apiVersion) return richer;
  return { ...richer, observedAt, apiVersion };
}

function mergeSignals(a: Claim, b: Claim): Claim {
  return {
    ...a,
    apiVersion: Math.max(a.apiVersion, b.apiVersion),
    entryDate: least(a.entryDate, b.entryDate),
    asOf: least(a.asOf, b.asOf),
    observedAt: least(a.observedAt, b.observedAt),
  };
}

export function sameContent(a: Claim, b: Claim): boolean {
  return (
    a.operation === b.operation &&
    a.entryDate === b.entryDate &&
    a.asOf === b.asOf &&
    a.clocked === b.clocked &&
    a.clears.join('\0') === b.clears.join('\0') &&
    sameState(a.state, b.state) &&
    sameBefore(a, b)
  );
}

function sameBefore({ before: a }: Claim, { before: b }: Claim): boolean {
  if (a === null || b === null) return a === b;
  if (a.isWhole !== b.isWhole || a.absent.join('\0') !== b.absent.join('\0')) return false;
  return sameState(a.state, b.state);
}

/** What says more: of values, then of before; the spelling decides only between equals. */
function isRicher(a: Claim, b: Claim): boolean {
  const order =
    Number(saysSomething(a)) - Number(saysSomething(b)) ||
    size(a.state.fields()) - size(b.state.fields()) ||
    toldBefore(a) - toldBefore(b);
  return order === 0 ? spelling(a) > spelling(b) : order > 0;
}

function size(fields: Fields): number {
  return Object.keys(fields).length;
}

function toldBefore({ before }: Claim): number {
  if (before === null) return -1;
  return size(before.state.fields()) + before.absent.length + Number(before.isWhole);
}

function spelling({ operation, entryDate, asOf, clocked, clears, state, before }: Claim): string {
  const told = spellingOf(state.fields());
  const previous = before && [spellingOf(before.state.fields()), before.absent, before.isWhole];
  return JSON.stringify([operation, entryDate, asOf, clocked, clears, told, previous]);
}

function spellingOf(fields: Fields): readonly string[] {
  return Object.entries(fields)
    .map(([name, value]) => JSON.stringify([name, keyOfValue(value)]))
    .sort();
}
