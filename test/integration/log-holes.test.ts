import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { asEventID, offsetAfter } from '../../services/core/units.ts';
import { letterRanges, scanLetters } from '../../services/source/letters/dead-letter-log.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { eventually } from '../support/eventually.ts';
import { alterTopic, openForeignProducer } from '../support/foreign-producer.ts';
import type { ForeignProducer, ForeignRecord } from '../support/foreign-producer.ts';
import {
  closeStore,
  dumpTables,
  endWell,
  metricBecomes,
  openRun,
  openStore,
  simulateTasks,
} from '../support/projector-run.ts';
import type { ProjectorRun, ProjectorStore } from '../support/projector-run.ts';
import { readTopic } from '../support/read-log.ts';
import { seededRandom, seedOfRun } from '../support/random.ts';
import type { Service } from '../support/spawn-service.ts';

const seed = seedOfRun();
const random = seededRandom(seed);
/** A segment for every send, looked at as soon as the cleaner comes round. */
const COMPACTED = {
  'cleanup.policy': 'compact',
  'segment.ms': '1',
  'min.cleanable.dirty.ratio': '0.001',
};

describe(`a log whose offsets have holes (SEED=${seed})`, () => {
  let store: ProjectorStore;
  let run: ProjectorRun;
  let foreign: ForeignProducer;
  let events: ChangeEvent[];

  beforeEach(async () => {
    store = await openStore();
    run = await openRun(store);
    foreign = await openForeignProducer();
    events = simulateTasks(random, 40, 6);
  });
  afterEach(async () => {
    await foreign.close();
    await run.close();
    await closeStore(store);
  });

  const asForeign = (some: readonly ChangeEvent[]): ForeignRecord[] =>
    some.map((event) => {
      const { key, value, headers } = toRecord(event, run.codec, run.topic);
      return { key, value, headers };
    });

  const isApplied = async (count: number): Promise<void> => {
    const counted = async () => {
      const { rows } = await store.pool.query<{ count: bigint }>(
        `select count(*) from ${store.schema}.changes`,
      );
      return rows[0]?.count === BigInt(count);
    };
    await eventually(counted, { what: `${count} events are in the tables` });
  };

  it('applies what stands between markers and aborted records, over restarts too', async () => {
    const [first, second, third] = thirds(events);
    const never = simulateTasks(random, 1, 1)
      .slice(0, 1)
      .map((event) => ({
        ...event,
        eventID: asEventID('f'.repeat(32)),
      }));
    await (await foreign.begin(run.topic, asForeign(first))).commit();
    await (await foreign.begin(run.topic, asForeign(never))).abort();
    const projector = await run.start();
    await isApplied(first.length);
    await metricBecomes(projector, 'workfront_cdc_lag_events', 0);
    await run.publish(second);
    await isApplied(first.length + second.length);
    await (await foreign.begin(run.topic, asForeign(never))).abort();
    await endWell(projector);

    const again = await run.start();
    await run.publish(third);
    await (await foreign.begin(run.topic, asForeign(never))).commit();
    await isApplied(events.length + 1);
    await metricBecomes(again, 'workfront_cdc_lag_events', 0);
    await metricBecomes(again, 'workfront_cdc_parked_total', 0);
    await endWell(again);
  });

  it('shows what an open transaction holds back, and is not ready while it lasts', async () => {
    const projector = await run.start({ PROJECTOR_STALL_MS: '1000' });
    const transaction = await foreign.begin(run.topic, asForeign(events));
    await run.publish(events);
    const isStalled = async (): Promise<boolean> => {
      const answer = await fetch(`${projector.opsUrl}/readyz`);
      return answer.status === 503 && (await answer.text()).includes('records wait');
    };
    await eventually(isStalled, { what: 'the stall is told' });
    expect(await lagOf(projector)).toBeGreaterThanOrEqual(events.length);
    await transaction.abort();
    await isApplied(events.length);
    await projector.ready();
    await metricBecomes(projector, 'workfront_cdc_lag_events', 0);
    await endWell(projector);
  });

  it('passes over what compaction took, at its own position too', async () => {
    const [first, second, third] = thirds(events.toSorted((a, b) => a.asOf - b.asOf));
    await run.publish(first);
    const projector = await run.start();
    await isApplied(first.length);
    await endWell(projector);
    const applied = await ends();

    await alterTopic(run.topic, COMPACTED);
    await run.publish(second);
    await run.publish(third);
    // What is newest is in a segment that is written still, and never compacted.
    await run.publish(events.slice(0, 1));
    await eventually(() => isCompactedBehind(applied), {
      what: 'compaction has taken records at the position and behind it',
      deadlineMs: 60_000,
    });

    const again = await run.start();
    await run.caughtUp();
    await metricBecomes(again, 'workfront_cdc_lag_events', 0);
    await metricBecomes(again, 'workfront_cdc_parked_total', 0);
    // Compaction goes on: what it has left by now was there for the projector too.
    const left = await readTopic(run.kafka, run.topic);
    const { rows } = await store.pool.query<{ id: string }>(
      `select encode(eventid, 'hex') as id from ${store.schema}.changes`,
    );
    const found = new Set(rows.map(({ id }) => id));
    const missing = left
      .map(({ value }) => run.codec.decode(value ?? Buffer.alloc(0)).eventID)
      .filter((id) => !found.has(id));
    expect(missing).toEqual([]);
    expect(left.length).toBeGreaterThan(0);
    await endWell(again);
  });

  async function ends(): Promise<ReadonlyMap<number, bigint>> {
    const offsets = await run.kafka.admin().fetchOffsets(run.topic);
    return new Map(offsets.map(({ partition, high }) => [partition, high]));
  }

  /** Whether some records from there on are gone, and the last before there too. */
  async function isCompactedBehind(applied: ReadonlyMap<number, bigint>): Promise<boolean> {
    const records = await readTopic(run.kafka, run.topic);
    const there = new Set(records.map(({ partition, offset }) => `${partition} ${offset}`));
    const isGone = ([partition, next]: readonly [number, bigint]): boolean =>
      next > 0n && !there.has(`${partition} ${next - 1n}`);
    let gone = 0n;
    for (const [partition, end] of await ends()) {
      const from = applied.get(partition) ?? 0n;
      const left = records.filter((one) => one.partition === partition && one.offset >= from);
      gone += end - from - BigInt(left.length);
    }
    return [...applied].some(isGone) && gone > 0n;
  }

  it('goes on where what it has applied was deleted, and halts where more was', async () => {
    await run.publish(events);
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    const before = await dumpTables(store);
    const offsets = await run.kafka.admin().fetchOffsets(run.topic);
    const behind = (more: bigint) =>
      offsets.map(({ partition, high }) => ({ partition, before: offsetAfter(high, more) }));
    await run.kafka.admin().deleteRecords(run.topic, behind(0n));
    const again = await run.start();
    await endWell(again);

    const lost = events.map((event) => ({
      ...event,
      eventID: asEventID(event.eventID.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
    }));
    await run.publish(lost);
    await run.kafka.admin().deleteRecords(run.topic, behind(1n));
    const halted = await run.launch();
    expect(await halted.exited).toBe(1);
    expect(halted.log()).toMatch(/LOG_MISMATCH.*records were deleted/);
    expect(await dumpTables(store)).toBe(before);
  });

  it('reads the dead letters to their end, be it a marker or an open transaction', async () => {
    const topic = deadLetterTopic(run.prefix);
    await (await foreign.begin(topic, [{ value: 'one' }])).commit();
    await (await foreign.begin(topic, [{ value: 'never' }])).abort();
    await becomes(['one']);
    const open = await foreign.begin(topic, [{ value: 'two' }]);
    expect(await letters()).toEqual(['one']);
    await open.commit();
    await becomes(['one', 'two']);
  });

  /** A transaction that was committed shows when its markers are written. */
  async function becomes(wanted: readonly string[]): Promise<void> {
    const isThere = async () => (await letters()).join() === wanted.join();
    await eventually(isThere, { what: `the letters are ${wanted.join()}` });
  }

  async function letters(): Promise<string[]> {
    const found: string[] = [];
    const ranges = await letterRanges(run.kafka, run.prefix, null);
    await scanLetters(run.kafka, run.prefix, ranges, async ({ value }) => {
      found.push(value?.toString() ?? '');
    });
    return found;
  }
});

async function lagOf(projector: Service): Promise<number> {
  return projector.metric('workfront_cdc_lag_events');
}

function thirds<T>(list: readonly T[]): [T[], T[], T[]] {
  const third = Math.ceil(list.length / 3);
  return [list.slice(0, third), list.slice(third, 2 * third), list.slice(2 * third)];
}
