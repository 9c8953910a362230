/**
 * The command line on the servers of this run: in this process, where what it says is kept, or as a
 * process of its own, where pipes and exit codes matter.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import { openContext } from '../../services/admin/admin-context.ts';
import { runCommandLine } from '../../services/admin/command-line.ts';
import { openTerminal } from '../../services/admin/terminal.ts';
import { assetPath } from '../../services/platform/process/assets.ts';

export interface CommandOutcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export type CommandEnv = Readonly<Record<string, string | undefined>>;

/** The built program, as a user has it. */
export const MAIN = assetPath('dist', 'services', 'admin', 'main.js');

/** Runs one command in this process. */
export async function runHere(
  env: CommandEnv,
  ...args: readonly string[]
): Promise<CommandOutcome> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const said = Promise.all([text(stdout), text(stderr)]);
  const terminal = openTerminal({ stdin: Readable.from([]), stdout, stderr });
  const signal = new AbortController().signal;
  const code = await runCommandLine(args, {
    terminal,
    open: (pipeline) => openContext(env, { signal, terminal, pipeline }),
    main: MAIN,
    tellParent: () => undefined,
  });
  stdout.end();
  stderr.end();
  const [out, err] = await said;
  return { code, stdout: out, stderr: err };
}

/** Starts the built program. Its environment is `env`, PATH and HOME, and nothing else. */
export function startCommand(env: CommandEnv, ...args: readonly string[]): ChildProcess {
  const { PATH, HOME } = process.env;
  return spawn(process.execPath, [MAIN, ...args], { env: { PATH, HOME, ...env } });
}

/** Runs the built program to its end, with `input` as what is piped in. */
export async function runAdmin(
  env: CommandEnv,
  args: readonly string[],
  input = '',
): Promise<CommandOutcome> {
  const child = startCommand(env, ...args);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  const streams = [child.stdout ?? Readable.from([]), child.stderr ?? Readable.from([])];
  const [stdout = '', stderr = ''] = await Promise.all(streams.map((one) => text(one)));
  return { code: await ended, stdout, stderr };
}
