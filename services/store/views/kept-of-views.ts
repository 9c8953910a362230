/**
 * What others did to views that must be dropped and made again, and how it is put back: owners,
 * grants, options, comments, and the views that stand on them.
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import {
  GRANTEES,
  KEPT_COMMENTS,
  KEPT_GRANTS,
  KEPT_VIEWS,
  OBSTACLES,
} from './kept-of-views-sql.ts';
import { sqlName, sqlText } from '../../platform/postgres/quoting.ts';

/** A view that has to go and come again. */
export interface KeptView {
  /** With its schema, quoted where needed. */
  readonly name: string;
  readonly definition: string;
  /** Quoted. */
  readonly owner: string;
  readonly options: readonly string[];
  /** Somebody granted or revoked something on it. */
  readonly isGranted: boolean;
  readonly grants: readonly Grant[];
  readonly comments: readonly ViewComment[];
}

interface Grant {
  readonly name: string;
  /** Quoted, or `public`. */
  readonly grantee: string;
  readonly privilege: string;
  readonly columnname: string | null;
  readonly grantable: boolean;
}

interface ViewComment {
  readonly name: string;
  /** Null: of the view itself. */
  readonly columnname: string | null;
  readonly comment: string;
}

export interface KeptViews {
  /** The views and all that stand on them, each after what it stands on. */
  readonly kept: readonly KeptView[];
  /** What cannot be carried over, in words for people. */
  readonly obstacles: readonly string[];
}

interface ViewRow {
  readonly name: string;
  readonly definition: string;
  readonly owner: string;
  readonly options: readonly string[];
  readonly is_granted: boolean;
}

export async function readKept(client: Queryable, names: readonly string[]): Promise<KeptViews> {
  // A definition names whatever this path hides with its schema, so that it can run under any.
  await client.query('set local search_path = pg_catalog');
  const { rows: views } = await client.query<ViewRow>(KEPT_VIEWS, [names]);
  const { rows: grants } = await client.query<Grant>(KEPT_GRANTS, [names]);
  const { rows: comments } = await client.query<ViewComment>(KEPT_COMMENTS, [names]);
  const { rows: obstacles } = await client.query<{ said: string }>(OBSTACLES, [names]);
  await client.query('set local search_path to default');
  const kept = views.map(({ is_granted, ...view }) => ({
    ...view,
    isGranted: is_granted,
    grants: grants.filter(({ name }) => name === view.name),
    comments: comments.filter(({ name }) => name === view.name),
  }));
  return { kept, obstacles: obstacles.map(({ said }) => said) };
}

/** Makes the new view what the old one was. Of a column that is gone nothing is left to keep. */
export async function restoreKept(client: Queryable, kept: KeptView): Promise<void> {
  const { name, owner, options } = kept;
  const { rows: columns } = await client.query<{ columnname: string }>(COLUMNS, [name]);
  const names = new Set(columns.map(({ columnname }) => columnname));
  const isThere = ({ columnname }: { readonly columnname: string | null }): boolean =>
    columnname === null || names.has(columnname);
  const statements: string[] = [];
  if (options.length > 0) statements.push(`alter view ${name} set (${options.join(', ')})`);
  statements.push(`alter view ${name} owner to ${owner}`);
  for (const { columnname, comment } of kept.comments.filter(isThere)) {
    const what = columnname === null ? `view ${name}` : `column ${name}.${sqlName(columnname)}`;
    statements.push(`comment on ${what} is ${sqlText(comment)}`);
  }
  await client.query(statements.join(';\n'));
  if (!kept.isGranted) return;
  const { rows: grantees } = await client.query<{ grantee: string }>(GRANTEES, [name]);
  const before = new Set([...grantees.map(({ grantee }) => grantee), owner]);
  const grants = kept.grants.filter(isThere).map(grantSql);
  await client.query(
    [`revoke all on ${name} from ${[...before].join(', ')}`, ...grants].join(';\n'),
  );
}

function grantSql({ name, grantee, privilege, columnname, grantable }: Grant): string {
  const columns = columnname === null ? '' : ` (${sqlName(columnname)})`;
  const option = grantable ? ' with grant option' : '';
  return `grant ${privilege}${columns} on ${name} to ${grantee}${option}`;
}

const COLUMNS = `
  select attname::text as columnname from pg_attribute
  where attrelid = to_regclass($1) and attnum > 0 and not attisdropped
`;
