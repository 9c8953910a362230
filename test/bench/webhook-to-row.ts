/**
 * From a delivery to the row that an analyst reads, at a steady 500 requests a second through the
 * real ingress, Kafka and the real projector. Counted from when a delivery was due, so that nothing
 * is left out when something hangs.
 */
import { freePort } from '../../services/local-stack/ports.ts';
import { systemClock } from '../../services/core/clock.ts';
import { openPool } from '../../services/platform/postgres/postgres.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import { checkTables } from './check-tables.ts';
import { openDeliveryClient, deliveryRequest } from './delivery-client.ts';
import type { DeliveryClient } from './delivery-client.ts';
import { GroundTruth, deliveries } from './deliveries.ts';
import { openLoop, spreadOf } from './pace.ts';
import type { Spread } from './pace.ts';
import { say } from './progress.ts';
import type { Measured } from './report.ts';
import type { Room } from './benched-process.ts';
import { saveRecord } from './save-records.ts';
import type { Database, Load, Stand } from './stand.ts';
import type { TaskSave } from './task-world.ts';
import { VisibleRows } from './visible-rows.ts';

const NAME = 'webhook-to-row';
const PREFIX = 'row';
const PER_SECOND = 500;
const COUNT = PER_SECOND * 30;
const WARM_UP = PER_SECOND * 5;
const FLOOR_COUNT = PER_SECOND * 10;
const TOKEN = 'bench-token';
const CATCH_UP_MS = 30_000;

export async function webhookToRow(stand: Stand, { seed }: Load): Promise<Measured> {
  await stand.makeTopics(PREFIX);
  const database = await stand.makeDatabase(PREFIX);
  const rooms: Room[] = [];
  try {
    const port = await freePort();
    const env = { TOPIC_PREFIX: PREFIX, DATABASE_URL: database.url };
    rooms.push(await stand.startRoom('projector', env));
    const ingress = { TOPIC_PREFIX: PREFIX, WEBHOOK_PORT: String(port), WEBHOOK_TOKEN: TOKEN };
    rooms.push(await stand.startRoom('webhook-ingress', ingress));
    const url = new URL(`http://127.0.0.1:${port}/webhook/TASK`);
    const measured = await deliver(rooms, database, url, seed);
    const rss = await Promise.all(rooms.splice(0).map((room) => room.stop()));
    const floor = await produceAndInsert(stand, database, seed + 1);
    return result(measured, floor, Math.max(...rss), seed);
  } finally {
    await Promise.all(rooms.map((room) => room.stop()));
    await database.drop();
  }
}

interface Delivered {
  readonly latency: Spread;
  readonly ours: number;
  readonly postgres: number;
}

async function deliver(
  rooms: readonly Room[],
  database: Database,
  url: URL,
  seed: number,
): Promise<Delivered> {
  const truth = new GroundTruth();
  const saves = [...deliveries({ ...IN_ORDER, seed, count: WARM_UP + COUNT }, truth)];
  // More than Workfront opens; whatever waits for a connection waits on the clock all the same.
  const client = openDeliveryClient(url, 512);
  const ours = (): number => rooms.reduce((sum, room) => sum + room.cpuMicros(), 0);
  say(`${NAME}: warming up for ${WARM_UP / PER_SECOND} s`);
  await send(client, url, saves.slice(0, WARM_UP), rooms, database);
  const before = { ours: ours(), postgres: database.cpuMicros() };
  say(`${NAME}: ${PER_SECOND} requests/s for ${COUNT / PER_SECOND} s`);
  const latency = await send(client, url, saves.slice(WARM_UP), rooms, database);
  const after = { ours: ours(), postgres: database.cpuMicros() };
  client.close();
  await checkTables(database.observer, truth);
  return { latency, ours: after.ours - before.ours, postgres: after.postgres - before.postgres };
}

/** Throws when a delivery is refused, or its row does not appear. */
async function send(
  client: DeliveryClient,
  url: URL,
  saves: readonly TaskSave[],
  rooms: readonly Room[],
  { observer }: Database,
): Promise<Spread> {
  const requests = saves.map(({ body }) => deliveryRequest(url, TOKEN, JSON.stringify(body)));
  const rows = new VisibleRows(observer);
  const refusals: number[] = [];
  let deadlineMs = Infinity;
  const late = (): boolean => systemClock.monotonicMs() > deadlineMs;
  const sending = openLoop({ perSecond: PER_SECOND, count: saves.length }, async (index, dueMs) => {
    rows.expect(saves[index] as TaskSave, dueMs);
    const status = await client.send(requests[index] as Buffer);
    if (status < 200 || status > 299) refusals.push(status);
  }).finally(() => (deadlineMs = systemClock.monotonicMs() + CATCH_UP_MS));
  const done = (): boolean => late() || rows.latenciesMs.length + refusals.length >= saves.length;
  await Promise.all([sending, rows.watch(done)]);
  for (const room of rooms) room.mustRun();
  const latency = spreadOf(rows.latenciesMs);
  if (refusals.length === 0 && rows.underWay === 0) return latency;
  throw new Error(
    `of ${saves.length} requests ${refusals.length} were refused ` +
      `(${[...new Set(refusals)].join(', ')}) and ${rows.underWay} rows did not appear; ` +
      `p99 of the others ${latency.p99.toFixed(1)} ms`,
  );
}

const IN_ORDER = {
  facts: 'wide',
  tasks: 5_000,
  repeatedShare: 0,
  lateShare: 0,
  deletedShare: 0,
} as const;

/** At the same pace, without HTTP, group or fold: one record to Kafka, then one row to Postgres. */
async function produceAndInsert(stand: Stand, database: Database, seed: number): Promise<Spread> {
  const { observer, url } = database;
  await observer.query('create table public.floor (objid text primary key, value text not null)');
  const pool = openPool({ url, max: 8, applicationName: 'bench-floor' });
  const publisher = openPublisher(stand.kafka);
  const saves = [...deliveries({ ...IN_ORDER, seed, count: FLOOR_COUNT }, new GroundTruth())];
  const records = saves.map((save) => saveRecord(save, stand.codec, PREFIX));
  const texts = saves.map(({ body }) => JSON.stringify(body['newState']));
  const latenciesMs: number[] = [];
  await publisher.ready();
  say(`${NAME}: its floor, for ${FLOOR_COUNT / PER_SECOND} s`);
  await openLoop({ perSecond: PER_SECOND, count: FLOOR_COUNT }, async (index, dueMs) => {
    await publisher.publish(records.slice(index, index + 1));
    await pool.query(INSERT, [`${index}`, texts[index]]);
    latenciesMs.push(systemClock.monotonicMs() - dueMs);
  });
  await publisher.close();
  await pool.close();
  return spreadOf(latenciesMs.slice(PER_SECOND)); // its first second is its warm-up
}

const INSERT = 'insert into public.floor (objid, value) values ($1, $2)';

function result(
  { latency, ours, postgres }: Delivered,
  floor: Spread,
  rssMiBMax: number,
  seed: number,
): Measured {
  return {
    name: NAME,
    value: latency.p99,
    unit: 'ms p99',
    ceiling: floor.p99,
    ratio: floor.p99 / latency.p99,
    cpuMicrosPerEvent: { ours: ours / COUNT, postgres: postgres / COUNT },
    rssMiBMax,
    n: COUNT,
    seed,
    notes:
      `${PER_SECOND} requests/s for ${COUNT / PER_SECOND} s, none refused; from when a delivery ` +
      `was due until a reader of live.task_now saw its row: p50 ${latency.p50.toFixed(1)} ms, p99 ` +
      `${latency.p99.toFixed(1)} ms, max ${latency.max.toFixed(1)} ms. Ceiling (here a floor): ` +
      `at the same pace one record to Kafka and then one row to Postgres, without HTTP, consumer ` +
      `group and fold: p50 ${floor.p50.toFixed(1)} ms, p99 ${floor.p99.toFixed(1)} ms, ` +
      `max ${floor.max.toFixed(1)} ms. Tables checked; ${WARM_UP / PER_SECOND} s of warm-up before.`,
  };
}
