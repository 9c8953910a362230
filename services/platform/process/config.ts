/**
 * Configuration from the environment: parsed once by `main.ts`, every problem reported at once,
 * wrong is fatal. The shapes below are spread into a room's own object: `z.object({ ...kafkaConfig,
 * WEBHOOK_PORT: z.port })`.
 */
import { z } from 'zod';
import { PipelineError } from '../../core/errors.ts';
import { misspellings } from './misspellings.ts';
import { Secret } from './secret.ts';
import { fillFromFiles } from './secret-files.ts';
import type { ConfigProblem, Env } from './secret-files.ts';

export { z };

export type { ConfigProblem, Env };

/**
 * Frozen configuration, or CONFIG_INVALID naming every bad variable and how to mend it. Secrets may
 * be in files (secret-files.ts).
 */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Env,
): Readonly<z.infer<Schema>> {
  const problems = problemsOf(schema, env);
  if (problems.length > 0) throw unusable(problems);
  return Object.freeze(schema.parse(givenIn(env).given));
}

/** Every problem that `schema` has with the environment; none when it can be used. */
export function problemsOf(schema: z.ZodType, env: Env): ConfigProblem[] {
  const { given, problems } = givenIn(env);
  const issues = schema.safeParse(given).error?.issues ?? [];
  const names = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  return [
    ...problems,
    ...issues.map((issue) => ({
      variable: issue.path.join('.') || 'configuration',
      problem: problemOf(issue, given),
    })),
    ...RELATIONS.flatMap((relation) => relation(given)).filter(({ variable }) =>
      names.includes(variable),
    ),
    ...misspellings(given, names).map(({ given: variable, meant }) => ({
      variable,
      problem: `there is no such variable; did you mean ${meant}?`,
    })),
  ];
}

/**
 * What is set, in a variable or in the file that it names. A variable set to nothing (`LOG_LEVEL=`
 * in a compose file) means: not set.
 */
function givenIn(env: Env): { readonly given: Env; readonly problems: readonly ConfigProblem[] } {
  const filled = fillFromFiles(env);
  const set = Object.entries(filled.env).filter(([, value]) => value !== '');
  return { given: Object.fromEntries(set), problems: filled.problems };
}

/** CONFIG_INVALID with all of them; each is said once. */
export function unusable(problems: readonly ConfigProblem[]): PipelineError {
  const lines = [...new Set(problems.map(({ variable, problem }) => `${variable}: ${problem}`))];
  const variables = [...new Set(problems.map(({ variable }) => variable))];
  return new PipelineError(
    'CONFIG_INVALID',
    `The environment is not usable; set or mend these variables:\n  ${lines.join('\n  ')}`,
    { variables: variables.join(' ') },
  );
}

/** What one variable asks of another. */
const RELATIONS: readonly ((given: Env) => ConfigProblem[])[] = [
  (given) => allOrNone(given, ['SCHEMA_REGISTRY_USERNAME', 'SCHEMA_REGISTRY_PASSWORD']),
  (given) =>
    allOrNone(given, ['KAFKA_SASL_MECHANISM', 'KAFKA_SASL_USERNAME', 'KAFKA_SASL_PASSWORD']),
];

function allOrNone(given: Env, names: readonly string[]): ConfigProblem[] {
  const set = names.filter((name) => given[name] !== undefined);
  if (set.length === 0) return [];
  return names
    .filter((name) => given[name] === undefined)
    .map((variable) => ({ variable, problem: `is missing, since ${set.join(', ')} is set` }));
}

/** Never quotes a value: it may be a secret. */
function problemOf(issue: z.core.$ZodIssue, given: Env): string {
  const name = issue.path[0];
  const missing = typeof name === 'string' && given[name] === undefined;
  if (missing && issue.code !== 'custom') return 'is missing';
  return issue.message;
}

/** A whole number in decimal, within bounds; `80a`, `8e1` and ` 80` are refused. */
export function integer(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^-?\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`)
    .meta({ form: `whole number, ${min} to ${max}` });
}

/** 0 asks the system for a free port. */
export const port = integer(0, 65535);

export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true')
  .meta({ form: '`true` or `false`' });

export const secret = z
  .string()
  .transform((text) => new Secret(text))
  .meta({ form: 'secret' });

/** Without credentials, which have variables of their own: URLs are logged, stored and shown. */
export function url(...protocols: readonly string[]): z.ZodType<string, string> {
  return anyUrl(...protocols).refine(holdsNoUser, 'must hold no user and password');
}

function holdsNoUser(text: string): boolean {
  return !/^[^/]*\/\/[^/?#]*@/.test(text);
}

function anyUrl(...protocols: readonly string[]): z.ZodType<string, string> {
  const names = protocols.map((protocol) => `${protocol}://`).join(' or ');
  return z
    .string()
    .refine(
      (text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)),
      `must be a URL that begins with ${names}`,
    )
    .meta({ form: `URL, ${names}` });
}

const brokers = z
  .string()
  .transform((text) => text.split(',').map((broker) => broker.trim()))
  .refine(
    (list) => list.every((broker) => /^[^\s:/]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(broker)),
    {
      message: 'must be host:port pairs separated by commas',
    },
  )
  .meta({ form: '`host:port`, separated by commas' });

/** With its user and password, so a secret as a whole. */
export const databaseUrl = anyUrl('postgres', 'postgresql')
  .transform((text) => new Secret(text))
  .meta({ form: 'URL, postgres:// or postgresql://, with its password; secret' });

const STORE_MEANING = 'The database of the tables; TLS by its `sslmode`.';
const CONTROL_MEANING =
  'The database of cursors and leases (schema `control`); that of the tables unless set.';

export const kafkaConfig = {
  KAFKA_BROKERS: brokers.describe('Where Kafka is.'),
  KAFKA_TLS: flag.default(false).describe('Whether the brokers speak TLS.'),
  KAFKA_SASL_MECHANISM: z
    .enum(['plain', 'scram-sha-256', 'scram-sha-512'])
    .optional()
    .describe('How to log in to Kafka; with a user name and a password.'),
  KAFKA_SASL_USERNAME: z.string().optional().describe('User name for Kafka.'),
  KAFKA_SASL_PASSWORD: secret.optional().describe('Password for Kafka.'),
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be lower-case letters, digits, dots, dashes')
    .meta({ form: 'lower-case letters, digits, dots, dashes' })
    .default('workfront')
    .describe('What the names of topics and consumer groups begin with; one for each tenant.'),
};

export const registryConfig = {
  SCHEMA_REGISTRY_URL: anyUrl('http', 'https')
    .refine(
      holdsNoUser,
      'must hold no user and password: set SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD',
    )
    .refine((text) => !/[?#]/.test(text), 'must have no ? and no #')
    .describe(
      'The Confluent API of a schema registry, with its path (Apicurio: `/apis/ccompat/v7`).',
    ),
  SCHEMA_REGISTRY_USERNAME: z.string().optional().describe('User name for the registry.'),
  SCHEMA_REGISTRY_PASSWORD: secret.optional().describe('Password for the registry.'),
};

/** The store. */
export const postgresConfig = { DATABASE_URL: databaseUrl.describe(STORE_MEANING) };

/** Cursors and leases; pollers only. Falls back on the store's database: see `controlUrl`. */
export const controlConfig = {
  DATABASE_URL: databaseUrl.optional().describe(STORE_MEANING),
  CONTROL_DATABASE_URL: databaseUrl.optional().describe(CONTROL_MEANING),
};

export const opsConfig = {
  OPS_PORT: port
    .default(0)
    .describe('Port of `/healthz`, `/readyz` and `/metrics`; 0 takes any that is free.'),
  OPS_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address that they listen on; a container has to say `0.0.0.0`.'),
  SHUTDOWN_TIMEOUT_MS: integer(1, 600_000)
    .default(10_000)
    .describe('How long a process may drain; keep it below the grace of what stops it.'),
  PARENT_PID: integer(1, 2 ** 31 - 1)
    .optional()
    .describe('The process drains when this one is gone; the local stack sets it.'),
};

export const logConfig = {
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'])
    .default('info')
    .describe('Log lines of this level and above.'),
};

export function controlUrl(config: {
  readonly DATABASE_URL?: Secret | undefined;
  readonly CONTROL_DATABASE_URL?: Secret | undefined;
}): Secret {
  const found = config.CONTROL_DATABASE_URL ?? config.DATABASE_URL;
  if (found) return found;
  throw new PipelineError(
    'CONFIG_INVALID',
    'Set CONTROL_DATABASE_URL, or DATABASE_URL when cursors live beside the store.',
    { variables: 'CONTROL_DATABASE_URL' },
  );
}
