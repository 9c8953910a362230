/**
 * Configuration from the environment: parsed once by `main.ts`, every problem reported at once,
 * wrong is fatal. The shapes below are spread into a room's own object: `z.object({ ...kafkaConfig,
 * WEBHOOK_PORT: z.port })`.
 */
import { z } from 'zod';
import { PipelineError } from '../../core/errors.ts';
import { Secret } from './secret.ts';

export { z };

/** The environment, as `process.env` gives it. */
export type Env = Readonly<Record<string, string | undefined>>;

/** Frozen configuration, or CONFIG_INVALID naming every bad variable and how to mend it. */
export function readConfig<Schema extends z.ZodType>(
  schema: Schema,
  env: Env,
): Readonly<z.infer<Schema>> {
  // A variable set to nothing (`LOG_LEVEL=` in a compose file) means: not set.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const problems = result.error.issues.map(
    (issue) => `${issue.path.join('.') || 'configuration'}: ${problemOf(issue, given)}`,
  );
  throw new PipelineError(
    'CONFIG_INVALID',
    `The environment is not usable; set or mend these variables:\n  ${problems.join('\n  ')}`,
    { variables: result.error.issues.map((issue) => issue.path.join('.')).join(' ') },
  );
}

/** Never quotes a value: it may be a secret. */
function problemOf(issue: z.core.$ZodIssue, given: Env): string {
  const name = issue.path[0];
  if (typeof name === 'string' && given[name] === undefined) return 'is missing';
  return issue.message;
}

/** A whole number in decimal, within bounds; `80a`, `8e1` and ` 80` are refused. */
export function integer(min: number, max: number): z.ZodType<number, string> {
  return z
    .string()
    .regex(/^-?\d{1,15}$/, `must be a whole number from ${min} to ${max}`)
    .transform(Number)
    .refine((value) => value >= min && value <= max, `must be from ${min} to ${max}`);
}

/** 0 asks the system for a free port. */
export const port = integer(0, 65535);

export const flag = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((text) => text === 'true');

export const secret = z.string().transform((text) => new Secret(text));

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
    );
}

const brokers = z
  .string()
  .transform((text) => text.split(',').map((broker) => broker.trim()))
  .refine(
    (list) => list.every((broker) => /^[^\s:/]+:\d{1,5}$|^\[[\da-f:]+\]:\d{1,5}$/i.test(broker)),
    {
      message: 'must be host:port pairs separated by commas',
    },
  );

/** With its user and password, so a secret as a whole. */
export const databaseUrl = anyUrl('postgres', 'postgresql').transform((text) => new Secret(text));

export const kafkaConfig = {
  KAFKA_BROKERS: brokers,
  KAFKA_TLS: flag.default(false),
  KAFKA_SASL_MECHANISM: z.enum(['plain', 'scram-sha-256', 'scram-sha-512']).optional(),
  KAFKA_SASL_USERNAME: z.string().optional(),
  KAFKA_SASL_PASSWORD: secret.optional(),
  TOPIC_PREFIX: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/, 'must be lower-case letters, digits, dots, dashes')
    .default('workfront'),
};

export const registryConfig = {
  SCHEMA_REGISTRY_URL: anyUrl('http', 'https')
    .refine(
      holdsNoUser,
      'must hold no user and password: set SCHEMA_REGISTRY_USERNAME and SCHEMA_REGISTRY_PASSWORD',
    )
    .refine((text) => !/[?#]/.test(text), 'must have no ? and no #'),
  SCHEMA_REGISTRY_USERNAME: z.string().optional(),
  SCHEMA_REGISTRY_PASSWORD: secret.optional(),
};

/** The store. */
export const postgresConfig = { DATABASE_URL: databaseUrl };

/** Cursors and leases; pollers only. Falls back on the store's database: see `controlUrl`. */
export const controlConfig = {
  DATABASE_URL: databaseUrl.optional(),
  CONTROL_DATABASE_URL: databaseUrl.optional(),
};

export const opsConfig = {
  OPS_PORT: port.default(0),
  /** Where /healthz, /readyz and /metrics listen; a container has to say 0.0.0.0. */
  OPS_HOST: z.string().default('127.0.0.1'),
  SHUTDOWN_TIMEOUT_MS: integer(1, 600_000).default(10_000),
  /** Set by the local stack: the process drains when this process is gone. */
  PARENT_PID: integer(1, 2 ** 31 - 1).optional(),
};

export const logConfig = {
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
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
