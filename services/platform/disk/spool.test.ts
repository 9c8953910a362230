import * as fs from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { seededRandom } from '../../core/random.ts';
import { seedOfRun } from '../../../test/support/random.ts';
import { createLogger } from '../process/logger.ts';
import { openSpoolFile } from './spool-file.ts';
import type { OpenSpoolFile } from './spool-file.ts';
import { openSpool } from './spool.ts';
import type { Spool, SpoolOptions } from './spool.ts';

const seed = seedOfRun();
const MIB = 1024 * 1024;

let root: string;
let opened: Spool[];

beforeEach(() => {
  root = fs.mkdtempSync(join(tmpdir(), 'workfront-cdc-spool-'));
  opened = [];
});

afterEach(async () => {
  for (const spool of opened) await spool.close();
  fs.rmSync(root, { recursive: true });
});

async function open(folder: string, options: Partial<SpoolOptions> = {}): Promise<Spool> {
  const logger = createLogger('test', { level: 'silent' });
  const spool = await openSpool({ folder, bytesMax: MIB, logger, ...options });
  opened.push(spool);
  return spool;
}

/** Everything that is in it, released. */
async function drained(spool: Spool): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const payloads = await spool.read(100);
    if (payloads.length === 0) return found;
    found.push(...payloads.map(String));
    await spool.release();
  }
}

function appendAll(spool: Spool, texts: readonly string[]): Promise<PromiseSettledResult<void>[]> {
  return Promise.allSettled(texts.map((text) => spool.append(Buffer.from(text))));
}

const texts = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, at) => `entry ${from + at}`);

describe('a spool', () => {
  test('gives entries back in the order of their appends, and then its disk space', async () => {
    const spool = await open(root, { segmentBytesMax: 64 });
    for (let from = 0; from < 40; from += 10) await appendAll(spool, texts(from, from + 10));
    expect(spool.level().entries).toBe(40);
    expect(await drained(spool)).toEqual(texts(0, 40));
    expect([spool.empty, spool.level()]).toEqual([true, { entries: 0, bytes: 0 }]);
    expect(fs.readdirSync(root)).toEqual(['lock']);
    await spool.append(Buffer.from('again'));
    expect(await drained(spool)).toEqual(['again']);
  });

  test('makes one fsync for all that wait', async () => {
    let syncs = 0;
    const openFile: OpenSpoolFile = async (path) => {
      const file = await openSpoolFile(path);
      return { ...file, sync: () => ((syncs += 1), file.sync()) };
    };
    const spool = await open(root, { openFile });
    await appendAll(spool, texts(0, 1_000));
    expect(syncs).toBeLessThanOrEqual(2);
    expect(await drained(spool)).toEqual(texts(0, 1_000));
  });

  test('opened again has what was not released, and the rest of its oldest segment', async () => {
    const first = await open(root, { segmentBytesMax: 64 });
    for (const text of texts(0, 20)) await first.append(Buffer.from(text));
    const read = await first.read(100);
    await first.release();
    await first.close();
    const second = await open(root);
    const found = await drained(second);
    expect(found).toEqual(texts(20 - found.length, 20));
    expect(found.length).toBeGreaterThanOrEqual(20 - read.length);
    expect(found.length).toBeLessThan(20);
  });

  test('is for one process at a time, until that one closes it', async () => {
    const first = await open(root);
    await expect(open(root)).rejects.toThrow(/Another process uses the folder/);
    await first.close();
    await open(root);
  });

  test('cut anywhere in its last entry has all before it, and says what it cut', async () => {
    const whole = join(root, 'whole');
    const spool = await open(whole);
    for (const text of texts(0, 3)) await spool.append(Buffer.from(text));
    await spool.close();
    const [name = ''] = fs.readdirSync(whole).filter((one) => one.endsWith('.spool'));
    const bytes = fs.readFileSync(join(whole, name));
    const entry = bytes.length / 3;
    for (let end = bytes.length - 1; end > bytes.length - entry; end -= 1) {
      for (const tail of [Buffer.alloc(0), Buffer.alloc(9), Buffer.alloc(9, 0xff)]) {
        const folder = join(root, `cut-${end}-${tail.length}-${tail[0] ?? ''}`);
        fs.mkdirSync(folder);
        const torn = Buffer.concat([bytes.subarray(0, end), tail]);
        fs.writeFileSync(join(folder, name), torn);
        const recovered = await open(folder);
        await recovered.append(Buffer.from('after'));
        expect(await drained(recovered)).toEqual([...texts(0, 2), 'after']);
        const beside = fs.readFileSync(join(folder, `${name}.damaged`));
        expect(beside.equals(torn.subarray(2 * entry))).toBe(true);
        await recovered.close();
      }
    }
  });

  test('gives no entry that the disk changed, and goes on behind it', async () => {
    const spool = await open(root, { segmentBytesMax: 64 });
    for (const text of texts(0, 12)) await spool.append(Buffer.from(text));
    const [name = ''] = fs.readdirSync(root).filter((one) => one.endsWith('.spool'));
    const bytes = fs.readFileSync(join(root, name));
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    fs.writeFileSync(join(root, name), bytes);
    const found = await drained(spool);
    expect(found).toContain('entry 0');
    expect(found).not.toContain('entry 1');
    expect(found).toContain('entry 11');
    expect(fs.readFileSync(join(root, `${name}.damaged`)).length).toBeGreaterThan(0);
  });
});

describe('a spool that has no room', () => {
  test('refuses over its limit, and takes again what is drained', async () => {
    const spool = await open(root, { bytesMax: 200, segmentBytesMax: 50 });
    const results = await appendAll(spool, texts(0, 20));
    const kept = texts(0, 20).filter((_, at) => results[at]?.status === 'fulfilled');
    expect(kept.length).toBeGreaterThan(5);
    expect(kept.length).toBeLessThan(20);
    expect(results.at(-1)).toMatchObject({ reason: { code: 'SPOOL_FULL' } });
    expect(await drained(spool)).toEqual(kept);
    expect((await appendAll(spool, ['more']))[0]?.status).toBe('fulfilled');
  });

  test('or no disk, gives back exactly what it acknowledged', async () => {
    for (const failing of ['write', 'sync', 'open'] as const) {
      const folder = join(root, failing);
      let error: NodeJS.ErrnoException | null = null;
      const failure = (): void => {
        if (error !== null) throw error;
      };
      const openFile: OpenSpoolFile = async (path) => {
        if (failing === 'open') failure();
        const file = await openSpoolFile(path);
        const fails = (one: string) => failing === one && error !== null;
        return {
          ...file,
          write: async (bytes, position) => {
            // A full disk takes a part of it.
            if (fails('write')) await file.write(bytes.subarray(0, 5), position);
            if (failing === 'write') failure();
            await file.write(bytes, position);
          },
          sync: async () => (failing === 'sync' ? failure() : undefined, file.sync()),
        };
      };
      const spool = await open(folder, { openFile, segmentBytesMax: 40 });
      await appendAll(spool, texts(0, 5));
      error = Object.assign(new Error('disk'), { code: failing === 'sync' ? 'EIO' : 'ENOSPC' });
      const [refused] = await appendAll(spool, texts(5, 7));
      expect(refused).toMatchObject({
        reason: { code: failing === 'sync' ? 'SPOOL_UNAVAILABLE' : 'SPOOL_FULL' },
      });
      error = null;
      await appendAll(spool, texts(7, 10));
      expect(await drained(spool), failing).toEqual([...texts(0, 5), ...texts(7, 10)]);
      expect(fs.readdirSync(folder)).toEqual(['lock']);
    }
  });
});

test(`crashed at any moment, a spool has all that it acknowledged, in order (SEED=${seed})`, async () => {
  const random = seededRandom(seed);
  for (let round = 0; round < 20; round += 1) {
    let broken = false;
    const openFile: OpenSpoolFile = async (path) => {
      const file = await openSpoolFile(path);
      return {
        ...file,
        write: async (bytes, position) => {
          await file.write(
            bytes.subarray(0, broken ? random.int(0, bytes.length) : undefined),
            position,
          );
          if (broken) throw Object.assign(new Error('disk'), { code: 'ENOSPC' });
        },
      };
    };
    const folder = join(root, `run-${round}`);
    const spool = await open(folder, { openFile, segmentBytesMax: random.int(20, 400) });
    let acknowledged: string[] = [];
    const released = new Set<string>();
    let next = 0;
    for (let step = 0; step < 30; step += 1) {
      broken = random.int(0, 5) === 0;
      const some = texts(next, (next += random.int(1, 6)));
      const results = await appendAll(spool, some);
      acknowledged.push(...some.filter((_, at) => results[at]?.status === 'fulfilled'));
      if (random.int(0, 3) > 0) continue;
      for (const payload of await spool.read(random.int(1, 100))) released.add(String(payload));
      await spool.release();
    }
    const crashed = join(root, `crashed-${round}`);
    fs.cpSync(folder, crashed, { recursive: true });
    const found = await drained(await open(crashed));
    const isLeft = (text: string): boolean => !released.has(text);
    acknowledged = acknowledged.filter(isLeft);
    // Of the oldest segment what was released comes again: a repeat, never a loss.
    expect(found.filter(isLeft)).toEqual(acknowledged);
    expect(await drained(spool)).toEqual(acknowledged);
  }
});
