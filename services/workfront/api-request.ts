/** A request to one of Workfront's APIs as plain data: what is asked, before anybody answers. */

export interface ApiRequest {
  readonly method: string;
  /** Decoded, without the query. */
  readonly path: string;
  readonly query: readonly (readonly [string, string])[];
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
}

export function queryValue({ query }: Pick<ApiRequest, 'query'>, name: string): string | null {
  return query.find(([key]) => key === name)?.[1] ?? null;
}

export function isForm({ headers }: ApiRequest): boolean {
  return (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
}

/** The members of a form body, in their order; none of any other body. */
export function formParameters(request: ApiRequest): (readonly [string, string])[] {
  return isForm(request) ? [...new URLSearchParams(request.body)] : [];
}
