import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../platform/kafka/kafka.ts';
import { LogGate } from './log-gate.ts';
import type { Admitted } from './log-gate.ts';
import { digestOf } from '../store/positions.ts';
import { offsetOf } from '../core/units.ts';

function records(from: number, to: number, mark = ''): LogRecord[] {
  return Array.from({ length: to - from }, (_, index) => ({
    topic: 't',
    partition: 0,
    offset: offsetOf(BigInt(from + index)),
    key: null,
    value: Buffer.from(`record ${from + index}${mark}`),
    headers: {},
    timestampMs: 0,
  }));
}

function gateAt(next: number): LogGate {
  const lastDigest = next === 0 ? null : digestOf(Buffer.from(`record ${next - 1}`));
  return new LogGate({ topic: 't', partition: 0, next: offsetOf(BigInt(next)), lastDigest });
}

const offsets = ({ records: admitted }: Admitted): number[] =>
  admitted.map(({ offset }) => Number(offset));

/** A batch whose fetch began with its first record, or before it, and ended behind its last. */
function batch(from: number, to: number, first = from, last = to): Parameters<LogGate['admit']>[0] {
  return { from: offsetOf(BigInt(from)), records: records(first, last), to: offsetOf(BigInt(to)) };
}

describe('the log gate', () => {
  it('begins with the record that was applied last, and lets it pass no second time', () => {
    const gate = gateAt(5);
    expect(gate.seekTo).toBe(4n);
    gate.prove(records(4, 7));
    expect(gate.seekTo).toBe(5n);
    expect(offsets(gate.admit(batch(4, 7)))).toEqual([5, 6]);
    expect(offsets(gate.admit(batch(7, 8)))).toEqual([7]);
  });

  it('lets nothing pass before the log is proved', () => {
    const gate = gateAt(5);
    gate.prove(records(0, 3));
    expect(gate.isProved).toBe(false);
    expect(() => gate.admit(batch(5, 6))).toThrow('not proved');
  });

  it('lets a batch that comes twice pass once', () => {
    const gate = gateAt(0);
    expect(gate.seekTo).toBe(0n);
    expect(offsets(gate.admit(batch(0, 3)))).toEqual([0, 1, 2]);
    expect(offsets(gate.admit(batch(0, 3)))).toEqual([]);
    expect(offsets(gate.admit(batch(1, 5)))).toEqual([3, 4]);
  });

  it('halts at another record in the place of the last applied one', () => {
    expect(() => gateAt(5).prove(records(4, 7, ' of another log'))).toThrow('another record');
  });

  it('halts at a gap', () => {
    expect(() => gateAt(5).prove(records(6, 7))).toThrow('goes on at 6');
    const gate = gateAt(0);
    gate.admit(batch(0, 2));
    expect(() => gate.admit(batch(3, 4))).toThrow('goes on at 3');
  });

  it('lets pass what follows behind a hole that the reader has proved', () => {
    const gate = gateAt(5);
    gate.prove(records(4, 5));
    expect(gate.admit(batch(5, 9, 7))).toEqual({ records: records(7, 9), follows: 5n });
    expect(gate.admit(batch(9, 15, 11, 12))).toEqual({ records: records(11, 12), follows: 9n });
    // Behind the last record were markers.
    expect(gate.admit(batch(15, 16))).toEqual({ records: records(15, 16), follows: 12n });
    expect(() => gate.admit(batch(17, 18))).toThrow('goes on at 17');
  });

  it('halts where the last applied record is not served any more', () => {
    const gap = [...records(3, 4), ...records(6, 7)];
    expect(() => gateAt(5).prove(gap)).toThrow('holds another record at 4');
  });

  it('goes on where compaction took the last applied record, and only where it may', () => {
    const gate = gateAt(5);
    gate.checkBounds(offsetOf(0n), offsetOf(9n), true);
    gate.prove(records(6, 8));
    expect(gate.isProved).toBe(true);
    expect(offsets(gate.admit(batch(5, 8, 6)))).toEqual([6, 7]);
    const other = gateAt(5);
    other.checkBounds(offsetOf(0n), offsetOf(9n), true);
    expect(() => other.prove(records(4, 7, ' of another log'))).toThrow('another record');
    expect(() => other.checkBounds(offsetOf(0n), offsetOf(4n), true)).toThrow('ends at 4');
  });

  it('halts at a log that ends before the position, or begins after it', () => {
    gateAt(5).checkBounds(offsetOf(0n), offsetOf(5n));
    gateAt(0).checkBounds(offsetOf(0n), offsetOf(0n));
    expect(() => gateAt(5).checkBounds(offsetOf(0n), offsetOf(4n))).toThrow('ends at 4');
    expect(() => gateAt(5).checkBounds(offsetOf(6n), offsetOf(9n))).toThrow('begins at 6');
    expect(() => gateAt(0).checkBounds(offsetOf(1n), offsetOf(9n))).toThrow('begins at 1');
  });

  it('goes on where all that was applied is deleted', () => {
    const gate = gateAt(5);
    gate.checkBounds(offsetOf(5n), offsetOf(9n));
    expect(gate.seekTo).toBe(5n);
    expect(offsets(gate.admit(batch(5, 7)))).toEqual([5, 6]);
  });

  it('goes on without proof where none was kept', () => {
    const gate = new LogGate({ topic: 't', partition: 0, next: offsetOf(5n), lastDigest: null });
    expect(gate.seekTo).toBe(5n);
    expect(offsets(gate.admit(batch(5, 6)))).toEqual([5]);
  });
});
