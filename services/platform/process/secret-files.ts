/**
 * Secrets from files, as orchestrators mount them: `WEBHOOK_TOKEN_FILE=/run/secrets/token` stands
 * for `WEBHOOK_TOKEN`. So no secret has to be in an environment or on a command line.
 */
import { readFileSync } from 'node:fs';

/** The environment, as `process.env` gives it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** What is wrong with one variable, and how to mend it. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

export interface FilledEnv {
  readonly env: Env;
  readonly problems: readonly ConfigProblem[];
}

/** Only what these words end with is a secret; `SANDBOX_FILE` is a file. */
const SECRET = /(TOKEN|PASSWORD|SECRET|API_KEY|PRIVATE_KEY|SESSION_ID|USERNAME|DATABASE_URL)_FILE$/;

export function fillFromFiles(env: Env, read: (path: string) => string = readText): FilledEnv {
  const filled: Record<string, string | undefined> = { ...env };
  const problems: ConfigProblem[] = [];
  for (const [name, path] of Object.entries(env)) {
    if (path === undefined || path === '' || !SECRET.test(name)) continue;
    const variable = name.slice(0, -'_FILE'.length);
    if (env[variable] !== undefined && env[variable] !== '') {
      problems.push({ variable: name, problem: `is set, and so is ${variable}: set one of them` });
      continue;
    }
    try {
      // Editors and `echo` end a file with a line break that is no part of the secret.
      filled[variable] = read(path).replace(/\r?\n$/, '');
    } catch {
      problems.push({ variable: name, problem: 'names a file that cannot be read' });
      continue;
    }
    if (filled[variable] === '') {
      problems.push({ variable: name, problem: 'names a file with nothing in it' });
    }
  }
  return { env: filled, problems };
}

function readText(path: string): string {
  return readFileSync(path, 'utf8');
}
