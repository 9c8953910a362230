/**
 * A field that no event carries, saved fifty times a second in the sandbox: its event is the
 * signal, and the object poller reads the task again. Counted from when a save was due until a
 * reader of live.task_now saw its value; no poll could have brought it.
 */
import { freePort } from '../../services/local-stack/ports.ts';
import { systemClock } from '../../services/core/clock.ts';
import type { Queryable } from '../../services/platform/postgres/postgres.ts';
import { eventually } from '../support/eventually.ts';
import { openLoop, spreadOf } from './pace.ts';
import { say } from './progress.ts';
import { readGauge } from './read-gauge.ts';
import type { Measured } from './report.ts';
import type { Room } from './benched-process.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'refresh';
const PREFIX = 'refresh';
const PER_SECOND = 50;
const SECONDS = 30;
const KEY = 'bench';
const TOKEN = 'bench-token';
/** What is promised. */
const LIMIT_MS = 5_000;
const CATCH_UP_MS = 60_000;
const LOOK_MS = 20;
const NEVER_MS = '86400000';

export async function refresh(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const count = events ?? PER_SECOND * SECONDS;
  await stand.makeTopics(PREFIX);
  const database = await stand.makeDatabase(PREFIX);
  const tenant = `http://127.0.0.1:${await freePort()}`;
  const hook = `http://127.0.0.1:${await freePort()}`;
  const common = { TOPIC_PREFIX: PREFIX, DATABASE_URL: database.url, LOG_LEVEL: 'warn' };
  const rooms: Room[] = [];
  try {
    rooms.push(await stand.startRoom('sandbox', worldOf(tenant, seed)));
    rooms.push(await stand.startRoom('projector', common));
    const port = new URL(hook).port;
    const ingress = { TOPIC_PREFIX: PREFIX, WEBHOOK_PORT: port, WEBHOOK_TOKEN: TOKEN };
    rooms.push(await stand.startRoom('webhook-ingress', ingress));
    const poller = await stand.startRoom('object-poller', {
      ...common,
      WORKFRONT_URL: tenant,
      WORKFRONT_API_KEY: KEY,
      OBJECT_TYPES: 'TASK',
      OBJECT_POLL_INTERVAL_MS: NEVER_MS,
      OBJECT_SWEEP_INTERVAL_MS: NEVER_MS,
    });
    rooms.push(poller);
    await subscribe(tenant, `${hook}/webhook/TASK`);
    const left = (): Promise<number> =>
      readGauge(poller.opsUrl, 'workfront_cdc_snapshot_types_left');
    await eventually(async () => (await left()) === 0, { what: 'it is read', deadlineMs: 60_000 });
    const tasks = await tasksOf(tenant, database.observer);
    const before = { ours: cpuOf(rooms), postgres: database.cpuMicros() };
    say(`${NAME}: ${PER_SECOND} saves/s of ${tasks.length} tasks`);
    const latencies = await save(tenant, tasks, count, database.observer);
    for (const room of rooms) room.mustRun();
    const ours = (cpuOf(rooms) - before.ours) / count;
    const postgres = (database.cpuMicros() - before.postgres) / count;
    const memory = await Promise.all(rooms.splice(0).map((room) => room.stop()));
    const { p50, p99, max } = spreadOf(latencies);
    return {
      name: NAME,
      value: p99,
      unit: 'ms p99',
      ceiling: LIMIT_MS,
      ratio: LIMIT_MS / p99,
      cpuMicrosPerEvent: { ours, postgres },
      rssMiBMax: Math.max(...memory),
      n: count,
      seed,
      notes:
        `percentComplete, which no event carries, of ${tasks.length} tasks, ${PER_SECOND} saves/s ` +
        'over the API of the sandbox, whose event is the signal; no poll and no sweep meanwhile. ' +
        `From when a save was due until live.task_now showed its value or a later one: p50 ` +
        `${Math.round(p50)} ms, p99 ${Math.round(p99)} ms, max ${Math.round(max)} ms; none was ` +
        'lost. Ceiling: what is promised. CPU with the sandbox.',
    };
  } finally {
    await Promise.all(rooms.map((room) => room.stop()));
    await database.drop();
  }
}

function worldOf(tenant: string, seed: number): Readonly<Record<string, string>> {
  return {
    SANDBOX_PORT: new URL(tenant).port,
    SANDBOX_WORLD: 'small',
    SANDBOX_SEED: String(seed),
    SANDBOX_API_KEY: KEY,
    LOG_LEVEL: 'warn',
  };
}

function cpuOf(rooms: readonly Room[]): number {
  return rooms.reduce((sum, room) => sum + room.cpuMicros(), 0);
}

async function subscribe(tenant: string, url: string): Promise<void> {
  const answer = await fetch(`${tenant}/attask/eventsubscription/api/v1/subscriptions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', apiKey: KEY },
    body: JSON.stringify({ objCode: 'TASK', eventType: 'UPDATE', authToken: TOKEN, url }),
  });
  if (answer.status !== 201) throw new Error(`subscribe: ${await answer.text()}`);
}

async function tasksOf(tenant: string, database: Queryable): Promise<readonly string[]> {
  const status = (await (await fetch(`${tenant}/sandbox/status`)).json()) as {
    objects: { TASK: number };
  };
  const read = async (): Promise<readonly string[] | null> => {
    const { rows } = await database.query<{ objid: string; status: string }>(
      `select objid, status from live.task_now where not deleted`,
    );
    const open = rows.filter((row) => row.status !== 'CPL').map(({ objid }) => objid);
    return rows.length === status.objects.TASK ? open : null;
  };
  return eventually(read, { what: 'the tasks are in the tables', deadlineMs: 60_000 });
}

interface Awaited {
  readonly number: number;
  readonly dueMs: number;
}

/** Values grow with each save of a task, so that one that is passed over was overwritten. */
async function save(
  tenant: string,
  tasks: readonly string[],
  count: number,
  database: Queryable,
): Promise<readonly number[]> {
  const awaited = new Map<string, Awaited[]>(tasks.map((id) => [id, []]));
  const latencies: number[] = [];
  const step = 99 / Math.ceil(count / tasks.length);
  const before = new Map<string, Promise<void>>();
  let deadlineMs = Infinity;
  const saving = openLoop({ perSecond: PER_SECOND, count }, async (index, dueMs) => {
    const id = tasks[index % tasks.length] ?? '';
    const number = step * (1 + Math.floor(index / tasks.length));
    awaited.get(id)?.push({ number, dueMs });
    // One after another of each task, so that the greatest value is the last.
    const saved = (before.get(id) ?? Promise.resolve()).then(() => put(tenant, id, number));
    before.set(id, saved);
    await saved;
  }).finally(() => (deadlineMs = systemClock.monotonicMs() + CATCH_UP_MS));
  const watching = (async (): Promise<void> => {
    while (latencies.length < count && systemClock.monotonicMs() < deadlineMs) {
      await look(database, awaited, latencies);
      await systemClock.sleep(LOOK_MS);
    }
  })();
  await Promise.all([saving, watching]);
  if (latencies.length === count) return latencies;
  const left = [...awaited].filter(([, some]) => some.length > 0);
  throw new Error(
    `${count - latencies.length} of ${count} saves are not in the tables, of ${left.length} tasks ` +
      `such as ${left[0]?.[0]}, at ${left[0]?.[1][0]?.number}`,
  );
}

async function put(tenant: string, id: string, percentComplete: number): Promise<void> {
  const query = new URLSearchParams({
    percentComplete: percentComplete.toFixed(3),
    apiKey: KEY,
  });
  const url = `${tenant}/attask/api/v21.0/TASK/${id}?${query.toString()}`;
  const answer = await fetch(url, { method: 'PUT' });
  if (!answer.ok) throw new Error(`a save was answered with ${answer.status}`);
  await answer.arrayBuffer();
}

const SHOWN = `
  select objid, percentcomplete::float8 as number from live.task_now where objid = any($1)
`;

async function look(
  database: Queryable,
  awaited: ReadonlyMap<string, Awaited[]>,
  latencies: number[],
): Promise<void> {
  const ids = [...awaited].filter(([, some]) => some.length > 0).map(([id]) => id);
  const { rows } = await database.query<{ objid: string; number: number | null }>(SHOWN, [ids]);
  const seenMs = systemClock.monotonicMs();
  for (const { objid, number } of rows) {
    const some = awaited.get(objid) ?? [];
    while (some[0] !== undefined && some[0].number <= (number ?? -1) + 0.001) {
      latencies.push(seenMs - (some.shift()?.dueMs ?? seenMs));
    }
  }
}
