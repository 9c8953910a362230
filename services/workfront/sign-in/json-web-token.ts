/** The JSON Web Token that an application signs to act for a user (reference C.1, JWT). */
import jsonwebtoken from 'jsonwebtoken';
import { PipelineError } from '../../core/errors.ts';
import type { JsonObject } from '../../core/json.ts';

/** Signed by RS256. CONFIG_INVALID for what is no private key of RSA in PEM. */
export function signedClaims(
  claims: { readonly iss: string; readonly sub: string; readonly exp: number },
  privateKeyPem: string,
): string {
  try {
    return jsonwebtoken.sign(claims, privateKeyPem, { algorithm: 'RS256', noTimestamp: true });
  } catch {
    // Not as a cause: it may quote the key.
    throw new PipelineError(
      'CONFIG_INVALID',
      'WORKFRONT_OAUTH_PRIVATE_KEY is not a private key of RSA in PEM.',
      { variables: 'WORKFRONT_OAUTH_PRIVATE_KEY' },
    );
  }
}

/**
 * The claims, or null unless the token is signed by RS256 with that key: a public key, or a
 * certificate, which is what Adobe's page has people upload. `exp` is left to the caller, whose
 * clock is the tenant's.
 */
export function verifiedClaims(token: string, publicKeyPem: string): JsonObject | null {
  try {
    const options = { algorithms: ['RS256' as const], ignoreExpiration: true };
    const claims: unknown = jsonwebtoken.verify(token, publicKeyPem, options);
    return isClaims(claims) ? claims : null;
  } catch {
    return null;
  }
}

function isClaims(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
