/**
 * Asks Workfront for a session: by a password, a JWT, a code or a refresh token (reference C.1).
 */
import type { Clock } from '../../core/clock.ts';
import { isError, PipelineError } from '../../core/errors.ts';
import { isJsonObject } from '../../core/json.ts';
import type { JsonObject, JsonValue } from '../../core/json.ts';
import { errorOfAnswer, errorOfBody, unavailable } from '../client-errors.ts';
import { filledText } from '../event-bodies.ts';
import type { Exchange, ExchangeAnswer } from '../exchange.ts';
import { signedClaims } from './json-web-token.ts';
import type { OpenedSession } from './renewed-session.ts';
import type { Credentials, OAuthApplication } from './credentials.ts';

type Of<Kind extends Credentials['kind']> = Extract<Credentials, { readonly kind: Kind }>;

export async function logIn(
  door: Exchange,
  apiVersion: number,
  { username, password }: Of<'login'>,
): Promise<OpenedSession> {
  const path = `/attask/api/v${apiVersion}.0/login`;
  // In the body: a query stands in every proxy's log.
  const { status, headers, body } = await post(door, path, { username, password: password() });
  const error = isJsonObject(body) && isJsonObject(body['error']) ? body['error'] : null;
  if (status !== 200) throw refused(errorOfAnswer(status, headers, body, 'login'), 'login');
  if (error !== null) throw refused(errorOfBody(error, 'login'), 'login');
  const data = isJsonObject(body) ? body['data'] : null;
  const sessionID = isJsonObject(data) ? filledText(data['sessionID']) : null;
  if (sessionID === null) throw unavailable('login', 'the answer has no sessionID');
  return { sessionID, lastsSeconds: null };
}

const OAUTH = '/integrations/oauth2/api/v1';
/** Long enough for two clocks that differ. */
const JWT_LASTS_SECONDS = 600;

export async function tokenForJwt(
  door: Exchange,
  { application, privateKey, customerID, userID }: Of<'jwt'>,
  clock: Clock,
): Promise<OpenedSession> {
  const exp = Math.floor(clock.nowMicros() / 1e6) + JWT_LASTS_SECONDS;
  const jwt = signedClaims({ iss: customerID, sub: userID, exp }, privateKey());
  const form = { ...formOf(application), jwt_token: jwt };
  return sessionOf(await grant(door, `${OAUTH}/jwt/exchange`, form, 'jwt'));
}

const IMS_TOKEN = '/ims/token/v3';

/** @param door to Adobe IMS, which is another host than Workfront */
export async function tokenOfIms(
  door: Exchange,
  { clientID, clientSecret, scopes }: Of<'ims'>,
): Promise<OpenedSession> {
  const form = {
    grant_type: 'client_credentials',
    client_id: clientID,
    client_secret: clientSecret(),
    scope: scopes,
  };
  return sessionOf(await grant(door, IMS_TOKEN, form, 'ims'));
}

/**
 * A refresh token may be good for one use: the new one is kept before anything else is done.
 * Refused, it is read again, because another process may have used it and kept its successor.
 */
export async function tokenForRefresh(
  door: Exchange,
  credentials: Of<'refresh'>,
): Promise<OpenedSession> {
  const used = credentials.refreshToken.read();
  try {
    return await refresh(door, credentials, used);
  } catch (error) {
    const successor = credentials.refreshToken.read();
    if (!isError(error, 'WORKFRONT_REFUSED') || successor === used) throw error;
    return refresh(door, credentials, successor);
  }
}

async function refresh(
  door: Exchange,
  { application, refreshToken }: Of<'refresh'>,
  token: string,
): Promise<OpenedSession> {
  const form = { ...formOf(application), grant_type: 'refresh_token', refresh_token: token };
  const granted = await grant(door, `${OAUTH}/token`, form, 'refresh');
  const next = filledText(granted['refresh_token']);
  if (next !== null && next !== token) keep(refreshToken.write, next);
  return sessionOf(granted);
}

function keep(write: ((token: string) => void) | null, token: string): void {
  if (write !== null) return write(token);
  throw new PipelineError(
    'CONFIG_INVALID',
    'Workfront gives a new refresh token with each use, and an environment variable cannot be ' +
      'replaced: put it in a file that this process may write, WORKFRONT_OAUTH_REFRESH_TOKEN_FILE.',
    { variables: 'WORKFRONT_OAUTH_REFRESH_TOKEN_FILE' },
  );
}

/** The refresh token that an authorization code is worth, within two minutes and once. */
export async function refreshTokenForCode(
  door: Exchange,
  application: OAuthApplication,
  { code, redirectURL }: { readonly code: string; readonly redirectURL: string },
): Promise<string> {
  const grantType = { grant_type: 'authorization_code', code, redirect_uri: redirectURL };
  const form = { ...formOf(application), ...grantType };
  const token = filledText((await grant(door, `${OAUTH}/token`, form, 'code'))['refresh_token']);
  if (token !== null) return token;
  throw new PipelineError(
    'WORKFRONT_REFUSED',
    'Workfront gave no refresh token: allow refresh tokens for this OAuth2 application.',
  );
}

type Way = 'login' | 'jwt' | 'refresh' | 'code' | 'ims';

const WAYS: Readonly<Record<Way, string>> = {
  login:
    'Check WORKFRONT_USERNAME and WORKFRONT_PASSWORD; a tenant on Adobe IMS has no login any more: ' +
    'use an OAuth2 application.',
  jwt:
    'Check WORKFRONT_OAUTH_CLIENT_ID, WORKFRONT_OAUTH_CLIENT_SECRET, WORKFRONT_CUSTOMER_ID, ' +
    'WORKFRONT_OAUTH_USER_ID, and that WORKFRONT_OAUTH_PRIVATE_KEY belongs to the key in Workfront.',
  refresh:
    'The refresh token is used up, expired or withdrawn: get a new one with npx workfront-cdc sign-in.',
  code: 'A code lives for two minutes and works once: begin again with npx workfront-cdc sign-in.',
  ims:
    'Adobe IMS knows no such client: check its ID, its secret and its scopes in Adobe Developer ' +
    'Console (WORKFRONT_IMS_* or PLANNING_*).',
};

/** Asking again does not help, and a person must know what to mend. */
function refused(error: PipelineError, way: Way): PipelineError {
  if (!isError(error, 'WORKFRONT_REFUSED')) return error;
  const said = error.context['said'];
  const words = typeof said === 'string' && said !== '' ? `: ${said}` : '';
  const message = `Workfront refused the sign-in${words}. ${WAYS[way]}`;
  return new PipelineError('WORKFRONT_REFUSED', message, error.context);
}

async function grant(
  door: Exchange,
  path: string,
  form: Readonly<Record<string, string>>,
  way: Way,
): Promise<JsonObject> {
  const { status, headers, body } = await post(door, path, form);
  const granted = isJsonObject(body) ? body : {};
  if (status === 200 && filledText(granted['access_token']) !== null) return granted;
  if (status === 200) throw unavailable(path, 'the answer has no access_token');
  throw refused(errorOfAnswer(status, headers, asAttask(granted), path), way);
}

/** RFC 6749 has `error` and `error_description` where the attask API has an object. */
function asAttask(granted: JsonObject): JsonValue {
  const words = [granted['error'], granted['error_description']].map((one) =>
    filledText(one ?? null),
  );
  return { error: { message: words.filter((one) => one !== null).join(', ') } };
}

function sessionOf(granted: JsonObject): OpenedSession {
  const lasts = Number(granted['expires_in'] ?? NaN);
  return {
    sessionID: filledText(granted['access_token']) ?? '',
    lastsSeconds: Number.isFinite(lasts) && lasts > 0 ? lasts : null,
  };
}

function formOf({ clientID, clientSecret }: OAuthApplication): Readonly<Record<string, string>> {
  const id = { client_id: clientID };
  return clientSecret === null ? id : { ...id, client_secret: clientSecret() };
}

function post(
  door: Exchange,
  path: string,
  form: Readonly<Record<string, string>>,
): Promise<ExchangeAnswer> {
  const text = new URLSearchParams(form).toString();
  // Its end concerns every call that waits for it, so none of theirs ends it; it has a timeout.
  const { signal } = new AbortController();
  const body = { mediaType: 'application/x-www-form-urlencoded', text };
  return door.ask({ method: 'POST', path, name: path, body, signal });
}
