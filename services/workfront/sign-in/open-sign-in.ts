/**
 * What a call has to say for each way to sign in (reference C.1), and what to do when Workfront
 * says that it knows nobody by that.
 */
import type { Clock } from '../../core/clock.ts';
import { unreachable } from '../../core/unreachable.ts';
import type { Exchange } from '../exchange.ts';
import { logIn, tokenForJwt, tokenForRefresh, tokenOfIms } from './grants.ts';
import type { Credentials, SignedApi, SignIn, SignInHeaders } from './credentials.ts';
import { RenewedSession } from './renewed-session.ts';
import type { OpenedSession } from './renewed-session.ts';

export interface SignInParts {
  /** Asks without credentials. */
  readonly door: Exchange;
  /** To Adobe IMS; needed by credentials of that kind. */
  readonly imsDoor?: Exchange;
  readonly apiVersion: number;
  readonly clock: Clock;
}

export function openSignIn(
  credentials: Credentials,
  api: SignedApi,
  { door, imsDoor, apiVersion, clock }: SignInParts,
): SignIn {
  const session = (obtain: ConstructorParameters<typeof RenewedSession>[0]): SignIn =>
    new RenewedSession(obtain, clock);
  switch (credentials.kind) {
    case 'api-key': {
      const { apiKey } = credentials;
      // The subscription API has it raw in Authorization (reference B.1).
      return fixed(() =>
        api === 'subscriptions' ? { authorization: apiKey() } : { apiKey: apiKey() },
      );
    }
    case 'session': {
      const { sessionID } = credentials;
      return fixed(() => ({ sessionID: sessionID() }));
    }
    case 'login':
      return session(() => logIn(door, apiVersion, credentials));
    case 'jwt':
      return session(() => tokenForJwt(door, credentials, clock));
    case 'refresh':
      return session(() => tokenForRefresh(door, credentials));
    case 'ims': {
      const { clientID, imsOrgID } = credentials;
      if (imsDoor === undefined) throw new TypeError('nobody opened a door to Adobe IMS');
      const ask = (): Promise<OpenedSession> => tokenOfIms(imsDoor, credentials);
      return new RenewedSession(ask, clock, (token) => imsHeaders(token, imsOrgID, clientID));
    }
    case 'bearer':
      return bearer(credentials);
    default:
      return unreachable(credentials);
  }
}

function fixed(headers: () => SignInHeaders): SignIn {
  return { headers: async () => headers(), renew: async () => false };
}

/** Read again when it is refused: whoever renews it writes the file anew. */
function bearer({ token, imsOrgID, apiKey }: Credentials & { readonly kind: 'bearer' }): SignIn {
  const headers = (): SignInHeaders => imsHeaders(token.read(), imsOrgID, apiKey);
  return {
    headers: async () => headers(),
    renew: async (used) => headers()['authorization'] !== used['authorization'],
  };
}

function imsHeaders(token: string, imsOrgID: string | null, apiKey: string | null): SignInHeaders {
  return {
    authorization: `Bearer ${token}`,
    ...(imsOrgID !== null && { 'x-gw-ims-org-id': imsOrgID }),
    ...(apiKey !== null && { 'x-api-key': apiKey }),
  };
}
