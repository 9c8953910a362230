/** A refusal of the Planning API; each version words it its own way (reference E.2, E.3). */
export class PlanningError extends Error {
  readonly status: number;
  readonly errorCode: string;
  /** The member of the request that is wrong, where there is one. */
  readonly field: string | null;

  constructor(status: number, errorCode: string, message: string, field: string | null = null) {
    super(message);
    this.name = 'PlanningError';
    this.status = status;
    this.errorCode = errorCode;
    this.field = field;
  }
}

export function invalid(message: string, field: string | null = null): PlanningError {
  return new PlanningError(400, 'VALIDATION_FAILED', message, field);
}
