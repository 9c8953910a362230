/** What is checked before a byte of a body is read, so that a stranger costs nothing. */
import type { FastifyRequest } from '../platform/http/server.ts';
import type { tokenChecker } from './access-token.ts';
import { trustConnection } from '../platform/http/connection-guard.ts';
import { RefusedRequest } from './refusal.ts';

export interface DeliveryRoute {
  Params: { objCode: string };
}

/** Throws RefusedRequest. */
export function refuseAtTheDoor(
  request: FastifyRequest<DeliveryRoute>,
  checkToken: ReturnType<typeof tokenChecker>,
): void {
  const token = checkToken(request.headers.authorization);
  if (token === 'missing') throw new RefusedRequest('TOKEN_MISSING', 'There is no access token.');
  if (token === 'wrong') throw new RefusedRequest('TOKEN_WRONG', 'The access token is unknown.');
  trustConnection(request);
  if (!/^[A-Za-z][A-Za-z_]{0,39}$/.test(request.params.objCode)) {
    throw new RefusedRequest('NOT_FOUND', 'The path does not end in an objCode.');
  }
  if (!isJsonMedia(request.headers['content-type'])) {
    throw new RefusedRequest('MEDIA_TYPE', 'The body is declared to be something else than JSON.');
  }
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') {
    throw new RefusedRequest('MEDIA_TYPE', 'The body is compressed.');
  }
}

/** A delivery without a type is tried as JSON: what Workfront declares is not published. */
function isJsonMedia(header: string | undefined): boolean {
  if (header === undefined) return true;
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.find((one) => one.trim().startsWith('charset='));
  const isUtf8 = charset === undefined || /=\s*"?(utf-?8|us-ascii)"?\s*$/.test(charset);
  return isUtf8 && /^\s*application\/([\w.-]+\+)?json\s*$/.test(type);
}
