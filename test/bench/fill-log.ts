/** The log that a benchmark reads: the saves of a task world as the ingress tells them. */
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import type { OutgoingRecord } from '../../services/platform/kafka/publisher.ts';
import { deliveries } from './deliveries.ts';
import type { GroundTruth } from './deliveries.ts';
import { grouped, say } from './progress.ts';
import { saveRecord, taskTopic } from './save-records.ts';
import type { Stand } from './stand.ts';
import type { Facts, TaskSave } from './task-world.ts';

export interface LogOptions {
  readonly seed: number;
  readonly facts: Facts;
  /** Events. */
  readonly count: number;
  readonly prefix: string;
  /** What else is to be written of a save, beside its event. */
  readonly beside?: (save: TaskSave) => OutgoingRecord;
}

export interface FilledLog {
  /** Records in Kafka: a send that a new topic answers in part is sent again. */
  readonly records: number;
  /** Of all events' values. */
  readonly bytes: number;
  readonly bytesOnDisk: number;
}

/** Each task is saved about ten times. */
const EVENTS_PER_TASK = 10;
const SHARES = { repeatedShare: 0.03, lateShare: 0.02, deletedShare: 0.003 };

/** In the order of the deliveries: one send at a time. `truth` hears of each save once. */
export async function fillLog(
  stand: Stand,
  { seed, facts, count, prefix, beside }: LogOptions,
  truth: GroundTruth,
): Promise<FilledLog> {
  await stand.makeTopics(prefix);
  const publisher = openPublisher(stand.kafka, { sendsInFlightMax: 1 });
  const options = { seed, facts, count, tasks: count / EVENTS_PER_TASK, ...SHARES };
  let bytes = 0;
  let made = 0;
  let sending = Promise.resolve();
  let batch: OutgoingRecord[] = [];
  for (const save of deliveries(options, truth)) {
    const record = saveRecord(save, stand.codec, prefix);
    bytes += record.value.length;
    made += 1;
    batch.push(record);
    if (beside !== undefined) batch.push(beside(save));
    if (batch.length < 1_000 && made < count) continue;
    await sending;
    sending = publisher.publish(batch);
    batch = [];
    if (made % 50_000 === 0) say(`${prefix}: ${grouped(made)} of ${grouped(count)} in Kafka`);
  }
  await sending;
  await publisher.close();
  const topic = taskTopic(prefix);
  return {
    records: await stand.recordsIn(topic),
    bytes,
    bytesOnDisk: stand.bytesOnDisk(topic),
  };
}
