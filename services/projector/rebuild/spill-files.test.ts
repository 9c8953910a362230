import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SpillFiles, readBucket, readSpillNote, writeSpillNote } from './spill-files.ts';
import type { SpilledRecord } from './spill-files.ts';
import { offsetOf } from '../../core/units.ts';

let folder = '';
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'spill-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const TOPICS = ['t', 'u'];

function record(at: bigint, key: string | null): SpilledRecord {
  const offset = offsetOf(at);
  const value = offset % 3n === 0n ? null : Buffer.from(`value ${offset}`);
  return { topic: 'u', partition: 3, offset, key: key === null ? null : Buffer.from(key), value };
}

function allOf(buckets: number): SpilledRecord[][] {
  return Array.from({ length: buckets }, (_, bucket) => readBucket(folder, bucket, TOPICS));
}

it('brings each record back, those of one key in one bucket and in their order', () => {
  const files = new SpillFiles(folder, [0, 0, 0]);
  const records = Array.from({ length: 50 }, (_, at) =>
    record(BigInt(at), at % 7 === 0 ? null : `key ${at % 5}`),
  );
  for (const one of records) files.add(1, one);
  files.flush();
  files.close();
  const buckets = allOf(3);
  const byOffset = (a: SpilledRecord, b: SpilledRecord): number => Number(a.offset - b.offset);
  expect(buckets.flat().sort(byOffset)).toEqual(records);
  for (const name of ['key 1', 'key 4']) {
    const holders = buckets.filter((some) => some.some(({ key }) => key?.toString() === name));
    expect(holders).toHaveLength(1);
  }
  for (const some of buckets) expect([...some].sort(byOffset)).toEqual(some);
});

it('brings records back that are larger than what waits of a bucket', () => {
  const files = new SpillFiles(folder, [0]);
  const sizes = [10, 40_000, 20_000, 20_000, 32_768 - 21, 1];
  const records = sizes.map((size, at) => ({
    ...record(BigInt(at), 'k'),
    value: Buffer.alloc(size, at),
  }));
  for (const one of records) files.add(1, one);
  files.flush();
  files.close();
  expect(allOf(1)).toEqual([records]);
});

it('cuts off what was written behind the note', () => {
  const files = new SpillFiles(folder, [0]);
  files.add(0, record(1n, 'a'));
  const bytes = [...files.flush()];
  writeSpillNote(folder, { id: 'x', places: [], types: null, untilMs: null, bytes });
  files.add(0, record(2n, 'a'));
  files.flush();
  files.close();
  const again = new SpillFiles(folder, readSpillNote(folder)?.bytes ?? []);
  again.add(0, record(5n, 'a'));
  again.flush();
  again.close();
  expect(readBucket(folder, 0, TOPICS).map(({ offset }) => offset)).toEqual([1n, 5n]);
});
