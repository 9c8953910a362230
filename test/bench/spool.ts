/**
 * Requests a second that the ingress takes into its spool while Kafka is away, each answered when
 * it is fsynced, and then how fast the spool goes to Kafka. The ceiling is the same bodies
 * appended to a file of the same disk, one fdatasync for as many as wait, without HTTP.
 */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../services/local-stack/ports.ts';
import { systemClock } from '../../services/core/clock.ts';
import { eventually } from '../support/eventually.ts';
import { deliverAll } from './delivery-client.ts';
import { GroundTruth, deliveries } from './deliveries.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import type { Room } from './benched-process.ts';
import { taskTopic } from './save-records.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'spool';
const PREFIX = 'spool';
const COUNT = 30_000;
const WARM_UP = 3_000;
const SENDERS = 128;
const TOKEN = 'bench-token';
const DRAIN_DEADLINE_MS = 300_000;

export async function spool(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const count = events ?? COUNT;
  await stand.makeTopics(PREFIX);
  const url = new URL(`http://127.0.0.1:${await freePort()}/webhook/TASK`);
  const env = {
    TOPIC_PREFIX: PREFIX,
    WEBHOOK_PORT: url.port,
    WEBHOOK_TOKEN: TOKEN,
    WEBHOOK_SPOOL_DIR: join(stand.folder, NAME),
    WEBHOOK_SPOOL_DRAIN_PER_SECOND: '1000000',
  };
  const bodies = bodiesOf(seed, WARM_UP + count);
  const nowhere = `127.0.0.1:${await freePort()}`;
  const room = await stand.startRoom('webhook-ingress', { ...env, KAFKA_BROKERS: nowhere });
  let seconds = 0;
  let cpuMicros = 0;
  let rssMiBMax = 0;
  try {
    await post(room, url, bodies.slice(0, WARM_UP));
    const before = room.cpuMicros();
    seconds = await post(room, url, bodies.slice(WARM_UP));
    cpuMicros = room.cpuMicros() - before;
  } finally {
    rssMiBMax = await room.stop();
  }
  const ceilingSeconds = append(join(stand.folder, 'appended'), bodies.slice(WARM_UP));
  const drainSeconds = await drainAll(stand, env, bodies.length);
  say(
    `${NAME}: ${grouped(count / seconds)} requests/s into it, ` +
      `${grouped(bodies.length / drainSeconds)} deliveries/s out of it`,
  );
  return {
    name: NAME,
    value: count / seconds,
    unit: 'requests/s',
    ceiling: count / ceilingSeconds,
    ratio: ceilingSeconds / seconds,
    cpuMicrosPerEvent: { ours: cpuMicros / count, postgres: 0 },
    rssMiBMax,
    n: count,
    seed,
    notes:
      `${SENDERS} kept-alive connections, bodies of about fifty fields with the state before, each ` +
      'answered 2xx when it is fsynced, while no Kafka is there. Started again with Kafka, the ' +
      `ingress drained ${grouped(bodies.length / drainSeconds)} a second, its start included; end ` +
      `offsets grew by exactly what was accepted. Ceiling: the same bodies appended to a file, one ` +
      `fdatasync for ${SENDERS}.`,
  };
}

function bodiesOf(seed: number, count: number): string[] {
  const options = {
    seed,
    count,
    facts: 'wide',
    tasks: 5_000,
    repeatedShare: 0,
    lateShare: 0,
    deletedShare: 0,
  } as const;
  return [...deliveries(options, new GroundTruth())].map(({ body }) => JSON.stringify(body));
}

/** Throws unless every one is accepted. */
async function post(room: Room, url: URL, bodies: readonly string[]): Promise<number> {
  const { seconds, refused } = await deliverAll(url, TOKEN, bodies, SENDERS);
  room.mustRun();
  if (refused > 0) throw new Error(`of ${bodies.length} requests ${refused} were refused`);
  return seconds;
}

function append(path: string, bodies: readonly string[]): number {
  const startMs = systemClock.monotonicMs();
  const file = openSync(path, 'w');
  for (let from = 0; from < bodies.length; from += SENDERS) {
    writeSync(file, Buffer.from(bodies.slice(from, from + SENDERS).join('\n')));
    fdatasyncSync(file);
  }
  closeSync(file);
  rmSync(path);
  return (systemClock.monotonicMs() - startMs) / 1000;
}

/** Throws unless Kafka has exactly these. */
async function drainAll(
  stand: Stand,
  env: Readonly<Record<string, string>>,
  count: number,
): Promise<number> {
  const startMs = systemClock.monotonicMs();
  const room = await stand.startRoom('webhook-ingress', env);
  try {
    const written = (): Promise<number> => stand.recordsIn(taskTopic(PREFIX));
    const isThere = async (): Promise<boolean> => (await written()) >= count;
    const what = `all ${count} deliveries are in Kafka`;
    await eventually(isThere, { what, deadlineMs: DRAIN_DEADLINE_MS });
    const seconds = (systemClock.monotonicMs() - startMs) / 1000;
    room.mustRun();
    if ((await written()) !== count) throw new Error(`Kafka has ${await written()} of ${count}`);
    return seconds;
  } finally {
    await room.stop();
  }
}
