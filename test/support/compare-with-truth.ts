/**
 * Holds the open versions against the sandbox's own truth: every object, every field that an event
 * carries, and every further field that the journal told of.
 */
import { fromFieldValue } from '../../services/core/field-value.ts';
import { parseJson } from '../../services/platform/json.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { objectKey } from '../../services/store/claims/group-by-object.ts';
import { readTails } from '../../services/store/claims/stored-versions.ts';
import { inStore } from '../../services/store/live-store.ts';
import { tableOf } from '../../services/store/tables/type-tables.ts';
import { sandbox } from './pipeline.ts';
import type { TestPipeline } from './pipeline.ts';

interface True {
  readonly objCode: string;
  readonly objID: string;
  readonly exists: boolean;
  readonly fields: Record<string, unknown> | null;
}

interface Row {
  readonly objID: string;
  readonly deleted: boolean;
  readonly fields: Record<string, unknown>;
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
  const truth = await readTruth(pipeline, objCodes, all);
  const rows = (await Promise.all(objCodes.map((code) => readRows(pool, code)))).flat();
  const byID = new Map(rows.map((row) => [row.objID, row]));
  const carried = new Map<string, readonly string[]>();
  for (const code of objCodes) {
    carried.set(code, await sandbox(pipeline, 'GET', `/oracle/carried/${code}`));
  }
  const differences: string[] = [];
  let journaledValues = 0;
  for (const one of truth) {
    const row = byID.get(one.objID);
    if (all && row === undefined && !one.exists) continue;
    byID.delete(one.objID);
    const found = differencesOf(one, row, carried.get(one.objCode) ?? []);
    journaledValues += found.journaledValues;
    differences.push(...found.differences.map((what) => `${one.objCode} ${one.objID}: ${what}`));
  }
  for (const [objID] of byID) differences.push(`${objID}: is in the table, never was in truth`);
  const deleted = truth.filter(({ exists }) => !exists).length;
  return { objects: truth.length, deleted, journaledValues, differences };
}

async function readRows(pool: Pool, objCode: string): Promise<Row[]> {
  const table = tableOf(objCode);
  return inStore(pool, 'store_1', async (client) => {
    const { rows } = await client.query<{ objid: string }>(`select objid from ${table.now}`);
    const refs = rows.map(({ objid }) => ({ objID: objid, objCode }));
    const tails = await readTails(client, refs);
    return refs.flatMap((ref) => {
      const tail = tails.get(objectKey(ref));
      if (tail === undefined) return [];
      const values = Object.entries(tail.state.fields()).map(([name, value]) => [
        name,
        fromFieldValue(value, parseJson),
      ]);
      const fields = Object.fromEntries(values) as Record<string, unknown>;
      return [{ objID: ref.objID, deleted: tail.deleted, fields }];
    });
  });
}

async function readTruth(
  pipeline: TestPipeline,
  objCodes: readonly string[],
  all: boolean,
): Promise<True[]> {
  const codes = objCodes.join(',');
  const url = `${pipeline.sandboxUrl}/sandbox/oracle/export?changed=${!all}&objCode=${codes}`;
  const text = await (await fetch(url)).text();
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as True);
}

function differencesOf(truth: True, row: Row | undefined, carried: readonly string[]) {
  if (row === undefined) return { differences: ['has no row'], journaledValues: 0 };
  if (row.deleted !== !truth.exists) {
    return { differences: [`deleted is ${row.deleted}`], journaledValues: 0 };
  }
  if (truth.fields === null) return { differences: [], journaledValues: 0 };
  const expected = flat(truth.fields);
  const actual = row.fields;
  const listed = new Set(carried.filter((key) => key !== 'parameterValues'));
  // `project:status` and the like are another object's: no event of this one tells when they move.
  const isOwn = (key: string): boolean => key.startsWith('DE:') || !key.includes(':');
  const told = Object.keys(actual).filter(
    (key) => actual[key] !== null && !listed.has(key) && isOwn(key),
  );
  const custom = Object.keys(expected).filter((key) => key.startsWith('DE:'));
  const differences: string[] = [];
  for (const key of new Set([...listed, ...custom, ...told])) {
    const [wanted, got] = [canonical(expected[key]), canonical(actual[key])];
    if (wanted !== got) differences.push(`${key} is ${got}, in truth ${wanted}`);
  }
  const journaledValues = told.filter((key) => !key.startsWith('DE:')).length;
  return { differences, journaledValues };
}

function flat({ parameterValues, ...fields }: Record<string, unknown>): Record<string, unknown> {
  return { ...fields, ...(parameterValues as Record<string, unknown> | undefined) };
}

/** Empty is empty however it is written; sets have no order. */
function canonical(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'null';
  if (Array.isArray(value)) return JSON.stringify([...(value as unknown[])].sort());
  return JSON.stringify(value);
}
