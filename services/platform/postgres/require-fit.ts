/** A database that cannot hold what we write is refused at the start, not row by row. */
import { PipelineError } from '../../core/errors.ts';
import type { Queryable } from './postgres.ts';

/** DATABASE_UNFIT, or POSTGRES_UNAVAILABLE while it takes no writes. */
export async function requireFit(database: Queryable): Promise<void> {
  const { rows } = await database.query<Settings>(SETTINGS);
  const [settings] = rows;
  if (settings === undefined) throw new RangeError('a query without a table gives one row');
  const { name, encoding, readonly } = settings;
  if (encoding !== 'UTF8') {
    throw new PipelineError(
      'DATABASE_UNFIT',
      `Database ${name} has the encoding ${encoding} and cannot hold every name and text: create ` +
        "one with `create database … encoding 'UTF8' template template0`, and set DATABASE_URL.",
      { database: name, encoding },
    );
  }
  if (readonly) {
    throw new PipelineError(
      'POSTGRES_UNAVAILABLE',
      `Database ${name} takes no writes: it is a standby (set DATABASE_URL to the primary), or ` +
        'default_transaction_read_only is on for our role.',
      { database: name },
    );
  }
}

interface Settings {
  readonly name: string;
  readonly encoding: string;
  readonly readonly: boolean;
}

const SETTINGS = `
select current_database() as name, current_setting('server_encoding') as encoding,
  pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as readonly`;
