import { describe, expect, it } from 'vitest';
import { changeRowAt } from '../../../test/support/change-row.ts';
import { asMicros } from '../../core/units.ts';
import { mergeChangeRows } from './change-row.ts';
import type { ChangeRow } from './change-row.ts';

function sighting(offset: bigint, observedAt: number, more: Partial<ChangeRow> = {}): ChangeRow {
  return changeRowAt(offset, { apiVersion: 1, observedAt: asMicros(observedAt) }, more);
}

describe('repeats of one event', () => {
  const first = sighting(7n, 30, { actorID: 'zoe' });
  const second = sighting(9n, 10, { actorID: 'adam' });
  const third = { ...sighting(5n, 20), topic: 'u' };

  it('merge to the same row in any order', () => {
    const merged = mergeChangeRows(mergeChangeRows(first, second), third);
    expect(mergeChangeRows(third, mergeChangeRows(second, first))).toEqual(merged);
    expect(merged).toMatchObject({ topic: 't', offset: 7n, actorID: 'adam' });
    expect(merged.claim.observedAt).toBe(10);
  });

  it('keep the greatest version of the event body', () => {
    const v2 = { ...second, claim: { ...second.claim, apiVersion: 2 } };
    expect(mergeChangeRows(first, v2).claim.apiVersion).toBe(2);
    expect(mergeChangeRows(v2, first).claim.apiVersion).toBe(2);
  });
});
