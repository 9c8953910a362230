/**
 * Requests a second that the ingress accepts, over kept-alive connections, each sender waiting for
 * its answer. The ceiling is the same kind of events through the publisher, without HTTP.
 */
import { freePort } from '../../services/local-stack/ports.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { deliverAll } from './delivery-client.ts';
import { GroundTruth, deliveries } from './deliveries.ts';
import { closedLoop } from './pace.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import type { Room } from './benched-process.ts';
import { saveRecord, taskTopic } from './save-records.ts';
import type { Load, Stand } from './stand.ts';
import type { TaskSave } from './task-world.ts';

const NAME = 'webhook-accept';
const PREFIX = 'accept';
const COUNT = 15_000;
const WARM_UP = 3_000;
const ROUNDS = 2;
const SENDERS = 128;
const TOKEN = 'bench-token';

export async function webhookAccept(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const count = events ?? COUNT;
  await stand.makeTopics(PREFIX);
  const database = await stand.makeDatabase(PREFIX);
  const url = new URL(`http://127.0.0.1:${await freePort()}/webhook/TASK`);
  const room = await stand.startRoom('webhook-ingress', {
    TOPIC_PREFIX: PREFIX,
    WEBHOOK_PORT: url.port,
    WEBHOOK_TOKEN: TOKEN,
  });
  const sum = { seconds: 0, ceilingSeconds: 0, ours: 0, postgres: 0 };
  try {
    const saves = savesOf(seed, count);
    await accept(stand, room, url, take(saves, WARM_UP));
    await produce(stand, take(saves, WARM_UP));
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = { ours: room.cpuMicros(), postgres: database.cpuMicros() };
      const seconds = await accept(stand, room, url, take(saves, count));
      sum.ours += room.cpuMicros() - before.ours;
      sum.postgres += database.cpuMicros() - before.postgres;
      sum.seconds += seconds;
      const ceilingSeconds = await produce(stand, take(saves, count));
      sum.ceilingSeconds += ceilingSeconds;
      say(
        `${NAME} ${round}/${ROUNDS}: ${grouped(count / seconds)} requests/s, ` +
          `without HTTP ${grouped(count / ceilingSeconds)}`,
      );
    }
    return measured({ ...sum, n: count * ROUNDS }, await room.stop(), seed);
  } finally {
    await room.stop();
    await database.drop();
  }
}

interface Sums {
  readonly n: number;
  readonly seconds: number;
  readonly ceilingSeconds: number;
  readonly ours: number;
  readonly postgres: number;
}

function measured(sum: Sums, rssMiBMax: number, seed: number): Measured {
  const { n } = sum;
  return {
    name: NAME,
    value: n / sum.seconds,
    unit: 'requests/s',
    ceiling: n / sum.ceilingSeconds,
    ratio: sum.ceilingSeconds / sum.seconds,
    cpuMicrosPerEvent: { ours: sum.ours / n, postgres: sum.postgres / n },
    rssMiBMax,
    n,
    seed,
    notes:
      `${SENDERS} kept-alive connections, bodies of about fifty fields with the state before, ` +
      'each answered 2xx when Kafka has acknowledged it; end offsets in Kafka grew by exactly the ' +
      `accepted requests. Ceiling: as many such events, encoded beforehand, through the ` +
      `publisher from the load's own process, ${SENDERS} waiting at a time. ${ROUNDS} rounds in ` +
      'turn after a warm-up.',
  };
}

function savesOf(seed: number, each: number): Generator<TaskSave> {
  const count = (WARM_UP + each * ROUNDS) * 2;
  const options = {
    seed,
    count,
    facts: 'wide',
    tasks: 5_000,
    repeatedShare: 0,
    lateShare: 0,
    deletedShare: 0,
  } as const;
  return deliveries(options, new GroundTruth());
}

function take(saves: Generator<TaskSave>, count: number): TaskSave[] {
  return Array.from({ length: count }, () => saves.next().value as TaskSave);
}

/** Posts them all; throws unless every one is accepted and Kafka holds exactly these. */
async function accept(stand: Stand, room: Room, url: URL, saves: TaskSave[]): Promise<number> {
  const bodies = saves.map(({ body }) => JSON.stringify(body));
  const before = await stand.recordsIn(taskTopic(PREFIX));
  const { seconds, refused } = await deliverAll(url, TOKEN, bodies, SENDERS);
  room.mustRun();
  const written = (await stand.recordsIn(taskTopic(PREFIX))) - before;
  const parked = await stand.recordsIn(deadLetterTopic(PREFIX));
  if (refused > 0 || parked > 0 || written !== saves.length) {
    throw new Error(
      `of ${saves.length} requests ${refused} were refused and ${parked} parked; ` +
        `Kafka has ${written} more events`,
    );
  }
  return seconds;
}

async function produce(stand: Stand, saves: TaskSave[]): Promise<number> {
  const records = saves.map((save) => saveRecord(save, stand.codec, PREFIX));
  const publisher = openPublisher(stand.kafka);
  await publisher.ready();
  const seconds = await closedLoop({ workers: SENDERS, count: saves.length }, async (index) => {
    await publisher.publish(records.slice(index, index + 1));
  });
  await publisher.close();
  return seconds;
}
