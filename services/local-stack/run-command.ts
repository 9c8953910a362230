/** Runs a short command to its end and hands back what it said. */
import { spawn } from 'node:child_process';

import type { Env } from '../platform/process/config.ts';

export interface CommandOptions {
  readonly env: Env;
  readonly cwd?: string;
  readonly input?: string;
  readonly user?: { readonly uid: number; readonly gid: number };
  readonly onOutput?: (text: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface CommandResult {
  /** 127 when there is no such command. */
  readonly code: number;
  /** stdout and stderr as they came, the last 64 kB. */
  readonly output: string;
}

const OUTPUT_MAX = 64 * 1024;

export function runCommand(
  command: string,
  args: readonly string[],
  { env, cwd, input, user, onOutput, signal }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      env,
      ...(cwd ? { cwd } : {}),
      ...user,
      ...(signal ? { signal } : {}),
    });
    let output = '';
    const hear = (chunk: Buffer): void => {
      const text = chunk.toString('utf8');
      output = (output + text).slice(-OUTPUT_MAX);
      onOutput?.(text);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) =>
      resolve({
        code: 'code' in error && error.code === 'ENOENT' ? 127 : 126,
        output: error.message,
      }),
    );
    child.on('close', (code) => resolve({ code: code ?? 137, output }));
    // The command may end without reading; that is its answer, not an error of ours.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
  });
}
