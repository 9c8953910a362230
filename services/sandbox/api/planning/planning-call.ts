/** One authenticated call of the Planning API. */
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject, JsonValue } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import { invalid } from '../../../workfront/planning/planning-error.ts';
import type { Caller } from '../../tenant/access.ts';
import type { RecycleBin } from '../../tenant/recycle-bin.ts';
import { queryValue } from '../http/exchange.ts';
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

export function bodyOf(call: PlanningCall): JsonValue {
  try {
    return parseJson(call.request.body);
  } catch {
    throw invalid('The body is not valid JSON');
  }
}

export function objectBody(call: PlanningCall): JsonObject {
  const body = bodyOf(call);
  if (!isJsonObject(body)) throw invalid('The body must be an object');
  return body;
}

export function wholeNumber(
  value: JsonValue | undefined,
  name: string,
  fallback: number,
  most: number,
): number {
  if (value === undefined || value === null || value === '') return fallback;
  // The sample request sends "offset": "2001" as text
  // (test/fixtures/planning/v1_search_request.json).
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 0 || number > most) {
    throw invalid(`must be a number from 0 to ${most}`, name);
  }
  return number;
}

export function queryNumber(
  call: PlanningCall,
  name: string,
  fallback: number,
  most: number,
): number {
  return wholeNumber(queryValue(call.request, name) ?? undefined, name, fallback, most);
}

export function isAliased(call: PlanningCall): boolean {
  return queryValue(call.request, 'aliased') === 'true';
}
