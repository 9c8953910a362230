/**
 * Postgres refuses to run as root; this finds a way to run it as somebody who may do nothing else.
 */
import { chownSync } from 'node:fs';
import { userInfo } from 'node:os';

import { PipelineError } from '../core/errors.ts';
import type { Env } from '../platform/process/config.ts';
import { runCommand } from './run-command.ts';

export interface Unprivileged {
  /**
   * How to start a program: as it stands, as another user, or as another user who may still find
   * the way.
   */
  run(command: string, args: readonly string[]): UserCommand;
  /** Gives a file or folder to that user. */
  own(path: string): void;
}

export interface UserCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly user?: { readonly uid: number; readonly gid: number };
}

// Debian's package makes the first, every system has the second.
const USERS = ['postgres', 'nobody'] as const;

/** `program` must be runnable by that user and `folder`, which is given to them, writable. */
export async function findUnprivileged(
  program: string,
  folder: string,
  env: Env,
): Promise<Unprivileged> {
  if (userInfo().uid !== 0) {
    return { run: (command, args) => ({ command, args }), own: () => undefined };
  }
  const user = await findUser(env);
  chownSync(folder, user.uid, user.gid);
  const own = (path: string): void => chownSync(path, user.uid, user.gid);
  const ways = [asUser, asUserWhoFinds].map((way) => ({ run: way(user), own }));
  for (const way of ways) {
    const probe = ['-c', 'test -x "$1" && test -w "$2"', 'sh', program, folder];
    const { command, args, user: other } = way.run('sh', probe);
    const { code } = await runCommand(command, args, { env, ...(other ? { user: other } : {}) });
    if (code === 0) return way;
  }
  throw new PipelineError(
    'NO_UNPRIVILEGED_USER',
    `Postgres may not run as root, and the user ${user.name} may not enter ${folder}. Run this as an ordinary ` +
      'user, or from a folder that others may enter (chmod o+x), or set DATABASE_URL.',
  );
}

interface User {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function findUser(env: Env): Promise<User> {
  for (const name of USERS) {
    const uid = await runCommand('id', ['-u', name], { env });
    const gid = await runCommand('id', ['-g', name], { env });
    if (uid.code === 0 && gid.code === 0) {
      return { name, uid: Number(uid.output), gid: Number(gid.output) };
    }
  }
  throw new PipelineError(
    'NO_UNPRIVILEGED_USER',
    'Postgres may not run as root and this machine has neither a user postgres nor nobody. Run this as an ' +
      'ordinary user, or set DATABASE_URL to a Postgres that runs already.',
  );
}

function asUser({ uid, gid }: User): Unprivileged['run'] {
  return (command, args) => ({ command, args, user: { uid, gid } });
}

// A checkout under /root or in a private temporary folder: the user may not even walk to the
// programs. The one capability that lifts this is kept across the change of user. no_setuid_fixup
// is for access(2), which initdb asks and which forgets capabilities otherwise.
function asUserWhoFinds({ uid, gid }: User): Unprivileged['run'] {
  const options = [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_read_search',
    '--ambient-caps=+dac_read_search',
  ];
  return (command, args) => ({ command: 'setpriv', args: [...options, '--', command, ...args] });
}
