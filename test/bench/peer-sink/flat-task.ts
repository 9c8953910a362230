/**
 * What the sink gets of a save: the state after as one flat Avro record with a type a field, since
 * it can read no maps. Custom fields and lists are one JSON text each.
 */
import avsc from 'avsc';
import type { OutgoingRecord } from '../../../services/platform/kafka/publisher.ts';
import type { JsonObject, JsonValue } from '../../../services/core/json.ts';
import { sqlName } from '../../../services/platform/postgres/quoting.ts';
import type { Facts, TaskSave } from '../task-world.ts';

type Scalar = 'boolean' | 'long' | 'string';

interface FlatField {
  /** As Workfront names it; of what is ours, the column's name. */
  readonly field: string;
  readonly column: string;
  readonly type: Scalar;
  readonly nullable: boolean;
}

const OURS: readonly FlatField[] = [
  { field: 'objid', column: 'objid', type: 'string', nullable: false },
  { field: 'savedat', column: 'savedat', type: 'long', nullable: false },
  { field: 'deleted', column: 'deleted', type: 'boolean', nullable: false },
];
const FIELDS: Readonly<Record<Facts, string>> = {
  narrow:
    'name description status priority plannedCompletionDate assignedToID projectID ' +
    'lastUpdateDate parameterValues',
  wide:
    'name objCode lastUpdateDate entryDate accessorIDs assignedToID canStart categoryID ' +
    'customerID description enteredByID groupID lastUpdatedByID milestoneID parentID ' +
    'plannedCompletionDate priority projectID project:status referenceNumber roleID rootGroupID ' +
    'securityRootID status teamID approvalProcessID billingRecordID convertedOpTaskID ' +
    'convertedOpTaskOriginatorID currentApprovalStepID extRefID iterationID kanbanBoardID ' +
    'lastConditionNoteID lastNoteID recurrenceRuleID rejectionIssueID submittedByID ' +
    'templateTaskID workflowAutomationID parameterValues',
};
const TYPES: Readonly<Record<string, Scalar>> = {
  canStart: 'boolean',
  priority: 'long',
  referenceNumber: 'long',
};
const SQL_TYPES: Readonly<Record<Scalar, string>> = {
  boolean: 'boolean',
  long: 'bigint',
  string: 'text',
};

/** Of a table: each task's last save, or every save. */
export type FlatTable = 'current' | 'history';

export const KEYS: Readonly<Record<FlatTable, readonly string[]>> = {
  current: ['objid'],
  history: ['objid', 'savedat'],
};

export interface FlatTasks {
  /** Of the registry, as JSON. */
  readonly schema: string;
  tableSql(table: FlatTable): string;
  record(save: TaskSave, topic: string, schemaId: number): OutgoingRecord;
}

export function flatTasks(facts: Facts): FlatTasks {
  const fields = [...OURS, ...FIELDS[facts].split(' ').map(flatField)];
  const schema = {
    type: 'record',
    name: 'FlatTask',
    namespace: 'peer',
    fields: fields.map(({ column, type, nullable }) =>
      nullable ? { name: column, type: ['null', type], default: null } : { name: column, type },
    ),
  } as const;
  const type = avsc.Type.forSchema(schema);
  return {
    schema: JSON.stringify(schema),
    tableSql: (table) => {
      const columns = fields.map(
        (one) => `${sqlName(one.column)} ${SQL_TYPES[one.type]}${one.nullable ? '' : ' not null'}`,
      );
      return `create table flat_${table} (${columns.join(', ')}, primary key (${KEYS[table].join(', ')}))`;
    },
    record: (save, topic, schemaId) => {
      // The wire format of the registry: a zero, the id, the datum.
      const head = Buffer.alloc(5);
      head.writeInt32BE(schemaId, 1);
      const value = Buffer.concat([head, type.toBuffer(rowOf(save, fields))]);
      return { topic, key: save.objID, value, headers: {} };
    },
  };
}

function flatField(field: string): FlatField {
  const column = field.replace(/\W/g, '_').toLowerCase();
  return { field, column, type: TYPES[field] ?? 'string', nullable: true };
}

function rowOf(save: TaskSave, fields: readonly FlatField[]): Record<string, unknown> {
  const state = (save.deleted ? save.body['oldState'] : save.body['newState']) as JsonObject;
  const values = fields.map(({ column, field }) => [column, scalarOf(state[field])] as const);
  const ours = { objid: save.objID, savedat: save.instant, deleted: save.deleted };
  return { ...Object.fromEntries(values), ...ours };
}

function scalarOf(value: JsonValue | undefined): unknown {
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
