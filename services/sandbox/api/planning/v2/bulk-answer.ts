/** RecordBulkResponseDto: what became of each of many records (reference E.3). */
import type { JsonObject } from '../../../../core/json.ts';
import type { PlanningCall } from '../planning-call.ts';

export function bulkAnswer(call: PlanningCall, results: readonly JsonObject[]): JsonObject {
  const succeeded = results.filter(({ status }) => status === 'success').length;
  const failed = results.length - succeeded;
  const isMixed = succeeded > 0 && failed > 0;
  return {
    status: failed === 0 ? 'success' : isMixed ? 'partial' : 'failed',
    total: results.length,
    succeeded,
    failed,
    requestId: call.model.tenant.random.hex(12),
    errors: [],
    results,
  };
}

export function success(
  requestIndex: number,
  id: string | null,
  record: JsonObject | null,
): JsonObject {
  return { requestIndex, id, status: 'success', error: null, record };
}
