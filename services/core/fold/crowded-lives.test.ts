import { describe, expect, it } from 'vitest';
import { certifyObject, newCounts } from '../../../test/support/certify-case.ts';
import type { CaseCounts } from '../../../test/support/certify-case.ts';
import { CROWD_CASES } from '../../../test/support/crowd-cases.ts';
import {
  clockAt,
  event,
  folded,
  removal,
  row,
  update,
} from '../../../test/support/crowd-events.ts';

/** Objects of `npm run certify` that came out wrong, and why. */
const ONCE_WRONG = [
  {
    why: 'three lives of one crowd: seven states are weighed at once, the last among them',
    in: 'deletes and restores',
    seeds: [1095725735, 1095741319],
  },
  {
    why: 'three DELETEs and two rows: one goes to where another was, and that to a third',
    in: 'deletes and restores',
    seeds: [777049557, 777138385, 777146556],
  },
  {
    why: 'a row for which no DELETE was left takes one whose own row can be of another',
    in: 'deletes and restores',
    seeds: [777076165],
  },
  {
    why: 'a row of a field, long after the DELETE, is of the life that follows',
    in: 'deletes and restores, a fifth missed',
    seeds: [31029761],
  },
  {
    why: 'an object shows other values than its DELETE told: it was not restored by that',
    in: 'deletes and restores, one webhook missed',
    seeds: [990018855],
  },
];

const ONCE_UNMARKED = [
  {
    why: 'a row put behind a save that its own clock is before',
    in: 'a fifth missed',
    seed: 121925257,
  },
  { why: 'a row put before a save that it is long behind', in: 'a fifth missed', seed: 60614568 },
  { why: 'a row that may be before all that is known', in: 'a fifth missed', seed: 306986616 },
  { why: 'a row that fits nowhere, put behind all', in: 'a fifth missed', seed: 2026156000 },
  {
    why: 'two rows that lead to each other against their clocks, nothing known before',
    in: 'saves of one clock, a fifth missed',
    seed: 1208346688,
  },
  {
    why: 'a row before the one state known of, or after it',
    in: 'saves of one clock, a fifth missed',
    seed: 60614568,
  },
  { why: 'a save between two rows was missed', in: 'a fifth missed', seed: 880058921 },
  {
    why: 'a row whose doubt lasts as long as the instant at which it was put',
    in: 'a type without a clock, a fifth missed',
    seed: 1476074922,
  },
  { why: 'a row behind all states, near the last', in: 'a fifth missed', seed: 990035835 },
  {
    why: 'two rows of one field in doubt: it stays so until the later',
    in: 'deletes and restores, a fifth missed',
    seed: 121929225,
  },
];

function certified(name: string, seeds: readonly number[]): CaseCounts {
  const [of] = CROWD_CASES.filter((one) => one.name === name);
  if (of === undefined) throw new Error(`no case ${name}`);
  const counts = newCounts();
  for (const seed of seeds) certifyObject(of, seed, counts);
  return counts;
}

it.each(ONCE_UNMARKED)('what may be wrong is marked: $why', ({ in: name, seed }) => {
  expect(certified(name, [seed])).toMatchObject({ objects: 1, wrongNow: 1, wrongUnmarked: 0 });
});

describe('lives that crowd', () => {
  it.each(ONCE_WRONG)('$why', ({ in: name, seeds }) => {
    const counts = certified(name, seeds);
    expect(counts).toMatchObject({ objects: seeds.length, failures: [], wrongNow: 0, lost: 0 });
  });

  const deleted = [
    update(0, 18, { name: 'A', lastUpdateDate: clockAt(0) }, { name: 'Z' }),
    removal('WEBHOOK', 100),
  ];

  it('a row of a field within the spread of the DELETE is of what was deleted', () => {
    const { tail } = folded([...deleted, row(590, 'progress', 1, 2)]);
    expect(tail).toMatchObject({ deleted: true, ambiguous: [] });
  });

  it('one behind it, and nothing else: whether the object is there is marked', () => {
    const { tail } = folded([...deleted, row(610, 'progress', 1, 2)]);
    expect(tail).toMatchObject({ deleted: true, ambiguous: ['ID'] });
  });

  it('one behind it, and a save of the object later: it is alive with the value of the row', () => {
    const saved = { name: 'B', lastUpdateDate: clockAt(1_500) };
    const later = event('UPDATE', 1_500, 1_518, saved, { name: 'A' });
    const { tail } = folded([...deleted, row(610, 'progress', 1, 2), later]);
    expect(tail).toMatchObject({ deleted: false });
    expect(tail?.state.fields()).toMatchObject({ name: 'B', progress: 2 });
  });
});
