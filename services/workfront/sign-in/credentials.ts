/**
 * Who asks, in each way that Workfront knows (reference C.1), as data. Secrets are functions, so
 * that no log and no error can show one.
 */

/** The dialects differ in where an API key goes. */
export type SignedApi = 'attask' | 'subscriptions' | 'planning';

export type SignInHeaders = Readonly<Record<string, string>>;

export interface SignIn {
  /** Of one call. Signs in first where that is due. */
  headers(): Promise<SignInHeaders>;
  /** Workfront knows nobody by `used`; resolves to whether another call may fare better. */
  renew(used: SignInHeaders): Promise<boolean>;
}

export type Reveal = () => string;

/** A token that somebody may replace while we run: in a file, that is. */
export interface TokenPlace {
  readonly read: Reveal;
  /** Null where it cannot be replaced. */
  readonly write: ((token: string) => void) | null;
}

export interface OAuthApplication {
  readonly clientID: string;
  /** Null of an application of PKCE. */
  readonly clientSecret: Reveal | null;
}

export type Credentials =
  | { readonly kind: 'api-key'; readonly apiKey: Reveal }
  | { readonly kind: 'session'; readonly sessionID: Reveal }
  | { readonly kind: 'login'; readonly username: string; readonly password: Reveal }
  | {
      readonly kind: 'jwt';
      readonly application: OAuthApplication;
      /** RSA, in PEM. */
      readonly privateKey: Reveal;
      readonly customerID: string;
      readonly userID: string;
    }
  | {
      readonly kind: 'refresh';
      readonly application: OAuthApplication;
      readonly refreshToken: TokenPlace;
    }
  | {
      /** Server to server: tokens are asked of Adobe IMS as they are needed. */
      readonly kind: 'ims';
      readonly clientID: string;
      readonly clientSecret: Reveal;
      /** With commas. */
      readonly scopes: string;
      readonly imsOrgID: string | null;
    }
  | {
      readonly kind: 'bearer';
      readonly token: TokenPlace;
      readonly imsOrgID: string | null;
      /** The client ID of Adobe Developer Console, which Planning asks for. */
      readonly apiKey: string | null;
    };

/** Nobody: for what is asked in order to sign in. */
export const NOBODY: SignIn = { headers: async () => ({}), renew: async () => false };
