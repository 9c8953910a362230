import { expect, test } from 'vitest';
import { asMicros } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { compareWindows, ROWS_NAMED } from './compare-windows.ts';
import type { CountedSide, CountedWindow } from './compare-windows.ts';

const ALL: CountedWindow = { from: asMicros(0), to: asMicros(1_000_000_000) };

const COUNTS = { exact: false };

class Held implements CountedSide {
  readonly named: CountedWindow[] = [];
  counted = 0;
  readonly #clocks: ReadonlyMap<string, number>;

  constructor(clocks: ReadonlyMap<string, number>) {
    this.#clocks = clocks;
  }

  async count(window: CountedWindow): Promise<number> {
    this.counted += 1;
    return this.#in(window).length;
  }

  async clocks(window: CountedWindow): Promise<ReadonlyMap<string, Micros>> {
    this.named.push(window);
    return new Map(this.#in(window).map((id) => [id, asMicros(this.#clocks.get(id) ?? 0)]));
  }

  #in({ from, to }: CountedWindow): string[] {
    return [...this.#clocks].filter(([, at]) => at >= from && at < to).map(([id]) => id);
  }
}

function quarters({ from, to }: CountedWindow): CountedWindow[] {
  const length = (to - from) / 4;
  return [0, 1, 2, 3].map((at) => ({
    from: asMicros(from + at * length),
    to: asMicros(from + (at + 1) * length),
  }));
}

function objects(count: number, spacing = 10_000): Map<string, number> {
  return new Map(Array.from({ length: count }, (_, at) => [`id${at}`, at * spacing]));
}

test('sides that count the same are asked for one number', async () => {
  const [there, held] = [new Held(objects(5_000)), new Held(objects(5_000))];
  expect(await compareWindows(there, held, [ALL], COUNTS)).toEqual({
    missing: [],
    surplus: [],
    moved: [],
    windows: 1,
    isExact: false,
  });
  expect(there.named).toEqual([]);
});

test('one that is missing among many is named by halving only where the counts differ', async () => {
  const held = objects(12_000, 50_000);
  held.delete('id6234');
  held.set('gone', 77_000_500);
  held.set('gone too', 577_000_500);
  const sides = [new Held(objects(12_000, 50_000)), new Held(held)] as const;
  const found = await compareWindows(...sides, quarters(ALL), COUNTS);
  expect(found.missing).toEqual(['id6234']);
  expect(found.surplus.toSorted()).toEqual(['gone', 'gone too']);
  expect(sides[0].counted).toBeLessThan(45);
  for (const window of sides[0].named) {
    expect(await sides[0].count(window)).toBeLessThanOrEqual(ROWS_NAMED);
  }
});

test('more objects on one instant than a page holds are named all the same', async () => {
  const there = objects(3 * ROWS_NAMED, 0);
  const held = new Map(there);
  held.delete('id5');
  const found = await compareWindows(new Held(there), new Held(held), [ALL], COUNTS);
  expect(found).toMatchObject({ missing: ['id5'], surplus: [] });
});

test('in a small window one too many and one too few do not hide each other, nor a clock', async () => {
  const there = objects(10);
  const held = new Map(there).set('gone', 5).set('id3', 31_000);
  held.delete('id7');
  const found = await compareWindows(new Held(there), new Held(held), [ALL], COUNTS);
  expect(found).toMatchObject({ missing: ['id7'], surplus: ['gone'], moved: ['id3'] });
});

test('in a large one they do, unless every object is to be named', async () => {
  const there = objects(3 * ROWS_NAMED);
  const held = new Map(there).set('gone', 5_000_000);
  held.delete('id7');
  const sides = [new Held(there), new Held(held)] as const;
  const counted = await compareWindows(...sides, [ALL], COUNTS);
  expect(counted).toMatchObject({ missing: [], surplus: [], isExact: false });
  const exact = await compareWindows(...sides, [ALL], { exact: true });
  expect(exact).toMatchObject({ missing: ['id7'], surplus: ['gone'], isExact: true });
});
