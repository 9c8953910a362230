/**
 * What is called deleted in Planning, read back from the log and held until a sweep: by a webhook,
 * which may be late, or by a process of ours that was killed, or lost its lease, before it
 * remembered what it wrote.
 */
import { PipelineError } from '../core/errors.ts';
import type { EventCodec } from '../platform/avro/event-codec.ts';
import type { LogBatch } from '../platform/kafka/kafka.ts';
import type { Queryable } from '../platform/postgres/postgres.ts';
import { changesTopic } from '../source/log/topic-name.ts';
import { holdPlanningDeletes } from '../source/promises/told-deletes.ts';
import type { ToldDelete } from '../source/promises/told-deletes.ts';
import { PLANNING_KINDS } from '../workfront/planning/planning-client.ts';

/** Of Kafka's consumer group, of which one process at a time is a member. */
export function toldGroup(topicPrefix: string): string {
  return `${topicPrefix}.planning-poller`;
}

export function planningTopics(topicPrefix: string): readonly string[] {
  return PLANNING_KINDS.map((kind) => changesTopic(topicPrefix, kind));
}

/** Resolves when they are held. */
export async function takeToldDeletes(
  { records }: Pick<LogBatch, 'records'>,
  codec: Pick<EventCodec, 'decodeBrief' | 'prepare'>,
  database: Queryable,
): Promise<void> {
  await codec.prepare(records.map(({ value }) => value));
  const deletes = records.flatMap(({ value }) =>
    value === null ? [] : (toldDelete(value, codec) ?? []),
  );
  await holdPlanningDeletes(database, deletes);
}

/** What cannot be read is the projector's to park. */
function toldDelete(value: Buffer, codec: Pick<EventCodec, 'decodeBrief'>): ToldDelete | null {
  try {
    const { operation, objCode, objID, asOf } = codec.decodeBrief(value);
    return operation === 'DELETE' ? { objCode, objID, asOf } : null;
  } catch (error) {
    if (error instanceof PipelineError && error.reaction === 'park') return null;
    throw error;
  }
}
