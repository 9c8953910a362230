/**
 * Rows of the three tables for COPY. The column lists here and the calls below are one thing in
 * two places: keep their order the same. Pure.
 */
import type { Tail, Version } from '../../core/fold/fold.ts';
import type { CopyRows } from '../../platform/postgres/copy-rows.ts';
import type { ChangeRow } from '../claims/change-row.ts';
import type { State } from '../../core/fold/state.ts';
import { TextState } from '../states/text-state.ts';
import type { JsonBytes } from '../states/json-bytes.ts';

export interface ObjectRef {
  readonly objID: string;
  readonly objCode: string;
}

export const CHANGES_COLUMNS =
  'entrydate, asof, observedat, "offset", partition, apiversion, clocked, objid, objcode, ' +
  'eventid, operation, path, topic, actorid, clears, fields';

export function encodeChange(to: CopyRows, row: ChangeRow, json: JsonBytes): void {
  const { claim } = row;
  to.begin(16);
  to.timestamptz(claim.entryDate);
  to.timestamptz(claim.asOf);
  to.timestamptz(claim.observedAt);
  to.bigint(row.offset);
  to.integer(row.partition);
  to.smallint(claim.apiVersion);
  to.boolean(claim.clocked);
  to.text(row.objID);
  to.text(row.objCode);
  to.hex(claim.eventID);
  to.text(claim.operation);
  to.text(claim.path);
  to.text(row.topic);
  to.text(row.actorID);
  to.textArray(claim.clears);
  encodeState(to, claim.state, json);
}

/** @param json where it is written first, if need be */
function encodeState(to: CopyRows, state: State, json: JsonBytes): void {
  if (state instanceof TextState) {
    to.jsonb(state.text);
    return;
  }
  json.fields(state.fields());
  to.jsonb(json.asText());
}

export const VERSIONS_COLUMNS = 'entrydate, observedat, deleted, objid, objcode, fields';

export function encodeVersion(
  to: CopyRows,
  ref: ObjectRef,
  version: Version,
  json: JsonBytes,
): void {
  beginVersion(to, ref, version);
  encodeState(to, version.state, json);
}

/** All columns but the last, which says what the fields are. */
function beginVersion(to: CopyRows, ref: ObjectRef, version: Version): void {
  to.begin(6);
  to.timestamptz(version.entryDate);
  to.timestamptz(version.observedAt);
  to.boolean(version.deleted);
  to.text(ref.objID);
  to.text(ref.objCode);
}

/** Of `batch_stated`: versions that have the fields of a change. */
export const STATED_COLUMNS = 'entrydate, observedat, deleted, objid, objcode, eventid';

export function encodeStated(
  to: CopyRows,
  ref: ObjectRef,
  version: Version,
  eventID: string,
): void {
  beginVersion(to, ref, version);
  to.hex(eventID);
}

export const CURRENT_COLUMNS =
  'entrydate, observedat, lastuntil, lastclock, lastjournal, deleted, objid, objcode, fields';
/** Of `batch_current`; see `encodeCurrent`. */
export const BATCH_CURRENT_COLUMNS = `${CURRENT_COLUMNS}, eventid, isnew, isversion`;

export interface CurrentRow extends ObjectRef {
  readonly tail: Tail;
  readonly isNewObject: boolean;
  /** Of the change whose fields it has; without one it brings its own. */
  readonly eventID: string | null;
  /** Whether it is a new row of `versions` too, with the fields of that change. */
  readonly isVersion: boolean;
}

export function encodeCurrent(to: CopyRows, row: CurrentRow, json: JsonBytes): void {
  const { tail, eventID } = row;
  to.begin(12);
  to.timestamptz(tail.entryDate);
  to.timestamptz(tail.observedAt);
  to.timestamptz(tail.lastUntil);
  to.timestamptz(tail.lastClock);
  to.timestamptz(tail.lastJournal);
  to.boolean(tail.deleted);
  to.text(row.objID);
  to.text(row.objCode);
  if (eventID === null) {
    encodeState(to, tail.state, json);
    to.null();
  } else {
    to.null();
    to.hex(eventID);
  }
  to.boolean(row.isNewObject);
  to.boolean(row.isVersion);
}
