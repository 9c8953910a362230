/**
 * /integrations/oauth2: the authorization page, its tokens, and the exchange of a JWT
 * (reference C.1). There is no page to log in or to consent at: the caller's session says who
 * consents. How applications are registered is done in a setup page; here one application stands in
 * the settings.
 */
import { isJsonObject } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import { AttaskError } from '../../../workfront/attask/attask-error.ts';
import { answer } from '../http/exchange.ts';
import { queryValue } from '../../../workfront/api-request.ts';
import type { SandboxRequest, SandboxResponse } from '../http/exchange.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { numberOf, fieldText } from '../../../workfront/object-row.ts';
import type { Access } from '../../tenant/access.ts';
import { verifiedClaims } from '../../../workfront/sign-in/json-web-token.ts';
import { invalidGrant, OAuthError } from './oauth-grants.ts';
import type { OAuthGrants } from './oauth-grants.ts';

export const OAUTH_PATH = '/integrations/oauth2';

export interface OAuthParts {
  readonly tenant: Tenant;
  readonly access: Access;
  readonly oauth: OAuthGrants;
}

type Sent = (name: string) => string;

export function handleOAuth(request: SandboxRequest, parts: OAuthParts): SandboxResponse {
  const path = request.path.slice(OAUTH_PATH.length);
  const wanted = path === '/authorize' ? 'GET' : 'POST';
  try {
    const { unreadable } = request;
    if (unreadable !== undefined) throw invalidRequest(unreadable.message, unreadable.status);
    const handle = HANDLERS.get(path);
    if (handle === undefined) throw new OAuthError(404, 'invalid_request', `Nothing at ${path}`);
    if (request.method !== wanted) {
      throw new OAuthError(405, 'invalid_request', `${request.method} is not allowed here`);
    }
    return handle(request, parts);
  } catch (error) {
    return refuse(error);
  }
}

type Handler = (request: SandboxRequest, parts: OAuthParts) => SandboxResponse;

const HANDLERS: ReadonlyMap<string, Handler> = new Map([
  ['/authorize', authorize],
  ['/api/v1/token', token],
  ['/api/v1/jwt/exchange', exchange],
]);

/**
 * Sends the browser back with a code; `domain` and `lane` are of the host (WF
 * oauth-app-code-token-flow.md).
 */
function authorize(
  request: SandboxRequest,
  { tenant, access, oauth }: OAuthParts,
): SandboxResponse {
  const { oauthClientID, oauthRedirectURL, oauthConsent } = tenant.settings;
  const asked: Sent = (name) => queryValue(request, name) ?? '';
  if (asked('client_id') !== oauthClientID) throw invalidClient('client_id is unknown', 400);
  const redirectURL = asked('redirect_uri');
  // Never a redirect to where the application is not registered.
  if (redirectURL !== oauthRedirectURL || !URL.canParse(redirectURL)) {
    throw invalidRequest('redirect_uri is not registered');
  }
  const back = (answers: Readonly<Record<string, string>>): SandboxResponse => {
    const url = new URL(redirectURL);
    for (const [name, value] of Object.entries(answers)) url.searchParams.set(name, value);
    const state = queryValue(request, 'state');
    if (state !== null) url.searchParams.set('state', state);
    return { status: 302, body: '', headers: { location: url.href } };
  };
  if (asked('response_type') !== 'code') return back({ error: 'unsupported_response_type' });
  const challenge = queryValue(request, 'code_challenge');
  if (challenge !== null && asked('code_challenge_method') !== 'S256') {
    return back({ error: 'invalid_request' }); // "always S256"
  }
  const { userID } = access.authenticate(request);
  if (!oauthConsent) return back({ error: 'access_denied' });
  return back({ code: oauth.newCode({ userID, challenge }, redirectURL), ...placeOf(request) });
}

function placeOf({ headers }: SandboxRequest): { domain: string; lane: string } {
  const named = /^([a-z][\w-]*)\.([a-z][\w-]*)\./i.exec(headers['host'] ?? '');
  return { domain: named?.[1] ?? 'sandbox', lane: named?.[2] ?? 'sandbox' };
}

function token(request: SandboxRequest, { tenant, oauth }: OAuthParts): SandboxResponse {
  const sent = sentBy(request);
  const grant = sent('grant_type');
  if (grant === 'authorization_code') {
    checkClient(request, sent, tenant, oauth.isOfPublicClient(sent('code')));
    const tokens = oauth.byCode(sent('code'), sent('redirect_uri'), sent('code_verifier'));
    return granted(tokens);
  }
  if (grant === 'refresh_token') {
    checkClient(request, sent, tenant, oauth.isOfPublicClient(sent('refresh_token')));
    return granted(oauth.byRefreshToken(sent('refresh_token')));
  }
  throw new OAuthError(400, 'unsupported_grant_type', `Unsupported grant_type ${grant}`);
}

/** RS256; `iss` is the customer, `sub` the user, `exp` is to come (reference C.1). */
function exchange(request: SandboxRequest, { tenant, oauth }: OAuthParts): SandboxResponse {
  const sent = sentBy(request);
  checkClient(request, sent, tenant, false);
  const claims = verifiedClaims(sent('jwt_token'), tenant.settings.oauthPublicKey);
  if (claims === null) throw invalidGrant('The token is not signed with the registered key');
  if (fieldText(claims, 'iss') !== tenant.customerID)
    throw invalidGrant('iss is not this customer');
  const expires = numberOf(claims, 'exp');
  if (expires === null || expires * 1_000_000 <= tenant.clock.nowMicros()) {
    throw invalidGrant('The token has expired');
  }
  return granted(oauth.forUser(fieldText(claims, 'sub') ?? ''));
}

/** ID and secret by Basic or in the body; an application of PKCE has no secret to send. */
function checkClient(request: SandboxRequest, sent: Sent, tenant: Tenant, isPublic: boolean): void {
  const { oauthClientID, oauthClientSecret } = tenant.settings;
  const basic = /^Basic\s+(\S+)$/i.exec(request.headers['authorization'] ?? '')?.[1];
  const pair = Buffer.from(basic ?? '', 'base64').toString();
  const colon = pair.indexOf(':');
  const id = basic === undefined ? sent('client_id') : pair.slice(0, colon);
  const secret = basic === undefined ? sent('client_secret') : pair.slice(colon + 1);
  const known =
    id === oauthClientID && (secret === oauthClientSecret || (isPublic && secret === ''));
  if (!known) throw invalidClient('Client authentication failed', 401);
}

/** JSON or a form: WF oauth-app-code-token-flow.md shows both. */
function sentBy({ headers, body }: SandboxRequest): Sent {
  if (!(headers['content-type'] ?? '').startsWith('application/json')) {
    const form = new URLSearchParams(body);
    return (name) => form.get(name) ?? '';
  }
  const value = parseJson(body);
  if (!isJsonObject(value)) throw invalidRequest('The body must be an object');
  return (name) => fieldText(value, name) ?? '';
}

/** Not to be kept by caches (RFC 6749, 5.1). */
function granted(tokens: Parameters<typeof answer>[1]): SandboxResponse {
  return answer(200, tokens, { 'cache-control': 'no-store' });
}

function refuse(error: unknown): SandboxResponse {
  if (error instanceof OAuthError) {
    return answer(error.status, { error: error.code, error_description: error.message });
  }
  if (error instanceof SyntaxError) return refuse(invalidRequest('The body is not valid JSON'));
  // Nobody is logged in: the real one shows its login page.
  if (error instanceof AttaskError) {
    return refuse(new OAuthError(error.status, 'login_required', error.message));
  }
  throw error;
}

function invalidRequest(description: string, status = 400): OAuthError {
  return new OAuthError(status, 'invalid_request', description);
}

function invalidClient(description: string, status: number): OAuthError {
  return new OAuthError(status, 'invalid_client', description);
}
