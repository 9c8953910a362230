import { expect, test } from 'vitest';

import { countMegabytes } from './downloads.ts';

test('adds up the files that Maven has finished and the one under way', () => {
  const heard: number[] = [];
  const hear = countMegabytes((doneMB) => heard.push(doneMB));
  hear('Progress (1): 4.1/18 kB\rProgress (1): 18 kB   \r');
  hear('Downloaded from central: https://repo/a.pom (18 kB at 90 kB/s)\n');
  hear('Progress (1): 0.5/6.7 MB\rProgress (1): 3.2/6.7 MB\r');
  hear('Downloaded from central: https://repo/b.jar (6.7 MB at 10 MB/s)\n');
  expect(heard.map((doneMB) => Number(doneMB.toFixed(3)))).toEqual([0.018, 0.018, 3.218, 6.718]);
});
