/** Who asks: the headers of each way to sign in to the attask API (reference C.1). */

/** Exactly one of the first three is set. */
export interface Credentials {
  readonly apiKey?: string | undefined;
  /** Also where an OAuth2 or JWT access token goes. */
  readonly sessionID?: string | undefined;
  /** Of Adobe IMS. */
  readonly bearerToken?: string | undefined;
  readonly imsOrgID?: string | undefined;
}

export function credentialHeaders(credentials: Credentials): Readonly<Record<string, string>> {
  const { apiKey, sessionID, bearerToken, imsOrgID } = credentials;
  if (apiKey !== undefined) return { apiKey };
  if (sessionID !== undefined) return { sessionID };
  const org = imsOrgID === undefined ? {} : { 'x-gw-ims-org-id': imsOrgID };
  return bearerToken === undefined ? {} : { authorization: `Bearer ${bearerToken}`, ...org };
}
