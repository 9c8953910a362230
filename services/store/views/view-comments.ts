/**
 * Comments on views: ours, except where somebody wrote another. What we wrote last is kept in
 * `workfront.view_comments`, so that the two can be told apart.
 */
import type { Queryable } from '../../platform/postgres/postgres.ts';
import { sqlName, sqlText } from '../../platform/postgres/quoting.ts';

export interface CommentedView {
  readonly name: string;
  readonly comment: string;
  readonly columns: readonly { readonly name: string; readonly comment: string }[];
}

export async function keepComments(
  client: Queryable,
  views: readonly CommentedView[],
): Promise<void> {
  const ours = views.flatMap(({ name, comment, columns }) => [
    { view: name, column: '', comment },
    ...columns.map((column) => ({ view: name, column: column.name, comment: column.comment })),
  ]);
  const parameters = [
    ours.map(({ view }) => view),
    ours.map(({ column }) => column),
    ours.map(({ comment }) => comment),
  ];
  const { rows } = await client.query<{ view: string; column: string; comment: string }>(
    TO_WRITE,
    parameters,
  );
  const statements = rows.map(({ view, column, comment }) => {
    const what = column === '' ? `view ${view}` : `column ${view}.${sqlName(column)}`;
    return `comment on ${what} is ${sqlText(comment)}`;
  });
  if (statements.length > 0) await client.query(statements.join(';\n'));
  await client.query(WRITTEN, parameters);
}

// What is not there yet, and what still reads as we wrote it.
const TO_WRITE = `
  select wanted.view, wanted.column, wanted.comment
  from unnest($1::text[], $2::text[], $3::text[]) as wanted ("view", "column", comment)
  left join pg_attribute as attribute on attribute.attrelid = to_regclass(wanted.view)
    and attribute.attname = wanted.column and attribute.attnum > 0
  left join pg_description as present on present.classoid = 'pg_class'::regclass
    and present.objoid = to_regclass(wanted.view)
    and present.objsubid = coalesce(attribute.attnum, 0)
  left join workfront.view_comments as written
    on written.viewname = wanted.view and written.columnname = wanted.column
  where present.description is null
    or present.description <> wanted.comment
      and (written.comment is null or written.comment = present.description)
`;

const WRITTEN = `
  insert into workfront.view_comments (viewname, columnname, comment)
  select * from unnest($1::text[], $2::text[], $3::text[])
  on conflict (viewname, columnname) do update set comment = excluded.comment
`;
