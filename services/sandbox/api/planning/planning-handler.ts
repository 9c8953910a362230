// Planning ("Maestro") of the local Workfront: /maestro/api/v1 and v2 (reference E).
// Promises answers that Adobe's OpenAPI files describe, both v2 search envelopes, 200 calls a
// minute.
// Must not accept what the gateway refuses: no sessionID, no apiKey parameter, IMS headers only.
import { AttaskError } from '../../../workfront/attask/attask-error.ts';
import { PlanningError } from '../../../workfront/planning/planning-error.ts';
import type { Access, Caller } from '../../tenant/access.ts';
import type { RecycleBin } from '../../tenant/recycle-bin.ts';
import { answer } from '../http/exchange.ts';
import type { SandboxRequest, SandboxResponse, Unreadable } from '../http/exchange.ts';
import type { PlanningCall } from './planning-call.ts';
import type { PlanningModel } from '../../tenant/planning/planning-model.ts';
import type { RateLimit } from '../../tenant/planning/rate-limit.ts';
import { routeV1 } from './v1.ts';
import { routeV2 } from './v2/v2.ts';
import { refusalV1, refusalV2 } from '../../../workfront/planning/answer/refusal.ts';

export const PLANNING_PATH = '/maestro/api';

export interface PlanningParts {
  readonly planning: PlanningModel;
  readonly access: Access;
  readonly bin: RecycleBin;
  readonly rateLimit: RateLimit;
}

export function handlePlanning(request: SandboxRequest, parts: PlanningParts): SandboxResponse {
  const [version = '', ...segments] = request.path.split('/').slice(3);
  const isV2 = version === 'v2';
  try {
    const { unreadable } = request;
    if (unreadable !== undefined) throw unreadableError(unreadable);
    if (!isV2 && version !== 'v1') throw notThere(request);
    const caller = admit(request, parts);
    const call: PlanningCall = {
      request,
      method: request.method,
      segments,
      model: parts.planning,
      bin: parts.bin,
      caller,
      by: { actorID: caller.userID },
    };
    const response = isV2 ? routeV2(call) : routeV1(call);
    if (response === null) throw notThere(request);
    return response;
  } catch (error) {
    const refusal = asRefusal(error);
    const requestId = (): string => parts.planning.tenant.random.hex(12);
    const body = isV2 ? refusalV2(refusal, requestId()) : refusalV1(refusal);
    return answer(refusal.status, body);
  }
}

function admit(request: SandboxRequest, { planning, access, rateLimit }: PlanningParts): Caller {
  const { authorization } = request.headers;
  const gateway = ['x-gw-ims-org-id', 'x-api-key'].find((name) => !request.headers[name]);
  if (authorization === undefined || !/^Bearer /i.test(authorization)) {
    throw new PlanningError(401, 'UNAUTHORIZED', 'Oauth token is missing');
  }
  if (gateway !== undefined) throw new PlanningError(403, 'FORBIDDEN', `${gateway} is missing`);
  if (request.headers['x-gw-ims-org-id'] !== planning.tenant.settings.imsOrgID) {
    throw new PlanningError(
      403,
      'FORBIDDEN',
      'x-gw-ims-org-id is not the organisation of this tenant',
    );
  }
  const caller = access.authenticate({ ...request, query: [], headers: { authorization } });
  const { settings, clock } = planning.tenant;
  const { planningRequestsPerMinute: most, timeScale } = settings;
  if (!rateLimit.admit(caller.userID, clock.nowMicros(), most, timeScale)) {
    throw new PlanningError(429, 'TOO_MANY_REQUESTS', `More than ${most} requests in a minute`);
  }
  return caller;
}

/** 413 is among the statuses of reference E.3; how it is worded is not. */
function unreadableError({ status, message }: Unreadable): PlanningError {
  return new PlanningError(status, status === 413 ? 'PAYLOAD_TOO_LARGE' : 'BAD_REQUEST', message);
}

function notThere({ method, path }: SandboxRequest): PlanningError {
  return new PlanningError(404, 'NOT_FOUND', `Nothing answers ${method} ${path}`);
}

function asRefusal(error: unknown): PlanningError {
  if (error instanceof PlanningError) return error;
  if (error instanceof AttaskError) return new PlanningError(401, 'UNAUTHORIZED', error.message);
  throw error;
}
