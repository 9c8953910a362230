/** Reads the JSON Web Token that an application signs to act for a user (reference C.1, JWT). */
import jsonwebtoken from 'jsonwebtoken';
import type { JsonObject } from '../../../core/json.ts';

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
