/** Asks Workfront for objects: by clock, by ID, and whether one is there (reference C). */
import { PipelineError } from '../core/errors.ts';
import { isJsonObject } from '../core/json.ts';
import { asMicros } from '../core/units.ts';
import type { Micros, ObjID } from '../core/units.ts';
import type { SearchedRows, SearchPage } from '../source/walks/ordered-walk.ts';
import type { Priority } from '../workfront/call-budget.ts';
import { unknownFieldOf } from '../workfront/client-errors.ts';
import { serverTimeOf } from '../workfront/client.ts';
import type { QueryParameters, WorkfrontClient } from '../workfront/client.ts';
import { formatIsoDate } from '../workfront/dates.ts';
import type { AskedFields } from './asked-fields.ts';
import type { PolledType } from './polled-types.ts';
import { readObject } from './object-read.ts';
import type { ObjectRead } from './object-read.ts';

/** Workfront's own limit; larger fails (reference C.4). */
export const PAGE_ROWS = 2_000;

export interface FetchParts {
  readonly client: WorkfrontClient;
  readonly fields: AskedFields;
  readonly pageRows: number;
  readonly signal: AbortSignal;
}

export interface Question {
  readonly type: PolledType;
  readonly priority: Priority;
  /** Further conditions, as the search takes them. */
  readonly where?: QueryParameters;
  /** Of the change clock, the last instant that is wanted; without it up to now. */
  readonly until?: Micros;
  /** Told of each answer when it was asked for, by the server's clock. */
  readonly onAsked?: (askedMicros: Micros) => void;
}

/** Rows of a type from an instant on, in order of (lastUpdateDate, ID). */
export function searchByClock(parts: FetchParts, question: Question): SearchPage<ObjectRead> {
  const { type, where = [], until } = question;
  const clock = type.clockField ?? '';
  return ({ since, first }) =>
    ask(parts, question, [
      ...where,
      ...windowOf(clock, since, until),
      [`${clock}_1_Sort`, 'asc'],
      ['ID_2_Sort', 'asc'],
      ...objectPage(first, parts.pageRows),
    ]);
}

/** From `since` on; to `until`, that instant too, where it is given. */
export function windowOf(clock: string, since: Micros, until: Micros | undefined): QueryParameters {
  const from = [clock, formatIsoDate(since)] as const;
  if (until === undefined) return [from, [`${clock}_Mod`, 'gte']];
  return [from, [`${clock}_Mod`, 'between'], [`${clock}_Range`, formatIsoDate(until)]];
}

/** Rows of a type in order of their IDs, `first` of them left out. */
export function searchByID(
  parts: FetchParts,
  question: Question,
): (first: number) => Promise<readonly ObjectRead[]> {
  const { where = [] } = question;
  return async (first) => {
    const page = objectPage(first, parts.pageRows);
    return (await ask(parts, question, [...where, ['ID_1_Sort', 'asc'], ...page])).rows;
  };
}

/** Those of the objects that the search shows. */
export async function searchIDs(
  parts: FetchParts,
  question: Question,
  ids: readonly string[],
): Promise<readonly ObjectRead[]> {
  const wanted = ids.map((id) => ['ID', id] as const);
  const limit = ['$$LIMIT', String(ids.length)] as const;
  return (await ask(parts, question, [...wanted, ['ID_Mod', 'in'], limit])).rows;
}

export async function countOf(
  { client, signal }: FetchParts,
  { type, priority, where = [] }: Question,
): Promise<number | null> {
  const { data } = await client.read(`${type.objCode}/count`, where, signal, priority);
  const count = isJsonObject(data) ? data['count'] : null;
  return typeof count === 'number' ? count : null;
}

export type Presence =
  | { readonly kind: 'there' | 'hidden' | 'unknown' }
  /** At or before the instant at which the server was asked and said so. */
  | { readonly kind: 'gone'; readonly askedMicros: Micros };

/**
 * Whether an object is there, asked by its ID: `gone` only where Workfront says that there is no
 * such object. One that may not be seen is refused otherwise (reference C.8).
 */
export async function presenceOf(
  { client, signal }: FetchParts,
  { objCode }: PolledType,
  objID: ObjID,
): Promise<Presence> {
  try {
    await client.read(`${objCode}/${objID}`, [['fields', 'ID']], signal, 'backfill');
    return { kind: 'there' };
  } catch (error) {
    if (!(error instanceof PipelineError) || error.reaction === 'retry') throw error;
    const { status, javaClass, askedMicros } = error.context;
    const said = String(javaClass);
    if (status === 403 || (status === 200 && /authoriz|permission/i.test(said))) {
      return { kind: 'hidden' };
    }
    const isGone = status === 404 || (status === 200 && /notfound/i.test(said));
    if (!isGone || typeof askedMicros !== 'number') return { kind: 'unknown' };
    return { kind: 'gone', askedMicros: asMicros(askedMicros) };
  }
}

function objectPage(first: number, pageRows: number): QueryParameters {
  const limit = ['$$LIMIT', String(pageRows)] as const;
  return first > 0 ? [limit, ['$$FIRST', String(first)]] : [limit];
}

/** A field that this API version does not know is left out from then on. */
async function ask(
  parts: FetchParts,
  question: Question,
  parameters: QueryParameters,
): Promise<SearchedRows<ObjectRead>> {
  const { client, fields, signal } = parts;
  const { objCode, clockField } = question.type;
  const names = await fields.of(objCode, signal);
  try {
    const asked: QueryParameters = [['fields', names.join(',')], ...parameters];
    const answer = await client.search(objCode, asked, signal, question.priority);
    const askedMicros = serverTimeOf(`${objCode}/search`, answer);
    question.onAsked?.(askedMicros);
    const rows = answer.data.map((row) => readObject(row, clockField, askedMicros));
    return { rows, askedMicros };
  } catch (error) {
    const unknown = unknownFieldOf(error);
    if (unknown === null || !fields.leaveOut(objCode, unknown)) {
      throw error;
    }
    return ask(parts, question, parameters);
  }
}
