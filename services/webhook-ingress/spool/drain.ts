/**
 * The spool into the log, in the order in which it was filled. What Kafka has not acknowledged
 * stays in the spool (Law 1); what cannot be used is parked, so that it holds up nothing (Law 3).
 */
import type { Clock } from '../../core/clock.ts';
import { PipelineError } from '../../core/errors.ts';
import { pauseAfter } from '../../core/retry.ts';
import type { Backoff } from '../../core/retry.ts';
import { asMicros } from '../../core/units.ts';
import type { Millis } from '../../core/units.ts';
import type { Spool } from '../../platform/disk/spool.ts';
import type { Publisher } from '../../platform/kafka/publisher.ts';
import type { Logger } from '../../platform/process/logger.ts';
import type { SourceRecord } from '../../source/log/record-of.ts';
import { park } from '../../source/log/translation.ts';
import type { Parked } from '../../source/log/translation.ts';
import { recordOfDelivery, translateBody } from '../acceptance.ts';
import type { AcceptOptions, DeliveredBody } from '../acceptance.ts';
import { countSent } from '../log-sink.ts';
import type { IngressMetrics } from '../ingress-metrics.ts';
import { RefusedRequest } from '../refusal.ts';
import { decodeDelivery } from './delivery-entry.ts';
import type { SpoolMetrics } from './spool-metrics.ts';
import type { SpoolingSink } from './spooling-sink.ts';

export interface DrainParts {
  readonly sink: Pick<
    SpoolingSink,
    'beginHandover' | 'endHandover' | 'spoolIsEmpty' | 'spoolShrank'
  >;
  readonly spool: Pick<Spool, 'read' | 'release' | 'level' | 'empty' | 'settled'>;
  readonly publisher: Pick<Publisher, 'publish'>;
  readonly options: AcceptOptions;
  readonly metrics: Pick<IngressMetrics, 'published' | 'parked'> & Pick<SpoolMetrics, 'drained'>;
  readonly perSecondMax: number;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Of one send: with more, Kafka's client would make several, which can overtake each other. */
const BATCH_BYTES = 800_000;
/** So few are sent while who comes meanwhile waits. */
const HANDOVER_ENTRIES = 500;
/** Of work in one turn: deliveries are received in between. */
const SLICE_MS = 5;
const BACKOFF: Backoff = { firstMs: 200, maxMs: 1_000 };
const LOG_EVERY_MS = 30_000;

/** Resolves when the spool is empty, or the signal aborts. */
export async function drain(parts: DrainParts): Promise<void> {
  const { sink, spool, clock, signal } = parts;
  while (!signal.aborted) {
    const startedMs = clock.monotonicMs();
    const entries = await spool.read(BATCH_BYTES);
    if (entries.length > 0) {
      if (!(await sendAll(await recordsOf(entries, parts), parts))) return;
      await spool.release();
      parts.metrics.drained.add(entries.length);
      sink.spoolShrank();
      if (spool.level().entries <= HANDOVER_ENTRIES) sink.beginHandover();
      else await keepPace(entries.length, startedMs, parts);
    } else if (spool.empty) {
      sink.spoolIsEmpty();
      return;
    } else {
      await spool.settled();
    }
  }
}

interface Leaving {
  readonly delivered: DeliveredBody;
  readonly sent: SourceRecord;
}

async function recordsOf(
  entries: readonly Buffer[],
  { options, clock, logger }: DrainParts,
): Promise<Leaving[]> {
  const leaving: Leaving[] = [];
  let sliceMs = clock.monotonicMs();
  for (const entry of entries) {
    leaving.push(recordOfEntry(entry, options, logger));
    if (clock.monotonicMs() - sliceMs < SLICE_MS) continue;
    await clock.turn();
    sliceMs = clock.monotonicMs();
  }
  return leaving;
}

function recordOfEntry(entry: Buffer, options: AcceptOptions, logger: Logger): Leaving {
  const delivered = decodeDelivery(entry);
  if (delivered === null) {
    const unknown = { objCode: '', bytes: entry, observedAt: asMicros(0), traceparent: undefined };
    return parkDelivery(unknown, park('UNDECODABLE', 'not an entry of this spool'), options);
  }
  try {
    const translated = translateBody(delivered, options.customerID);
    return { delivered, sent: recordOfDelivery(delivered, translated, options) };
  } catch (error) {
    // Accepted by another version of this code, or a mistake of ours: here nobody can be told, and
    // the spool must not stand still for one delivery.
    if (!(error instanceof RefusedRequest)) logger.error({ error }, 'a delivery is parked');
    const why = error instanceof Error ? error.message : String(error);
    return parkDelivery(delivered, park('UNDECODABLE', why), options);
  }
}

function parkDelivery(delivered: DeliveredBody, parked: Parked, options: AcceptOptions): Leaving {
  return { delivered, sent: recordOfDelivery(delivered, parked, options) };
}

/** Sends until Kafka has all; false when the signal aborts before. */
async function sendAll(leaving: Leaving[], parts: DrainParts): Promise<boolean> {
  const { publisher, metrics, clock, signal, sink } = parts;
  for (let failed = 0, saidMs = -Infinity, left = leaving; ; failed += 1) {
    // Each alone, so that Kafka's refusal of one is told apart; one send all the same.
    const results = await Promise.allSettled(
      left.map(({ sent }) => publisher.publish(sent.records)),
    );
    const failures = new Map<Leaving, unknown>();
    for (const [at, one] of left.entries()) {
      const result = results[at];
      if (result?.status === 'rejected') failures.set(one, result.reason);
      else countSent(metrics, one.sent);
    }
    if (failures.size === 0) return true;
    sink.endHandover();
    left = [...failures].map(([one, error]) => afterFailure(one, error, parts.options));
    if (signal.aborted) return false;
    const nowMs = clock.monotonicMs();
    if (nowMs - saidMs >= LOG_EVERY_MS) {
      const [error] = failures.values();
      parts.logger.warn({ error, waiting: left.length }, 'the spool waits for Kafka');
      saidMs = nowMs;
    }
    await clock.sleep(pauseAfter(failed, Math.random, BACKOFF), signal).catch(() => undefined);
  }
}

const TOO_LARGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'];

/** Again, or parked where Kafka will never take the event; throws a programming error. */
function afterFailure(leaving: Leaving, error: unknown, options: AcceptOptions): Leaving {
  if (!(error instanceof PipelineError)) throw error;
  const tooLarge = TOO_LARGE.includes(String(error.context['type']));
  if (!tooLarge || leaving.sent.parked !== null) return leaving;
  const parked = park('UNSTORABLE', 'its event is larger than Kafka takes');
  return parkDelivery(leaving.delivered, parked, options);
}

async function keepPace(sent: number, startedMs: Millis, parts: DrainParts): Promise<void> {
  const { clock, perSecondMax, signal } = parts;
  const earlyMs = startedMs + (sent * 1000) / perSecondMax - clock.monotonicMs();
  if (earlyMs > 0) await clock.sleep(earlyMs, signal).catch(() => undefined);
}
