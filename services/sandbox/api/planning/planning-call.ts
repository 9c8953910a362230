/** One authenticated call of the Planning API. */
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import type { Caller } from '../../tenant/access.ts';
import type { RecycleBin } from '../../tenant/recycle-bin.ts';
import type { SandboxRequest } from '../http/exchange.ts';
import type { SaveOptions } from '../../tenant/tenant.ts';
import type { PlanningModel } from '../../tenant/planning/planning-model.ts';

export interface PlanningCall {
  readonly request: SandboxRequest;
  readonly method: string;
  /** Below the version. */
  readonly segments: readonly string[];
  readonly model: PlanningModel;
  readonly bin: RecycleBin;
  readonly caller: Caller;
  readonly by: SaveOptions;
}

export function planningBody(call: PlanningCall): JsonValue {
  try {
    return parseJson(call.request.body);
  } catch {
    throw invalid('The body is not valid JSON');
  }
}

export function objectBody(call: PlanningCall): JsonObject {
  const body = planningBody(call);
  if (!isJsonObject(body)) throw invalid('The body must be an object');
  return body;
}
