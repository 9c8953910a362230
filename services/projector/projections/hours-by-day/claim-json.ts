/** A claim about an hour as jsonb, and back: all of it, since all of it decides the fold. Pure. */
import type { Claim } from '../../../core/fold/claim.ts';
import { stateOf } from '../../../core/fold/state.ts';
import type { State } from '../../../core/fold/state.ts';
import { asEventID, asMicros } from '../../../core/units.ts';
import { z } from '../../../platform/process/config.ts';
import {
  entriesOfStored,
  nameOfStored,
  storedFields,
  storedName,
} from '../../../store/states/stored-json.ts';

const instant = z.number().transform(asMicros);

/** Texts of JSON within JSON: numbers that a double cannot hold stay what they are. */
const stored = z.object({
  eventID: z.string().transform(asEventID),
  operation: z.enum(['CREATE', 'UPDATE', 'DELETE', 'SNAPSHOT']),
  path: z.enum(['WEBHOOK', 'JOURNAL', 'SEARCH', 'PLANNING']),
  apiVersion: z.number(),
  entryDate: instant,
  asOf: instant,
  clocked: z.boolean(),
  clears: z.array(z.string()),
  observedAt: instant,
  state: z.string(),
  before: z
    .object({ state: z.string(), absent: z.array(z.string()), isWhole: z.boolean() })
    .nullable(),
});

export function claimText({ state, before, ...told }: Claim): string {
  const earlier = before && {
    state: storedFields(before.state.fields()),
    absent: before.absent.map(storedName),
    isWhole: before.isWhole,
  };
  return JSON.stringify({ ...told, state: storedFields(state.fields()), before: earlier });
}

export function claimIn(text: string): Claim {
  const { state, before, ...told } = stored.parse(JSON.parse(text));
  const earlier = before && {
    state: stateIn(before.state),
    absent: before.absent.map(nameOfStored),
    isWhole: before.isWhole,
  };
  return { ...told, state: stateIn(state), before: earlier };
}

function stateIn(text: string): State {
  return stateOf(Object.fromEntries(entriesOfStored(text)));
}
