import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import {
  controlConfig,
  controlUrl,
  integer,
  kafkaConfig,
  logConfig,
  opsConfig,
  postgresConfig,
  readConfig,
  registryConfig,
  z,
} from './config.ts';

const SCHEMA = z.object({
  ...kafkaConfig,
  ...registryConfig,
  ...postgresConfig,
  ...opsConfig,
  ...logConfig,
  WEBHOOK_PORT: integer(0, 65535),
});

const GOOD = {
  KAFKA_BROKERS: 'a:9092, b:9093',
  SCHEMA_REGISTRY_URL: 'http://registry:8080/apis/ccompat/v7',
  DATABASE_URL: 'postgres://user:hunter2@db/store',
  WEBHOOK_PORT: '8080',
  HOME: '/root',
};

test('a good environment gives a frozen configuration with the defaults filled in', () => {
  const config = readConfig(SCHEMA, { ...GOOD, LOG_LEVEL: '' });
  expect(config).toMatchObject({
    KAFKA_BROKERS: ['a:9092', 'b:9093'],
    KAFKA_TLS: false,
    TOPIC_PREFIX: 'workfront',
    OPS_PORT: 0,
    LOG_LEVEL: 'info',
    SHUTDOWN_TIMEOUT_MS: 10_000,
    WEBHOOK_PORT: 8080,
  });
  expect(Object.isFrozen(config)).toBe(true);
  expect(config.DATABASE_URL.reveal()).toBe(GOOD.DATABASE_URL);
});

test('every problem is told at once, with the variable and without the value', () => {
  const wrong = {
    KAFKA_BROKERS: 'a:9092,b',
    DATABASE_URL: 'mysql://user:hunter2@db/store',
    WEBHOOK_PORT: '80a',
    KAFKA_TLS: 'yes',
    LOG_LEVEL: 'loud',
  };
  const error = errorOf(() => readConfig(SCHEMA, wrong));
  expect(error).toMatchObject({ code: 'CONFIG_INVALID' });
  for (const name of [...Object.keys(wrong), 'SCHEMA_REGISTRY_URL: is missing']) {
    expect(error.message).toContain(name);
  }
  expect(error.message).not.toContain('hunter2');
});

test.each(['80a', '8e1', ' 80', '1.5', '-1', '65536', '0x10', '٣'])(
  'the port %j is wrong, not corrected',
  (text) => {
    expect(() => readConfig(SCHEMA, { ...GOOD, WEBHOOK_PORT: text })).toThrow('WEBHOOK_PORT');
  },
);

test.each(['http://user:hunter2@registry/apis', 'http://user@registry', 'https://:hunter2@r'])(
  'a user and password in a URL that is shown are refused by name, and not printed: %s',
  (url) => {
    const error = errorOf(() => readConfig(SCHEMA, { ...GOOD, SCHEMA_REGISTRY_URL: url }));
    expect(error.message).toMatch(/SCHEMA_REGISTRY_URL: must hold no user and password/);
    expect(error.message).not.toContain('hunter2');
  },
);

test('a secret never prints', () => {
  const config = readConfig(SCHEMA, GOOD);
  const printed = `${inspect(config)} ${JSON.stringify(config)} ${String(config.DATABASE_URL)}`;
  expect(printed).not.toContain('hunter2');
});

describe('the control database', () => {
  const control = z.object(controlConfig);
  test('is its own where one is set', () => {
    const env = { DATABASE_URL: 'postgres://a/x', CONTROL_DATABASE_URL: 'postgres://b/y' };
    expect(controlUrl(readConfig(control, env)).reveal()).toBe('postgres://b/y');
  });
  test('is beside the store otherwise', () => {
    const env = { DATABASE_URL: 'postgres://a/x' };
    expect(controlUrl(readConfig(control, env)).reveal()).toBe('postgres://a/x');
  });
  test('must be somewhere', () => {
    expect(() => controlUrl(readConfig(control, {}))).toThrow('CONTROL_DATABASE_URL');
  });
});

function errorOf(act: () => unknown): Error {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}
