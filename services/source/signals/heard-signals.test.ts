import { expect, it } from 'vitest';
import { offsetOf } from '../../core/units.ts';
import { HeardSignals } from './heard-signals.ts';

const place = (partition: number) => ({ topic: 't', partition });

it('has all before the ends once every partition is dealt with up to them', () => {
  const heard = new HeardSignals();
  const ends = { t: { 0: '5', 1: '0', 2: '7' } };
  heard.take(place(0), offsetOf(5n));
  expect(heard.hasAll(ends)).toBe(false);
  heard.take(place(2), offsetOf(6n));
  expect(heard.hasAll(ends)).toBe(false);
  heard.take(place(2), offsetOf(8n));
  heard.take(place(2), offsetOf(3n)); // told again, by another assignment
  expect(heard.hasAll(ends)).toBe(true);
  expect(heard.hasAll({ t: { 0: '6' } })).toBe(false);
  expect(heard.hasAll({ other: { 0: '1' } })).toBe(false);
});

it('waits for no record that is past its retention', async () => {
  const heard = new HeardSignals();
  const at = (low: bigint, high: bigint) => ({
    low: offsetOf(low),
    high: offsetOf(high),
    stable: offsetOf(high),
  });
  const fetchOffsets = () =>
    Promise.resolve([
      { partition: 0, ...at(9n, 9n) },
      { partition: 1, ...at(3n, 4n) },
    ]);
  await heard.takeEmpty({ fetchOffsets }, 't');
  expect(heard.hasAll({ t: { 0: '9' } })).toBe(true);
  expect(heard.hasAll({ t: { 1: '4' } })).toBe(false);
});
