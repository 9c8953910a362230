/** Answers to a search of records: of v1, and the two envelopes of v2 (reference E.2, E.3). */
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import type { RecordGroup } from '../record-search.ts';
import { pageOf } from './page.ts';

export function foundV1(
  records: readonly JsonObject[],
  groups: readonly RecordGroup[],
  totalCount: number,
): JsonObject {
  return { records, groups: groups.map((group) => ({ ...group })), totalCount };
}

/** `openapi` as the OpenAPI file has it, `guide` as the developer guide shows it. */
export type EnvelopeV2 = 'openapi' | 'guide';

export function foundV2<T>(
  found: readonly T[],
  page: { readonly number: number; readonly size: number },
  show: (row: T) => JsonObject,
  groups: readonly RecordGroup[],
  envelope: EnvelopeV2,
): JsonObject {
  const records = pageOf(found, page.number, page.size, show);
  const counted: JsonValue = groups.map((group) => ({ ...group, count: group.recordIds.length }));
  if (envelope === 'openapi') return { records, groups: counted };
  const { totalElements = 0, totalPages = 0, content = [] } = records;
  const { number, size } = page;
  return { records: content, groups: counted, page: { size, number, totalElements, totalPages } };
}
