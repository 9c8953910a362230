import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { eventually } from '../support/eventually.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { controlServer, freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

const TOKEN = 'the-token-of-this-test';
const LANES = 8;
/** Then a delivery has failed (reference B.2). */
const WORKFRONT_WAITS_MS = 5_000;

const prefix = freshPrefix();
let log: TestLog;
let bigFolder: string;
let smallFolder: string;
let started: Service[];

beforeAll(async () => {
  log = await openLog(prefix);
});

beforeEach(() => {
  bigFolder = mkdtempSync(join(tmpdir(), 'workfront-cdc-brown-out-'));
  smallFolder = mkdtempSync(join(tmpdir(), 'workfront-cdc-brown-out-'));
  started = [];
});

afterEach(async () => {
  for (const service of started) service.signal('SIGKILL');
  // Whatever a failed test left away; a server that is there stays there.
  for (const server of ['kafka', 'registry'] as const) await controlServer(server, 'start');
  for (const folder of [bigFolder, smallFolder]) rmSync(folder, { recursive: true });
});

afterAll(() => log.close());

async function start(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  const service = await spawnService('webhook-ingress', {
    TOPIC_PREFIX: prefix,
    WEBHOOK_HOST: '127.0.0.1',
    WEBHOOK_PORT: '0',
    WEBHOOK_TOKEN: TOKEN,
    WEBHOOK_SPOOL_DIR: bigFolder,
    ...env,
  });
  started.push(service);
  return service;
}

interface Answer {
  readonly status: number;
  readonly tookMs: number;
  readonly eventID: string | undefined;
  readonly code: string | undefined;
}

async function deliver({ url }: Service, ID: string, at: number, padding = 0): Promise<Answer> {
  const state = { ID, objCode: 'TASK', name: `name ${at}`, padding: 'x'.repeat(padding) };
  const startedMs = systemClock.monotonicMs();
  const response = await fetch(`${url}/webhook/TASK`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      eventType: 'UPDATE',
      eventTime: { epochSecond: 1_700_000_000 + at, nano: 0 },
      newState: state,
      oldState: { ...state, name: `name ${at - 1}` },
    }),
  });
  const body = (await response.json()) as { eventID?: string; error?: { code: string } };
  const tookMs = systemClock.monotonicMs() - startedMs;
  return { status: response.status, tookMs, eventID: body.eventID, code: body.error?.code };
}

/** Each lane delivers the changes of one object, one after the other, until told to stop. */
function stream(service: Service, name: string) {
  const answers: Answer[] = [];
  const acknowledged = new Map<string, string[]>();
  let stopped = false;
  const lane = async (ID: string): Promise<void> => {
    const eventIDs: string[] = [];
    acknowledged.set(ID, eventIDs);
    for (let at = 0; !stopped; at += 1) {
      const answer = await deliver(service, ID, at).catch(() => null);
      if (answer === null) return;
      answers.push(answer);
      if (answer.eventID !== undefined) eventIDs.push(answer.eventID);
    }
  };
  const running = Promise.all(Array.from({ length: LANES }, (_, at) => lane(`${name}-${at}`)));
  const stop = async (): Promise<void> => {
    stopped = true;
    await running;
  };
  const more = async (count: number): Promise<void> => {
    const wanted = answers.length + count;
    await eventually(() => answers.length >= wanted, { what: `${count} more are answered` });
  };
  return { answers, acknowledged, stop, more };
}

/** What the log has of each object, in its order, repeats left out. */
async function logged(): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  for (const { objID, eventID } of await log.events(`${prefix}.task.changes`)) {
    found.set(objID, (found.get(objID) ?? new Set()).add(eventID));
  }
  return found;
}

/** Every acknowledged delivery is there, each object's in the order of their acknowledgement. */
async function expectOnLog(acknowledged: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const found = await logged();
  for (const [objID, eventIDs] of acknowledged) {
    const wanted = new Set(eventIDs);
    const inOrder = [...(found.get(objID) ?? [])].filter((eventID) => wanted.has(eventID));
    expect(inOrder).toEqual(eventIDs);
  }
}

async function readiness({ opsUrl }: Service): Promise<{ ready: boolean; reason?: string }> {
  return (await (await fetch(`${opsUrl}/readyz`)).json()) as { ready: boolean; reason?: string };
}

async function drained(service: Service): Promise<void> {
  const isDrained = async () => (await service.metric('workfront_cdc_spooling')) === 0;
  await eventually(isDrained, { what: 'the spool is empty', deadlineMs: 60_000 });
  expect(await readiness(service)).toEqual({ ready: true });
}

describe('webhook-ingress with a spool', () => {
  test('answers 2xx in time while Kafka is away, killed (-9) in the middle too', async () => {
    const small = await start({
      WEBHOOK_SPOOL_DIR: smallFolder,
      WEBHOOK_SPOOL_BYTES_MAX: '1048576',
      WEBHOOK_BODY_BYTES_MAX: '500000',
    });
    const first = await start();
    await drained(first);
    await drained(small);
    const before = stream(first, 'first');
    await before.more(100);
    await controlServer('kafka', 'kill');
    await before.more(500);
    expect(await readiness(first)).toMatchObject({
      ready: true,
      reason: expect.stringMatching(/^spooling: \d+ deliveries/) as string,
    });
    await expect(start()).rejects.toThrow(/ended with 3: .*Another process uses the folder/s);
    first.signal('SIGKILL');
    await before.stop();
    // The registry goes away too: what has never been read is not needed to accept.
    await controlServer('registry', 'kill');
    const second = await start();
    const after = stream(second, 'second');
    await after.more(200);
    expect((await readiness(second)).reason).toContain('waiting for the schema registry');
    const inSmall = await fill(small);
    await Promise.all([controlServer('registry', 'start'), controlServer('kafka', 'start')]);
    await drained(second);
    await after.more(100);
    await after.stop();
    const answers = [...before.answers, ...after.answers];
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(WORKFRONT_WAITS_MS);
    await drained(small);
    expect((await deliver(small, 'small-after', 1, 100_000)).status).toBe(200);
    await expectOnLog(new Map([...before.acknowledged, ...after.acknowledged, ...inSmall]));
    for (const folder of [bigFolder, smallFolder]) expect(readdirSync(folder)).toEqual(['lock']);
    second.signal('SIGTERM');
    expect(await second.exited).toBe(0);
  });
});

/** Until it answers 503. */
async function fill(service: Service): Promise<Map<string, string[]>> {
  const acknowledged = new Map<string, string[]>();
  for (let at = 0; at < 100; at += 1) {
    const { status, code, eventID } = await deliver(service, `small-${at}`, at, 100_000);
    if (eventID !== undefined) {
      acknowledged.set(`small-${at}`, [eventID]);
      continue;
    }
    expect([status, code]).toEqual([503, 'SPOOL_FULL']);
    break;
  }
  // Each has its padding twice, in the state before and the one after.
  expect(acknowledged.size).toBe(5);
  expect(await readiness(service)).toMatchObject({ ready: false });
  return acknowledged;
}
