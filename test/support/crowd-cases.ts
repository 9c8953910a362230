/**
 * What the fold is certified for: the ways in which saves crowd, and what must come of them. What
 * no rule can tell is counted apart: docs/decisions/2026-11-26-two-truths.md.
 */
import type { CrowdCase } from './crowded-object.ts';

export interface CertifiedCase extends CrowdCase {
  /** Which values of the last version may be wrong. */
  readonly may: 'nothing' | 'what is marked' | 'what only the journal tells, marked';
  readonly limits: CaseLimits;
}

/**
 * Of all objects, the shares that may end with a wrong value though the evidence tells the right
 * one (other-truths.ts), and that may lose a version or have it wrong.
 */
export interface CaseLimits {
  readonly wrongNow: number;
  readonly versions: number;
}

const LIMITS: CaseLimits = { wrongNow: 0.01, versions: 0 };
/**
 * Where something is missed and ends crowd, a save may be taken for one of another life; where
 * besides no clock tells an order, one there and one back for back and there.
 */
const MISSED: CaseLimits = { wrongNow: 0.01, versions: 0.001 };
/** Where clocks say nothing and a fifth is missed, two orders often take as much for granted. */
const NO_CLOCK_MISSED: CaseLimits = { wrongNow: 0.04, versions: 0.01 };

const PAIR = {
  name: '',
  saves: [2, 2],
  gapMs: [0, 500],
  eventLagMs: [18, 414],
  isClockless: false,
  values: 'unique',
  isStartKnown: false,
  ends: 0,
  twins: 0.2,
  missed: 'nothing',
  finalRead: false,
  limits: LIMITS,
} as const satisfies CrowdCase & Pick<CertifiedCase, 'limits'>;
const CROWD = { ...PAIR, saves: [2, 6], eventLagMs: [-40, 414] } as const;
const FEW = { values: 'few', isStartKnown: true } as const;
const JOURNAL_CYCLES = 'what only the journal tells, marked';

export const CROWD_CASES: readonly CertifiedCase[] = [
  { ...PAIR, name: 'two saves', may: 'nothing' },
  { ...CROWD, name: 'two to six saves', may: 'nothing' },
  { ...CROWD, ...FEW, name: 'values that come again', may: 'nothing' },
  { ...CROWD, ...FEW, gapMs: [0, 100], name: 'saves within 100 ms', may: JOURNAL_CYCLES },
  { ...CROWD, gapMs: [0, 1], name: 'saves of one clock', may: 'nothing' },
  { ...CROWD, isClockless: true, name: 'a type without a clock', may: 'nothing' },
  { ...CROWD, ends: 0.3, name: 'deletes and restores', may: 'nothing' },
  { ...PAIR, missed: 'one webhook', name: 'two saves, one webhook missed', may: 'what is marked' },
  {
    ...CROWD,
    missed: 'one webhook',
    name: 'two to six saves, one webhook missed',
    may: 'what is marked',
  },
  {
    ...CROWD,
    ...FEW,
    missed: 'one webhook',
    name: 'values that come again, one webhook missed',
    may: 'what is marked',
  },
  { ...CROWD, missed: 'a fifth', name: 'a fifth missed', may: 'what is marked' },
  {
    ...CROWD,
    gapMs: [0, 1],
    missed: 'one webhook',
    name: 'saves of one clock, one webhook missed',
    limits: MISSED,
    may: 'what is marked',
  },
  {
    ...CROWD,
    gapMs: [0, 1],
    missed: 'a fifth',
    name: 'saves of one clock, a fifth missed',
    limits: NO_CLOCK_MISSED,
    may: 'what is marked',
  },
  {
    ...CROWD,
    isClockless: true,
    missed: 'one webhook',
    name: 'a type without a clock, one webhook missed',
    limits: MISSED,
    may: 'what is marked',
  },
  {
    ...CROWD,
    isClockless: true,
    missed: 'a fifth',
    name: 'a type without a clock, a fifth missed',
    limits: NO_CLOCK_MISSED,
    may: 'what is marked',
  },
  {
    ...CROWD,
    ends: 0.3,
    missed: 'one webhook',
    name: 'deletes and restores, one webhook missed',
    limits: MISSED,
    may: 'what is marked',
  },
  {
    ...CROWD,
    ends: 0.3,
    missed: 'a fifth',
    name: 'deletes and restores, a fifth missed',
    limits: MISSED,
    may: 'what is marked',
  },
];
