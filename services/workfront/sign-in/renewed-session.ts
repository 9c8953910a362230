/**
 * A session that is opened when it is first needed, opened anew a while before it ends, and once
 * more when Workfront no longer knows it. All calls share one.
 */
import type { Clock } from '../../core/clock.ts';
import type { Millis } from '../../core/units.ts';
import type { SignIn, SignInHeaders } from './credentials.ts';

/** What is used as `sessionID`, also where it is an OAuth2 access token (reference C.1). */
export interface OpenedSession {
  readonly sessionID: string;
  /** Null where Workfront does not say. */
  readonly lastsSeconds: number | null;
}

interface Current {
  readonly sessionID: string;
  readonly renewAtMs: Millis;
}

/** Of its life, when it is renewed: a call that begins before must end before it ends. */
const RENEWED_AFTER = 0.9;

export class RenewedSession implements SignIn {
  readonly #obtain: () => Promise<OpenedSession>;
  readonly #clock: Clock;
  readonly #headersOf: (sessionID: string) => SignInHeaders;
  #current: Current | null = null;
  #opening: Promise<Current> | null = null;

  /** @param headersOf how calls name the session; as Workfront's own does unless given */
  constructor(
    obtain: () => Promise<OpenedSession>,
    clock: Clock,
    headersOf: (sessionID: string) => SignInHeaders = (sessionID) => ({ sessionID }),
  ) {
    this.#obtain = obtain;
    this.#clock = clock;
    this.#headersOf = headersOf;
  }

  async headers(): Promise<SignInHeaders> {
    const due = this.#current === null || this.#clock.monotonicMs() >= this.#current.renewAtMs;
    const { sessionID } = due || this.#current === null ? await this.#open() : this.#current;
    return this.#headersOf(sessionID);
  }

  async renew(used: SignInHeaders): Promise<boolean> {
    // Another call may have renewed it already.
    if (this.#current === null || this.#names(used, this.#current)) await this.#open();
    return true;
  }

  #names(used: SignInHeaders, { sessionID }: Current): boolean {
    const known = Object.entries(this.#headersOf(sessionID));
    return known.every(([name, value]) => used[name] === value);
  }

  #open(): Promise<Current> {
    this.#opening ??= this.#opened().finally(() => (this.#opening = null));
    return this.#opening;
  }

  async #opened(): Promise<Current> {
    this.#current = null;
    const { sessionID, lastsSeconds } = await this.#obtain();
    const lastsMs = lastsSeconds === null ? Infinity : lastsSeconds * 1000 * RENEWED_AFTER;
    this.#current = { sessionID, renewAtMs: this.#clock.monotonicMs() + lastsMs };
    return this.#current;
  }
}
