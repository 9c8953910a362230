/**
 * The tables of the objects projection, as DDL, and what readers see of them. Keys begin with
 * objid, so that every table can be partitioned or distributed by it. Text that is compared is
 * collate "C": bytes, the same order everywhere. Pure.
 */
import type { LiveView, StoreDefinition } from '../live-store.ts';
import { sqlText } from '../../platform/postgres/quoting.ts';
import { CLAIM_COLUMNS } from './claim-rows.ts';
import { namesOf } from './row-columns.ts';
import { TYPE_TABLES } from './type-tables.ts';
import type { TypeTable } from './type-tables.ts';
import { closedColumns, keyColumns, openColumns } from './version-rows.ts';
import type { StateColumn, VersionColumns } from './version-rows.ts';

export function objectTables(): StoreDefinition {
  return {
    projection: 'objects',
    firstStore: 'store_1',
    tablesSql: [claimsSql(), ...TYPE_TABLES.flatMap(versionsSql)].join('\n\n'),
    liveViews: [
      ...POSITION_VIEWS,
      { name: 'changes', columns: namesOf(CLAIM_COLUMNS), comment: CLAIMS_COMMENT },
      ...TYPE_TABLES.flatMap(liveViewsOf),
    ],
  };
}

/** Of the tables that every store has (positions.sql). */
const POSITION_VIEWS: readonly LiveView[] = [
  {
    name: 'positions',
    columns: 'topic, partition, next, newest',
    comment: 'How far the log is in the tables: next is not in them yet.',
  },
  {
    name: 'parked',
    columns: 'topic, partition, "offset", objid, reason, parkedat, until',
    comment: 'Records of the log that are set aside in the dead letters, and not in the tables.',
  },
];

interface Table {
  readonly name: string;
  readonly columns: readonly StateColumn[];
  readonly key: readonly string[];
  readonly options: string;
  readonly comment: string;
}
const CLAIMS_COMMENT =
  'Each accepted change event once, as a compact claim. What Workfront sent, whole, is in Kafka at ' +
  'topic, partition, offset.';

// toast_tuple_target: a state of a few kilobytes stays uncompressed in its row; compressing each
// one costs more than writing it.
const WRITTEN_ONCE = 'toast_tuple_target = 4080, autovacuum_vacuum_insert_scale_factor = 0.2';
// Room for the next version in the page of the last: a save that moves no key is a HOT update.
const WRITTEN_OFTEN = 'fillfactor = 80, toast_tuple_target = 4080';

function claimsSql(): string {
  const table = tableSql({
    name: 'changes',
    columns: CLAIM_COLUMNS,
    key: ['objid', 'objcode', 'eventid'],
    options: WRITTEN_ONCE,
    comment: CLAIMS_COMMENT,
  });
  return `${table}\n${TOLD_DELETES_INDEX}`;
}

/** Few, and `workfront.freshness` asks for those behind a place of the log. */
const TOLD_DELETES_INDEX = `create index changes_told_deletes
  on changes (topic, partition, "offset") where operation = 'DELETE' and path = 'WEBHOOK';`;

function versionsSql(table: TypeTable): string[] {
  const key = keyColumns(table);
  return [
    tableSql({
      name: table.now,
      columns: inOrder(openColumns(table)),
      key,
      options: WRITTEN_OFTEN,
      comment: nowComment(table),
    }),
    doubtfulIndex(table),
    tableSql({
      name: table.past,
      columns: inOrder(closedColumns(table)),
      key: [...key, 'began'],
      options: WRITTEN_ONCE,
      comment: pastComment(table),
    }),
  ];
}

/** Few are in doubt, and whoever asks for them looks often. */
function doubtfulIndex(table: TypeTable): string {
  const key = keyColumns(table).join(', ');
  return `create index ${table.now}_doubtful on ${table.now} (${key}) where ambiguous is not null;`;
}

/**
 * Fixed widths first, which saves padding: the instants of the version, then those of the state.
 */
function inOrder<Row>({ own, state }: VersionColumns<Row>): StateColumn[] {
  const all: StateColumn[] = [...own, ...state];
  const rank = ({ type }: StateColumn): number => {
    const [word = ''] = type.split(' ');
    return ['timestamptz', 'date', 'boolean'].indexOf(word) + 1 || 4;
  };
  return all.sort((a, b) => rank(a) - rank(b));
}

function tableSql({ name, columns, key, options, comment }: Table): string {
  const lines = columns.map((column) => `  ${column.name} ${column.type}`);
  return [
    `create table ${name} (\n${lines.join(',\n')},\n  primary key (${key.join(', ')})\n) with (${options});`,
    `comment on table ${name} is ${sqlText(comment)};`,
    ...columns.map(
      (column) => `comment on column ${name}.${column.name} is ${sqlText(column.comment)};`,
    ),
  ].join('\n');
}

function liveViewsOf(table: TypeTable): LiveView[] {
  return [
    { name: table.now, columns: openColumns(table).names, comment: nowComment(table) },
    { name: table.past, columns: closedColumns(table).names, comment: pastComment(table) },
  ];
}

function nowComment(table: TypeTable): string {
  return `The open version of each ${whatOf(table)}: what it is, and what the fold must know to go on.`;
}

function pastComment(table: TypeTable): string {
  return `Every closed version of each ${whatOf(table)}, from began to before ended.`;
}

function whatOf({ objCode }: TypeTable): string {
  return objCode ?? 'object of a type outside the catalogue';
}
