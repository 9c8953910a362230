import { readFileSync, readdirSync } from 'node:fs';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../services/core/clock.ts';
import { parseJson } from '../../services/platform/json.ts';
import { rebuildBody } from '../../services/workfront/event-envelope.ts';
import { eventually } from '../support/eventually.ts';
import { openLog } from '../support/read-log.ts';
import type { TestLog } from '../support/read-log.ts';
import { controlServer, freshPrefix } from '../support/shared-stack.ts';
import { spawnService } from '../support/spawn-service.ts';
import type { Service } from '../support/spawn-service.ts';

const FIXTURES = new URL('../fixtures/event_payloads/', import.meta.url);
const TOKEN = 'the-token-of-this-test';

const prefix = freshPrefix();
let log: TestLog;
let ingress: Service | null = null;

beforeAll(async () => {
  log = await openLog(prefix);
});

afterEach(() => {
  ingress?.signal('SIGKILL');
  ingress = null;
});

afterAll(() => log.close());

async function start(env: Readonly<Record<string, string>> = {}): Promise<Service> {
  ingress = await spawnService('webhook-ingress', {
    TOPIC_PREFIX: prefix,
    WEBHOOK_HOST: '127.0.0.1',
    WEBHOOK_PORT: '0',
    WEBHOOK_TOKEN: `${TOKEN},its-successor`,
    ...env,
  });
  await ingress.ready();
  return ingress;
}

interface Answer {
  readonly status: number;
  readonly body: { eventID?: string; parked?: string; error?: { code: string } };
}

async function deliver(
  { url }: Service,
  objCode: string,
  body: string | Buffer | ReadableStream,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const response = await fetch(`${url}/webhook/${objCode}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
  });
  return { status: response.status, body: (await response.json()) as Answer['body'] };
}

function taskUpdate(ID: string, at: number): string {
  const state = { ID, objCode: 'TASK', name: `name ${at}`, 'big number': 0 };
  const text = JSON.stringify({
    eventType: 'UPDATE',
    eventTime: { epochSecond: 1_700_000_000 + at, nano: 0 },
    newState: state,
    oldState: { ...state, name: `name ${at - 1}` },
  });
  return text.replaceAll('"big number":0', '"big number":12345678901234567890');
}

/** Deliveries without pause until told to stop; what was acknowledged, and what was refused. */
function stream(service: Service, ID: string, lanes: number) {
  const acknowledged: string[] = [];
  const refused: number[] = [];
  let at = 0;
  let stopped = false;
  const lane = async (): Promise<void> => {
    while (!stopped) {
      const body = taskUpdate(ID, (at += 1));
      const answer = await deliver(service, 'TASK', body).catch(() => null);
      if (answer?.body.eventID !== undefined) acknowledged.push(answer.body.eventID);
      else refused.push(answer?.status ?? 0);
    }
  };
  const running = Promise.all(Array.from({ length: lanes }, lane));
  const stop = async () => {
    stopped = true;
    await running;
  };
  return { acknowledged, refused, stop };
}

async function lost(acknowledged: readonly string[]): Promise<string[]> {
  const events = await log.events(`${prefix}.task.changes`);
  const found = new Set<string>(events.map(({ eventID }) => eventID));
  return acknowledged.filter((eventID) => !found.has(eventID));
}

describe('webhook-ingress', () => {
  test('makes of every published delivery an event on the log that gives it back (Law 9)', async () => {
    const service = await start();
    const expected = new Map<string, unknown>();
    const bodies = readdirSync(FIXTURES).map((name) =>
      readFileSync(new URL(name, FIXTURES), 'utf8'),
    );
    for (const text of bodies) {
      const answer = await deliver(service, 'PROJ', text);
      expect(answer.status).toBe(200);
      const { eventID, parked } = answer.body;
      if (eventID === undefined) expect(parked).toBe('NO_OBJECT_ID');
      else
        expected.set(
          `${eventID} ${(parseJson(text) as { eventVersion?: string }).eventVersion}`,
          parseJson(text),
        );
    }
    const events = await log.events(`${prefix}.proj.changes`);
    expect(events).toHaveLength(6);
    for (const event of events) {
      const body = rebuildBody(event, parseJson) as { eventVersion?: string };
      expect(body).toEqual(expected.get(`${event.eventID} ${body.eventVersion}`));
    }
    const letters = await log.records(`${prefix}.dead-letters`);
    expect(letters.map(({ value }) => value?.toString())).toEqual([
      bodies.find((text) => text.includes('Super Awesome')),
    ]);
    expect(letters[0]?.headers).toMatchObject({
      reason: 'NO_OBJECT_ID',
      service: 'webhook-ingress',
      'source.path': '/webhook/PROJ',
    });
    expect(await service.metric('workfront_cdc_published_total')).toBe(6);
    expect(await service.metric('workfront_cdc_parked_total')).toBe(1);
  });

  test('keeps numbers that a double cannot hold, and accepts the token’s successor', async () => {
    const service = await start();
    const headers = { authorization: 'its-successor' };
    const { body } = await deliver(service, 'TASK', taskUpdate('big', 1), headers);
    const events = await log.events(`${prefix}.task.changes`);
    const event = events.find(({ eventID }) => eventID === body.eventID);
    expect(event?.fields['big number']).toEqual({ json: '12345678901234567890' });
  });

  test('sets a delivery aside that is longer than a record once it is an event', async () => {
    const service = await start();
    const [head = '', tail = ''] = taskUpdate('long', 1).split('"name 1"');
    const body = `${head}[${'1e20,'.repeat(830_000)}0]${tail}`;
    expect(await deliver(service, 'TASK', body)).toEqual({
      status: 200,
      body: { parked: 'RECORD_TOO_LARGE' },
    });
    const letters = await log.records(`${prefix}.dead-letters`);
    const letter = letters.find(({ headers }) => headers['reason'] === 'RECORD_TOO_LARGE');
    expect(letter?.headers['message']).toMatch(/as an event it has \d+ bytes, and Kafka takes \d+/);
    expect(letter?.value?.equals(Buffer.from(body))).toBe(true);
  });

  test('refuses over a real connection what it must refuse', async () => {
    const service = await start({ WEBHOOK_BODY_BYTES_MAX: '10000' });
    const code = async (answer: Promise<Answer>) => (await answer).body.error?.code;
    const large = 'x'.repeat(10_001);
    const inChunks = () => new Blob([large]).stream() as unknown as ReadableStream;
    expect(await code(deliver(service, 'TASK', large))).toBe('BODY_TOO_LARGE');
    expect(await code(deliver(service, 'TASK', inChunks()))).toBe('BODY_TOO_LARGE');
    expect(await code(deliver(service, 'TASK', '{"a'))).toBe('BODY_MALFORMED');
    expect(await code(deliver(service, 'TASK', '{}', { authorization: 'x' }))).toBe('TOKEN_WRONG');
    expect(await code(deliver(service, 'TASK', '{}', { 'content-type': 'text/xml' }))).toBe(
      'MEDIA_TYPE',
    );
    expect(await abandoned(service)).toBe('abandoned');
    // A sender that goes away in the middle of a body leaves nothing behind.
    expect((await deliver(service, 'TASK', taskUpdate('after', 1))).status).toBe(200);
    expect(service.log()).not.toContain('"level":"error"');
  });

  test('killed (-9) at any moment, has everything on the log that it acknowledged (Law 1)', async () => {
    for (let round = 0; round < 3; round += 1) {
      const service = await start();
      const deliveries = stream(service, `killed-${round}`, 8);
      await eventually(() => deliveries.acknowledged.length > 50, { what: 'deliveries flow' });
      service.signal('SIGKILL');
      await deliveries.stop();
      expect(await lost(deliveries.acknowledged)).toEqual([]);
    }
  });

  test('told to end (SIGTERM), answers what it has begun and ends well (Law 8)', async () => {
    const service = await start();
    const deliveries = stream(service, 'drained', 8);
    await eventually(() => deliveries.acknowledged.length > 50, { what: 'deliveries flow' });
    service.signal('SIGTERM');
    expect(await service.exited).toBe(0);
    await deliveries.stop();
    expect(await lost(deliveries.acknowledged)).toEqual([]);
    // Those under way got their answer: afterwards there is nobody, which is no answer at all.
    expect(deliveries.refused.filter((status) => status !== 503 && status !== 0)).toEqual([]);
  });

  test('while Kafka is away answers 503 in time, and afterwards has lost nothing', async () => {
    const service = await start({ WEBHOOK_DEADLINE_MS: '1500' });
    const deliveries = stream(service, 'outage', 8);
    await eventually(() => deliveries.acknowledged.length > 50, { what: 'deliveries flow' });
    await controlServer('kafka', 'kill');
    try {
      await eventually(() => deliveries.refused.includes(503), { what: 'it refuses' });
      const startedMs = systemClock.monotonicMs();
      const refusal = await deliver(service, 'TASK', taskUpdate('outage', 0));
      expect(refusal.status).toBe(503);
      expect(systemClock.monotonicMs() - startedMs).toBeLessThan(5_000);
    } finally {
      await controlServer('kafka', 'start');
    }
    const before = deliveries.acknowledged.length;
    await eventually(() => deliveries.acknowledged.length > before + 50, {
      what: 'it accepts again',
      deadlineMs: 60_000,
    });
    await deliveries.stop();
    expect(new Set(deliveries.refused)).toEqual(new Set([503]));
    expect(await lost(deliveries.acknowledged)).toEqual([]);
  });

  test('says what is wrong with its configuration, all at once, and ends with 2', async () => {
    const attempt = spawnService('webhook-ingress', { WEBHOOK_PORT: '80a', TOPIC_PREFIX: prefix });
    await expect(attempt).rejects.toThrow(/ended with 2: .*WEBHOOK_PORT.*WEBHOOK_TOKEN/s);
  });
});

/** Begins a delivery and goes away before it is whole. */
function abandoned({ url }: Service): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: TOKEN,
      'content-type': 'application/json',
      'content-length': 9_000,
    };
    const sent = request(`${url}/webhook/TASK`, { method: 'POST', headers });
    sent.on('error', () => resolve('abandoned'));
    sent.on('response', () => reject(new Error('answered half a body')));
    sent.write('{"half":', () => setImmediate(() => sent.destroy(new Error('gone'))));
  });
}
