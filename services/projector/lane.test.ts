import { expect, it } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { asEventID, offsetOf } from '../core/units.ts';
import type { Client, Pool } from '../platform/postgres/postgres.ts';
import { Lane } from './lane.ts';
import type { Written } from './lane.ts';
import { eventually } from '../../test/support/eventually.ts';
import type { ToldEvent } from '../store/claims/stored-claims.ts';
import type { LogEntry } from './log-entry.ts';
import type { Park } from './parking.ts';
import type { BatchOutcome, Projection, Writer } from './projections/projection.ts';

/** Postgres as far as a lane sees it: every statement succeeds. */
function openPool(statements: string[], ended = new AbortController().signal): Pool {
  const client: Client = {
    query: async (sql: string) => {
      statements.push(sql);
      return { rows: [], rowCount: 1 };
    },
    copyIn: async () => 0,
    copyOut: async () => Buffer.alloc(0),
    prepared: async () => ({ rows: [], rowCount: 0 }),
    ended,
  };
  return {
    ...client,
    withClient: (use) => use(client),
    load: () => ({ inUse: 0, waiting: 0 }),
    close: async () => undefined,
  };
}

/** Keeps what was added until it is flushed; the flush begins when the test lets it. */
class SlowWriter implements Writer<bigint> {
  readonly written: bigint[] = [];
  readonly calls: string[] = [];
  #added: bigint[] = [];
  readonly #gate: Promise<void>;
  readonly #onAdded: () => void;

  constructor(gate: Promise<void>, onAdded: () => void) {
    this.#gate = gate;
    this.#onAdded = onAdded;
  }

  async prepare(): Promise<void> {}

  async add(_client: Client, rows: readonly bigint[]): Promise<void> {
    this.calls.push('add');
    this.#added.push(...rows);
    this.#onAdded();
    await this.#gate;
  }

  async flush(): Promise<BatchOutcome> {
    this.written.push(...this.#added);
    return { appended: this.#added.length, refolded: 0, repeated: 0, newest: new Map() };
  }

  committed(): void {
    this.#added = [];
  }

  forget(): void {
    this.calls.push('forget');
    this.#added = [];
  }
}

function openGate(): { readonly promise: Promise<void>; readonly resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

async function rethrow(error: unknown): Promise<void> {
  throw error;
}

function entryAt(at: bigint): LogEntry {
  const offset = offsetOf(at);
  return { topic: 't', partition: 0, offset, follows: offset, key: null, value: Buffer.from('v') };
}

function openLane(
  writer: Writer<bigint>,
  onFailure: (error: unknown) => Promise<void>,
  park: Park = async () => undefined,
  onWritten: (written: Written) => void = () => undefined,
) {
  const projection: Projection<bigint> = {
    name: 'offsets',
    objCodes: null,
    store: { projection: 'test', tablesSql: '', firstStore: 'test_1', liveViews: [] },
    read: (_event, { offset }) => [offset],
    openWriter: () => writer,
    openBulkWriter: () => {
      throw new Error('nothing is rebuilt here');
    },
    kept: { table: 'none', read: async () => [] },
  };
  return new Lane({
    pool: openPool([]),
    schema: 's',
    projection,
    clock: systemClock,
    onFailure,
    limits: { entriesMax: 10, bytesMax: 100, batchEntriesMax: 10 },
    readEntry: ({ offset }) => [offset],
    readTold: ({ topic, partition, offset }) => {
      const event = asEventID(String(offset));
      return { topic, partition, offset, objID: 'a', objCode: 'TASK', eventID: event };
    },
    park,
    onWritten,
  });
}

it('an assignment in the middle of a transaction takes nothing from it', async () => {
  const gate = openGate();
  const added = openGate();
  const writer = new SlowWriter(gate.promise, added.resolve);
  const lane = openLane(writer, rethrow);
  const running = lane.run();
  await lane.queue.put({ entries: [entryAt(0n), entryAt(1n)], bytes: 2 });
  await added.promise;
  const reset = lane.reset();
  gate.resolve();
  await reset;
  expect(writer.written).toEqual([0n, 1n]);

  // What it knew before does not count for the next.
  await lane.queue.put({ entries: [entryAt(2n)], bytes: 1 });
  lane.drain();
  await running;
  expect(writer.written).toEqual([0n, 1n, 2n]);
  expect(writer.calls).toEqual(['add', 'forget', 'add']);
});

it('a value that makes no row is set aside with its event alone', async () => {
  class PickyWriter extends SlowWriter {
    override async add(client: Client, rows: readonly bigint[]): Promise<void> {
      if (rows.includes(1n)) throw new RangeError('it fits no column');
      await super.add(client, rows);
    }
  }
  const writer = new PickyWriter(Promise.resolve(), () => undefined);
  const parked: string[] = [];
  const lane = openLane(writer, rethrow, async (unusable) => {
    parked.push(...unusable.map(({ entry, error }) => `${entry.offset} ${error.code}`));
  });
  const running = lane.run();
  await lane.queue.put({ entries: [0n, 1n, 2n, 3n].map(entryAt), bytes: 4 });
  lane.drain();
  await running;
  expect(writer.written).toEqual([0n, 2n, 3n]);
  expect(parked).toEqual(['1 UNSTORABLE']);
});

it('a transaction that would move its positions over rows that are not there is undone', async () => {
  const writer = new SlowWriter(Promise.resolve(), () => writer.forget());
  const lane = openLane(writer, rethrow);
  const running = lane.run();
  await lane.queue.put({ entries: [entryAt(0n)], bytes: 1 });
  await expect(running).rejects.toThrow('1 rows were added, and 0 written');
});

/** As the objects' writer where one object cannot be folded, whatever the reason. */
class StumblingWriter extends SlowWriter {
  readonly #unfoldable: ReadonlySet<bigint>;

  constructor(unfoldable: readonly bigint[]) {
    super(Promise.resolve(), () => undefined);
    this.#unfoldable = new Set(unfoldable);
  }

  override async add(client: Client, rows: readonly bigint[]): Promise<void> {
    if (rows.some((row) => this.#unfoldable.has(row))) {
      throw new PipelineError('UNFOLDABLE', 'TASK a cannot be folded.');
    }
    await super.add(client, rows);
  }
}

it('an object that cannot be folded has its records set aside, and all others go on', async () => {
  const writer = new StumblingWriter([3n, 6n]);
  const parked: [bigint, string][] = [];
  const lane = openLane(writer, rethrow, async (unusable) => {
    for (const { entry, error } of unusable) parked.push([entry.offset, error.code]);
  });
  const running = lane.run();
  const offsets = [0n, 1n, 2n, 3n, 4n, 5n, 6n, 7n];
  await lane.queue.put({ entries: offsets.map(entryAt), bytes: 8 });
  lane.drain();
  await running;
  expect(parked).toEqual([
    [3n, 'UNFOLDABLE'],
    [6n, 'UNFOLDABLE'],
  ]);
  expect(writer.written).toEqual([0n, 1n, 2n, 4n, 5n, 7n]);
});

it('in a replay, what the tables have from where it stands is not read again', async () => {
  class KnowingWriter extends SlowWriter {
    readonly asked: bigint[][] = [];

    async alreadyFrom(_client: Client, told: readonly ToldEvent[]): Promise<Set<ToldEvent>> {
      this.asked.push(told.map(({ offset }) => offset));
      return new Set(told.filter(({ offset }) => offset < 5n));
    }

    override async flush(): Promise<BatchOutcome> {
      const { appended } = await super.flush();
      return { appended: 0, refolded: 0, repeated: appended, newest: new Map() };
    }
  }
  const writer = new KnowingWriter(Promise.resolve(), () => undefined);
  const written: Written[] = [];
  const lane = openLane(
    writer,
    rethrow,
    async () => undefined,
    (one) => written.push(one),
  );
  const running = lane.run();
  for (const [first, last] of [
    [1n, 2n],
    [3n, 4n],
    [4n, 5n],
  ] as const) {
    await lane.queue.put({ entries: [first, last].map(entryAt), bytes: 2 });
    await eventually(() => written.at(-1)?.advances[0]?.next === last + 1n, {
      what: 'it is written',
    });
  }
  lane.drain();
  await running;
  // Whether it is one can be told after the first batch.
  expect(writer.asked).toEqual([
    [3n, 4n],
    [4n, 5n],
  ]);
  expect(writer.written).toEqual([1n, 2n, 5n]);
  expect(written.map(({ outcome }) => outcome.repeated)).toEqual([2, 2, 2]);
});
