import { describe, expect, it } from 'vitest';
import { stateOf } from '../../core/fold/state.ts';
import { asEventID, asMicros, offsetOf } from '../../core/units.ts';
import { changeRowAt } from '../../../test/support/change-row.ts';
import type { ChangeRow } from './change-row.ts';
import { explainObject } from './explained.ts';

const SECOND = 1_000_000;

function told(offset: bigint, second: number, fields: Record<string, string>): ChangeRow {
  const at = asMicros(second * SECOND);
  return changeRowAt(offset, {
    eventID: asEventID(offset.toString(16).padStart(32, '0')),
    entryDate: at,
    asOf: at,
    state: stateOf({ ...fields, lastUpdateDate: new Date(at / 1000).toISOString() }),
    observedAt: at,
  });
}

describe('what each event did', () => {
  const first = told(1n, 10, { name: 'one' });
  const second = told(2n, 30, { name: 'three' });
  const between = told(3n, 20, { name: 'two' });

  it('is a version where it came in time, whatever the order of the rows', () => {
    const { inputs, versions } = explainObject([second, first]);
    expect(inputs.map(({ row, verdict }) => [row.offset, verdict])).toEqual([
      [1n, 'version'],
      [2n, 'version'],
    ]);
    expect(inputs.map(({ standsIn }) => standsIn)).toEqual(versions);
  });

  it('is late where the past is another now', () => {
    const { inputs, versions } = explainObject([first, second, between]);
    expect(inputs.map(({ verdict }) => verdict)).toEqual(['version', 'version', 'late']);
    expect(inputs[2]?.standsIn).toBe(versions[1]);
    expect(versions.map(({ state }) => state.fields()['name'])).toEqual(['one', 'two', 'three']);
  });

  it('is absorbed where all was known, or nothing was said', () => {
    const read = {
      ...first.claim,
      eventID: asEventID('f'.repeat(32)),
      path: 'SEARCH' as const,
      apiVersion: 0,
    };
    const again = {
      ...first,
      offset: offsetOf(4n),
      claim: { ...read, asOf: asMicros(12 * SECOND) },
    };
    const signal = { ...first.claim, eventID: asEventID('e'.repeat(32)), path: 'JOURNAL' as const };
    const silent = {
      ...first,
      offset: offsetOf(5n),
      claim: { ...signal, clocked: false, state: stateOf({}) },
    };
    const { inputs } = explainObject([first, again, silent]);
    expect(inputs.map(({ verdict }) => verdict)).toEqual(['version', 'absorbed', 'absorbed']);
    expect(inputs[2]?.standsIn).toBeNull();
  });
});
