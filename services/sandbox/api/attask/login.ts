/** Login and logout (reference C.1; shapes of fixtures rest_core/login.json, logout.json). */
import type { JsonValue } from '../../../core/json.ts';
import { idOf, fieldText } from '../../../workfront/object-row.ts';
import { isJsonObject } from '../../../core/json.ts';
import { parseJson } from '../../../platform/json.ts';
import type { AttaskParts } from './attask-call.ts';
import { parameterOf } from '../../../workfront/attask/attask-request.ts';
import type { AttaskRequest } from '../../../workfront/attask/attask-request.ts';

export function login(request: AttaskRequest, { access, tenant }: AttaskParts): JsonValue {
  const sent = bodyParameters(request);
  const username = parameterOf(request, 'username') ?? fieldText(sent, 'username') ?? '';
  const password = parameterOf(request, 'password') ?? fieldText(sent, 'password') ?? '';
  const { sessionID, user } = access.login(username, password);
  const timeZone = fieldText(user, 'timeZone') ?? tenant.settings.zone;
  return {
    userID: idOf(user),
    sessionID,
    versionInformation: {
      currentAPI: `v${request.version}.0`,
      buildNumber: 'sandbox',
      apiVersions: Object.fromEntries(
        VERSIONS.map((version) => [`v${version}.0`, `/attask/api/v${version}.0/`]),
      ),
      lastUpdated: '2026/05/08 00:00:00',
      release: 'sandbox',
      version: '4.0',
    },
    locale: 'en_US',
    timeZone,
    timeZoneName: timeZone,
    iso3Country: 'USA',
    iso3Language: 'eng',
    currency: {
      useNegativeSign: false,
      fractionDigits: 2,
      symbol: '$',
      ID: 'USD',
      groupingSeparator: ',',
      decimalSeparator: '.',
    },
  };
}

export function logout(request: AttaskRequest, { access }: AttaskParts): JsonValue {
  access.authenticate(request.request);
  access.logout(request.request);
  return { success: true };
}

const VERSIONS = [15, 16, 17, 18, 19, 20, 21, 22];

function bodyParameters(request: AttaskRequest): { readonly [name: string]: JsonValue } {
  try {
    const body = parseJson(request.request.body);
    return isJsonObject(body) ? body : {};
  } catch {
    return {};
  }
}
