import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { createHttpServer } from '../platform/http/server.ts';
import type { FastifyInstance } from '../platform/http/server.ts';
import { createLogger } from '../platform/process/logger.ts';
import { createMetrics } from '../platform/process/metrics.ts';
import type { OutgoingRecord } from '../platform/kafka/publisher.ts';
import type { AcceptOptions } from './acceptance.ts';
import { tokenChecker } from './access-token.ts';
import { InFlight } from './in-flight.ts';
import { ingressMetrics } from './ingress-metrics.ts';
import { LogSink } from './log-sink.ts';
import { receive } from './receive.ts';

const LIMITS = { bodyBytesMax: 4096, bytesInFlightMax: 10_000 };
const BODY = JSON.stringify({
  eventType: 'UPDATE',
  eventTime: { epochSecond: 1_507_319_336, nano: 0 },
  newState: { ID: 't1', objCode: 'TASK', name: 'n' },
  oldState: { ID: 't1', objCode: 'TASK', name: 'o' },
});

let app: FastifyInstance;
let published: OutgoingRecord[];
let publish: (records: readonly OutgoingRecord[]) => Promise<void>;
let accepting: AcceptOptions | null;
let inFlight: InFlight;
let metrics: ReturnType<typeof createMetrics>;

beforeEach(() => {
  published = [];
  publish = async (records) => void published.push(...records);
  const codec = { encode: (event: unknown) => Buffer.from(JSON.stringify(event)) };
  accepting = { codec, service: 'webhook-ingress', topicPrefix: 'wf', customerID: null };
  inFlight = new InFlight(LIMITS);
  metrics = createMetrics('test');
  const counts = ingressMetrics(metrics);
  app = createHttpServer(LIMITS);
  receive(app, {
    checkToken: tokenChecker(['right', 'also-right', 'schlüssel']),
    sink: new LogSink({
      accepting: () => accepting,
      customerID: null,
      publisher: { publish: (records) => publish(records as OutgoingRecord[]) },
      metrics: counts,
    }),
    inFlight,
    metrics: counts,
    clock: systemClock,
    logger: createLogger('test', { level: 'silent' }),
  });
});

afterEach(() => app.close());

interface Wanted {
  readonly url?: string;
  readonly method?: 'POST' | 'GET' | 'PUT' | 'DELETE';
  readonly headers?: Record<string, string | undefined>;
}

function deliver(payload: string | Buffer = BODY, { url, method, headers }: Wanted = {}) {
  const all = { authorization: 'Bearer right', 'content-type': 'application/json', ...headers };
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return app.inject({
    url: url ?? '/webhook/TASK',
    method: method ?? 'POST',
    headers: given,
    ...(payload === '' ? {} : { payload }),
  });
}

async function codeOf(answer: ReturnType<typeof deliver>): Promise<[number, unknown]> {
  const { statusCode, body } = await answer;
  const parsed = JSON.parse(body) as { error?: { code: unknown; message: string; fix: string } };
  expect(parsed.error?.message).toBeTruthy();
  expect(parsed.error?.fix).toBeTruthy();
  return [statusCode, parsed.error?.code];
}

describe('a delivery', () => {
  test('is answered 200 once it is durable, under its object’s key and topic', async () => {
    const answer = await deliver();
    expect(answer.statusCode).toBe(200);
    expect(published).toMatchObject([
      { topic: 'wf.task.changes', key: 't1', headers: { objCode: 'TASK', operation: 'UPDATE' } },
    ]);
    expect(answer.json()).toEqual({ eventID: published[0]?.headers['eventID'] });
  });

  test('is not answered before Kafka has it (Law 1)', async () => {
    let durable: () => void = () => undefined;
    publish = () => new Promise((resolve) => (durable = resolve));
    let answered = false;
    const answer = deliver().then((response) => {
      answered = true;
      return response;
    });
    while (inFlight.bytes === 0) await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    expect(answered).toBe(false);
    durable();
    expect((await answer).statusCode).toBe(200);
    expect(inFlight.bytes).toBe(0);
  });

  test('of an unknown type goes to the other topic', async () => {
    const state = { ID: 'x1', objCode: 'BRANDNEW' };
    const body = JSON.stringify({ ...(JSON.parse(BODY) as object), newState: state, oldState: {} });
    await deliver(body, { url: '/webhook/BRANDNEW' });
    expect(published[0]?.topic).toBe('wf.other.changes');
  });

  test('that is no event is kept whole in the dead letters and answered 200', async () => {
    for (const payload of ['', '{}', '"ping"', '{"validation":"message"}']) {
      published = [];
      const answer = await deliver(payload);
      expect(answer.statusCode).toBe(200);
      expect(answer.json()).toEqual({ parked: 'NOT_AN_EVENT' });
      expect(published[0]).toMatchObject({
        topic: 'wf.dead-letters',
        headers: { reason: 'NOT_AN_EVENT' },
      });
      expect(published[0]?.value.toString()).toBe(payload);
    }
  });

  test('that the schema cannot hold is parked', async () => {
    const encode = () => {
      throw new PipelineError('UNENCODABLE', 'does not fit');
    };
    accepting = {
      codec: { encode },
      service: 'webhook-ingress',
      topicPrefix: 'wf',
      customerID: null,
    };
    expect((await deliver()).json()).toEqual({ parked: 'UNENCODABLE' });
    expect(published[0]?.value.toString()).toBe(BODY);
  });

  test('carries a valid trace on and leaves an invalid one', async () => {
    const traceparent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
    await deliver(BODY, { headers: { traceparent } });
    await deliver(BODY, { headers: { traceparent: 'nonsense' } });
    expect(published.map(({ headers }) => headers['traceparent'])).toEqual([
      traceparent,
      undefined,
    ]);
  });
});

describe('the token', () => {
  const tried = (authorization?: string) => deliver(BODY, { headers: { authorization } });

  test('is taken as a bearer or bare, and any that is configured', async () => {
    const utf8 = Buffer.from('schlüssel', 'utf8').toString('latin1');
    for (const header of ['Bearer right', 'bearer  right', 'right', 'also-right', `Bearer ${utf8}`])
      expect((await tried(header)).statusCode, header).toBe(200);
  });

  test('is refused when missing or wrong, before anything is read or published', async () => {
    expect(await codeOf(tried())).toEqual([401, 'TOKEN_MISSING']);
    for (const header of [
      'Bearer wrong',
      'Bearer',
      'Basic right',
      'righ',
      'right2',
      'right,also-right',
    ])
      expect(await codeOf(tried(header)), header).toEqual([401, 'TOKEN_WRONG']);
    expect((await tried()).headers['www-authenticate']).toContain('Bearer');
    const huge = 'x'.repeat(100_000);
    expect(await codeOf(deliver(huge, { headers: { authorization: 'no' } }))).toEqual([
      401,
      'TOKEN_WRONG',
    ]);
    expect(published).toEqual([]);
  });
});

describe('a request that cannot be accepted', () => {
  test('says what is wrong with it', async () => {
    expect(await codeOf(deliver('{"a":'))).toEqual([400, 'BODY_MALFORMED']);
    expect(await codeOf(deliver(Buffer.from([0x22, 0xff, 0x22])))).toEqual([400, 'BODY_MALFORMED']);
    expect(await codeOf(deliver('['.repeat(2000)))).toEqual([400, 'BODY_MALFORMED']);
    expect(await codeOf(deliver('x'.repeat(4097)))).toEqual([413, 'BODY_TOO_LARGE']);
    expect(await codeOf(deliver(BODY, { method: 'GET' }))).toEqual([405, 'METHOD']);
    expect(await codeOf(deliver(BODY, { method: 'PUT' }))).toEqual([405, 'METHOD']);
    expect(await codeOf(deliver(BODY, { url: '/webhook' }))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(deliver(BODY, { url: '/' }))).toEqual([404, 'NOT_FOUND']);
    expect(await codeOf(deliver(BODY, { url: '/webhook/TA-SK' }))).toEqual([404, 'NOT_FOUND']);
    expect(published).toEqual([]);
    expect(inFlight.bytes).toBe(0);
  });

  test('is told its media type, and one that says nothing is tried as JSON', async () => {
    const typed = (type?: string) => deliver(BODY, { headers: { 'content-type': type } });
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=utf-16', 'x'])
      expect(await codeOf(typed(type)), type).toEqual([415, 'MEDIA_TYPE']);
    for (const type of [
      'application/json; charset=UTF-8',
      'Application/JSON',
      'application/a+json',
    ])
      expect((await typed(type)).statusCode, type).toBe(200);
    expect((await typed()).statusCode).toBe(200);
    const zipped = deliver(BODY, { headers: { 'content-encoding': 'gzip' } });
    expect(await codeOf(zipped)).toEqual([415, 'MEDIA_TYPE']);
  });
});

describe('while Kafka is away', () => {
  test('a delivery is answered 503 with the time to come back, and counted', async () => {
    const codes = ['KAFKA_UNAVAILABLE', 'SEND_DEADLINE', 'BACKPRESSURE', 'CLOSING'] as const;
    for (const code of [...codes, 'KAFKA_REFUSED', 'TOPIC_MISSING'] as const) {
      publish = () => Promise.reject(new PipelineError(code, 'away'));
      const answer = await deliver();
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
      expect(answer.json()).toMatchObject({ error: { code, field: null } });
    }
    expect(await metrics.text()).toMatch(
      /refused_total\{reason="SEND_DEADLINE",service="test"\} 1/,
    );
  });

  test('and before it was ever there too', async () => {
    accepting = null;
    expect(await codeOf(deliver())).toEqual([503, 'NOT_READY']);
  });

  test('no more bytes wait than the limit allows', async () => {
    const waiting: (() => void)[] = [];
    publish = () => new Promise((resolve) => waiting.push(resolve));
    const body = BODY.padEnd(4000);
    const answers = [deliver(body), deliver(body)];
    while (waiting.length < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(await codeOf(deliver(body))).toEqual([503, 'BACKPRESSURE']);
    for (const resolve of waiting) resolve();
    for (const answer of answers) expect((await answer).statusCode).toBe(200);
    expect(inFlight.bytes).toBe(0);
    publish = async () => undefined;
    expect((await deliver(body)).statusCode).toBe(200);
  });

  test('a programming error is a 500 that tells a stranger nothing', async () => {
    publish = () => Promise.reject(new TypeError('secret internals'));
    const answer = await deliver();
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('internals');
  });
});
