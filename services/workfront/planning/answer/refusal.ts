/** How the two versions of Planning word a refusal (reference E.2, E.3). */
import type { JsonObject } from '../../../core/json.ts';
import type { PlanningError } from '../planning-error.ts';

/** As in reference E.2: `{type: 40001, title, report: {detailedMessage}}`. */
export function refusalV1({ status, message }: PlanningError): JsonObject {
  const title = status === 400 ? 'Invalid Data' : 'Request failed';
  return { type: status * 100 + 1, title, report: { detailedMessage: message } };
}

/** V2ProblemDetail (reference E.3). */
export function refusalV2(error: PlanningError, requestId: string): JsonObject {
  const { status, errorCode, message, field } = error;
  const isInvalid = errorCode === 'VALIDATION_FAILED';
  return {
    title: isInvalid ? 'Validation failed' : 'Request failed',
    status,
    detail: isInvalid ? 'Request validation failed.' : message,
    errorCode,
    messageArguments: {},
    requestId,
    errors: isInvalid ? [{ field: field ?? 'body', message }] : [],
  };
}
