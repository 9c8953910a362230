import { describe, expect, test } from 'vitest';
import { ManualClock } from '../../../test/support/manual-clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { asEventID, asMicros } from '../../core/units.ts';
import { createLogger } from '../../platform/process/logger.ts';
import { createMetrics } from '../../platform/process/metrics.ts';
import type { SourceRecord } from '../../source/log/record-of.ts';
import type { DeliveredBody } from '../acceptance.ts';
import { ingressMetrics } from '../ingress-metrics.ts';
import { decodeDelivery, encodeDelivery } from './delivery-entry.ts';
import { drain } from './drain.ts';
import { spoolMetrics } from './spool-metrics.ts';
import { SpoolingSink } from './spooling-sink.ts';

const AWAY = new PipelineError('KAFKA_UNAVAILABLE', 'away');

function delivery(name: string): DeliveredBody {
  const body = {
    eventType: 'UPDATE',
    eventTime: { epochSecond: 1_507_319_336, nano: 0 },
    newState: { ID: 't1', objCode: 'TASK', name },
    oldState: { ID: 't1', objCode: 'TASK', name: 'before' },
  };
  const bytes = Buffer.from(JSON.stringify(body));
  return { objCode: 'TASK', bytes, observedAt: asMicros(1), traceparent: undefined };
}

function nameIn(bytes: Buffer): string {
  const body = JSON.parse(bytes.toString()) as { newState: { name: string } };
  return body.newState.name;
}

/** A spool in memory, and a Kafka that is there or not. */
function scene() {
  const clock = new ManualClock(0);
  const metrics = createMetrics('test');
  const gauges = spoolMetrics(metrics, 1_000_000);
  const logger = createLogger('test', { level: 'silent' });
  const spooled: Buffer[] = [];
  const log: string[] = [];
  const tooLarge = new Set<string>();
  let away: PipelineError | null = null;
  let held: (() => void)[] | null = null;
  let readCount = 0;
  const level = () => ({ entries: spooled.length, bytes: spooled.length });
  const spool = {
    append: async (entry: Buffer) => void spooled.push(entry),
    level,
    get empty() {
      return spooled.length === 0;
    },
    settled: async () => undefined,
    read: async () => spooled.slice(0, (readCount = Math.min(2, spooled.length))),
    release: async () => void spooled.splice(0, readCount),
  };
  const publish = async (name: string): Promise<void> => {
    if (held !== null) await new Promise<void>((resolve) => held?.push(resolve));
    if (away !== null) throw away;
    if (tooLarge.has(name)) {
      throw new PipelineError('KAFKA_REFUSED', 'no', { type: 'MESSAGE_TOO_LARGE' });
    }
    log.push(name);
  };
  const sent = { records: [] };
  const sink = new SpoolingSink({
    log: {
      send: async ({ bytes }): Promise<SourceRecord> => {
        await publish(nameIn(bytes));
        return { ...sent, parked: null, eventID: asEventID('e') };
      },
    },
    spool,
    metrics: gauges,
    clock,
    logger,
    customerID: null,
    onSpooling: () => undefined,
  });
  const codec = { encode: (event: unknown) => Buffer.from(JSON.stringify(event)) };
  const drainNow = (signal = new AbortController().signal) =>
    drain({
      sink,
      spool,
      clock,
      logger,
      signal,
      perSecondMax: 1_000,
      publisher: {
        publish: async ([record]) => {
          const value = record?.value?.toString() ?? '';
          const event = value.startsWith('{"eventID"')
            ? (JSON.parse(value) as { fields: { name: string } })
            : null;
          await publish(event?.fields.name ?? `parked ${String(record?.headers['reason'])}`);
        },
      },
      options: { codec, service: 'webhook-ingress', topicPrefix: 'wf', customerID: null },
      metrics: { ...ingressMetrics(createMetrics('other')), ...gauges },
    });
  return {
    sink,
    clock,
    log,
    spooled,
    tooLarge,
    drainNow,
    metrics,
    set: (error: PipelineError | null) => (away = error),
    hold: () => (held = []),
    letGo: () => {
      for (const go of held ?? []) go();
      held = null;
    },
  };
}

describe('a delivery', () => {
  test('is spooled as it came, before Kafka and the registry have ever been read', async () => {
    const { sink, spooled, log } = scene();
    const kept = await sink.keep(delivery('a'));
    expect(kept.eventID).toMatch(/^[0-9a-f]{32}$/);
    expect(log).toEqual([]);
    expect(spooled.map((entry) => decodeDelivery(entry))).toEqual([delivery('a')]);
    expect(sink.readiness('waiting for Kafka')).toEqual({
      ready: true,
      reason: 'spooling: 1 deliveries (1 bytes), waiting for Kafka',
    });
  });

  test('goes to Kafka once the spool is empty, and to the spool when Kafka fails', async () => {
    const { sink, log, spooled, drainNow, set } = scene();
    await sink.keep(delivery('a'));
    await drainNow();
    await sink.keep(delivery('b'));
    expect([log, sink.readiness(undefined)]).toEqual([['a', 'b'], null]);
    for (const code of ['SEND_DEADLINE', 'BACKPRESSURE', 'KAFKA_REFUSED'] as const) {
      set(new PipelineError(code, 'away'));
      await sink.keep(delivery(code));
      expect(spooled).toHaveLength(1);
      set(null);
      await drainNow();
    }
    expect(log).toEqual(['a', 'b', 'SEND_DEADLINE', 'BACKPRESSURE', 'KAFKA_REFUSED']);
  });

  test('on its way when Kafka fails is spooled before what comes later (Law 4)', async () => {
    const { sink, log, drainNow, set, hold, letGo } = scene();
    await drainNow();
    hold();
    const flights = ['a', 'b', 'c'].map((name) => sink.keep(delivery(name)));
    set(AWAY);
    letGo();
    await Promise.all(flights);
    await sink.keep(delivery('d'));
    set(null);
    await drainNow();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });

  test('that comes while the last of the spool leaves waits behind it (Law 4)', async () => {
    const { sink, log, clock, spooled, drainNow, hold, letGo } = scene();
    for (const name of ['a', 'b', 'c']) await sink.keep(delivery(name));
    hold();
    const draining = drainNow();
    await clock.turn();
    letGo();
    hold();
    await clock.turn();
    const late = ['d', 'e'].map((name) => sink.keep(delivery(name)));
    await clock.turn();
    // Neither in the log before it, nor in the spool, which would never come to its end.
    expect(log).toEqual(['a', 'b']);
    expect(spooled.map((entry) => nameIn(decodeDelivery(entry)?.bytes ?? entry))).toEqual(['c']);
    letGo();
    await draining;
    await Promise.all(late);
    expect(log).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(spooled).toEqual([]);
  });

  test('does not wait there for a Kafka that is slow or fails: it is spooled too', async () => {
    const { sink, log, clock, spooled, drainNow, hold, letGo } = scene();
    for (const name of ['a', 'b', 'c']) await sink.keep(delivery(name));
    hold();
    const draining = drainNow();
    await clock.turn();
    letGo();
    hold();
    await clock.turn();
    const late = sink.keep(delivery('d'));
    await clock.advance(300);
    await late;
    expect(spooled.map((entry) => nameIn(decodeDelivery(entry)?.bytes ?? entry))).toContain('d');
    letGo();
    await draining;
    expect(log).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('the drain', () => {
  test('tries again until Kafka takes what it read, and forgets nothing of it', async () => {
    const { sink, log, clock, spooled, drainNow, set } = scene();
    for (const name of ['a', 'b', 'c']) await sink.keep(delivery(name));
    set(AWAY);
    const draining = drainNow();
    await clock.advance(1_000);
    expect([log, spooled.length]).toEqual([[], 3]);
    set(null);
    await clock.advance(1_000);
    await draining;
    expect(log).toEqual(['a', 'b', 'c']);
  });

  test('parks what nobody can use, and goes on behind it (Law 3)', async () => {
    const { sink, log, spooled, drainNow } = scene();
    spooled.push(Buffer.from('no entry'));
    spooled.push(encodeDelivery({ ...delivery('x'), bytes: Buffer.from('{"a":') }));
    await sink.keep(delivery('a'));
    await drainNow();
    expect(log).toEqual(['parked UNDECODABLE', 'parked UNDECODABLE', 'a']);
  });

  test('parks what is larger than Kafka takes, and sends what came beside it (Law 3)', async () => {
    const { sink, log, clock, spooled, tooLarge, drainNow } = scene();
    tooLarge.add('a');
    for (const name of ['a', 'b', 'c']) await sink.keep(delivery(name));
    const draining = drainNow();
    await clock.advance(1_000);
    await draining;
    expect(log).toEqual(['b', 'parked UNSTORABLE', 'c']);
    expect(spooled).toEqual([]);
  });

  test('keeps the pace that it is told', async () => {
    const { sink, log, clock, drainNow } = scene();
    for (let at = 0; at < 600; at += 1) await sink.keep(delivery(`${at}`));
    const draining = drainNow();
    await clock.advance(50);
    // Two a batch, a thousand a second, until so few are left that others wait for them.
    expect(log.length).toBeGreaterThanOrEqual(50);
    expect(log.length).toBeLessThanOrEqual(54);
    await clock.advance(1_000);
    await draining;
    expect(log).toHaveLength(600);
  });

  test('ends when the process does, and leaves the rest for the next', async () => {
    const { sink, spooled, clock, drainNow, set } = scene();
    await sink.keep(delivery('a'));
    set(AWAY);
    const stop = new AbortController();
    const draining = drainNow(stop.signal);
    await clock.advance(10);
    stop.abort();
    await draining;
    expect(spooled).toHaveLength(1);
  });
});
