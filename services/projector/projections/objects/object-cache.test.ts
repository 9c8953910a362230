import { describe, expect, it } from 'vitest';
import type { Tail } from '../../../core/fold/version.ts';
import { createObjectCache } from './object-cache.ts';
import type { ObjectMemory } from './fold-object.ts';
import { stateOf } from '../../../core/fold/state.ts';
import { asMicros } from '../../../core/units.ts';
import { asColumnState } from '../../../store/states/column-state.ts';
import { tableOf } from '../../../store/tables/type-tables.ts';

function memory(instant: number, bytes = 1_000): ObjectMemory {
  const state = (mark: string) =>
    asColumnState(tableOf('TASK'), stateOf({ name: mark.repeat(bytes) }));
  const tail: Tail = {
    entryDate: asMicros(instant),
    deleted: false,
    state: state('a'),
    observedAt: asMicros(instant),
    lastUntil: asMicros(instant),
    ambiguous: [],
  };
  return { tail, base: { ...tail, state: state('b') }, recent: [] };
}

describe('the memory of objects', () => {
  it('keeps all of the last ones, the tails of more, and forgets the oldest', () => {
    const cache = createObjectCache(40_000);
    for (let index = 1; index <= 100; index += 1) cache.set(`${index}`, memory(index));
    const kept = [...Array(101).keys()].filter((index) => cache.get(`${index}`) !== undefined);
    const whole = kept.filter((index) => {
      const found = cache.get(`${index}`);
      return found !== undefined && found.base !== found.tail;
    });
    expect(kept.at(-1)).toBe(100);
    expect(kept).toEqual([...Array(kept.length).keys()].map((index) => 101 - kept.length + index));
    expect(whole).toEqual(kept.slice(-2));
    // Of 10,000 bytes two of 4,000 and some each; of 30,000 nine of 3,000.
    expect(kept).toHaveLength(2 + 9);
  });

  it('what changes again stays', () => {
    const cache = createObjectCache(40_000);
    for (let index = 1; index <= 100; index += 1) {
      cache.set('busy', memory(index));
      cache.set(`${index}`, memory(index));
    }
    expect(cache.get('busy')?.tail.entryDate).toBe(100);
    expect(cache.get('1')).toBeUndefined();
  });

  it('holds nothing that is larger than it may be, and nothing once cleared', () => {
    const cache = createObjectCache(40_000);
    cache.set('large', memory(1, 50_000));
    expect(cache.get('large')).toBeUndefined();
    cache.set('small', memory(2));
    cache.clear();
    expect(cache.get('small')).toBeUndefined();
  });
});
