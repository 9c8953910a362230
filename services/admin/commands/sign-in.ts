/**
 * `sign-in`: a person lets an OAuth2 application of Workfront act for him (reference C.1); the
 * refresh token that comes of it goes to a file, from which the processes sign in.
 */
import { systemClock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { parseJson } from '../../platform/json.ts';
import { applicationOf, writeTokenFile } from '../../source/tenant/sign-in-config.ts';
import { LocalBudget } from '../../workfront/call-budget.ts';
import { openExchange } from '../../workfront/exchange.ts';
import { refreshTokenForCode } from '../../workfront/sign-in/grants.ts';
import { NOBODY } from '../../workfront/sign-in/credentials.ts';
import type { AdminContext } from '../admin-context.ts';
import { readLine } from '../terminal.ts';

export interface SignInOptions {
  /** As registered with the application. */
  readonly redirectUrl: string;
  readonly file: string;
}

/** The code is read from standard input: a command line is seen by everybody on the machine. */
export async function signInCommand(
  { settings, terminal }: AdminContext,
  { redirectUrl, file }: SignInOptions,
): Promise<void> {
  const { WORKFRONT_URL: url, WORKFRONT_OAUTH_CLIENT_ID: clientID } = settings;
  if (url === undefined || clientID === undefined) {
    throw new PipelineError(
      'CONFIG_INVALID',
      'Set WORKFRONT_URL and WORKFRONT_OAUTH_CLIENT_ID, and WORKFRONT_OAUTH_CLIENT_SECRET or ' +
        'WORKFRONT_OAUTH_CLIENT_SECRET_FILE, of an OAuth2 application of the tenant.',
      { variables: 'WORKFRONT_URL WORKFRONT_OAUTH_CLIENT_ID' },
    );
  }
  const query = new URLSearchParams({
    client_id: clientID,
    redirect_uri: redirectUrl,
    response_type: 'code',
  });
  const page = new URL('/integrations/oauth2/authorize', url);
  terminal.note(`Open this page, log in, and allow it:\n  ${page.href}?${query.toString()}`);
  terminal.note('Then paste the address that the browser ends at, within two minutes:');
  const code = codeIn((await readLine(process.stdin)).trim());
  const budget = new LocalBudget({ callsMax: 1, clock: systemClock });
  const common = { url, parseJson, fetch, budget, clock: systemClock };
  const door = openExchange({ ...common, signIn: NOBODY });
  const given = { code, redirectURL: redirectUrl };
  writeTokenFile(file, await refreshTokenForCode(door, applicationOf(settings), given));
  terminal.print(`Signed in. Give the processes WORKFRONT_OAUTH_REFRESH_TOKEN_FILE=${file}`);
}

/** The address, or the code alone. */
function codeIn(pasted: string): string {
  const address = URL.canParse(pasted) ? new URL(pasted).searchParams : null;
  const refusal = address?.get('error');
  const code = address === null ? pasted : (address.get('code') ?? '');
  if (code !== '' && (refusal === null || refusal === undefined)) return code;
  throw new PipelineError(
    'USAGE',
    refusal === null || refusal === undefined
      ? 'There is no code in what was pasted.'
      : `Workfront refused: ${refusal}. Begin again, and allow the application.`,
  );
}
