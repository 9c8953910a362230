/** Whether an error is about one type of objects, and not about the tenant or the sign-in. Pure. */
import { isError } from '../../core/errors.ts';

/** No right on it, not in this version, or a condition that it does not take. */
export function isTypeRefused(error: unknown): boolean {
  if (!isError(error, 'WORKFRONT_REFUSED')) return false;
  const { status, javaClass } = error.context;
  if (status === 400 || status === 403 || status === 404 || status === 422) return true;
  return status === 200 && !/authent|session/i.test(String(javaClass));
}
