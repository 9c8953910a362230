/**
 * What OAuth2 lets an application have: codes for two minutes and once, refresh tokens by the
 * application's settings, access tokens that are sessions (reference C.1). Of RFC 6749 where
 * Adobe's pages are silent: the errors.
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from '../../../core/json.ts';
import type { Random } from '../../../core/random.ts';
import { asMicros, plus } from '../../../core/units.ts';
import type { Micros } from '../../../core/units.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { Access } from '../../tenant/access.ts';

/** A refusal by its RFC 6749 name; Adobe publishes none. */
export class OAuthError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.status = status;
    this.code = code;
  }
}

export function invalidGrant(description: string): OAuthError {
  return new OAuthError(400, 'invalid_grant', description);
}

/** Of a code, and of the refresh tokens that come of it. */
export interface Consent {
  readonly userID: string;
  /** Base64 URL of the verifier's SHA-256; null outside of PKCE. */
  readonly challenge: string | null;
}

interface Code extends Consent {
  readonly redirectURL: string;
  readonly expiresMicros: Micros;
}

interface Refresh extends Consent {
  /** Absolute, however often the token is rotated. */
  readonly expiresMicros: Micros;
}

const CODE_MICROS = asMicros(120_000_000); // "code lives 2 min" (reference C.1)
const DAY_MICROS = 86_400_000_000;

export class OAuthGrants {
  readonly #tenant: Tenant;
  readonly #access: Access;
  readonly #random: Random;
  readonly #codes = new Map<string, Code>();
  readonly #refreshTokens = new Map<string, Refresh>();

  constructor(tenant: Tenant, access: Access, random: Random) {
    this.#tenant = tenant;
    this.#access = access;
    this.#random = random;
  }

  newCode(consent: Consent, redirectURL: string): string {
    const now = this.#now();
    for (const [code, { expiresMicros }] of this.#codes) {
      if (expiresMicros < now) this.#codes.delete(code);
    }
    const code = this.#random.hex(32);
    this.#codes.set(code, { ...consent, redirectURL, expiresMicros: plus(now, CODE_MICROS) });
    return code;
  }

  /** Whether the token was given to an application that has no secret (PKCE). */
  isOfPublicClient(token: string): boolean {
    const found = this.#codes.get(token) ?? this.#refreshTokens.get(token);
    return found !== undefined && found.challenge !== null;
  }

  byCode(code: string, redirectURL: string, verifier: string): JsonObject {
    const found = this.#codes.get(code);
    this.#codes.delete(code); // once, even for whoever does not know the rest
    if (found === undefined || found.expiresMicros < this.#now()) {
      throw invalidGrant('The code is unknown, used or older than two minutes');
    }
    if (found.redirectURL !== redirectURL) {
      throw invalidGrant('redirect_uri is not the one that the code was sent to');
    }
    if (found.challenge !== null && found.challenge !== challengeOf(verifier)) {
      throw invalidGrant('code_verifier does not match code_challenge');
    }
    const { oauthRefreshDays } = this.#tenant.settings;
    const lasts = oauthRefreshDays === 0 ? Number.POSITIVE_INFINITY : oauthRefreshDays * DAY_MICROS;
    const { userID, challenge } = found;
    return this.#tokens({ userID, challenge, expiresMicros: asMicros(this.#now() + lasts) }, null);
  }

  byRefreshToken(token: string): JsonObject {
    const found = this.#refreshTokens.get(token);
    if (found === undefined || found.expiresMicros < this.#now()) {
      this.#refreshTokens.delete(token);
      throw invalidGrant('The refresh token is unknown or expired');
    }
    const rotates = this.#tenant.settings.oauthRefreshRotation;
    const tokens = this.#tokens(found, rotates ? null : token);
    if (rotates) this.#refreshTokens.delete(token);
    return tokens;
  }

  /** Without a refresh token: the next one is had for the next JWT. */
  forUser(userID: string): JsonObject {
    if (this.#tenant.store.get('USER', userID) === null)
      throw invalidGrant('There is no such user');
    const { sessionID, expiresSeconds } = this.#access.openSession(userID);
    // "The access token is used as sessionID header" (reference C.1).
    const session = { token_type: 'sessionID', access_token: sessionID };
    return { ...session, expires_in: expiresSeconds, wid: userID };
  }

  /** @param token the refresh token to keep; null makes a new one */
  #tokens(consent: Refresh, token: string | null): JsonObject {
    const session = this.forUser(consent.userID);
    const refreshToken = token ?? this.#random.hex(32);
    this.#refreshTokens.set(refreshToken, consent);
    return { ...session, refresh_token: refreshToken };
  }

  #now(): Micros {
    return this.#tenant.clock.nowMicros();
  }
}

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
