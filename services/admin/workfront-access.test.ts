import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { openContext } from './admin-context.ts';
import { systemClock } from '../core/clock.ts';
import { openSignIn } from '../workfront/sign-in/open-sign-in.ts';
import { openTerminal } from './terminal.ts';
import { webhookTokenOf } from './up/stack-token.ts';
import { workfrontOf } from './workfront-access.ts';
import type { AdminContext } from './admin-context.ts';

let folder = '';

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'access-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TENANT = {
  WORKFRONT_URL: 'https://acme.my.workfront.com',
  WEBHOOK_PUBLIC_URL: 'https://hooks.acme.example',
  WEBHOOK_TOKEN: 'new, old',
};

function contextOf(env: Readonly<Record<string, string>>): AdminContext {
  const stdin = Readable.from([]);
  const terminal = openTerminal({ stdin, stdout: new PassThrough(), stderr: new PassThrough() });
  const { signal } = new AbortController();
  const all = { WORKFRONT_CDC_DATA_DIR: folder, ...env };
  return openContext(all, { signal, terminal, pipeline: false });
}

test.each([
  [{ WORKFRONT_API_KEY: 'k' }, { authorization: 'k' }],
  [{ WORKFRONT_SESSION_ID: 's' }, { sessionID: 's' }],
  [{ WORKFRONT_BEARER_TOKEN: 'b' }, { authorization: 'Bearer b' }],
  [
    { WORKFRONT_BEARER_TOKEN: 'b', WORKFRONT_IMS_CLIENT_ID: 'c' },
    { authorization: 'Bearer b', 'x-api-key': 'c' },
  ],
  [
    { WORKFRONT_BEARER_TOKEN: 'b', WORKFRONT_IMS_ORG_ID: 'o' },
    { authorization: 'Bearer b', 'x-gw-ims-org-id': 'o' },
  ],
])('a tenant is asked with the credentials that were given: %j', async (given, headers) => {
  const { credentials, apiVersion } = workfrontOf(contextOf({ ...TENANT, ...given }));
  const door = { ask: () => Promise.reject(new Error('asked')) };
  const parts = { door, apiVersion, clock: systemClock };
  expect(await openSignIn(credentials, 'subscriptions', parts).headers()).toEqual(headers);
});

test('while a token is rotated, the first is handed out', () => {
  const { webhookToken } = workfrontOf(contextOf({ ...TENANT, WORKFRONT_API_KEY: 'k' }));
  expect(webhookToken.reveal()).toBe('new');
});

test.each([
  [{}, 'WORKFRONT_URL'],
  [{ WORKFRONT_URL: TENANT.WORKFRONT_URL }, 'WEBHOOK_PUBLIC_URL'],
  [{ ...TENANT, WEBHOOK_TOKEN: '' }, 'WEBHOOK_TOKEN'],
])('what is missing is named: %j', (env, variables) => {
  expect(errorOf(() => workfrontOf(contextOf(env)))).toMatchObject({
    code: 'CONFIG_INVALID',
    context: { variables },
  });
});

test('a token that up made for itself is the same at the next start', () => {
  const made = webhookTokenOf(contextOf({})).reveal();
  expect(made.length).toBeGreaterThan(20);
  expect(webhookTokenOf(contextOf({})).reveal()).toBe(made);
  expect(webhookTokenOf(contextOf({ WEBHOOK_TOKEN: 'given' })).reveal()).toBe('given');
});

function errorOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}
