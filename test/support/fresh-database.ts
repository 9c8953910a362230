/** A database of a test file's own, copied from a template. */
import { openPool } from '../../services/platform/postgres/postgres.ts';
import type { Pool } from '../../services/platform/postgres/postgres.ts';
import { eventually } from './eventually.ts';
import { STORE_TEMPLATE, TEMPLATE_DATABASE } from './provided-stack.ts';
import { sharedStack } from './shared-stack.ts';

export interface FreshDatabase {
  readonly url: string;
  /** Drops it; fails when a connection to it was left open. For `afterAll`. */
  drop(): Promise<void>;
}

/** With the migrations of schema `control`, and nothing else. */
export function freshDatabase(): Promise<FreshDatabase> {
  return copyOf(TEMPLATE_DATABASE);
}

/** With the first store of objects and the views too, empty, as a projector begins them. */
export function freshStore(): Promise<FreshDatabase> {
  return copyOf(STORE_TEMPLATE);
}

async function copyOf(template: string): Promise<FreshDatabase> {
  const { databaseUrl } = sharedStack();
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  const url = new URL(databaseUrl);
  url.pathname = name;
  const admin = openPool({ url: databaseUrl, max: 1, applicationName: 'fresh-database' });
  await admin.query(`create database ${name} template ${template}`);
  return {
    url: url.href,
    drop: async () => {
      try {
        await noneLeft(admin, name);
      } finally {
        await admin.query(`drop database ${name} with (force)`);
        await admin.close();
      }
    },
  };
}

const LEFT = `
  select coalesce(nullif(application_name, ''), 'unnamed') || ': ' || left(query, 60) as who
  from pg_stat_activity
  where datname = $1 and backend_type = 'client backend'`;

// A closed connection takes the server a moment to notice.
async function noneLeft(admin: Pool, name: string): Promise<void> {
  let left: string[] = [];
  const none = async (): Promise<boolean> => {
    const { rows } = await admin.query<{ who: string }>(LEFT, [name]);
    left = rows.map(({ who }) => who);
    return left.length === 0;
  };
  await eventually(none, { what: 'connections are closed', deadlineMs: 5_000 }).catch(() => {
    throw new Error(`leaked ${left.length} connections to the test database: ${left.join('; ')}`);
  });
}
