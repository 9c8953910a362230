/** Reads the JSON Web Token that an application signs to act for a user (reference C.1, JWT). */
import { createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { isJsonObject } from '../../../core/json.ts';
import type { JsonObject } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';

/** The claims, or null unless the token is signed by RS256 with that key. */
export function verifiedClaims(token: string, publicKeyPem: string): JsonObject | null {
  const [head = '', body = '', signature = '', ...more] = token.split('.');
  const key = publicKeyOf(publicKeyPem);
  if (key === null || more.length > 0 || partOf(head)?.['alg'] !== 'RS256') return null;
  const signed = Buffer.from(`${head}.${body}`);
  const genuine = verify('RSA-SHA256', signed, key, Buffer.from(signature, 'base64url'));
  return genuine ? partOf(body) : null;
}

/** Of a public key or of a certificate, which is what people upload (WF oauth-app-jwt-flow.md). */
function publicKeyOf(pem: string): KeyObject | null {
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === 'rsa' ? key : null;
  } catch {
    return null;
  }
}

function partOf(part: string): JsonObject | null {
  try {
    const value = parseJson(Buffer.from(part, 'base64url').toString());
    return isJsonObject(value) ? value : null;
  } catch {
    return null;
  }
}
