import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { runHere } from '../support/command-line.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

let folder = '';
let sandbox: Service;
let env: Readonly<Record<string, string>> = {};

beforeAll(async () => {
  folder = mkdtempSync(`${tmpdir()}/admin-subscriptions-`);
  sandbox = await spawnService('sandbox', { SANDBOX_PORT: '0', SANDBOX_WORLD: 'tiny' });
  env = {
    WORKFRONT_CDC_DATA_DIR: folder,
    WORKFRONT_URL: sandbox.url,
    WORKFRONT_API_KEY: 'sandbox',
    WEBHOOK_PUBLIC_URL: 'http://127.0.0.1:9/hooks',
    WEBHOOK_TOKEN: 'the token of this test',
  };
});

afterAll(async () => {
  sandbox.signal('SIGTERM');
  await sandbox.exited;
  rmSync(folder, { recursive: true, force: true });
});

test('apply creates what plan has named, once, and plan then finds nothing missing', async () => {
  const planned = await runHere(env, 'subscriptions', 'plan');
  const [, missing = ''] =
    /0 subscriptions are as they should be, (\d+) are not/.exec(planned.stdout) ?? [];
  expect(Number(missing)).toBeGreaterThan(10);
  expect(planned.stdout).toContain('http://127.0.0.1:9/hooks/webhook/TASK');
  const applied = await runHere(env, 'subscriptions', 'apply');
  expect(applied.stdout).toContain(`Created ${missing} subscriptions, recreated 0,`);
  expect(applied.stdout).toContain('deleted 0; 0 were as they should be.');
  const again = await runHere(env, 'subscriptions', 'apply');
  expect(again.stdout).toContain('Created 0 subscriptions, recreated 0,');
  expect(again.stdout).toContain(`deleted 0; ${missing} were as they should be.`);
  const after = await runHere(env, 'subscriptions', 'plan');
  expect(after.stdout).toContain(`${missing} subscriptions are as they should be, 0 are not.`);
});

test('with another token they are made anew, and neither token is printed', async () => {
  await runHere(env, 'subscriptions', 'apply');
  const other = { ...env, WEBHOOK_TOKEN: 'quite another token' };
  const { stdout: planned } = await runHere(other, 'subscriptions', 'plan');
  expect(planned).toMatch(/recreate +TASK +UPDATE .* has another token/);
  const { stdout: applied } = await runHere(other, 'subscriptions', 'apply');
  expect(applied).toMatch(/^Created 0 subscriptions, recreated [1-9]\d*, .* deleted 0; 0 were/);
  const { stdout: after } = await runHere(other, 'subscriptions', 'plan');
  expect(after).toMatch(/^[1-9]\d* subscriptions are as they should be, 0 are not\./);
  for (const token of [env['WEBHOOK_TOKEN'] ?? '', other.WEBHOOK_TOKEN]) {
    expect(planned + applied + after).not.toContain(token);
  }
});

test('wrong credentials are told, without a password', async () => {
  const { code, stderr } = await runHere(
    { ...env, WORKFRONT_API_KEY: 'hunter2' },
    'subscriptions',
    'plan',
  );
  expect(code).toBe(1);
  expect(stderr).toContain('401');
  expect(stderr).not.toContain('hunter2');
});
