/** Rows of `changes`: each accepted event once, as a compact claim. Pure. */
import type { ChangeRow } from '../claims/change-row.ts';
import type { ClaimValues } from '../claims/claim-values.ts';
import { storedFields, storedName } from '../states/stored-json.ts';
import type { RowColumn } from './row-columns.ts';

/** A claim and where its values are. */
export interface StoredClaim {
  readonly row: ChangeRow;
  readonly values: ClaimValues;
}

export const CLAIM_COLUMNS: readonly RowColumn<StoredClaim>[] = [
  {
    name: 'entrydate',
    type: 'timestamptz not null',
    comment: 'The change clock: when the change was made.',
    write: (to, { row }) => to.timestamptz(row.claim.entryDate),
  },
  {
    name: 'asof',
    type: 'timestamptz not null',
    comment: 'Latest instant at which the source is known to have held these values.',
    write: (to, { row }) => to.timestamptz(row.claim.asOf),
  },
  {
    name: 'observedat',
    type: 'timestamptz not null',
    comment: 'When we first saw it.',
    write: (to, { row }) => to.timestamptz(row.claim.observedAt),
  },
  {
    name: '"offset"',
    type: 'bigint not null',
    comment: 'Of the first record that carries the event: the least (topic, partition, offset).',
    write: (to, { row }) => to.bigint(row.offset),
  },
  {
    name: 'partition',
    type: 'integer not null',
    comment: 'See offset.',
    write: (to, { row }) => to.integer(row.partition),
  },
  {
    name: 'apiversion',
    type: 'smallint not null',
    comment: 'WEBHOOK: greatest version of the event body that came, 1 or 2. 0 elsewhere.',
    write: (to, { row }) => to.smallint(row.claim.apiVersion),
  },
  {
    name: 'clocked',
    type: 'boolean not null',
    comment: 'Whether entrydate is a change clock that Workfront stamped on the state itself.',
    write: (to, { row }) => to.boolean(row.claim.clocked),
  },
  {
    name: 'objid',
    type: 'text collate "C" not null',
    comment: 'Workfront ID of the object that the event is about.',
    write: (to, { row }) => to.text(row.objID),
  },
  {
    name: 'objcode',
    type: 'text collate "C" not null',
    comment: 'Workfront type of that object.',
    write: (to, { row }) => to.text(row.objCode),
  },
  {
    name: 'eventid',
    type: 'bytea not null',
    comment:
      'Identity of the fact: the same fact has the same eventID whoever saw it and however often.',
    write: (to, { row }) => to.hex(row.claim.eventID),
  },
  {
    name: 'operation',
    type: 'text collate "C" not null',
    comment: 'CREATE, UPDATE, DELETE or SNAPSHOT.',
    write: (to, { row }) => to.text(row.claim.operation),
  },
  {
    name: 'path',
    type: 'text collate "C" not null',
    comment: 'WEBHOOK, JOURNAL, SEARCH or PLANNING.',
    write: (to, { row }) => to.text(row.claim.path),
  },
  {
    name: 'topic',
    type: 'text collate "C" not null',
    comment: 'See offset.',
    write: (to, { row }) => to.text(row.topic),
  },
  {
    name: 'actorid',
    type: 'text collate "C"',
    comment: 'ID of the user who made the change, where known.',
    write: (to, { row }) => to.text(row.actorID),
  },
  {
    name: 'clears',
    type: 'text[]',
    comment:
      'Key prefixes that were read whole: a key under one that was not told is empty. Null: none.',
    write: (to, { row }) => to.textArray(row.claim.clears.length === 0 ? null : row.claim.clears),
  },
  {
    name: 'untold',
    type: 'text[]',
    comment:
      'Where fields is null the claim told what the version says that held at its entrydate (of a ' +
      'DELETE at its asof), but for these fields. Null: none.',
    write: (to, { values }) => {
      const none = values.of === 'itself' || values.untold.length === 0;
      to.textArray(none ? null : values.untold.map(storedName));
    },
  },
  {
    name: 'fields',
    type: 'jsonb',
    comment:
      'What the event claims, normalised: instants in UTC, numbers as numbers, sets sorted. Null ' +
      'where a version says it: see untold.',
    write: (to, { row, values }) => {
      if (values.of === 'version') to.null();
      else to.jsonb(storedFields(row.claim.state.fields()));
    },
  },
  {
    name: 'before',
    type: 'jsonb',
    comment:
      'The fields that had another value before, with that value. Null where the event says ' +
      'nothing of before.',
    write: (to, { row }) => {
      const { before } = row.claim;
      if (before === null) to.null();
      else to.jsonb(storedFields(before.state.fields()));
    },
  },
  {
    name: 'absent',
    type: 'text[]',
    comment: 'Fields that were not there before. Null: none.',
    write: (to, { row }) => {
      const absent = row.claim.before?.absent ?? [];
      to.textArray(absent.length === 0 ? null : absent.map(storedName));
    },
  },
  {
    name: 'beforewhole',
    type: 'boolean not null',
    comment: 'Whether all other fields that the claim told had the same value before.',
    write: (to, { row }) => to.boolean(row.claim.before?.isWhole ?? false),
  },
];
