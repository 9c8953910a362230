/** `planning.reference_current`: the links of records, one a row (reference F.2). Pure. */
import type { Column } from './view-column.ts';
import { IS_REFERENCE, REFERENCE_ID } from './planning-columns.ts';

const EXTERNAL = `field.other -> 'referenceOptions' -> 'externalOptions'`;

/** v2 names the object, v1 and Data Connect its objCode. */
const OBJECT_CODE = `case ${EXTERNAL} ->> 'object' when 'PROJECT' then 'PROJ'
    when 'PORTFOLIO' then 'PORT' when 'PROGRAM' then 'PRGM' when 'COMPANY' then 'CMPY'
    when 'TEMPLATE' then 'TMPL' else ${EXTERNAL} ->> 'object' end`;

export const REFERENCE_COLUMNS: readonly Column[] = [
  {
    name: 'reference_id',
    expression: REFERENCE_ID,
    comment: 'The same for all links of one field of a record: planningrecord_*.reference_ids.',
  },
  {
    name: 'from_referenceid',
    expression: REFERENCE_ID,
    comment: 'The same as reference_id: published queries use either name.',
  },
  {
    name: 'from_recordid',
    expression: 'version.objid',
    comment: 'The record that the link is of.',
  },
  { name: 'fieldid', expression: 'one.key', comment: 'The field that holds the link.' },
  {
    name: 'recordtypeid',
    expression: 'version.recordtypeid',
    comment: 'Record type of from_recordid.',
  },
  {
    name: 'referencevalue',
    expression: `link ->> 'value'`,
    comment: 'Title of what the link points to, as the record showed it.',
  },
  {
    name: 'to_recordid',
    expression: `case when link ->> 'externalId' is null then link ->> 'id' end`,
    comment: 'The record that the link points to; null where it leads out of Planning.',
  },
  {
    name: 'to_externalid',
    expression: `link ->> 'externalId'`,
    comment: 'ID of the object outside Planning, for example a projectid.',
  },
  {
    name: 'to_externalconnectionname',
    expression: `lower(coalesce(${EXTERNAL} ->> 'connectionName', ${EXTERNAL} ->> 'connection'))`,
    comment: 'Where to_externalid is, for example workfront.',
  },
  {
    name: 'to_externalobjectname',
    expression: `coalesce(${EXTERNAL} ->> 'objectName', ${OBJECT_CODE})`,
    comment: 'Type of the object outside Planning, for example PROJ.',
  },
  {
    name: 'created',
    expression: 'version.created',
    comment: '1 where the record is in its first version, else 0.',
  },
  {
    name: 'updated',
    expression: 'version.updated',
    comment: '1 where the record had an earlier version, else 0.',
  },
  {
    name: 'deleted',
    expression: 'version.deleted',
    comment: '1 when the record is deleted, else 0.',
  },
  {
    name: 'dl_load_timestamp',
    expression: 'version.dl_load_timestamp',
    comment: 'When this pipeline saw the newest fact in the record, UTC.',
  },
];

export const REFERENCE_VIEW = {
  name: 'planning.reference_current',
  comment: 'Workfront Planning: the links of each record as it stands, one row a link.',
  columns: REFERENCE_COLUMNS,
  from: `(
  select recordid as objid, recordtypeid, data, created, updated, deleted, dl_load_timestamp
  from planning.planningrecord_current
) as version
cross join lateral jsonb_each(version.data) as one
left join live.field_now as field on field.objid = one.key
cross join lateral jsonb_array_elements(
  case when jsonb_typeof(one.value) = 'array' then one.value else '[]' end) as link`,
  where: IS_REFERENCE,
};
