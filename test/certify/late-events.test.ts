import { describe, expect, it } from 'vitest';
import { beyondCeilings } from './late-events.ts';

const cost = (claims: number, copies: number) => ({ claims, isCrowd: true, cpuMs: 1, copies });

describe('what a late event may cost', () => {
  it('holds where a claim costs about the same however many there are', () => {
    expect(beyondCeilings([cost(5_000, 8.7), cost(131_072, 11.8)])).toEqual([]);
  });

  it('does not hold where few claims cost more than they may', () => {
    expect(beyondCeilings([cost(5_000, 12)])).toEqual([
      '5,000 claims, one crowd: 12 copies, more than 11, the ceiling of 100 ms',
    ]);
  });

  it('does not hold where a claim costs more the more there are', () => {
    expect(beyondCeilings([cost(5_000, 4), cost(131_072, 104)])).toEqual([
      '131,072 claims, one crowd: 26.0 times as much a claim',
    ]);
  });
});
