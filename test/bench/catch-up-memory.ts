/**
 * What the projector has resident at most while it catches up on a log, whatever its events are:
 * very small ones, of which one fetch holds the most, then usual ones, then some of a megabyte.
 */
import { systemClock } from '../../services/core/clock.ts';
import { seededRandom } from '../../services/core/random.ts';
import type { Random } from '../../services/core/random.ts';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import type { FieldValue } from '../../services/core/field-value.ts';
import { asEventID, asMicros } from '../../services/core/units.ts';
import { openPublisher } from '../../services/platform/kafka/publisher.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { grouped, say } from './progress.ts';
import type { Measured } from './report.ts';
import { taskTopic } from './save-records.ts';
import type { Database, Load, Stand } from './stand.ts';

const NAME = 'catch-up-memory';
const PREFIX = 'memory';
const COUNT = 400_000;
/** What we allow ourselves of the 512 MiB that a container has. */
const LIMIT_MIB = 400;
const DEADLINE_MS = 420_000;

interface Phase {
  readonly name: string;
  readonly share: number;
  readonly fieldsOf: (random: Random) => Readonly<Record<string, FieldValue>>;
}

const PHASES: readonly Phase[] = [
  { name: 'small', share: 0.95, fieldsOf: (random) => ({ priority: random.int(0, 4) }) },
  { name: 'usual', share: 0.0495, fieldsOf: (random) => wide(random, 60, 30) },
  { name: 'large', share: 0.0005, fieldsOf: (random) => wide(random, 50, 20_000) },
];

export async function catchUpMemory(stand: Stand, load: Load): Promise<Measured> {
  const count = load.events ?? COUNT;
  const written = await fillLog(stand, load.seed, count);
  const database = await stand.makeDatabase(PREFIX);
  const env = { DATABASE_URL: database.url, TOPIC_PREFIX: PREFIX };
  const startedMs = systemClock.monotonicMs();
  const room = await stand.startRoom('projector', env);
  try {
    const peaks: string[] = [];
    let upTo = 0;
    for (const [at, { name }] of PHASES.entries()) {
      upTo += written[at] ?? 0;
      await whenApplied(database, upTo, () => room.mustRun());
      peaks.push(`${Math.round(room.residentMiBMax())} MiB after the ${name} ones`);
      say(`${NAME}: ${peaks.at(-1)}`);
    }
    const seconds = (systemClock.monotonicMs() - startedMs) / 1000;
    const cpu = room.cpuMicros() / count;
    const value = await room.stop();
    return {
      name: NAME,
      value,
      unit: 'MiB',
      ceiling: LIMIT_MIB,
      ratio: LIMIT_MIB / value,
      cpuMicrosPerEvent: { ours: cpu, postgres: 0 },
      rssMiBMax: value,
      n: count,
      seed: load.seed,
      notes:
        `The most that the projector had resident in a catch-up of ${grouped(count)} events: ` +
        `${peaks.join(', ')}; ${Math.round(seconds)} s. Ceiling: what we allow ourselves of the ` +
        '512 MiB of its container.',
    };
  } finally {
    await room.stop();
    await database.drop();
  }
}

/** Phase after phase; gives how many events each has. */
async function fillLog(stand: Stand, seed: number, count: number): Promise<readonly number[]> {
  await stand.makeTopics(PREFIX);
  const publisher = openPublisher(stand.kafka, { sendsInFlightMax: 1 });
  const random = seededRandom(seed);
  const topic = taskTopic(PREFIX);
  const counts: number[] = [];
  let instant = Date.UTC(2026, 0, 1) * 1000;
  for (const { name, share, fieldsOf } of PHASES) {
    const wanted = Math.round(count * share);
    const atOnce = name === 'large' ? 10 : 2_000;
    for (let made = 0; made < wanted; made += atOnce) {
      const records = Array.from({ length: Math.min(atOnce, wanted - made) }, () => {
        instant += 1_000;
        const event = eventOf(random, instant, fieldsOf(random));
        return toRecord(event, stand.codec, topic);
      });
      await publisher.publish(records);
    }
    counts.push(wanted);
    say(`${NAME}: ${grouped(wanted)} ${name} events in Kafka`);
  }
  await publisher.close();
  return counts;
}

const TASKS = 50_000;

function eventOf(random: Random, instant: number, fields: ChangeEvent['fields']): ChangeEvent {
  const objID = random
    .int(0, TASKS - 1)
    .toString(16)
    .padStart(32, '0');
  return {
    // Numbers in a row compress best, so a fetch holds the most of them.
    eventID: asEventID(instant.toString(16).padStart(32, '0')),
    objCode: 'TASK',
    objID,
    entryDate: asMicros(instant),
    asOf: asMicros(instant),
    operation: 'UPDATE',
    fields,
    clears: [],
    previous: null,
    previousAbsent: [],
    previousKnown: false,
    actorID: null,
    path: 'WEBHOOK',
    observedAt: asMicros(instant),
    origin: {
      subscriptionID: null,
      apiVersion: 2,
      journalEntryID: null,
      customerID: null,
      deletedAfter: null,
      deletedBefore: null,
      raw: null,
    },
  };
}

function wide(random: Random, fields: number, chars: number): Record<string, string> {
  const names = Array.from({ length: fields }, (_, at) => `DE:field ${at}`);
  return Object.fromEntries(names.map((name) => [name, random.hex(chars)]));
}

async function whenApplied(
  { observer }: Database,
  wanted: number,
  mustRun: () => void,
): Promise<void> {
  const endMs = systemClock.monotonicMs() + DEADLINE_MS;
  for (;;) {
    const { rows } = await observer.query<{ applied: bigint }>(APPLIED).catch(() => ({ rows: [] }));
    const applied = Number(rows[0]?.applied ?? 0);
    if (applied >= wanted) return;
    mustRun();
    if (systemClock.monotonicMs() > endMs) throw new Error(`only ${applied} events were applied`);
    await systemClock.sleep(100);
  }
}

// The log has no gaps, so positions count events.
const APPLIED = 'select coalesce(sum(next), 0)::bigint as applied from store_1.positions';
