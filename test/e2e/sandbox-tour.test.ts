import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { assetPath } from '../../services/platform/process/assets.ts';
import { eventually } from '../support/eventually.ts';

// `npx workfront-cdc sandbox` as a newcomer has it: nothing else runs, nothing is configured but a
// free port, and what it prints is pasted into a shell.
let sandbox: ChildProcess;
let printed = '';
let exited: Promise<number | null>;

beforeAll(async () => {
  const main = assetPath('dist', 'services', 'admin', 'main.js');
  sandbox = spawn(process.execPath, [main, 'sandbox'], {
    env: { PATH: process.env['PATH'], SANDBOX_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  sandbox.stdout?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  exited = new Promise((resolve) => sandbox.once('exit', resolve));
  await eventually(() => printed.includes('"msg":"ready"'), { what: 'the sandbox is ready' });
});

afterAll(async () => {
  sandbox.kill('SIGTERM');
  await exited;
});

interface Outcome {
  readonly failure: string | null;
  readonly stdout: string;
}

/** Runs a printed command; curl is told to fail where the answer is an error. */
function run(command: string): Promise<Outcome> {
  const strict = command.replaceAll('curl -s ', 'curl -sS --fail-with-body --max-time 20 ');
  return new Promise((resolve) => {
    execFile('sh', ['-ec', strict], (error, stdout, stderr) => {
      resolve({ failure: error === null ? null : `${error.message} ${stderr}`, stdout });
    });
  });
}

test('every command of the printed tour succeeds, in the order printed', async () => {
  const commands = printed.split('\n').filter((line) => line.startsWith('curl '));
  expect(commands.length).toBeGreaterThanOrEqual(10);
  for (const command of commands) {
    const { failure, stdout } = await run(command);
    expect(failure, `${command}\n${stdout}`).toBeNull();
    expect(stdout, command).not.toMatch(/^\{"error"|"error":\{/);
    for (const line of stdout.trim().replaceAll('}{', '}\n{').split('\n')) {
      expect(() => JSON.parse(line) as unknown, command).not.toThrow();
    }
  }
});

test('each step of the tour is introduced by what it shows', () => {
  const lines = printed.split('\n');
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('curl ')) expect(lines[at - 1]).toMatch(/^# [A-Z]/);
  }
});

test('it ends by itself when asked to, with exit code 0', async () => {
  sandbox.kill('SIGTERM');
  expect(await exited).toBe(0);
});
