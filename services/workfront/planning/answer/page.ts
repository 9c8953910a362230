/** The two ways of paging in Planning v2: numbered pages and cursors (reference E.3). */
import type { JsonObject } from '../../../core/json.ts';
import { queryValue } from '../../api-request.ts';
import type { ApiRequest } from '../../api-request.ts';
import { queryNumber } from '../planning-request.ts';
import { invalid } from '../planning-error.ts';

/** PageRecordDto. */
export function pageOf<T>(
  rows: readonly T[],
  number: number,
  size: number,
  show: (row: T) => JsonObject,
): JsonObject {
  if (size < 1) throw invalid('must be at least 1', 'size');
  const content = rows.slice(number * size, (number + 1) * size).map(show);
  const totalPages = Math.ceil(rows.length / size);
  const sort = { sorted: false, unsorted: true, empty: true };
  const offset = number * size;
  return {
    content,
    totalElements: rows.length,
    totalPages,
    number,
    size,
    numberOfElements: content.length,
    first: number === 0,
    last: number >= totalPages - 1,
    empty: content.length === 0,
    pageable: { pageNumber: number, pageSize: size, offset, paged: true, unpaged: false, sort },
    sort,
  };
}

/** `{content, cursor: {nextCursor, hasMore}}`. A cursor is opaque; here it hides an offset. */
export function cursorPage<T>(
  request: Pick<ApiRequest, 'query'>,
  rows: readonly T[],
  limits: { readonly fallback: number; readonly most: number },
  show: (row: T) => JsonObject,
): JsonObject {
  const limit = queryNumber(request, 'limit', limits.fallback, limits.most);
  if (limit < 1) throw invalid('must be at least 1', 'limit');
  const from = offsetOf(queryValue(request, 'cursor'));
  const next = from + limit;
  const hasMore = next < rows.length;
  const nextCursor = hasMore ? Buffer.from(`at:${next}`).toString('base64url') : null;
  return { content: rows.slice(from, next).map(show), cursor: { nextCursor, hasMore } };
}

function offsetOf(cursor: string | null): number {
  if (cursor === null || cursor === '') return 0;
  const match = /^at:(\d{1,9})$/.exec(Buffer.from(cursor, 'base64url').toString());
  if (match === null) throw invalid('is not a cursor of ours', 'cursor');
  return Number(match[1]);
}
