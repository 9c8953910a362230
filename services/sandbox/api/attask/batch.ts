/** `/batch?uri=…&uri=…`: the calls inside one call (reference C.2). */
import type { JsonValue } from '../../../core/json.ts';
import { badRequest } from '../../../workfront/attask/attask-error.ts';
import type { AttaskParts } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';

const BATCH_MAX = 100;

/** Each `uri` is `/{obj}/{id}?method=put&updates=…`, below the version. */
export function subRequests(request: AttaskRequest): AttaskRequest[] {
  const uris = request.parameters.filter(([name]) => name === 'uri').map(([, value]) => value);
  if (uris.length === 0) throw badRequest('batch needs at least one uri');
  if (uris.length > BATCH_MAX) throw badRequest(`batch takes ${BATCH_MAX} uris at most`);
  return uris.map((uri) => subRequest(uri, request));
}

/**
 * Answers in the order of the URIs. `concurrent=true` promises no order of execution, only clients
 * show it (reference C.2): here the last one runs first, so that nobody comes to rely on another.
 */
export function runEach<T>(
  calls: readonly AttaskRequest[],
  outer: AttaskRequest,
  run: (call: AttaskRequest) => T,
): T[] {
  if (parameterOf(outer, 'concurrent') !== 'true') return calls.map(run);
  return calls.toReversed().map(run).reverse();
}

export function isAtomic(request: AttaskRequest): boolean {
  return parameterOf(request, 'atomic') === 'true';
}

/**
 * All of it or nothing, and no answer but `success: true` or an error (reference C.2). It is
 * rehearsed first: of what fails there is no event, no journal row and no history.
 */
export function atomically({ tenant, parameters }: AttaskParts, run: () => void): JsonValue {
  // One inside of another is rehearsed with it.
  if (!tenant.isRehearsing) {
    parameters.rehearse(() => tenant.rehearse(run, (save) => parameters.onChange(save)));
  }
  run();
  return { success: true };
}

function subRequest(uri: string, outer: AttaskRequest): AttaskRequest {
  const mark = uri.indexOf('?');
  const path = mark < 0 ? uri : uri.slice(0, mark);
  const query = [...new URLSearchParams(mark < 0 ? '' : uri.slice(mark + 1))];
  const method = (query.find(([name]) => name === 'method')?.[1] ?? 'GET').toUpperCase();
  const segments = path.split('/').filter((segment) => segment !== '');
  // Its own parameters and no body: the outer body is not any one call's.
  const inner = { ...outer.request, body: '', query };
  return { version: outer.version, method, segments, parameters: query, request: inner };
}
