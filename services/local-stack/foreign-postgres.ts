/** PG* variables are meant for clients of some server, and the local Postgres is not that one. */

type MutableEnv = Record<string, string | undefined>;

/**
 * Takes them out of the environment, unless a server was given by DATABASE_URL: then they may be
 * for it. Clients read them by themselves (PGSSLMODE, PGOPTIONS, PGHOST, …), ours and their
 * children's alike, so nothing less than this keeps them away.
 */
export function forgetForeignPostgres(env: MutableEnv): void {
  if (env['DATABASE_URL']) return;
  for (const name of Object.keys(env)) {
    if (/^PG[A-Z]/.test(name)) Reflect.deleteProperty(env, name);
  }
}
