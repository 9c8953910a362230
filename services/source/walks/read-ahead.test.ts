import { expect, test } from 'vitest';
import { readAhead } from './read-ahead.ts';

async function* pagesOf(
  asked: number[],
  failsAt = Infinity,
  ended: string[] = [],
): AsyncGenerator<number, void, void> {
  try {
    for (let page = 1; page <= 4; page += 1) {
      asked.push(page);
      await Promise.resolve();
      if (page === failsAt) throw new Error(`page ${page} is broken`);
      yield page;
    }
  } finally {
    ended.push('closed');
  }
}

test('while a page is taken the next one is asked for, and no further one', async () => {
  const asked: number[] = [];
  const taken: string[] = [];
  for await (const page of readAhead(pagesOf(asked))) {
    await new Promise((resolve) => setImmediate(resolve));
    taken.push(`${page} of ${asked.length}`);
  }
  expect(taken).toEqual(['1 of 2', '2 of 3', '3 of 4', '4 of 4']);
});

test('a page that fails is told behind all before it', async () => {
  const taken: number[] = [];
  const reading = async (): Promise<void> => {
    for await (const page of readAhead(pagesOf([], 3))) {
      await new Promise((resolve) => setImmediate(resolve));
      taken.push(page);
    }
  };
  await expect(reading()).rejects.toThrow('page 3 is broken');
  expect(taken).toEqual([1, 2]);
});

test('whoever stops early closes the pages', async () => {
  const ended: string[] = [];
  for await (const page of readAhead(pagesOf([], Infinity, ended))) if (page === 2) break;
  expect(ended).toEqual(['closed']);
});
