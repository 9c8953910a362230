import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import type { TopicPartition } from '../platform/kafka/topic-partition.ts';
import { LogGates } from './assignment-gates.ts';
import { digestOf } from '../store/positions.ts';
import { FIRST_OFFSET, offsetAfter, offsetOf } from '../core/units.ts';

function record(partition: number, offset: number, topic = 't'): LogRecord {
  const value = Buffer.from(`${partition} ${offset}`);
  const more = { key: null, value, headers: {}, timestampMs: 0 };
  return { topic, partition, offset: offsetOf(BigInt(offset)), ...more };
}

const proofOf = (partition: number, offset: number): Buffer =>
  digestOf(record(partition, offset).value);

describe('the gates of an assignment', () => {
  const bounds = new Map(
    ['t/0', 't/1', 'u/0'].map((key) => [
      key,
      { low: FIRST_OFFSET, high: offsetOf(9n), isCompacted: false },
    ]),
  );
  const positions = [
    { topic: 't', partition: 0, next: FIRST_OFFSET, lastDigest: null },
    { topic: 't', partition: 1, next: offsetOf(3n), lastDigest: proofOf(1, 2) },
    { topic: 'u', partition: 0, next: FIRST_OFFSET, lastDigest: null },
  ];

  const admit = (gates: LogGates, at: TopicPartition, records: readonly LogRecord[]) =>
    gates.admit({
      ...at,
      records,
      from: records[0]?.offset ?? FIRST_OFFSET,
      to: offsetAfter(records.at(-1)?.offset ?? FIRST_OFFSET),
    }).records;

  it('let nothing of a topic pass before all its partitions are proved', () => {
    const sought: string[] = [];
    const gates = new LogGates(positions, bounds, (topic, partition, offset) =>
      sought.push(`${topic}/${partition} ${offset}`),
    );
    expect(sought.splice(0)).toEqual(['t/0 0', 't/1 2', 'u/0 0']);
    const first = [record(0, 0)];
    expect(gates.isOpen({ topic: 't' })).toBe(false);
    expect(admit(gates, { topic: 't', partition: 0 }, first)).toEqual([]);
    expect(admit(gates, { topic: 'u', partition: 0 }, [record(0, 0, 'u')])).toHaveLength(1);
    expect(admit(gates, { topic: 't', partition: 1 }, [record(1, 2), record(1, 3)])).toEqual([]);
    // Both are read again, from where the tables are.
    expect(sought).toEqual(['t/0 0', 't/1 3']);
    expect(admit(gates, { topic: 't', partition: 0 }, first)).toEqual(first);
    expect(admit(gates, { topic: 't', partition: 1 }, [record(1, 3)])).toHaveLength(1);
  });

  it('let nothing of an unknown partition pass', () => {
    const gates = new LogGates(positions, bounds, () => undefined);
    expect(admit(gates, { topic: 'v', partition: 0 }, [record(0, 0, 'v')])).toEqual([]);
  });

  it('are not opened where the log is too short', () => {
    const short = new Map([['t/1', { low: offsetOf(0n), high: offsetOf(2n), isCompacted: false }]]);
    expect(() => new LogGates(positions, short, () => undefined)).toThrow('ends at 2');
  });
});
