/** Brings schema `forms` to what the tenant's own forms are in the store. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Client } from '../../../platform/postgres/postgres.ts';
import { assetPath } from '../../../platform/process/assets.ts';
import { wantedFormViews } from './form-views.ts';
import { readForms, readFormViews } from './read-forms.ts';
import type { AnalystRoles } from '../grants.ts';
import { replaceViews } from '../replace-views.ts';
import { sqlText } from '../../../platform/postgres/quoting.ts';

/**
 * Makes views for forms that have none, and adds columns for fields that have none; says which
 * views it made or changed. What others did to them stays. Wants a transaction. Waits 5 s at most
 * for a reader of a view (55P03).
 */
export async function applyForms(client: Client, roles: AnalystRoles): Promise<readonly string[]> {
  await client.query(`select pg_advisory_xact_lock(hashtext('workfront forms'))`);
  await client.query(`set local lock_timeout = '5s'`);
  const isNew = await applyFoundation(client);
  const wanted = wantedFormViews(await readForms(client), await readFormViews(client));
  await replaceViews(client, wanted);
  if (isNew || wanted.length > 0) await grant(client, roles);
  return wanted.map(({ name }) => name);
}

const FOUNDATION = 'services/store/views/forms/forms.sql';
const SCHEMA_COMMENT =
  'Custom forms for analysts: a typed column for each field, as the tenant defines them.';

/** False where this very one is there. */
async function applyFoundation(client: Client): Promise<boolean> {
  const sql = readFileSync(assetPath(FOUNDATION), 'utf8');
  const mark = `Definition ${createHash('sha256').update(sql).digest('hex').slice(0, 16)}.`;
  const { rows } = await client.query(
    `select from pg_namespace where nspname = 'forms'
       and strpos(obj_description(oid, 'pg_namespace'), $1) > 0`,
    [mark],
  );
  if (rows.length > 0) return false;
  await client.query(sql);
  await client.query(`comment on schema forms is ${sqlText(`${SCHEMA_COMMENT} ${mark}`)}`);
  return true;
}

async function grant(client: Client, roles: AnalystRoles): Promise<void> {
  for (const role of [roles.reader, roles.guardedReader]) {
    if (role === null) continue;
    const { rows } = await client.query('select from pg_roles where rolname = $1', [role]);
    if (rows.length === 0) continue;
    await client.query(`grant usage on schema forms to ${role};
      grant select on all tables in schema forms to ${role};`);
  }
}
