import { describe, expect, it } from 'vitest';
import { asMicros } from '../../core/units.ts';
import { ChunkPool, CopyRows } from './copy-rows.ts';

function bytesOf(write: (rows: CopyRows) => void): string {
  const rows = new CopyRows(new ChunkPool());
  write(rows);
  const all = Buffer.concat(rows.chunks()).toString('hex');
  const header = '5047434f50590aff0d0a000000000000000000';
  expect(all.startsWith(header) && all.endsWith('ffff')).toBe(true);
  return all.slice(header.length, -4);
}

describe('binary COPY', () => {
  it('writes each type as Postgres documents it', () => {
    const types: Record<string, [(rows: CopyRows) => void, string]> = {
      'a row begins with its number of columns': [(rows) => rows.begin(3), '0003'],
      'null has length -1': [(rows) => rows.null(), 'ffffffff'],
      'text is UTF-8': [(rows) => rows.text('é'), '00000002c3a9'],
      'null text is null': [(rows) => rows.text(null), 'ffffffff'],
      'jsonb is a version and text': [(rows) => rows.jsonb('{}'), '00000003017b7d'],
      'jsonb is UTF-8': [(rows) => rows.jsonb('"é"'), '000000050122c3a922'],
      'hex digits are bytes': [(rows) => rows.hex('00ff10'), '0000000300ff10'],
      boolean: [(rows) => rows.boolean(true), '0000000101'],
      smallint: [(rows) => rows.smallint(-2), '00000002fffe'],
      integer: [(rows) => rows.integer(-2), '00000004fffffffe'],
      bigint: [(rows) => rows.bigint(-2n), '00000008fffffffffffffffe'],
      'an instant counts from 2000': [
        (rows) => rows.timestamptz(asMicros(946_684_800_000_001)),
        '000000080000000000000001',
      ],
      'an instant before 2000 is negative': [
        (rows) => rows.timestamptz(asMicros(946_684_799_999_999)),
        '00000008ffffffffffffffff',
      ],
      'an empty array has no dimension': [
        (rows) => rows.textArray([]),
        '0000000c000000000000000000000019',
      ],
      'an array has its length and lower bound': [
        (rows) => rows.textArray(['ab']),
        '0000001a000000010000000000000019000000010000000100000002' + '6162',
      ],
    };
    for (const [name, [write, hex]] of Object.entries(types)) {
      expect(bytesOf(write), name).toBe(hex);
    }
  });

  it('counts its rows', () => {
    const rows = new CopyRows(new ChunkPool());
    rows.begin(1);
    rows.null();
    rows.begin(1);
    expect(rows.rows).toBe(2);
  });

  it('gives its chunks to the rows that come after it', () => {
    const pool = new ChunkPool();
    const first = new CopyRows(pool);
    first.text('a');
    const [, chunk] = first.chunks();
    first.release();
    const second = new CopyRows(pool);
    second.text('b');
    expect(second.chunks()[1]?.buffer).toBe(chunk?.buffer);
  });

  it('holds values of any size', () => {
    const large = 'x'.repeat(1_000_000);
    const hex = bytesOf((rows) => {
      for (let count = 0; count < 3; count += 1) rows.text(large);
    });
    expect(hex.length / 2).toBe(3 * 1_000_004);
  });
});
