/** Everything about the sandbox's behaviour that can be changed while it runs. */
import { isJsonObject, isList } from '../core/json.ts';
import type { JsonObject, JsonValue } from '../core/json.ts';

import { isTimeZone } from '../workfront/time-zone.ts';

/** A range of milliseconds from which each occurrence draws. */
export type SpreadMs = readonly [from: number, to: number];

export const DEFAULT_SETTINGS = {
  /**
   * How much faster than in life retries, probes and version windows pass: 1000 = 48 h in 173 s.
   */
  timeScale: 1,
  /** eventTime minus lastUpdateDate; 18 to 414 ms in the samples of reference B.4. */
  eventSpreadMs: [18, 414] satisfies SpreadMs,
  /** Journal entryDate minus lastUpdateDate of the same save. */
  journalSpreadMs: [-150, 250] satisfies SpreadMs,
  /** lastUpdateDate minus entryDate at creation: 16 to 438 ms, `test/fixtures/event_payloads/`. */
  createSpreadMs: [16, 438] satisfies SpreadMs,
  /** From the change to the first delivery attempt: usually about 1 s (reference B.2). */
  deliveryLatencyMs: [20, 400] satisfies SpreadMs,
  deliveryTimeoutMs: 5000,
  /** Deliveries under way at once to one URL. */
  deliveriesParallelMax: 24,
  /** Search, count and JRNLE show a save only after this long; until then the state before it. */
  searchLagMs: [0, 0] satisfies SpreadMs,
  /** subObjCode, subObjID, topObjCode, topObjID refuse to filter since v13 (reference A.2). */
  journalNotFilterable: true,
  /** Older behaviour: errors come with status 200 (reference C.5). */
  errorsAs200: false,
  /** v15 to v17 answer 410 too (reference C.1). */
  retireDeprecated: false,
  /** Where a DELETE event carries the object: docs talk of oldState (reference B.4). */
  deleteState: 'oldState',
  /** `fields`: bodies of before 2017.3, one state, neither clock nor actor (reference B.4). */
  eventForm: 'states',
  /** Listed fields without a value are null (documented); false leaves them out. */
  eventNulls: true,
  /**
   * Sent to the endpoint of each new subscription: there are validation messages, what they hold is
   * unpublished (reference B.2, I.1). Empty: none is sent.
   */
  validationBody: '',
  /** How often version 1 shows a null that never was, where it did so sometimes (reference B.4). */
  versionOneFalseNulls: 0.3,
  /** userId and customerId at the top of an event body (reference B.4). */
  envelopeActor: true,
  /** Restoring from the bin sends a CREATE; moves the clock (reference C.9: both undocumented). */
  restoreEvent: true,
  restoreMovesClock: false,
  /** Whether each child of a deleted project emits its own DELETE (reference C.9: undocumented). */
  childDeleteEvents: true,
  /** Hours of a deleted project: survive (default) or go with it (reference C.9). */
  hoursSurviveDelete: true,
  /** Custom forms' calculated fields and roll-ups change with their parts. */
  recalculation: true,
  recalculationEvent: 0.5,
  recalculationMovesClock: 0.2,
  /** `guide` or `openapi`: which of the two published v2 search envelopes (reference E.3). */
  planningEnvelope: 'openapi',
  planningRequestsPerMinute: 200,
  /** The tenant's one IMS organisation: calls for another are refused (reference E.1). */
  imsOrgID: 'SANDBOX@AdobeOrg',
  /**
   * Links to a record in the bin: gone from the other records until it is restored, or there
   * without its title, as one sample shows links (reference C.9, E.2).
   */
  planningDeletedLinks: 'gone',
  /**
   * Detached from a workspace, a global type's records of there stay (reference E.3) or go
   * (reference E.5).
   */
  planningDetachKeepsRecords: false,
  /** dateCreated instead of date_created in subscriptions: both have been seen (reference B.1). */
  subscriptionsCamelCase: false,
  /**
   * The one registered OAuth2 application (reference C.1; registration is a setup page). The public
   * key is a PEM, of a key or a certificate; without one no JWT is exchanged. Days 0: refresh
   * tokens last.
   */
  oauthClientID: 'sandbox',
  oauthClientSecret: 'sandbox',
  oauthRedirectURL: 'http://127.0.0.1:9000/callback',
  oauthPublicKey: '',
  oauthRefreshRotation: true,
  oauthRefreshDays: 0,
  /** False: the user refuses at the consent screen. */
  oauthConsent: true,
  /** How events of the tenant print their dates (reference B.4, samples: -0600). */
  zone: 'America/Denver',
};

export type Settings = typeof DEFAULT_SETTINGS;

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  deleteState: ['oldState', 'newState', 'both'],
  eventForm: ['states', 'fields'],
  planningEnvelope: ['openapi', 'guide'],
  planningDeletedLinks: ['gone', 'valueless'],
};

export class SettingsRefused extends Error {}

/** Changes `settings` in place by the members of `patch`; all or nothing. */
export function applySettings(settings: Settings, patch: JsonValue): void {
  if (!isJsonObject(patch)) throw new SettingsRefused('settings must be a JSON object');
  const known: JsonObject = DEFAULT_SETTINGS;
  for (const [name, value] of Object.entries(patch)) {
    const like = Object.hasOwn(known, name) ? known[name] : undefined;
    if (like === undefined) {
      throw new SettingsRefused(`no setting ${name}; there are ${Object.keys(known).join(', ')}`);
    }
    if (!fits(name, value, like)) {
      throw new SettingsRefused(`${name} must be like ${JSON.stringify(like)}`);
    }
  }
  Object.assign(settings, patch);
}

function fits(name: string, value: JsonValue, like: JsonValue): boolean {
  if (isList(like)) {
    if (!isList(value) || value.length !== 2) return false;
    const [from, to] = value;
    return typeof from === 'number' && typeof to === 'number' && from <= to;
  }
  const choices = CHOICES[name];
  if (choices) return typeof value === 'string' && choices.includes(value);
  if (name === 'zone') return typeof value === 'string' && isTimeZone(value);
  if (name === 'timeScale') return typeof value === 'number' && value > 0;
  return typeof value === typeof like && (typeof value !== 'number' || value >= 0);
}
