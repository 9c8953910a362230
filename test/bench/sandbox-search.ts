/**
 * Searches a second that the sandbox answers over 100,000 tasks, in the form of a poll by
 * lastUpdateDate. Every answer is held against the oracle's export of the same tasks.
 */
import { freePort } from '../../services/local-stack/ports.ts';
import { startCannedAnswers } from './canned-answers.ts';
import { openDeliveryClient } from './delivery-client.ts';
import type { DeliveryClient } from './delivery-client.ts';
import { closedLoop } from './pace.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'sandbox-search';
const COUNT = 10_000;
const DISTINCT = 1_000;
const ROUNDS = 2;
const CONNECTIONS = 16;
const PAGE = 20;
const KEY = 'bench';

interface Task {
  readonly id: string;
  /** ISO with Z, of one length: their order as text is their order in time. */
  readonly lastUpdateDate: string;
}

interface Search {
  readonly request: Buffer;
  readonly expected: readonly string[];
  /** The bytes that were found to be the truth. */
  body: string;
}

export async function sandboxSearch(stand: Stand, { seed, events }: Load): Promise<Measured> {
  const count = events ?? COUNT;
  const url = new URL(`http://127.0.0.1:${await freePort()}/`);
  const room = await stand.startRoom('sandbox', {
    SANDBOX_PORT: url.port,
    SANDBOX_WORLD: 'medium',
    SANDBOX_SEED: String(seed),
    SANDBOX_API_KEY: KEY,
    LOG_LEVEL: 'warn',
  });
  const client = openDeliveryClient(url, CONNECTIONS);
  try {
    const tasks = await tasksOf(url);
    const searches = searchesOf(tasks, url);
    await verify(client, searches);
    say(`${NAME}: ${grouped(DISTINCT)} answers over ${grouped(tasks.length)} tasks are the truth`);
    const bytes = searches.reduce((sum, { body }) => sum + body.length, 0) / searches.length;
    const sum = { seconds: 0, ceilingSeconds: 0, ours: 0 };
    for (let round = 1; round <= ROUNDS; round += 1) {
      const before = room.cpuMicros();
      const seconds = await search(client, searches, count);
      room.mustRun();
      sum.ours += room.cpuMicros() - before;
      sum.seconds += seconds;
      const ceilingSeconds = await ceiling(Math.round(bytes), searches, count);
      sum.ceilingSeconds += ceilingSeconds;
      const [rate, most] = [count / seconds, count / ceilingSeconds].map(grouped);
      say(`${NAME} ${round}/${ROUNDS}: ${rate} searches/s, canned answers ${most}`);
    }
    const n = count * ROUNDS;
    return measured({ ...sum, n, tasks: tasks.length, bytes, seed }, await room.stop());
  } finally {
    client.close();
    await room.stop();
  }
}

interface Sums {
  readonly n: number;
  readonly seconds: number;
  readonly ceilingSeconds: number;
  readonly ours: number;
  readonly tasks: number;
  readonly bytes: number;
  readonly seed: number;
}

function measured(sum: Sums, rssMiBMax: number): Measured {
  const { n, seed } = sum;
  return {
    name: NAME,
    value: n / sum.seconds,
    unit: 'searches/s',
    ceiling: n / sum.ceilingSeconds,
    ratio: sum.ceilingSeconds / sum.seconds,
    cpuMicrosPerEvent: { ours: sum.ours / n, postgres: 0 },
    rssMiBMax,
    n,
    seed,
    notes:
      `TASK/search by lastUpdateDate (gte, sorted by it and ID, $$LIMIT=${PAGE}) from anywhere in ` +
      `${grouped(sum.tasks)} tasks, ${CONNECTIONS} kept-alive connections, answers of ` +
      `${grouped(sum.bytes)} bytes. Each of ${grouped(DISTINCT)} different answers was held ` +
      `against the oracle, each later one against those bytes. One process: a core for itself ` +
      `would answer ${grouped((1e6 * n) / sum.ours)}/s. Ceiling: a bare HTTP server that answers ` +
      `as many bytes without looking. ${ROUNDS} rounds in turn after the check.`,
  };
}

/** In the order of the search. */
async function tasksOf(url: URL): Promise<Task[]> {
  const response = await fetch(new URL('/sandbox/oracle/export?objCode=TASK', url));
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const tasks = lines.map((line): Task => {
    const { objID, fields } = JSON.parse(line) as Exported;
    return { id: objID, lastUpdateDate: fields.lastUpdateDate };
  });
  return tasks.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

interface Exported {
  readonly objID: string;
  readonly fields: { readonly lastUpdateDate: string };
}

function keyOf({ lastUpdateDate, id }: Task): string {
  return `${lastUpdateDate} ${id}`;
}

/** Spread evenly over all tasks, in an order that no cache of neighbours could use. */
function searchesOf(tasks: readonly Task[], { host }: URL): Search[] {
  return Array.from({ length: DISTINCT }, (_, n) => {
    const at = Math.floor(((n * 617) % DISTINCT) * (tasks.length / DISTINCT));
    const from = tasks[at]?.lastUpdateDate ?? '';
    const first = firstAtOrAfter(tasks, at, from);
    const query = new URLSearchParams([
      ['lastUpdateDate', from],
      ['lastUpdateDate_Mod', 'gte'],
      ['lastUpdateDate_1_Sort', 'asc'],
      ['ID_2_Sort', 'asc'],
      ['fields', 'lastUpdateDate,projectID,assignedToID'],
      ['$$LIMIT', String(PAGE)],
    ]).toString();
    const head = `GET /attask/api/v21.0/TASK/search?${query} HTTP/1.1`;
    return {
      request: Buffer.from(`${head}\r\nhost: ${host}\r\napikey: ${KEY}\r\n\r\n`),
      expected: tasks.slice(first, first + PAGE).map(({ id }) => id),
      body: '',
    };
  });
}

function firstAtOrAfter(tasks: readonly Task[], at: number, from: string): number {
  let first = at;
  while (first > 0 && tasks[first - 1]?.lastUpdateDate === from) first -= 1;
  return first;
}

/** Warms the sandbox up as well. Throws unless every answer is the truth, in its order. */
async function verify(client: DeliveryClient, searches: readonly Search[]): Promise<void> {
  await closedLoop({ workers: CONNECTIONS, count: searches.length }, async (index) => {
    const one = searches[index];
    if (one === undefined) return;
    const { status, body } = await client.ask(one.request);
    const text = Buffer.from(body, 'latin1').toString();
    const found = status === 200 ? (JSON.parse(text) as { data: { ID: string }[] }).data : [];
    if (found.map(({ ID }) => ID).join() !== one.expected.join()) {
      throw new Error(`search ${index} was answered with ${status}: ${text.slice(0, 200)}`);
    }
    one.body = body;
  });
}

async function search(
  client: DeliveryClient,
  searches: readonly Search[],
  count: number,
): Promise<number> {
  return closedLoop({ workers: CONNECTIONS, count }, async (index) => {
    const one = searches[index % searches.length];
    if (one === undefined) return;
    const { status, body } = await client.ask(one.request);
    if (body !== one.body) throw new Error(`search ${index}: another answer (${status})`);
  });
}

async function ceiling(
  bodyBytes: number,
  searches: readonly Search[],
  count: number,
): Promise<number> {
  const server = await startCannedAnswers(bodyBytes);
  const client = openDeliveryClient(server.url, CONNECTIONS);
  const loop = (times: number) =>
    closedLoop({ workers: CONNECTIONS, count: times }, async (index) => {
      const { request } = searches[index % searches.length] as Search;
      const { status, body } = await client.ask(request);
      if (status !== 200 || body.length !== bodyBytes) throw new Error('canned answers are broken');
    });
  try {
    await loop(Math.min(count, DISTINCT)); // it too is warm before it is measured
    return await loop(count);
  } finally {
    client.close();
    server.stop();
  }
}
