import type { Fields } from '../../services/core/field-value.ts';
import type { Claim } from '../../services/core/fold/claim.ts';
import { fold } from '../../services/core/fold/fold.ts';
import { stateOf } from '../../services/core/fold/state.ts';
import { asEventID, asMicros } from '../../services/core/units.ts';

export interface LateEventCost {
  readonly claims: number;
  /** Whether the saves are a tenth of a second apart, so that all are one crowd, or an hour. */
  readonly isCrowd: boolean;
  /** Of processor time, the collector's included: what else the machine does is left out. */
  readonly cpuMs: number;
  /** How often the states could be copied meanwhile, as measured beside it. */
  readonly copies: number;
}

const FIELDS = 40;
const RUNS = 5;
/** The first are slower: what they run is compiled meanwhile. */
const RUNS_OF_FEWEST = 25;
const FEWEST = 5_000;
/**
 * A late event of 5,000 claims costs less than 100 ms on a quiet machine: 79 ms were 8.7 copies
 * there (results.md). One that others use too is slower at both.
 */
const COPIES_MAX = 11;
/** Of a claim among most to one among fewest: sorting grows by a third, the collector too. */
const GROWTH_MAX = 2.5;

/** As the certificate says it. */
export const CEILINGS = `More than ${COPIES_MAX} copies for 5,000 claims (100 ms where it is quiet) does
not hold, nor does a claim that costs ${GROWTH_MAX} times one of those.`;

/** What it costs to fold all claims of an object anew, as one late event may ask for. */
export function measureLateEvents(): LateEventCost[] {
  return [FEWEST, 10_000, 20_000, 40_000, 131_072].flatMap((claims) =>
    [false, true].map((isCrowd) => measure(claims, isCrowd)),
  );
}

/** What is beyond its ceiling, in words; empty where all holds. */
export function beyondCeilings(costs: readonly LateEventCost[]): string[] {
  return costs.flatMap((cost) => {
    const { claims, isCrowd, copies } = cost;
    const of = `${claims.toLocaleString('en')} claims, ${isCrowd ? 'one crowd' : 'an hour apart'}`;
    if (claims === FEWEST) {
      const most = `${COPIES_MAX}, the ceiling of 100 ms`;
      return copies <= COPIES_MAX ? [] : [`${of}: ${copies.toFixed(0)} copies, more than ${most}`];
    }
    const few = costs.find((one) => one.isCrowd === isCrowd && one.claims === FEWEST);
    const growth = copies / (few?.copies ?? copies);
    return growth <= GROWTH_MAX ? [] : [`${of}: ${growth.toFixed(1)} times as much a claim`];
  });
}

/** The least of some runs, each beside a copy of the same states: others only add to either. */
function measure(count: number, isCrowd: boolean): LateEventCost {
  const claims = Array.from({ length: count }, (_, index) => claimAt(index, isCrowd));
  let cpuMs = Infinity;
  let copyMs = Infinity;
  const runs = count === FEWEST ? RUNS_OF_FEWEST : RUNS;
  for (let run = 0; run <= runs; run += 1) {
    cpuMs = Math.min(
      cpuMs,
      cpuMsOf(() => fold(claims)),
    );
    copyMs = Math.min(
      copyMs,
      cpuMsOf(() => copiedStates(claims)),
    );
  }
  return { claims: count, isCrowd, cpuMs, copies: cpuMs / copyMs };
}

function copiedStates(claims: readonly Claim[]): Fields[] {
  return claims.map(({ state }) => Object.fromEntries(Object.entries(state.fields())));
}

function cpuMsOf(act: () => unknown): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function claimAt(index: number, isCrowd: boolean): Claim {
  const entryDate = asMicros(1_700_000_000_000_000 + index * (isCrowd ? 100_000 : 3_600_000_000));
  const isRow = index % 2 === 1;
  const fields: Fields = isRow
    ? { [`field ${index % FIELDS}`]: index }
    : Object.fromEntries(Array.from({ length: FIELDS }, (_, at) => [`field ${at}`, index - at]));
  const at = isRow ? asMicros(entryDate + 30_000) : entryDate;
  return {
    eventID: asEventID(index.toString(16).padStart(32, '0')),
    operation: 'UPDATE',
    path: isRow ? 'JOURNAL' : 'WEBHOOK',
    apiVersion: isRow ? 0 : 2,
    entryDate: at,
    asOf: isRow ? at : asMicros(at + 18_000),
    clocked: !isRow,
    state: stateOf(fields),
    clears: [],
    before: null,
    observedAt: entryDate,
  };
}
