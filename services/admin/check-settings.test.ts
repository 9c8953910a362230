import { describe, expect, test } from 'vitest';

import { ALL_SETTINGS } from './settings.ts';
import { problemsOf } from '../platform/process/config.ts';
import { checkSettings } from './check-settings.ts';

const TENANT = {
  WORKFRONT_URL: 'https://acme.my.workfront.com',
  WORKFRONT_API_KEY: 'hunter2',
};

function messageOf(env: Readonly<Record<string, string>>, pipeline = true): string {
  try {
    checkSettings(env, { pipeline });
  } catch (error) {
    if (error instanceof Error) return error.message;
  }
  return '';
}

describe('before anything is started', () => {
  test('nothing set is right, and so is a tenant', () => {
    expect(messageOf({ HOME: '/root' })).toBe('');
    expect(messageOf(TENANT)).toBe('');
    expect(messageOf({ ...TENANT, WORKFRONT_CUSTOMER_ID: '', LOG_LEVEL: '' })).toBe('');
  });

  test('all problems of all programs are told at once, and no value', () => {
    const message = messageOf({
      WORKFRONT_URL: 'https://acme.my.workfront.com/attask',
      WORKFRONT_API_VERSION: 'twenty',
      WEBHOOK_TOKENN: 'hunter2',
      PROJECTOR_LANES: '99',
      JOURNAL_PAGE_ROWS: 'many',
      KAFKA_SASL_MECHANISM: 'plain',
      SANDBOX_RATE: '-1',
      SCHEMA_REGISTRY_PASSWORD: 'hunter2',
    });
    expect(
      message
        .split('\n')
        .slice(1)
        .map((line) => line.trim())
        .sort(),
    ).toEqual([
      'JOURNAL_PAGE_ROWS: must be a whole number from 2 to 2000',
      'KAFKA_SASL_PASSWORD: is missing, since KAFKA_SASL_MECHANISM is set',
      'KAFKA_SASL_USERNAME: is missing, since KAFKA_SASL_MECHANISM is set',
      'PROJECTOR_LANES: must be from 1 to 16',
      'SANDBOX_RATE: must be from 0 to 10000',
      'SCHEMA_REGISTRY_USERNAME: is missing, since SCHEMA_REGISTRY_PASSWORD is set',
      'WEBHOOK_TOKENN: there is no such variable; did you mean WEBHOOK_TOKEN?',
      'WORKFRONT_API_KEY: set exactly one of WORKFRONT_API_KEY, WORKFRONT_SESSION_ID, ' +
        'WORKFRONT_PASSWORD, WORKFRONT_OAUTH_PRIVATE_KEY, WORKFRONT_OAUTH_REFRESH_TOKEN, ' +
        'WORKFRONT_BEARER_TOKEN, WORKFRONT_IMS_CLIENT_SECRET',
      'WORKFRONT_API_VERSION: must be a whole number from 15 to 99',
      'WORKFRONT_URL: must have no path: the version goes to WORKFRONT_API_VERSION',
    ]);
  });

  test('two credentials are one too many', () => {
    expect(messageOf({ ...TENANT, WORKFRONT_SESSION_ID: 'x' })).toContain('exactly one of');
  });

  test('credentials without a tenant do not bring up a sandbox', () => {
    expect(messageOf({ WORKFRONT_API_KEY: 'hunter2' })).toMatch(/WORKFRONT_URL: is missing/);
  });
});

test('a command that starts nothing judges what it reads itself, and misspelt names', () => {
  expect(messageOf({ PROJECTOR_LANES: '99' }, false)).toBe('');
  expect(messageOf({ PROJECTOR_LANE: '2' }, false)).toContain('did you mean PROJECTOR_LANES?');
});

test('a name of our families that nothing reads is doubted, not refused', () => {
  const env = { WORKFRONT_NICKNAME: 'me', KAFKA_HEAP_OPTS: '-Xmx1g', WEBHOOK_SERVICE_HOST: 'x' };
  expect(checkSettings(env, { pipeline: true }).doubts).toEqual([
    expect.stringContaining('WORKFRONT_NICKNAME is set, and nothing reads it'),
  ]);
});

// A process knows its own names alone, and is handed those of all.
test('no program takes a setting of another for a misspelling', () => {
  for (const { schema } of ALL_SETTINGS) {
    const others = ALL_SETTINGS.flatMap((one) => Object.keys(one.schema.shape));
    const problems = others.flatMap((name) => problemsOf(schema, { [name]: 'x' }));
    expect(problems.filter(({ problem }) => problem.includes('did you mean'))).toEqual([]);
  }
});
