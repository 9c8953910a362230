/** Holds the tables to the ground truth: exact counts, and every open version by digest. */
import { createHash } from 'node:crypto';
import type { Queryable } from '../../services/platform/postgres/postgres.ts';
import type { GroundTruth } from './deliveries.ts';

interface Found {
  readonly changes: bigint;
  readonly versions: bigint;
  readonly current: bigint;
  readonly instants: string;
  readonly digest: string | null;
}

/** Throws where a table is not as it must be. */
export async function checkTables(database: Queryable, truth: GroundTruth): Promise<void> {
  const { rows } = await database.query<Found>(FOUND);
  const [found] = rows;
  const wanted = {
    changes: BigInt(truth.saves),
    versions: BigInt(truth.saves),
    current: BigInt(truth.tasks.size),
    instants: String(truth.instants),
    digest: digestOf(truth),
  };
  const wrong = Object.entries(wanted).flatMap(([name, value]) => {
    const actual = found?.[name as keyof Found];
    return actual === value ? [] : [`${name} is ${actual}, and should be ${value}`];
  });
  if (wrong.length > 0) throw new Error(`the tables are wrong: ${wrong.join('; ')}`);
}

function digestOf(truth: GroundTruth): string {
  const digest = createHash('md5');
  const lines = [...truth.tasks].map(
    ([objID, { instant, deleted, name }]) => `${objID} ${instant} ${deleted} ${name}`,
  );
  return digest.update(lines.sort().join('\n')).digest('hex');
}

const FOUND = `
select (select count(*) from store_1.changes) as changes,
  (select count(*) from store_1.task_past) + (select count(*) from store_1.task_now) as versions,
  (select count(*) from store_1.task_now) as current,
  (select sum((extract(epoch from began) * 1000000)::bigint)::text
    from (select began from store_1.task_past union all select began from store_1.task_now) as all_)
    as instants,
  (select md5(string_agg(line, E'\\n' order by line collate "C"))
    from (select objid || ' ' || (extract(epoch from began) * 1000000)::bigint || ' '
        || deleted::text || ' ' || name as line
      from store_1.task_now) as lines) as digest`;
