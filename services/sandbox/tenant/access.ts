/** Who may call: session IDs, API keys and bearer tokens (reference C.1). */
import { notAuthenticated } from '../../workfront/attask/attask-error.ts';
import type { ApiRequest } from '../../workfront/api-request.ts';
import { queryValue } from '../../workfront/api-request.ts';
import type { Random } from '../../core/random.ts';
import { asMicros, plus } from '../../core/units.ts';
import type { Micros } from '../../core/units.ts';
import { fieldText } from '../../workfront/object-row.ts';
import type { ObjectRow } from '../../workfront/object-row.ts';
import type { Store } from './store.ts';

export interface Caller {
  readonly userID: string;
  readonly user: ObjectRow;
  readonly isAdmin: boolean;
}

export interface AccessOptions {
  /** Works as apiKey and as bearer token, for the administrator. */
  readonly apiKey: string;
  /** Every user's password; there is nothing to protect. */
  readonly password: string;
}

export interface Session {
  readonly userID: string;
  readonly expiresMicros: Micros;
}

const SESSION_MICROS = asMicros(8 * 3_600_000_000);

export class Access {
  readonly #sessions = new Map<string, Session>();
  readonly #admins = new Set<string>();
  readonly #options: AccessOptions;
  readonly #store: Store;
  readonly #random: Random;
  readonly #nowMicros: () => Micros;
  #tell: (sessionID: string, session: Session | null) => void = () => undefined;
  keyUserID = '';

  constructor(options: AccessOptions, store: Store, random: Random, nowMicros: () => Micros) {
    this.#options = options;
    this.#store = store;
    this.#random = random;
    this.#nowMicros = nowMicros;
  }

  /** The user whose rights the API key has; an administrator. */
  setKeyUser(userID: string): void {
    this.keyUserID = userID;
    this.#admins.add(userID);
  }

  login(username: string, password: string): { sessionID: string; user: ObjectRow } {
    for (const user of this.#store.rows('USER')) {
      if (fieldText(user, 'username') !== username || password !== this.#options.password) continue;
      const { sessionID } = this.openSession(fieldText(user, 'ID') ?? '');
      return { sessionID, user };
    }
    // The words of the public sample (fixtures rest_core/exception.json).
    throw notAuthenticated(
      "That username/password combination wasn't quite right.  Make sure your caps lock isn't on and try again.",
    );
  }

  /** Also what an OAuth2 access token is: it expires as any session does (reference C.1). */
  openSession(userID: string): { sessionID: string; expiresSeconds: number } {
    const sessionID = this.#random.hex(32);
    this.putSession(sessionID, { userID, expiresMicros: plus(this.#nowMicros(), SESSION_MICROS) });
    return { sessionID, expiresSeconds: SESSION_MICROS / 1_000_000 };
  }

  /** Null for everybody but the key's user. */
  apiKeyOf(userID: string): string | null {
    return userID === this.keyUserID ? this.#options.apiKey : null;
  }

  logout(request: ApiRequest): void {
    const sessionID = sessionOf(request);
    if (sessionID !== null) this.putSession(sessionID, null);
  }

  /** Throws AuthenticationException when the request bears nothing valid. */
  authenticate(request: ApiRequest): Caller {
    const key = request.headers['apikey'] ?? queryValue(request, 'apiKey');
    if (key !== null && key !== undefined) {
      if (key === this.#options.apiKey) return this.#callerOf(this.keyUserID);
      throw notAuthenticated('API Key is invalid');
    }
    const bearer = /^(?:Bearer\s+)?(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
    if (bearer === this.#options.apiKey) return this.#callerOf(this.keyUserID);
    const sessionID = sessionOf(request) ?? bearer ?? null;
    const session = sessionID === null ? undefined : this.#sessions.get(sessionID);
    if (session === undefined || session.expiresMicros < this.#nowMicros()) {
      throw notAuthenticated('You are not currently logged in');
    }
    return this.#callerOf(session.userID);
  }

  /** Null ends it. */
  putSession(sessionID: string, session: Session | null): void {
    if (session === null) this.#sessions.delete(sessionID);
    else this.#sessions.set(sessionID, session);
    this.#tell(sessionID, session);
  }

  onSession(listener: (sessionID: string, session: Session | null) => void): void {
    this.#tell = listener;
  }

  /** A fault: everybody has to log in again. */
  expireSessions(): void {
    for (const sessionID of [...this.#sessions.keys()]) this.putSession(sessionID, null);
  }

  #callerOf(userID: string): Caller {
    const user = this.#store.get('USER', userID);
    if (user === null) throw notAuthenticated('You are not currently logged in');
    return { userID, user, isAdmin: this.#admins.has(userID) };
  }
}

function sessionOf(request: ApiRequest): string | null {
  const header = request.headers['sessionid'] ?? queryValue(request, 'sessionID');
  if (header !== null && header !== undefined) return header;
  const cookie = /(?:^|;\s*)(?:attask|wf-auth)=([^;]+)/.exec(request.headers['cookie'] ?? '');
  return cookie?.[1] ?? null;
}
