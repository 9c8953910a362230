import type { Fields } from '../../services/core/field-value.ts';
import type { Claim } from '../../services/core/fold/claim.ts';
import { fold } from '../../services/core/fold/fold.ts';
import { stateOf } from '../../services/core/fold/state.ts';
import { asMicros } from '../../services/core/units.ts';

export interface LateEventCost {
  readonly claims: number;
  /** Whether the saves are a tenth of a second apart, so that all are one crowd, or an hour. */
  readonly isCrowd: boolean;
  /** Of processor time, the collector's included: what else the machine does is left out. */
  readonly cpuMs: number;
}

const FIELDS = 40;
const RUNS = 5;

/** What it costs to fold all claims of an object anew, as one late event may ask for. */
export function measureLateEvents(): LateEventCost[] {
  return [5_000, 10_000, 20_000, 40_000, 131_072].flatMap((claims) =>
    [false, true].map((isCrowd) => ({ claims, isCrowd, cpuMs: measure(claims, isCrowd) })),
  );
}

/** The mean of some runs. */
function measure(count: number, isCrowd: boolean): number {
  const claims = Array.from({ length: count }, (_, index) => claimAt(index, isCrowd));
  fold(claims);
  const before = process.cpuUsage();
  for (let run = 0; run < RUNS; run += 1) fold(claims);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / RUNS;
}

function claimAt(index: number, isCrowd: boolean): Claim {
  const entryDate = asMicros(1_700_000_000_000_000 + index * (isCrowd ? 100_000 : 3_600_000_000));
  const isRow = index % 2 === 1;
  const fields: Fields = isRow
    ? { [`field ${index % FIELDS}`]: index }
    : Object.fromEntries(Array.from({ length: FIELDS }, (_, at) => [`field ${at}`, index - at]));
  const at = isRow ? asMicros(entryDate + 30_000) : entryDate;
  return {
    eventID: index.toString(16).padStart(32, '0'),
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
