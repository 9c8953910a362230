import { expect, it } from 'vitest';

import type { Claim } from '../../../core/fold/claim.ts';
import { sameContent } from '../../../core/fold/repeats.ts';
import { stateOf } from '../../../core/fold/state.ts';
import { asEventID, asMicros } from '../../../core/units.ts';
import { claimIn, claimText } from './claim-json.ts';

it('gives a claim back as it was, with what jsonb does not hold', () => {
  const claim: Claim = {
    eventID: asEventID('00ff'),
    operation: 'UPDATE',
    path: 'WEBHOOK',
    apiVersion: 2,
    entryDate: asMicros(1_767_225_600_000_001),
    asOf: asMicros(1_767_225_600_500_000),
    clocked: true,
    state: stateOf({
      hours: { json: '0.1234567890123456789' },
      description: 'a\0b\ud800',
      entryDate: null,
    }),
    clears: ['DE:'],
    before: { state: stateOf({ 'DE:\0': 1 }), absent: ['x\0'], isWhole: true },
    observedAt: asMicros(1_767_225_600_700_000),
  };
  const text = claimText(claim);
  expect(text).not.toContain('\\u0000"');
  const back = claimIn(text);
  expect(sameContent(back, claim)).toBe(true);
  expect(back.observedAt).toBe(claim.observedAt);
  expect(claimText(back)).toBe(text);
});
