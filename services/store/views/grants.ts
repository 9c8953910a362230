/**
 * Who may read which column of the views. The reader sees objects without what is guarded (cost,
 * rate and contact fields, as the catalogue says); the other role sees that too. Neither sees a
 * table of a store.
 */
import { PipelineError } from '../../core/errors.ts';
import type { Client } from '../../platform/postgres/postgres.ts';
import { objectColumns } from './columns.ts';
import { ANALYST_SCHEMAS, viewNamesOf } from './names.ts';
import { VIEWED_OBJECT_CODES, VALIDITY, CALENDAR } from './object-views.ts';
import { ROW_GUARDED } from './row-guards.ts';
import { sqlName } from '../../platform/postgres/quoting.ts';

export interface AnalystRoles {
  /** Names that configuration has checked: they become identifiers. Null: nobody. */
  readonly reader: string | null;
  readonly guardedReader: string | null;
}

/** Makes the roles where they are missing, and gives them what they may read. */
export async function applyGrants(client: Client, roles: AnalystRoles): Promise<void> {
  for (const role of [roles.reader, roles.guardedReader]) {
    if (role !== null) await requireRole(client, role);
  }
  const { reader, guardedReader } = roles;
  if (reader !== null) await client.query(readerSql(reader));
  if (guardedReader !== null) await client.query(allSql(guardedReader));
}

async function requireRole(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ there: boolean; may: boolean }>(
    `select exists (select from pg_roles where rolname = $1) as there,
       (select rolcreaterole or rolsuper from pg_roles where rolname = current_user) as may`,
    [role],
  );
  const [found] = rows;
  if (found?.there === true) return;
  if (found?.may !== true) {
    const message = `The role ${role} is not there: create role ${role} nologin, then restart.`;
    throw new PipelineError('DATABASE_UNFIT', message, { role });
  }
  await client.query(`create role ${role} nologin`);
}

const SCHEMAS = ANALYST_SCHEMAS.join(', ');

function allSql(role: string): string {
  return `grant usage on schema ${SCHEMAS} to ${role};
grant select on all tables in schema ${SCHEMAS} to ${role};`;
}

/** First all, then of views that hold what is guarded only the other columns. */
function readerSql(role: string): string {
  const guarded = VIEWED_OBJECT_CODES.flatMap((objCode) => guardedViews(objCode));
  return [
    allSql(role),
    ...guarded.map(
      ({ view, columns }) =>
        `revoke select on ${view} from ${role}; grant select (${columns.join(', ')}) on ${view} to ${role};`,
    ),
  ].join('\n');
}

interface GuardedView {
  readonly view: string;
  /** That the reader may see. */
  readonly columns: readonly string[];
}

function guardedViews(objCode: string): readonly GuardedView[] {
  const columns = objectColumns(objCode);
  const open = columns.filter(({ fieldClass = null }) => fieldClass === null);
  if (open.length === columns.length && !ROW_GUARDED.has(objCode)) return [];
  const [current, event, dailyHistory, asOf] = viewNamesOf(objCode);
  const named = (more: readonly { readonly name: string }[]): string[] =>
    [...open, ...more].map(({ name }) => sqlName(name));
  return [
    { view: current, columns: named([]) },
    { view: event, columns: named(VALIDITY) },
    { view: asOf, columns: named(VALIDITY) },
    { view: dailyHistory, columns: named([...VALIDITY, ...CALENDAR]) },
  ];
}
