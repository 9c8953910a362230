import { expect, test } from 'vitest';
import { partitionOf } from './partition-of-key.ts';

// The vectors of Kafka's own test, org.apache.kafka.common.utils.UtilsTest.testMurmur2.
test.each([
  ['21', -973932308],
  ['foobar', -790332482],
  ['a-little-bit-long-string', -985981536],
  ['a-little-bit-longer-string', -1486304829],
  ['lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8', -58897971],
  ['abc', 479470107],
])('the partition of %s is that of the Java client', (text, hash) => {
  for (const count of [1, 6, 12, 97]) {
    expect(partitionOf(Buffer.from(text), count)).toBe((hash & 0x7fffffff) % count);
  }
});
