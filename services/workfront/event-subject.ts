/** Whom and what a delivery is about: type, object, tenant, actor (reference B.3, B.6). Pure. */
import { canonicalObjCode } from './catalogue/catalogue.ts';
import { filledText } from './event-bodies.ts';
import type { EventBody, SentState } from './event-bodies.ts';
import { isJsonObject } from '../core/json.ts';
import type { JsonValue } from '../core/json.ts';

/** Longest object ID that becomes a Kafka key and an index key (Law 7); real ones have 32. */
const OBJ_ID_CHARS_MAX = 255;

// Their states bear the (objCode, objID) of what is being approved.
const APPROVALS: ReadonlySet<string> = new Set([
  'approval',
  'approval_stage',
  'approval_stage_participant',
]);

/**
 * The type that the event is about: a known objCode inside the state wins over the URL's, save
 * where the state's objCode may name something else.
 */
export function objCodeOf(urlObjCode: string, states: readonly SentState[]): string {
  const fromUrl = canonicalObjCode(urlObjCode) ?? urlObjCode;
  for (const { value } of states) {
    const sent = filledText(value['objCode']);
    const known = sent === null ? null : canonicalObjCode(sent);
    if (known === null) continue;
    return APPROVALS.has(fromUrl) && !APPROVALS.has(known) ? fromUrl : known;
  }
  return fromUrl;
}

/** The object's ID; null where no state names one that can be a key. */
export function objIDOf(objCode: string, states: readonly SentState[]): string | null {
  for (const { value } of states) {
    const id =
      objCode === 'approval_stage_participant'
        ? participantID(value)
        : (filledText(value['ID']) ?? filledText(value['id']));
    if (id !== null) return isUsableID(id) ? id : null;
  }
  return null;
}

/** Neither blanks nor control characters, in ASCII, and not too long. */
export function isUsableID(id: string): boolean {
  return id.length <= OBJ_ID_CHARS_MAX && /^[\x21-\x7e]+$/.test(id);
}

/** The tenant, from the envelope or else from a state; null where none is named. */
export function customerOf(body: EventBody, states: readonly SentState[]): string | null {
  if (body.customerID !== null) return body.customerID;
  for (const { value } of states) {
    const id = filledText(value['customerID']) ?? filledText(value['customerId']);
    if (id !== null) return id;
  }
  return null;
}

/**
 * Who made the change, where known. A state names who saved it last, which after a DELETE is not
 * who deleted it; a creator is the actor of the CREATE only.
 */
export function actorOf(body: EventBody, objCode: string): string | null {
  if (body.userID !== null) return body.userID;
  const state = body.newState?.value;
  if (state === undefined || body.eventType === 'DELETE') return null;
  const saver = personOf(state['lastUpdatedByID']) ?? personOf(state['updatedBy']);
  if (saver !== null) return saver;
  if (objCode === 'approval_stage_participant') {
    return personOf(state['decisionUserID']) ?? personOf(state['realUserID']);
  }
  const creator = CREATOR_FIELDS.get(objCode);
  return creator !== undefined && body.eventType === 'CREATE' ? personOf(state[creator]) : null;
}

const CREATOR_FIELDS: ReadonlyMap<string, string> = new Map([
  ['NOTE', 'ownerID'],
  ['DOCV', 'enteredByID'],
  ['approval', 'creatorID'],
  ['approval_stage', 'creatorID'],
]);

// Planning v2 writes people as `{id, name}` (reference E.3).
function personOf(value: JsonValue | undefined): string | null {
  return filledText(isJsonObject(value) ? value['id'] : value);
}

// It has no ID of its own (reference B.6).
function participantID(state: SentState['value']): string | null {
  const parts = ['stageID', 'participantID', 'participantType'].map((name) =>
    filledText(state[name]),
  );
  return parts.includes(null) ? null : parts.join(':');
}
