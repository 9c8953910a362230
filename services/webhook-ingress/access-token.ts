/**
 * Who may deliver: whoever shows a token that was given to Workfront's subscriptions
 * (reference B.1).
 */
import { createHash, timingSafeEqual } from 'node:crypto';

export type TokenCheck = 'right' | 'wrong' | 'missing';

/**
 * Checks an `Authorization` header, `Bearer <token>` or the bare token (reference B.2), in a
 * time that does not depend on how much of it is right. Several are right while one is rotated.
 */
export function tokenChecker(
  tokens: readonly string[],
): (header: string | undefined) => TokenCheck {
  const digests = tokens.map((token) => digestOf(Buffer.from(token, 'utf8')));
  return (header) => {
    if (header === undefined || header.trim() === '') return 'missing';
    // Node gives header bytes as latin1; a token is UTF-8.
    const shown = digestOf(Buffer.from(header.replace(BEARER, '').trim(), 'latin1'));
    let right = false;
    // Each is compared, also after a match: the time must not tell which one it was.
    for (const digest of digests) right = timingSafeEqual(digest, shown) || right;
    return right ? 'right' : 'wrong';
  };
}

const BEARER = /^\s*bearer\s+/i;

// Digests have one length, which timingSafeEqual needs, and which hides the token's.
function digestOf(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}
