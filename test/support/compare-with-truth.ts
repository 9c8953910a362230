/**
 * Holds the open versions against the sandbox's own truth: every object, every field that an event
 * carries, and every further field that the journal or a read told of.
 */
import { fromFieldValue } from '../../services/core/field-value.ts';
import { canonicalJson } from '../../services/core/json.ts';
import { parseJson } from '../../services/platform/json.ts';
import type { Client, Pool } from '../../services/platform/postgres/postgres.ts';
import { objectKey } from '../../services/store/claims/group-by-object.ts';
import { readTails } from '../../services/store/claims/stored-versions.ts';
import { inStore } from '../../services/store/live-store.ts';
import { tableOf } from '../../services/store/tables/type-tables.ts';
import { objectType } from '../../services/workfront/catalogue/catalogue.ts';
import { truthOf } from './oracle.ts';
import type { TrueState } from './oracle.ts';
import { sandbox } from './pipeline.ts';
import type { TestPipeline } from './pipeline.ts';

export interface StoreRow {
  readonly objID: string;
  readonly deleted: boolean;
  readonly fields: Record<string, unknown>;
}

/** `field` is `deleted` where the row says otherwise whether the object exists; null: no row. */
export interface Difference {
  readonly field: string | null;
  readonly got: string;
  readonly wanted: string;
}

export interface TruthComparison {
  readonly objects: number;
  readonly deleted: number;
  /** Values beyond those that events carry. */
  readonly journaledValues: number;
  /** In words; empty when the tables are the truth. */
  readonly differences: readonly string[];
}

/** @param all those that stood still too; one that came and went unseen may have no row */
export async function compareWithTruth(
  pipeline: TestPipeline,
  pool: Pool,
  objCodes: readonly string[],
  { all = false }: { readonly all?: boolean } = {},
): Promise<TruthComparison> {
  const truth = await truthOf(pipeline, { objCodes, changed: !all });
  const rows = await inStore(pool, 'store_1', async (client) => {
    const found: StoreRow[] = [];
    for (const code of objCodes) found.push(...(await readRows(client, code)));
    return found;
  });
  const byID = new Map(rows.map((row) => [row.objID, row]));
  const carried = new Map<string, readonly string[]>();
  for (const code of objCodes) carried.set(code, await carriedOf(pipeline, code));
  const differences: string[] = [];
  let journaledValues = 0;
  for (const one of truth) {
    const row = byID.get(one.objID);
    if (all && row === undefined && !one.exists) continue;
    byID.delete(one.objID);
    const listed = carried.get(one.objCode) ?? [];
    const found = differencesFromTruth(one, row, listed).map(inWords);
    differences.push(...found.map((what) => `${one.objCode} ${one.objID}: ${what}`));
    journaledValues += row === undefined ? 0 : toldOf(row, listed).length;
  }
  for (const [objID] of byID) differences.push(`${objID}: is in the table, never was in truth`);
  const deleted = truth.filter(({ exists }) => !exists).length;
  return { objects: truth.length, deleted, journaledValues, differences };
}

/** Fields of its own that an event of the type carries. */
export function carriedOf(pipeline: TestPipeline, objCode: string): Promise<readonly string[]> {
  return sandbox(pipeline, 'GET', `/oracle/carried/${objCode}`);
}

/** @param client whose unqualified names are the store's */
export async function readRows(client: Client, objCode: string): Promise<StoreRow[]> {
  const { rows } = await client.query<{ objid: string }>(
    `select objid from ${tableOf(objCode).now}`,
  );
  const refs = rows.map(({ objid }) => ({ objID: objid, objCode }));
  const tails = await readTails(client, refs);
  return refs.flatMap((ref) => {
    const tail = tails.get(objectKey(ref));
    if (tail === undefined) return [];
    return [{ objID: ref.objID, deleted: tail.deleted, fields: plainOf(tail.state.fields()) }];
  });
}

/** As plain JSON. */
export function plainOf(
  fields: Readonly<Record<string, Parameters<typeof fromFieldValue>[0]>>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, fromFieldValue(value, parseJson)]),
  );
}

export function inWords({ field, got, wanted }: Difference): string {
  if (field === null) return 'has no row';
  return `${field} is ${got}, in truth ${wanted}`;
}

export function differencesFromTruth(
  truth: TrueState,
  row: StoreRow | undefined,
  carried: readonly string[],
): Difference[] {
  if (row === undefined) return [{ field: null, got: 'no row', wanted: String(truth.exists) }];
  if (row.deleted !== !truth.exists) {
    return [{ field: 'deleted', got: String(row.deleted), wanted: String(!truth.exists) }];
  }
  if (truth.fields === null) return [];
  const expected = flatTruth(truth.fields);
  const listed = isOfPlanning(truth.objCode) ? PLANNING_FIELDS : carried.filter(isPlain);
  const members = Object.keys(expected).filter((key) => /^(DE:|data\.)/.test(key));
  const names = new Set([...listed, ...members, ...toldOf(row, carried, truth.objCode)]);
  const differences: Difference[] = [];
  for (const field of names) {
    const [wanted, got] = [canonical(expected[field]), canonical(row.fields[field])];
    if (wanted === got || isUnnamed(truth.objCode, field, got)) continue;
    differences.push({ field, got, wanted });
  }
  return differences;
}

/** Fields that are filled beyond those that events carry. */
function toldOf({ fields }: StoreRow, carried: readonly string[], objCode = ''): string[] {
  const listed = new Set(carried);
  return Object.keys(fields).filter(
    (key) =>
      fields[key] !== null &&
      !listed.has(key) &&
      isOwn(key) &&
      (!isOfPlanning(objCode) || key.startsWith('data.')),
  );
}

/** `project:status` and the like are another object's: no event of this one tells of them. */
export function isOwn(key: string): boolean {
  return key.startsWith('DE:') || !key.includes(':');
}

const isPlain = (key: string): boolean => key !== 'parameterValues';

/** What v1, v2 and events have in one form. */
const PLANNING_FIELDS: readonly string[] =
  'name displayName alias updatedAt createdBy recordTypeId type'.split(' ');

function isOfPlanning(objCode: string): boolean {
  return objectType(objCode)?.planning === true;
}

/** v2 has no name for some types of fields (reference E.3). */
function isUnnamed(objCode: string, field: string, got: string): boolean {
  return objCode === 'FIELD' && field === 'type' && got === 'null';
}

/** Custom fields and Planning's data under the keys that events give them. */
export function flatTruth(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { parameterValues, data, ...others } = fields;
  const members = Object.entries((data ?? {}) as Record<string, unknown>);
  return {
    ...others,
    ...(parameterValues as Record<string, unknown> | undefined),
    ...Object.fromEntries(members.map(([name, value]) => [`data.${name}`, value])),
  };
}

/** Empty is empty however it is written; sets, and the names of an object, have no order. */
export function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return `[${(value as unknown[]).map(textOf).sort().join(',')}]`;
  return textOf(value);
}

function textOf(value: unknown): string {
  return canonicalJson(value as Parameters<typeof canonicalJson>[0]);
}
