import { describe, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { PipelineError } from '../core/errors.ts';
import { offsetOf } from '../core/units.ts';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { LostSchemas } from './lost-schemas.ts';

const UNKNOWN = 77;
const signal = new AbortController().signal;

interface Registry {
  /** Ids that it has. */
  readonly ids: Set<number>;
  /** Whether it has today's schema. */
  hasOurs: boolean;
  asked: number;
}

function open(policy: 'halt' | 'park' = 'halt') {
  const registry: Registry = { ids: new Set(), hasOurs: true, asked: 0 };
  const codec = {
    prepare: async (values: Iterable<Buffer | null>) => {
      registry.asked += 1;
      const ids = [...values].map((value) => value?.readUInt32BE(1) ?? 0);
      return new Set(ids.filter((id) => !registry.ids.has(id)));
    },
    confirm: async () => {
      if (!registry.hasOurs) throw new PipelineError('SCHEMA_LOST', 'emptied');
    },
  };
  const clock = { ...systemClock, sleep: async () => undefined };
  const schemas = new LostSchemas({ codec, policy, clock });
  return {
    registry,
    prepare: (some: readonly LogRecord[]) => schemas.prepare(some, signal),
  };
}

function records(count: number, headers: LogRecord['headers'] = {}, from = 0): LogRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    topic: 't',
    partition: 0,
    offset: offsetOf(BigInt(from + at)),
    key: null,
    value: Buffer.from([0, 0, 0, 0, UNKNOWN, 0]),
    headers,
    timestampMs: 0,
  }));
}

describe('a schema id that the registry does not have', () => {
  test('is asked for again before it counts as missing', async () => {
    const { registry, prepare } = open();
    await prepare(records(1));
    expect(registry.asked).toBeGreaterThan(1);
    const before = registry.asked;
    await prepare(records(1));
    expect(registry.asked).toBe(before + 1);
  });

  test('lets a few records of strangers be set aside, also when they come again', async () => {
    const { prepare } = open();
    for (let time = 0; time < 20; time += 1) await prepare(records(10));
  });

  test('halts when more than a few are concerned', async () => {
    const { prepare } = open();
    await prepare(records(10));
    await expect(prepare(records(1, {}, 10))).rejects.toMatchObject({ code: 'SCHEMA_LOST' });
  });

  test('halts at the first event of ours', async () => {
    const { prepare } = open();
    const ours = records(1, { eventID: 'e' });
    await expect(prepare(ours)).rejects.toMatchObject({ code: 'SCHEMA_LOST' });
  });

  test("halts when today's schema is gone too", async () => {
    const { registry, prepare } = open('park');
    registry.hasOurs = false;
    await expect(prepare(records(1))).rejects.toMatchObject({ code: 'SCHEMA_LOST' });
  });

  test('may be set aside in any number when an operator says so', async () => {
    const { prepare } = open('park');
    await prepare(records(1_000, { eventID: 'e' }));
  });
});
