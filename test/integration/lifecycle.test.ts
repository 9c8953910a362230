import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';

const PROCESS = new URL('lifecycle-process.ts', import.meta.url).pathname;
const running: Run[] = [];

afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  output: string;
  ended: { readonly code: number | null; readonly signal: string | null } | null;
}

function watch(child: ChildProcess): Run {
  const run: Run = { child, output: '', ended: null };
  child.stdout?.on('data', (chunk: Buffer) => (run.output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (run.output += chunk.toString()));
  child.on('close', (code, signal) => (run.ended = { code, signal }));
  running.push(run);
  return run;
}

function start(scenario: string): Run {
  return watch(spawn(process.execPath, ['--import', 'tsx', PROCESS, scenario]));
}

async function said(run: Run, text: string): Promise<void> {
  await eventually(() => run.output.includes(text), { what: `it says ${text}` });
}

async function exitCode(run: Run): Promise<number | null> {
  return (await eventually(() => run.ended, { what: 'it ends' })).code;
}

// Law 8
test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s drains in reverse order and ends with 0',
  async (signal) => {
    const run = start('drains');
    await said(run, 'ready');
    run.child.kill(signal);
    expect(await exitCode(run)).toBe(0);
    expect(run.output).toMatch(/closed second\n[^]*closed first\n/);
  },
);

test('shutdown: a second signal ends it now, with 128 and the signal', async () => {
  const run = start('hangs');
  await said(run, 'ready');
  run.child.kill('SIGTERM');
  await said(run, 'draining');
  run.child.kill('SIGINT');
  expect(await exitCode(run)).toBe(130);
});

test('shutdown: what does not close in time is left', async () => {
  const run = start('hangs');
  await said(run, 'ready');
  run.child.kill('SIGTERM');
  expect(await exitCode(run)).toBe(1);
  expect(run.output).toContain('did not drain in time');
});

test('shutdown: what fails to close keeps nothing else from closing', async () => {
  const run = start('closes badly');
  await said(run, 'ready');
  run.child.kill('SIGTERM');
  expect(await exitCode(run)).toBe(1);
  expect(run.output).toMatch(/closed third\n[^]*closed second\n[^]*closing failed/);
});

test('a start that fails closes what was opened and ends with its code', async () => {
  const run = start('refuses to start');
  expect(await exitCode(run)).toBe(3);
  expect(run.output).toMatch(/PORT_UNUSABLE[^]*closed second\n[^]*closed first\n/);
});

test('a failure drains, and the first one counts', async () => {
  const run = start('fails');
  expect(await exitCode(run)).toBe(1);
  expect(run.output).toMatch(/KAFKA_REFUSED[^]*closed first\n/);
});

test('a bug ends the process at once', async () => {
  const run = start('has a bug');
  expect(await exitCode(run)).toBe(1);
  expect(run.output).toContain('undefined is not a function');
  expect(run.output).not.toContain('closed');
});

test('an orphan drains by itself', async () => {
  // The shell in between is the parent; it dies, and only the pipe tells us of the child.
  const command = `"${process.execPath}" --import tsx "${PROCESS}" 'is orphaned' $$ & wait`;
  const run = watch(spawn('sh', ['-c', command]));
  await said(run, 'ready');
  run.child.kill('SIGKILL');
  await said(run, 'closed first');
  expect(run.output).toContain('the parent process is gone');
});
