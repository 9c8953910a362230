/** Reads what a call of Planning asks for in its query (reference E.2, E.3). */
import { isJsonObject, isList } from '../../core/json.ts';
import type { JsonObject, JsonValue, ParseJson } from '../../core/json.ts';
import { queryValue } from '../api-request.ts';
import type { ApiRequest } from '../api-request.ts';
import type { Sort } from '../filter/filter.ts';
import { fieldText } from '../object-row.ts';
import type { FindField } from './parse-v1.ts';
import { invalid } from './planning-error.ts';
import { sortOf } from './record-search.ts';

type Query = Pick<ApiRequest, 'query'>;

export function wholeNumber(
  value: JsonValue | undefined,
  name: string,
  fallback: number,
  most: number,
): number {
  if (value === undefined || value === null || value === '') return fallback;
  // The page sends "offset": "2001" as text.
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > most) {
    throw invalid(`must be a number from 0 to ${most}`, name);
  }
  return number;
}

export function queryNumber(query: Query, name: string, fallback: number, most: number): number {
  return wholeNumber(queryValue(query, name) ?? undefined, name, fallback, most);
}

export function isAliased(query: Query): boolean {
  return queryValue(query, 'aliased') === 'true';
}

/** GET search of v1 carries the body's members as parameters, without sorting (reference E.2). */
export function searchParametersV1(query: Query, parseJson: ParseJson): JsonObject {
  const grouping = queryValue(query, 'groupingFieldIds');
  return {
    recordTypeId: queryValue(query, 'recordTypeId'),
    filters: jsonParameter(query, 'filters', parseJson),
    groupingFieldIds: grouping === null ? null : grouping.split(','),
    offset: queryValue(query, 'offset'),
    limit: queryValue(query, 'limit'),
  };
}

export function searchParametersV2(query: Query, parseJson: ParseJson): JsonObject {
  const grouping = queryValue(query, 'groupingFieldIds');
  return {
    filter: jsonParameter(query, 'filter', parseJson),
    scopeWorkspaceIds: queryValue(query, 'scopeWorkspaceIds')?.split(',') ?? null,
    group: grouping === null ? [] : grouping.split(',').map((fieldId) => ({ fieldId })),
  };
}

/** `sort=createdAt,ASC`, repeatable. */
export function querySorts({ query }: Query, find: FindField): Sort[] {
  return query
    .filter(([name]) => name === 'sort')
    .map(([, value]) => {
      const [key = '', direction = 'asc'] = value.split(',');
      return sortOf(key, direction, find);
    });
}

/** The fields to show, by id; null when all are. */
export function askedFields(query: Query, find: FindField): ReadonlySet<string> | null {
  const ids = queryValue(query, 'fieldIds')?.split(',') ?? [];
  const aliases = queryValue(query, 'fieldAliases')?.split(',') ?? [];
  if (ids.length + aliases.length === 0) return null;
  return new Set([...ids, ...aliases].map((key) => find(key)?.id ?? key));
}

/** `[{fieldId, direction}]` of a body; direction asc when left out. */
export function readSorts(sent: JsonValue, find: FindField): readonly Sort[] {
  if (sent === null) return [];
  if (!isList(sent)) throw invalid('must be an array', 'sort');
  return sent.map((one) => {
    const key = isJsonObject(one) ? fieldText(one, 'fieldId') : null;
    const direction = isJsonObject(one) ? (fieldText(one, 'direction') ?? 'asc') : '';
    if (key === null) throw invalid('must not be blank', 'fieldId');
    return sortOf(key, direction, find);
  });
}

function jsonParameter(query: Query, name: string, parseJson: ParseJson): JsonValue {
  const text = queryValue(query, name);
  if (text === null) return null;
  try {
    return parseJson(text);
  } catch {
    throw invalid(`${name} is not valid JSON`, name);
  }
}
