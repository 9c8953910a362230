import { describe, expect, it } from 'vitest';
import type { Claim } from '../../core/fold/claim.ts';
import { stateOf } from '../../core/fold/state.ts';
import { asEventID, asMicros } from '../../core/units.ts';
import { stateFrom, valuesIn } from './claim-values.ts';

const CLAIM: Claim = {
  eventID: asEventID('00'.repeat(16)),
  operation: 'UPDATE',
  path: 'WEBHOOK',
  apiVersion: 2,
  entryDate: asMicros(1),
  asOf: asMicros(2),
  clocked: true,
  state: stateOf({ name: 'a', status: 'NEW' }),
  clears: [],
  before: null,
  observedAt: asMicros(3),
};
const VERSION = { state: stateOf({ name: 'a', status: 'NEW', condition: 0 }) };

describe('where the values of a claim are', () => {
  it('in the version that says the same, but for what the claim did not tell', () => {
    const values = valuesIn(VERSION, CLAIM);
    expect(values).toEqual({ of: 'version', untold: ['condition'] });
    expect(stateFrom(VERSION.state, ['condition']).fields()).toEqual(CLAIM.state.fields());
  });

  it('by itself where the version says otherwise', () => {
    const state = stateOf({ name: 'b', status: 'NEW' });
    expect(valuesIn(VERSION, { ...CLAIM, state })).toEqual({ of: 'itself' });
  });

  it('by itself where other content may come under its eventID, as of a row', () => {
    const row = { ...CLAIM, state: VERSION.state, clocked: false };
    expect(valuesIn(VERSION, { ...row, path: 'JOURNAL' })).toEqual({ of: 'itself' });
    expect(valuesIn(VERSION, { ...row, path: 'PLANNING' })).toEqual({ of: 'itself' });
  });
});
