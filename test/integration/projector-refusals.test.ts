import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeEvent } from '../../services/core/change-event.generated.ts';
import { deadLetterTopic } from '../../services/source/log/topic-name.ts';
import { toRecord } from '../../services/source/log/event-record.ts';
import type { OutgoingRecord } from '../../services/platform/kafka/publisher.ts';
import { readChanges } from '../../services/store/claims/stored-claims.ts';
import { readTails } from '../../services/store/claims/stored-versions.ts';
import { inStore } from '../../services/store/live-store.ts';
import { eventually } from '../support/eventually.ts';
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
import { seededRandom } from '../../services/core/random.ts';
import { seedOfRun } from '../support/random.ts';
import { readTopic } from '../support/read-log.ts';

const seed = seedOfRun();
const random = seededRandom(seed);

describe(`what the projector refuses (SEED=${seed})`, () => {
  let store: ProjectorStore;
  let run: ProjectorRun;

  beforeEach(async () => {
    store = await openStore();
    run = await openRun(store);
  });
  afterEach(async () => {
    await run.close();
    await closeStore(store);
  });

  it('sets aside what cannot be decoded or stored, whole, and goes on with the rest', async () => {
    const events = simulateTasks(random, 30, 10);
    const [sample] = events;
    if (sample === undefined) throw new Error('no events');
    const key = 'k'.repeat(8);
    const poison: [OutgoingRecord, string][] = [
      [{ topic: run.topic, key, value: Buffer.from('not avro'), headers: {} }, 'UNDECODABLE'],
      [{ topic: run.topic, key, value: Buffer.alloc(0), headers: {} }, 'UNDECODABLE'],
      [
        // Postgres alone knows that its index cannot hold such a key.
        recordOf({ ...sample, objID: Array.from({ length: 400 }, randomHex).join('') }),
        'UNSTORABLE',
      ],
      [recordOf({ ...sample, objID: 'a\0b' }), 'UNSTORABLE'],
      [recordOf({ ...sample, fields: { 'DE:deep': { json: deepArray(5_000) } } }), 'UNSTORABLE'],
      [recordOf({ ...sample, fields: { 'DE:bad': { json: '{"a":' } } }), 'UNSTORABLE'],
    ];
    const records = events.map((event) => toRecord(event, run.codec, run.topic));
    await run.publishRecords(random.shuffle([...records, ...poison.map(([record]) => record)]));
    const projector = await run.start();
    await run.caughtUp();
    await metricBecomes(projector, 'workfront_cdc_parked_total', poison.length);
    await endWell(projector);

    const letters = await readTopic(run.kafka, deadLetterTopic(run.prefix));
    const found = letters.map(({ value, headers }) => [
      value?.toString('hex'),
      headers['reason'],
      headers['source.topic'],
    ]);
    const wanted = poison.map(([{ value }, reason]) => [value.toString('hex'), reason, run.topic]);
    expect(found.sort()).toEqual(wanted.sort());
    for (const { headers } of letters) {
      expect(headers['source.partition']).toMatch(/^\d+$/);
      expect(headers['source.offset']).toMatch(/^\d+$/);
    }
    expect(await dumpTables(store)).toContain(`changes: ${events.length}\n`);
  });

  it('stores what Postgres cannot hold as the text of its JSON, and loses nothing', async () => {
    const [sample] = simulateTasks(random, 1, 1);
    if (sample === undefined) throw new Error('no events');
    const fields = {
      name: 'a\0b',
      'DE:nul': 'a\0b',
      'DE:huge': { json: '1e400000' },
      'DE:exact': { json: '12345678901234567890.12345' },
      'DE:half': { json: '["\\ud800"]' },
      percentComplete: 'much',
      constructor: 'x',
    };
    await run.publish([{ ...sample, operation: 'CREATE', fields }]);
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    await inStore(store.pool, store.schema, async (client) => {
      const [tail] = (await readTails(client, [sample])).values();
      const stored = Object.entries(tail?.state.fields() ?? {}).sort();
      expect(stored).toEqual(Object.entries(fields).sort());
      const [claims] = (await readChanges(client, [sample])).values();
      expect(claims?.map(({ claim }) => Object.entries(claim.state.fields()).sort())).toEqual([
        stored,
      ]);
    });
    const { rows } = await store.pool.query(
      'select name, percentcomplete, custom::text from live.task_now',
    );
    expect(rows).toEqual([
      { name: null, percentcomplete: null, custom: '{"DE:exact": 12345678901234567890.12345}' },
    ]);
  });

  it('halts at another log under the same name, and leaves the tables alone', async () => {
    const events = simulateTasks(random, 20, 10);
    await run.publish(events);
    const projector = await run.start();
    await run.caughtUp();
    await endWell(projector);
    const before = await dumpTables(store);

    await run.replaceLog();
    const others = simulateTasks(random, 40, 20);
    for (const count of [0, others.length]) {
      await run.publish(others.slice(0, count));
      const halted = await run.launch();
      expect(await halted.exited).toBe(1);
      expect(halted.log()).toContain('LOG_MISMATCH');
      expect(await dumpTables(store)).toBe(before);
    }
  });

  it('goes to where the position is when another writer moved it', async () => {
    const events = simulateTasks(random, 20, 10);
    const half = events.length >>> 1;
    await run.publish(events.slice(0, half));
    const projector = await run.start();
    await run.caughtUp();
    // The other writer undid what was written, position and rows in one transaction.
    await store.pool.query(`
      truncate store_1.changes, store_1.task_past, store_1.task_now;
      update store_1.positions set next = 0, lastdigest = null`);
    await run.publish(events.slice(half));
    const isBack = async () => {
      const { rows } = await store.pool.query<{ count: bigint }>(
        'select count(*) from store_1.changes',
      );
      return rows[0]?.count === BigInt(events.length);
    };
    // A partition without new records keeps its old position until something comes.
    await run.publish(events);
    await eventually(isBack, { what: 'all events are in the tables again' });
    expect(await projector.metric('workfront_cdc_write_failures_total')).toBeGreaterThan(0);
    await endWell(projector);
  });

  function recordOf(event: ChangeEvent): OutgoingRecord {
    return toRecord(event, run.codec, run.topic);
  }

  const randomHex = (): string => random.int(0, 2 ** 31).toString(16);
});

function deepArray(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}
