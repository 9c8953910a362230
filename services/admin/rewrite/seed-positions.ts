/**
 * The live stores' positions in the next generation of the log: what is copied there before the
 * first record of a source is in the tables already, so the projector goes on behind it.
 */
import { PipelineError } from '../../core/errors.ts';
import { withTransaction } from '../../platform/postgres/postgres.ts';
import type { Client, Pool } from '../../platform/postgres/postgres.ts';
import type { LogRange } from '../../source/walks/read-ranges.ts';
import type { CopiedTopic } from './copied-log.ts';

export interface SeedTopic {
  readonly from: string;
  readonly to: string;
  /** Of the log before, as the proof has read it. */
  readonly read: readonly LogRange[];
  readonly copied: CopiedTopic;
}

/** Resolves with the stores; LOG_MISMATCH where one lacks what the proof has read. */
export async function seedPositions(pool: Pool, topics: readonly SeedTopic[]): Promise<string[]> {
  return withTransaction(pool, async (client) => {
    const { rows } = await client.query<{ store: string }>(
      'select store from live.stores order by 1',
    );
    for (const { store } of rows) {
      for (const topic of topics) await seedTopic(client, store, topic);
    }
    return rows.map(({ store }) => store);
  });
}

async function seedTopic(client: Client, store: string, topic: SeedTopic): Promise<void> {
  const { rows } = await client.query<{ partition: number; next: bigint }>(
    `select partition, next from ${store}.positions where topic = $1 for update`,
    [topic.from],
  );
  // A projection that does not read this topic has none of its partitions.
  if (rows.length === 0) return;
  const next = new Map(rows.map((row) => [row.partition, row.next]));
  for (const { partition, to, from } of topic.read) {
    const at = next.get(partition) ?? 0n;
    if (to === from || at >= to) continue;
    throw new PipelineError(
      'LOG_MISMATCH',
      `${store} has ${topic.from}/${partition} up to ${at} of ${to}: let the projector come to the ` +
        'end of the log before, then say --finish again.',
    );
  }
  await refuseWaiting(client, store, topic.from);
  for (const [partition, { digest, until }] of topic.copied.partitions) {
    if (digest === null) continue;
    await client.query(seedSql(store), [topic.to, partition, `${until}`, digest, topic.from]);
  }
}

/** A letter may have been written since they were looked at, by a projector on its last records. */
async function refuseWaiting(client: Client, store: string, topic: string): Promise<void> {
  const { rows } = await client.query<{ count: bigint }>(
    `select count(*) as count from ${store}.parked where topic = $1 and until is null`,
    [topic],
  );
  const count = rows[0]?.count ?? 0n;
  if (count === 0n) return;
  throw new PipelineError(
    'USAGE',
    `${count} records of ${topic} are set aside and wait: npx workfront-cdc dead-letters redrive or ` +
      'dismiss them, then say --finish again.',
  );
}

// A projector that came here first has begun anew, which ends in the same rows: it goes on.
const seedSql = (store: string): string => `
insert into ${store}.positions as known (topic, partition, next, lastdigest, newest)
select $1, $2, $3, $4, max(newest) from ${store}.positions where topic = $5
on conflict (topic, partition) do update set
  next = excluded.next, lastdigest = excluded.lastdigest, newest = excluded.newest
where known.next = 0`;
