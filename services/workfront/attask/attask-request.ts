/**
 * What a request to `/attask/api` asks: version, path, parameters, method override (reference C.1,
 * C.2).
 */
import { formParameters } from '../api-request.ts';
import type { ApiRequest } from '../api-request.ts';
import { badRequest, goneVersion, notFound } from './attask-error.ts';

export interface AttaskRequest {
  readonly version: number;
  /** Upper case, after `?method=`. */
  readonly method: string;
  /** Below the version: `['PROJ', 'search']`. */
  readonly segments: readonly string[];
  /** Query, and the form body of an overridden POST. */
  readonly parameters: readonly (readonly [string, string])[];
  /** With the form body's members among its query: credentials, too, are sent in either. */
  readonly request: ApiRequest;
}

/** The customer's default when the path names none. */
const VERSION_DEFAULT = 21;
const VERSION_NEWEST = 22;
const VERSION_OLDEST = 15;
const VERSION_SUPPORTED = 18;

/** `unsupported` is the name of the newest in what the public clients send. */
const PATH = /^\/attask\/api(?:\/v(\d{1,4})\.0|[/-](unsupported))?(\/.*)?$/;
const METHODS: ReadonlySet<string> = new Set(['GET', 'POST', 'PUT', 'DELETE']);

export function readAttaskRequest(
  request: ApiRequest,
  { retired }: { readonly retired: boolean },
): AttaskRequest {
  const match = PATH.exec(request.path);
  if (match === null) throw notFound(`There is nothing at ${request.path}`);
  const [, named, unsupported, below = ''] = match;
  const byDefault = unsupported === undefined ? VERSION_DEFAULT : VERSION_NEWEST;
  const version = named === undefined ? byDefault : Number(named);
  checkVersion(version, retired);
  // A form body is how long queries are sent (reference C.2).
  const parameters = [...request.query, ...formParameters(request)];
  const override = parameters.find(([name]) => name === 'method')?.[1];
  const method = (override ?? request.method).toUpperCase();
  if (!METHODS.has(method)) throw badRequest(`Unsupported method ${method}`);
  const segments = below.split('/').filter((segment) => segment !== '');
  return { version, method, segments, parameters, request: { ...request, query: parameters } };
}

/** Deprecated versions are still served, until they are `retired` (reference C.1). */
function checkVersion(version: number, retired: boolean): void {
  const oldest = retired ? VERSION_SUPPORTED : VERSION_OLDEST;
  if (version < oldest) throw goneVersion(version);
  if (version > VERSION_NEWEST) throw badRequest(`Unsupported API version v${version}.0`);
}

export function parameterOf(request: AttaskRequest, name: string): string | null {
  return request.parameters.find(([key]) => key === name)?.[1] ?? null;
}
