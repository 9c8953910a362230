/** A refusal in Workfront's own words: Java class, message, HTTP status (reference C.5). */
export class AttaskError extends Error {
  readonly status: number;
  readonly javaClass: string;

  constructor(status: number, javaClass: string, message: string) {
    super(message);
    this.name = 'AttaskError';
    this.status = status;
    this.javaClass = javaClass;
  }
}

const ILLEGAL_ARGUMENT = 'java.lang.IllegalArgumentException';

/** @param status another than 400 for what cannot even be read */
export function badRequest(message: string, status = 400): AttaskError {
  return new AttaskError(status, ILLEGAL_ARGUMENT, message);
}

/** reference C.5: "APIModel <V22_0> does not support field <x> (<Object>)". */
export function unknownField(version: number, field: string, objectName: string): AttaskError {
  return badRequest(`APIModel V${version}_0 does not support field ${field} (${objectName})`);
}

export function invalidData(message: string): AttaskError {
  return new AttaskError(422, 'com.attask.common.InvalidParameterException', message);
}

export function notAuthenticated(message: string): AttaskError {
  return new AttaskError(401, 'com.attask.common.AuthenticationException', message);
}

export function noRight(message: string): AttaskError {
  return new AttaskError(403, 'com.attask.common.AuthorizationException', message);
}

export function notFound(message: string): AttaskError {
  return new AttaskError(404, 'com.attask.common.ObjectNotFoundException', message);
}

/** A removed version answers 410 (reference C.1). */
export function goneVersion(version: number): AttaskError {
  return new AttaskError(
    410,
    'com.attask.common.UnsupportedVersionException',
    `API version v${version}.0 is no longer available. Use a supported version.`,
  );
}
