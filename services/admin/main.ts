#!/usr/bin/env node
// The command line `workfront-cdc`: runs the pipeline on one machine and operates it anywhere.
// Promises: a command says what it did or what to do next; nothing outlives an `up` that ended.
// Must not: do the work of a process, or import one; processes are started, never called.
import { fileURLToPath } from 'node:url';

import { exitCodeOf } from '../core/errors.ts';
import { forgetForeignPostgres } from '../local-stack/foreign-postgres.ts';
import { openContext } from './admin-context.ts';
import { runCommandLine } from './command-line.ts';
import { followParent } from './follow-parent.ts';
import { knownFault, sayError } from './say-error.ts';
import { openTerminal } from './terminal.ts';

const told = new AbortController();
const ended = new AbortController();
const terminal = openTerminal();
let failure = 0;

// What is written here may quote a tenant: it is for this user alone, whoever of us writes it.
process.umask(0o077);
forgetForeignPostgres(process.env);

for (const [name, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
] as const) {
  process.on(name, () => {
    // The second time: exit now. What was started ends by itself (infra/local-stack/keeper.sh).
    if (told.signal.aborted) process.exit(128 + number);
    told.abort(new Error(name));
  });
}

// What nobody awaited has failed, as on a full disk: what runs is still stopped in its order.
for (const name of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(name, (error: unknown) => {
    failure ||= exitCodeOf(knownFault(error) ?? error);
    terminal.note(sayError(error));
    told.abort(error);
  });
}

// npm passes signals on to us, but killed with -9 it cannot.
if (process.env['npm_execpath'] !== undefined) {
  void followParent(() => told.abort(new Error('npm is gone')), ended.signal);
}

const exitCode = await runCommandLine(process.argv.slice(2), {
  terminal,
  open: (pipeline) => openContext(process.env, { signal: told.signal, terminal, pipeline }),
  main: fileURLToPath(import.meta.url),
  tellParent: (message) => process.send?.(message),
});
ended.abort();
// A pipe holds 64 kB: what waits behind it would go down with the process.
await terminal.drain();
// Whatever a failed command left open must not keep this process; what it started ends with it.
process.exit(failure || exitCode);
