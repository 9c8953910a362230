/**
 * Holds a process at one named instruction, by what a database lets anybody do: a lock that its
 * next statement needs. No process knows of it, so it is the released program that is stopped.
 */
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from './eventually.ts';

export interface HeldDatabase {
  /** Resolves when some session waits for the lock. */
  reached(): Promise<void>;
  /**
   * Ends the sessions that wait, as they end with their machine, and gives the lock back. A session
   * whose process was killed would else do its last statement after all.
   */
  release(): Promise<void>;
}

/** Whoever writes to the table waits; readers do not. */
export function holdWritesTo(databaseUrl: string, table: string): Promise<HeldDatabase> {
  return hold(databaseUrl, `lock table ${table} in exclusive mode`);
}

/** Whoever has written to the table waits when it commits, with everything else done. */
export async function holdCommitsOf(databaseUrl: string, table: string): Promise<HeldDatabase> {
  const pool = openPool({ url: databaseUrl, max: 1, applicationName: 'held-database' });
  await pool.query(`
    create or replace function public.wait_at_commit() returns trigger language plpgsql as
      $$ begin perform pg_advisory_xact_lock_shared(${COMMITS}); return null; end $$;
    drop trigger if exists wait_at_commit on ${table};
    create constraint trigger wait_at_commit after insert or update on ${table}
      deferrable initially deferred for each row execute function public.wait_at_commit()`);
  await pool.close();
  return hold(databaseUrl, `select pg_advisory_xact_lock(${COMMITS})`);
}

const COMMITS = 4711;

const WAITING = `
  select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and pid <> pg_backend_pid()`;

async function hold(databaseUrl: string, lock: string): Promise<HeldDatabase> {
  const options = { url: databaseUrl, max: 2, applicationName: 'held-database' } as const;
  // The holder's transaction is idle for as long as the test needs.
  const pool = openPool({ ...options, idleInTransactionTimeoutMs: 0 });
  let letGo: () => void = () => undefined;
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  let held: () => void = () => undefined;
  const isHeld = new Promise<void>((resolve) => (held = resolve));
  const holding = pool.withClient(async (client) => {
    await client.query('begin');
    await client.query(lock);
    held();
    await gone;
    await client.query('rollback');
  });
  await Promise.race([isHeld, holding]);
  return {
    reached: async () => {
      const someWait = async () => (await pool.query(WAITING)).rows.length > 0;
      await eventually(someWait, { what: 'the process is where it is held', deadlineMs: 60_000 });
    },
    release: async () => {
      await pool.query(`select pg_terminate_backend(pid, 5000) from (${WAITING}) as waiting`);
      letGo();
      await holding;
      await pool.close();
    },
  };
}
