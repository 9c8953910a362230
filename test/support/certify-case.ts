import { fold } from '../../services/core/fold/fold.ts';
import { EXISTENCE } from '../../services/core/fold/gather.ts';
import { claimOfEvent } from './claim-of-event.ts';
import type { CertifiedCase } from './crowd-cases.ts';
import { simulateCrowd } from './crowded-object.ts';
import type { CrowdedObject } from './crowded-object.ts';
import { judge } from './judge-crowd.ts';
import type { JudgedVersion } from './judge-crowd.ts';
import { lookForTruth } from './other-truths.ts';
import { seededRandom } from '../../services/core/random.ts';

/** Objects of which something is so, out of all that were folded. */
export interface CaseCounts {
  objects: number;
  lost: number;
  wrongThen: number;
  wrongNow: number;
  /** Wrong in anything, where another truth that told the very same would make it right. */
  open: number;
  /** Wrong now though the evidence tells: no such truth was found. */
  wrongTold: number;
  /** Wrong now though the evidence tells, and nothing says so. */
  wrongUnmarked: number;
  /** Marked to be read again, rightly or out of caution. */
  marked: number;
  /** Seeds of the first objects that came out as they must not. */
  readonly failures: number[];
}

export function newCounts(): CaseCounts {
  return {
    objects: 0,
    lost: 0,
    wrongThen: 0,
    wrongNow: 0,
    open: 0,
    wrongTold: 0,
    wrongUnmarked: 0,
    marked: 0,
    failures: [],
  };
}

/** Folds one simulated object of the case, and counts what became of it. */
export function certifyObject(of: CertifiedCase, seed: number, counts: CaseCounts): void {
  const object = simulateCrowd(seededRandom(seed), of);
  const { versions, tail } = fold(object.events.map((event) => claimOfEvent(event)));
  const states = versions.map((version) => ({ ...version, fields: version.state.fields() }));
  const { lost, wrong, wrongNow } = judge(object, states);
  const marked = tail?.ambiguous ?? [];
  const isMarked = (name: string): boolean => marked.includes(name) || marked.includes(EXISTENCE);
  const isUnmarked = wrongNow.some((name) => !isMarked(name));
  const isWrong = lost.length + wrong.length + wrongNow.length > 0;
  const isOpen = (of.ends > 0 || isUnmarked) && isWrong && couldBeRight(object, of, states);
  counts.objects += 1;
  counts.lost += Number(lost.length > 0);
  counts.wrongThen += Number(wrong.length > 0);
  counts.wrongNow += Number(wrongNow.length > 0);
  counts.wrongUnmarked += Number(isUnmarked && !isOpen);
  counts.marked += Number(marked.length > 0);
  counts.open += Number(isOpen);
  counts.wrongTold += Number(wrongNow.length > 0 && !isOpen);
  const mayNotBe = of.finalRead || of.may === 'nothing';
  const mustNot = mayNotBe ? wrongNow.length > 0 : isUnmarked && !isOpen;
  const isFailure = mustNot || (of.limits.versions === 0 && lost.length + wrong.length > 0);
  if (isFailure && counts.failures.length < FAILURES_MAX) counts.failures.push(seed);
}

/** Whether it came out as it must: see `CertifiedCase`. Of few objects shares say nothing. */
export function holds({ limits }: CertifiedCase, counts: CaseCounts): boolean {
  const { objects, failures, lost, wrongThen, wrongTold } = counts;
  return (
    failures.length === 0 &&
    wrongTold <= objects * limits.wrongNow &&
    Math.max(lost, wrongThen) <= objects * limits.versions
  );
}

/** Nobody who has the events alone can tell it from a truth of which all of it is right. */
function couldBeRight(
  object: CrowdedObject,
  of: CertifiedCase,
  states: readonly JudgedVersion[],
): boolean {
  const found = lookForTruth(object, of, (truth) => {
    const { lost, wrong, wrongNow } = judge(truth, states);
    return lost.length + wrong.length + wrongNow.length === 0;
  });
  return found === 'found';
}

const FAILURES_MAX = 5;
