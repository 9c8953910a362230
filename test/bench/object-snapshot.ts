/**
 * The first reading of a tenant by the object poller: rows a second into the log, memory, and that
 * a kill -9 in the middle costs a page and not the reading. The ceiling is the sandbox, asked the
 * poller's own questions by a client that throws the answers away.
 */
import { freePort } from '../../services/local-stack/ports.ts';
import { systemClock } from '../../services/core/clock.ts';
import { nodeOptionsOf } from '../../services/processes.ts';
import { spentCalls } from './spent-calls.ts';
import { grouped, say } from './progress.ts';
import { readGauge } from './read-gauge.ts';
import type { Measured } from './report.ts';
import type { Room } from './benched-process.ts';
import { taskTopic } from './save-records.ts';
import type { Database, Load, Stand } from './stand.ts';

const KEY = 'bench';
const LOOK_MS = 50;
/** Of the rows, when it is killed. */
const KILLED_AT = 0.4;
const PAGE_ROWS = 2_000;
const DEADLINE_MS = 1_800_000;

export const snapshot = (stand: Stand, load: Load): Promise<Measured> =>
  snapshotOf(stand, load, 'snapshot', 'medium');

/** A million tasks. */
export const largeSnapshot = (stand: Stand, load: Load): Promise<Measured> =>
  snapshotOf(stand, load, 'large-snapshot', 'large');

async function snapshotOf(
  stand: Stand,
  { seed }: Load,
  name: string,
  world: 'medium' | 'large',
): Promise<Measured> {
  const prefix = name.replace('-', '_');
  await stand.makeTopics(prefix);
  const database = await stand.makeDatabase(prefix);
  const url = `http://127.0.0.1:${await freePort()}`;
  const sandbox = await stand.startRoom('sandbox', {
    SANDBOX_PORT: new URL(url).port,
    SANDBOX_WORLD: world,
    SANDBOX_SEED: String(seed),
    SANDBOX_API_KEY: KEY,
    LOG_LEVEL: 'warn',
  });
  try {
    const ceiling = await spentCalls(url, KEY);
    say(`${name}: the sandbox serves ${grouped(ceiling.perSecond)} rows/s`);
    const env = {
      TOPIC_PREFIX: prefix,
      CONTROL_DATABASE_URL: database.url,
      WORKFRONT_URL: url,
      WORKFRONT_API_KEY: KEY,
      OBJECT_TYPES: 'TASK',
      NODE_OPTIONS: nodeOptionsOf('object-poller').join(' '),
      LOG_LEVEL: 'warn',
    };
    const before = database.cpuMicros();
    const read = await readTwice(() => stand.startRoom('object-poller', env), name);
    const postgres = database.cpuMicros() - before;
    const { rows, seconds } = read;
    const written = await checked(stand, database, prefix, read);
    say(`${name}: ${grouped(rows / seconds)} rows/s, killed after ${grouped(read.atKill)}`);
    return {
      name,
      value: rows / seconds,
      unit: 'rows/s',
      ceiling: ceiling.perSecond,
      ratio: rows / seconds / ceiling.perSecond,
      cpuMicrosPerEvent: { ours: read.cpuMicros / rows, postgres: postgres / rows },
      rssMiBMax: read.residentMiB,
      n: read.total,
      seed,
      notes:
        `${grouped(read.total)} tasks of ${grouped(ceiling.rowBytes)} bytes into the log and ` +
        `control. Killed (-9) after ${grouped(read.atKill)}, started again, it read ` +
        `${grouped(read.total - read.left)} of them no more: ${grouped(written)} events in all. ` +
        'Timed without its start. Ceiling: the very same questions to the sandbox over two ' +
        `connections, answers thrown away, ${grouped(ceiling.rows)} rows; a client that parses ` +
        `them and does no more reads ${grouped(ceiling.parsedPerSecond)}/s. RSS of the poller.`,
    };
  } finally {
    await sandbox.stop();
    await database.drop();
  }
}

interface ReadTwice {
  readonly total: number;
  readonly atKill: number;
  /** What the second process found to be read. */
  readonly left: number;
  /** Read in `seconds`, from the first page of each process on. */
  readonly rows: number;
  readonly seconds: number;
  readonly cpuMicros: number;
  readonly residentMiB: number;
}

async function readTwice(start: () => Promise<Room>, name: string): Promise<ReadTwice> {
  const first = await start();
  let killed: Segment;
  let firstMiB = 0;
  let firstMicros = 0;
  try {
    killed = await follow(first, name, ({ left, total }) => left <= total * (1 - KILLED_AT));
    firstMicros = first.cpuMicros();
  } finally {
    firstMiB = await first.kill();
  }
  const second = await start();
  try {
    const ended = await follow(second, name, ({ typesLeft }) => typesLeft === 0);
    return {
      total: killed.total,
      atKill: killed.total - killed.left,
      left: ended.total,
      rows: killed.timedRows + ended.timedRows,
      seconds: killed.seconds + ended.seconds,
      cpuMicros: firstMicros + second.cpuMicros(),
      residentMiB: Math.max(firstMiB, second.residentMiBMax()),
    };
  } finally {
    await second.stop();
  }
}

interface Progress {
  readonly typesLeft: number;
  /** When it began. */
  readonly total: number;
  readonly left: number;
}

interface Segment extends Progress {
  readonly timedRows: number;
  readonly seconds: number;
}

/** From its first page until `isEnough`. A lost lease begins the numbers anew, not the reading. */
async function follow(
  room: Room,
  name: string,
  isEnough: (progress: Progress) => boolean,
): Promise<Segment> {
  const startMs = systemClock.monotonicMs();
  let total: number | null = null;
  let first: { readonly left: number; readonly ms: number } | null = null;
  let saidMs = startMs;
  for (;;) {
    const { rows, expected, typesLeft } = await gauges(room);
    const ms = systemClock.monotonicMs();
    if (expected > 0) {
      total ??= expected;
      const left = typesLeft === 0 ? 0 : expected - rows;
      if (rows > 0) first ??= { left, ms };
      if (first !== null && isEnough({ typesLeft, total, left })) {
        const seconds = (ms - first.ms) / 1000;
        return { typesLeft, total, left, timedRows: first.left - left, seconds };
      }
    }
    room.mustRun();
    if (ms - startMs > DEADLINE_MS) throw new Error(`${name}: ${rows} of ${expected} rows only`);
    if (ms - saidMs > 10_000) {
      saidMs = ms;
      say(`${name}: ${grouped(expected - rows)} rows are left`);
    }
    await systemClock.sleep(LOOK_MS);
  }
}

async function gauges({ opsUrl }: Room): Promise<{
  readonly rows: number;
  readonly expected: number;
  readonly typesLeft: number;
}> {
  return {
    rows: await readGauge(opsUrl, 'workfront_cdc_snapshot_rows'),
    expected: await readGauge(opsUrl, 'workfront_cdc_snapshot_rows_expected'),
    typesLeft: await readGauge(opsUrl, 'workfront_cdc_snapshot_types_left'),
  };
}

/** Every task is known and in the log, and no page was read a third time. */
async function checked(
  stand: Stand,
  { observer }: Database,
  prefix: string,
  { total, atKill, left }: ReadTwice,
): Promise<number> {
  const { rows } = await observer.query<{ count: bigint }>(
    `select count(*) as count from control.known_objects where objcode = 'TASK'`,
  );
  const known = Number(rows[0]?.count ?? 0n);
  const written = await stand.recordsIn(taskTopic(prefix));
  const isResumed = left <= total - atKill + 2 * PAGE_ROWS;
  if (known === total && isResumed && written >= total && written <= total + 2 * PAGE_ROWS) {
    return written;
  }
  throw new Error(
    `of ${total} tasks ${known} are known and ${written} events written; killed after ${atKill}, ` +
      `${left} were left to the second process`,
  );
}
