/**
 * What an idle tenant costs: calls of one poll, one sweep and one listing, counted on their way to
 * the sandbox, times how often the poller's own defaults make them. Nothing is timed, so that a
 * busy machine changes nothing.
 */
import { createServer, request } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../../services/local-stack/ports.ts';
import { objectPollerConfig, optionsOf } from '../../services/object-poller/config.ts';
import { IDLE_INTERVALS } from '../../services/object-poller/listing/poll-objects.ts';
import { polledTypes } from '../../services/object-poller/polled-types.ts';
import { eventually } from '../support/eventually.ts';
import { say } from './progress.ts';
import { readGauge } from './read-gauge.ts';
import type { Measured } from './report.ts';
import type { Load, Stand } from './stand.ts';

const NAME = 'idle-calls';
const PREFIX = 'idle';
const KEY = 'bench';
const TURNS = 60;
const SHORT_MS = '200';
const NEVER_MS = '86400000';
/** What is promised, of each type. */
const CALLS_A_MINUTE_MAX = 2;
const CLOCKED = 'PROJ,TASK,OPTASK,ASSGN,HOUR,USER';
const CLOCKLESS = 'ROLE,GROUP,TEAM,CTGY';

const PACES = {
  poll: { OBJECT_TYPES: CLOCKED, OBJECT_POLL_INTERVAL_MS: SHORT_MS },
  sweep: { OBJECT_TYPES: CLOCKED, OBJECT_SWEEP_INTERVAL_MS: SHORT_MS },
  listing: { OBJECT_TYPES: CLOCKLESS, OBJECT_LISTING_INTERVAL_MS: SHORT_MS },
} as const;
const NEVER = {
  OBJECT_POLL_INTERVAL_MS: NEVER_MS,
  OBJECT_SWEEP_INTERVAL_MS: NEVER_MS,
  OBJECT_LISTING_INTERVAL_MS: NEVER_MS,
};

export async function idleCalls(stand: Stand, { seed }: Load): Promise<Measured> {
  await stand.makeTopics(PREFIX);
  const tenant = `http://127.0.0.1:${await freePort()}`;
  const sandbox = await stand.startRoom('sandbox', {
    SANDBOX_PORT: new URL(tenant).port,
    SANDBOX_WORLD: 'small',
    SANDBOX_SEED: String(seed),
    SANDBOX_API_KEY: KEY,
    LOG_LEVEL: 'warn',
  });
  const counter = await countCalls(tenant);
  let rssMiBMax = 0;
  const callsOf = async (kind: keyof typeof PACES): Promise<number> => {
    const database = await stand.makeDatabase(`${PREFIX}_${kind}`);
    const room = await stand.startRoom('object-poller', {
      TOPIC_PREFIX: PREFIX,
      CONTROL_DATABASE_URL: database.url,
      WORKFRONT_URL: counter.url,
      WORKFRONT_API_KEY: KEY,
      LOG_LEVEL: 'warn',
      ...NEVER,
      ...PACES[kind],
    });
    try {
      const turns = (): Promise<number> => readGauge(room.opsUrl, 'workfront_cdc_polls_total');
      const since = async (first: number, more: number): Promise<number> => {
        const isThere = async (): Promise<number | null> =>
          (await turns()) >= first + more ? turns() : null;
        return eventually(isThere, { what: `${more} turns`, deadlineMs: 120_000 });
      };
      // Every type has been read whole, and has been found idle once.
      const begun = await since(0, 2 * PACES[kind].OBJECT_TYPES.split(',').length);
      const before = counter.calls();
      const ended = await since(begun, TURNS);
      const calls = (counter.calls() - before) / (ended - begun);
      say(`${NAME}: ${calls.toFixed(2)} calls a ${kind}`);
      return calls;
    } finally {
      rssMiBMax = Math.max(rssMiBMax, await room.stop());
      await database.drop();
    }
  };
  try {
    const calls = {
      poll: await callsOf('poll'),
      sweep: await callsOf('sweep'),
      listing: await callsOf('listing'),
    };
    return idleFigure(calls, rssMiBMax, seed);
  } finally {
    counter.server.close();
    await sandbox.stop();
  }
}

function idleFigure(
  calls: Readonly<Record<keyof typeof PACES, number>>,
  rssMiBMax: number,
  seed: number,
): Measured {
  const required = {
    KAFKA_BROKERS: 'k:1',
    SCHEMA_REGISTRY_URL: 'http://r',
    DATABASE_URL: 'postgres://p/d',
  };
  const told = { WORKFRONT_URL: 'https://w', WORKFRONT_API_KEY: 'k', ...required };
  const options = optionsOf(objectPollerConfig.parse(told));
  const aMinute = (kind: keyof typeof PACES, everyMs: number): number =>
    (calls[kind] * 60_000) / everyMs;
  const clocked =
    aMinute('poll', options.pollIntervalMs * IDLE_INTERVALS) +
    aMinute('sweep', options.sweepIntervalMs);
  const listed = aMinute('listing', options.listingIntervalMs);
  const value = Math.max(clocked, listed);
  const all = polledTypes({ only: null, leftOut: [] });
  const withClock = all.filter(({ clockField }) => clockField !== null).length;
  const sum = withClock * clocked + (all.length - withClock) * listed;
  return {
    name: NAME,
    value,
    unit: 'calls a minute and type',
    ceiling: CALLS_A_MINUTE_MAX,
    ratio: CALLS_A_MINUTE_MAX / value,
    cpuMicrosPerEvent: { ours: 0, postgres: 0 },
    rssMiBMax,
    n: 3 * TURNS,
    seed,
    notes:
      `Of an idle tenant: ${calls.poll.toFixed(2)} calls a poll, ${calls.sweep.toFixed(2)} a sweep, ` +
      `${calls.listing.toFixed(2)} a listing, counted on their way; at the default intervals ` +
      `${clocked.toFixed(2)} a minute of a type with a clock, ${listed.toFixed(2)} of one without, ` +
      `${Math.round(sum)} of all ${all.length}. Ceiling: what is promised.`,
  };
}

interface Counter {
  readonly url: string;
  readonly server: Server;
  calls(): number;
}

/** Hands every call on, and counts it. */
async function countCalls(tenant: string): Promise<Counter> {
  let calls = 0;
  const server = createServer((asked, answer) => {
    calls += 1;
    const { method, headers, url = '/' } = asked;
    const handed = request(`${tenant}${url}`, { method, headers }, (got) => {
      answer.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(answer);
    });
    handed.on('error', () => answer.destroy());
    asked.pipe(handed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, server, calls: () => calls };
}
